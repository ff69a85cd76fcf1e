"""The table of ties: which kind joins which ends, what else it carries, and who may see it. It stands here, once."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Annotated, Final, Self
from uuid import uuid5

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph.model.errors import TieNotAllowed
from graph.model.ids import NAMESPACE, Slug
from graph.model.kinds import Capacity, EndorsementRole, Engagement, Level, NodeKind, TieKind, TieSource
from graph.model.messages import refused
from graph.model.permissions import Permission
from graph.model.time import PartialDate, check_interval

P, O, M = NodeKind.PERSON, NodeKind.ORGANIZATION, NodeKind.MUNICIPALITY  # noqa: E741 - the table reads by initials
T, J, S = NodeKind.TOPIC, NodeKind.PROJECT, NodeKind.SUPPORT_OFFER
L, E, C, A = NodeKind.POLICY_POSITION, NodeKind.EVENT, NodeKind.CONSENT, NodeKind.ACCOUNT


@dataclass(frozen=True, slots=True)
class TieRule:
    """One row of the table. `needs` is what a viewer must have to see such a tie, both its ends seen."""

    ends: frozenset[tuple[NodeKind, NodeKind]]
    properties: frozenset[str] = frozenset()
    required: frozenset[str] = frozenset()
    role: str | None = None  # the property that, beside ends and since, tells two such ties apart
    directed: bool = True
    acyclic: bool = False
    needs: Permission = Permission.READ_PUBLIC


def _rule(
    sources: Iterable[NodeKind],
    targets: Iterable[NodeKind],
    properties: str = "",
    *,
    required: str = "",
    role: str | None = None,
    needs: Permission = Permission.READ_PUBLIC,
) -> TieRule:
    return TieRule(
        frozenset(product(sources, targets)),
        frozenset(properties.split()),
        required=frozenset(required.split()),
        role=role,
        needs=needs,
    )


NETWORK: Final = Permission.READ_NETWORK
TIES: Final[dict[TieKind, TieRule]] = {
    TieKind.COLLABORATES_WITH: TieRule(
        frozenset({(P, P), (O, O), (M, M), (O, M)}), frozenset({"strength", "topics"}), directed=False, needs=NETWORK
    ),
    TieKind.MEMBER_OF: _rule((P, O, M), (O,), "role_title level primary", role="role_title"),
    TieKind.ACTIVE_IN: _rule((P,), (M,), "role_title level capacity primary", role="role_title"),
    TieKind.PART_OF: TieRule(frozenset({(M, M), (O, O)}), acyclic=True),
    TieKind.LOCATED_IN: _rule((O,), (M,)),
    TieKind.ADMINISTERS: _rule((O,), (M,)),
    TieKind.BROADER: TieRule(frozenset({(T, T)}), acyclic=True),
    TieKind.RELATED_TO: TieRule(frozenset({(T, T)}), directed=False),
    TieKind.WORKS_ON: _rule((P, O, M), (T,), "engagement", required="engagement"),
    TieKind.CONTRIBUTES_TO: _rule((P,), (J,), "role", role="role", needs=NETWORK),
    TieKind.RUNS: _rule((O, M), (J,), needs=NETWORK),
    TieKind.TAKES_PLACE_IN: _rule((J, E), (M,)),
    TieKind.ABOUT: _rule((J, S, L, E), (T,)),
    TieKind.OFFERS: _rule((O,), (S,), "contact"),
    TieKind.USES: _rule((J, M), (S,), "helped lesson", needs=NETWORK),
    TieKind.SEEKS: _rule((J,), (T,), needs=NETWORK),
    TieKind.ENDORSES: _rule((P, O, M), (L,), "role", role="role", required="role"),
    TieKind.ATTENDED: _rule((P,), (E,), needs=NETWORK),
    TieKind.SUCCEEDED_BY: _rule((M,), (M,)),
    TieKind.GAVE: _rule((P,), (C,), needs=Permission.ADMINISTER),
    TieKind.IS: _rule((A,), (P,), needs=Permission.ADMINISTER),
}
"""GAVE and IS are records about a person: no directory shows them, only `consents` and sign-in read them."""

WRITABLE_TIES: Final = tuple(kind for kind in TieKind if kind not in (TieKind.GAVE, TieKind.IS))
ONLY_FOR_MANAGERS: Final = frozenset({"evidence", "note"})
SPECIFIC: Final = frozenset().union(*(rule.properties for rule in TIES.values()))


@dataclass(frozen=True, slots=True, order=True)
class NodeRef:
    """A node by kind and id, where either alone would not tell what may be tied to it."""

    kind: NodeKind
    id: str


class TieFields(BaseModel):
    """What a writer gives of a tie. Ends that the table does not allow raise TieNotAllowed, all else ValidationError.

    An undirected tie may be given in either direction; it is kept once, from the smaller id.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)

    kind: TieKind
    from_node: NodeRef
    to_node: NodeRef
    since: PartialDate | None = None
    until: PartialDate | None = None
    source: TieSource = TieSource.MANUAL
    evidence: Annotated[str, Field(max_length=2_000)] | None = None
    note: Annotated[str, Field(max_length=2_000)] | None = None
    strength: Annotated[int, Field(ge=1, le=5)] | None = None
    topics: tuple[Slug, ...] | None = None
    role_title: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    level: Level | None = None
    primary: bool | None = None
    capacity: Capacity | None = None
    engagement: Engagement | None = None
    role: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    contact: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    helped: Annotated[int, Field(ge=1, le=5)] | None = None
    lesson: Annotated[str, Field(min_length=1, max_length=2_000)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _ends_in_order(cls, data: object) -> object:
        match data:
            case {"kind": str(kind), "from_node": NodeRef() as one, "to_node": NodeRef() as other, **rest}:
                if kind in TIES:
                    first, second = ordered_ends(TieKind(kind), one, other)
                    return {"kind": kind, "from_node": first, "to_node": second, **rest}
        return data

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        check_interval(self.since, self.until)
        rule = TIES[self.kind]
        given = {name for name in SPECIFIC if getattr(self, name) is not None}
        if foreign := given - rule.properties:
            allowed = ", ".join(sorted(rule.properties)) or "none"
            template = "{kind} has no {names}. Its own properties: {allowed}."
            raise refused(template, kind=self.kind, names=", ".join(sorted(foreign)), allowed=allowed)
        if missing := rule.required - given:
            raise refused("{kind} needs {names}.", kind=self.kind, names=", ".join(sorted(missing)))
        if self.kind is TieKind.ENDORSES and self.role not in tuple(EndorsementRole):
            allowed = ", ".join(EndorsementRole)
            raise refused("{value} is not allowed here. Allowed: {allowed}.", value=repr(self.role), allowed=allowed)
        return self

    @property
    def key(self) -> str:
        """What makes the tie the one it is: kind, ends, role and since. Unique by constraint."""
        role = TIES[self.kind].role
        parts = [self.kind, self.from_node.id, self.to_node.id, getattr(self, role) if role else None, self.since]
        return str(uuid5(NAMESPACE, json.dumps(parts, ensure_ascii=False)))


class Tie(TieFields):
    """A tie as stored."""

    id: str
    created_at: datetime
    updated_at: datetime
    revision: int = Field(ge=1)


def ordered_ends(kind: TieKind, one: NodeRef, other: NodeRef) -> tuple[NodeRef, NodeRef]:
    """The two ends as the store keeps them. TieNotAllowed if the table has no such row, or both are one node."""
    rule = TIES[kind]
    if one == other:
        template = "{kind} joins two different nodes; both ends are the same {end}."
        raise TieNotAllowed(template, kind=kind, end=one.kind)
    ends = {(one.kind, other.kind)} if rule.directed else {(one.kind, other.kind), (other.kind, one.kind)}
    if not ends & rule.ends:
        template = "{kind} does not join {one} to {other}. Allowed: {allowed}."
        raise TieNotAllowed(template, kind=kind, one=one.kind, other=other.kind, allowed=allowed_ends(kind))
    return (other, one) if not rule.directed and other.id < one.id else (one, other)


def allowed_ends(kind: TieKind) -> str:
    """The ends of a kind in words, for messages and docs: 'Person to Organization, …'."""
    word = "to" if TIES[kind].directed else "and"
    return ", ".join(f"{source} {word} {target}" for source, target in sorted(TIES[kind].ends))
