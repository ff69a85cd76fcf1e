"""Who may do what: roles as sets of permissions. Code asks for permissions, never for roles."""

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a sign-in is. No sign-in is anonymous."""

    ANONYMOUS = "ANONYMOUS"
    MEMBER = "MEMBER"
    STRATEGY = "STRATEGY"
    MANAGER = "MANAGER"
    ADMIN = "ADMIN"


class Permission(StrEnum):
    """One thing that may be done. The values say it as docs and API show it."""

    READ_PUBLIC = "READ_PUBLIC"
    READ_NETWORK = "READ_NETWORK"
    READ_ALL = "READ_ALL"
    ASK_FOR_ONESELF = "ASK_FOR_ONESELF"
    ANALYZE_GROUPS = "ANALYZE_GROUPS"
    ANALYZE_PEOPLE = "ANALYZE_PEOPLE"
    EDIT_ONESELF = "EDIT_ONESELF"
    EDIT = "EDIT"
    ADMINISTER = "ADMINISTER"


MEANING: Final = {
    Permission.READ_PUBLIC: "public directory: PUBLIC people, organizations, municipalities, topics, offers, published "
    "positions, events; the network's size and coverage, rounded",
    Permission.READ_NETWORK: "network directory: NETWORK people, projects, drafts of positions, collaboration ties",
    Permission.READ_ALL: "MANAGERS people, contact details without consent, notes and evidence of ties",
    Permission.ASK_FOR_ONESELF: "peers, support matches, introductions, for oneself and one's own projects",
    Permission.ANALYZE_GROUPS: "rankings and gaps of organizations, municipalities, topics; communities, reach, growth",
    Permission.ANALYZE_PEOPLE: "rankings and gaps of people, teams, brokers, single points of failure, what-if; "
    "any analysis that takes another single person",
    Permission.EDIT_ONESELF: "edit own name, contact, about, visibility, consents, topics, attendance; see and export "
    "all that is stored about oneself",
    Permission.EDIT: "edit, merge, import, export, history",
    Permission.ADMINISTER: "erasure, keys, settings, audit of reads",
}

_PUBLIC = frozenset({Permission.READ_PUBLIC})
_MEMBER = _PUBLIC | {
    Permission.READ_NETWORK,
    Permission.ASK_FOR_ONESELF,
    Permission.ANALYZE_GROUPS,
    Permission.EDIT_ONESELF,
}
_STRATEGY = _MEMBER | {Permission.ANALYZE_PEOPLE}
_MANAGER = _STRATEGY | {Permission.READ_ALL, Permission.EDIT}

PERMISSIONS_OF: Final[dict[Role, frozenset[Permission]]] = {
    Role.ANONYMOUS: _PUBLIC,
    Role.MEMBER: _MEMBER,
    Role.STRATEGY: _STRATEGY,
    Role.MANAGER: _MANAGER,
    Role.ADMIN: _MANAGER | {Permission.ADMINISTER},
}
