"""What a field needs: its permission stands in the field's metadata and is checked before anything runs."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final

from graph.model.kinds import ActorKind
from graph.model.permissions import Permission
from graph.network.scope import MAX_GROUP_SIZE

Arguments = Mapping[str, Any]


class Open(Enum):
    """What only the arguments of a field further out can say."""

    RANKING = "rankings and gaps: of people, or of groups"


Need = Permission | Open
Rule = Need | Callable[[Arguments], Permission]

RANKING: Final = Open.RANKING


def ranking(arguments: Arguments) -> Permission:
    """What it needs to rank the actors of a scope, whose arguments these are."""
    actors = (arguments.get("scope") or {}).get("actors", ActorKind.PEOPLE)
    return Permission.ANALYZE_PEOPLE if actors is ActorKind.PEOPLE else Permission.ANALYZE_GROUPS


def looking(arguments: Arguments) -> Permission:
    """What it needs to look at a network at all. Everybody may see the size of a whole one; filters single out few."""
    scope = arguments.get("scope") or {}
    filters = [value for name, value in scope.items() if name != "actors" and value not in (None, MAX_GROUP_SIZE)]
    return Permission.ANALYZE_GROUPS if filters else Permission.READ_PUBLIC


def needed(rule: Rule, arguments: Arguments) -> Need:
    """What a field needs with these arguments."""
    return rule if isinstance(rule, Permission | Open) else rule(arguments)
