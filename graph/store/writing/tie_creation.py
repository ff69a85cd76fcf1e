"""Creating ties within a transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from graph.model.errors import AlreadyExists
from graph.model.ids import check_id, new_id
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import Tie, TieFields
from graph.store.database import Transaction
from graph.store.records import Properties
from graph.store.writing.audience import audience_of_tie
from graph.store.writing.cycles import check_no_cycle, lock_kinds
from graph.store.writing.tie_ends import Ends, locked_ends, with_ends_of_today
from graph.store.writing.tie_states import OWN, fresh_tie, tie_of
from graph.store.writing.trace import Trace


@dataclass(frozen=True)
class NewTie:
    """A tie to be. Unless its id was `given`, one that is there already in the same form may answer for it."""

    id: str
    fields: TieFields
    given: bool = True
    origin: Properties = field(default_factory=dict)

    @classmethod
    def of(cls, fields: TieFields, id: str | None) -> "NewTie":
        """A tie with the id that the caller gave, or a new one. Raises InvalidValue."""
        return cls(new_id(), fields, given=False) if id is None else cls(check_id(id), fields)

    @cached_property
    def key(self) -> str:
        """That of its fields, which costs something to make."""
        return self.fields.key


Shape = tuple[NodeKind, TieKind, NodeKind]


@cache
def _read(kind: TieKind, name: str) -> str:
    return f"""
MATCH (source)-[tie:{kind}]->(target) WHERE tie.{name} IN $values
RETURN properties(tie) AS tie, labels(source)[0] AS from_kind, source.id AS from_id,
       labels(target)[0] AS to_kind, target.id AS to_id"""


@cache
def _create(shape: Shape) -> str:
    source, kind, target = shape
    return f"""
UNWIND $rows AS row MATCH (source:{source} {{id: row.from}}), (target:{target} {{id: row.to}})
CREATE (source)-[tie:{kind}]->(target) SET tie = row.properties"""


async def read_ties(transaction: Transaction, kind: TieKind, name: str, values: Collection[str]) -> dict[str, Tie]:
    """The ties of `kind` whose `name` (id or key) is among `values`, by it. The embedded server uses its index of ties
    only where such a match comes first in its statement."""
    rows = await transaction.rows(_read(kind, name), values=list(values)) if values else []
    return {row["tie"][name]: tie_of(kind, row) for row in rows}


async def create_ties(transaction: Transaction, trace: Trace, rows: Sequence[NewTie], *, keep: bool) -> list[Tie]:
    """Create those of `rows` that do not exist yet in the same form; return what is now stored, in order.

    `keep` their values as part of the history. Raises EndNotFound, TieNotAllowed, CycleRefused, AlreadyExists.
    """
    rows = await of_today(transaction, rows)
    ties: dict[str, Tie] = {}
    new: list[NewTie] = []
    for kind in dict.fromkeys(row.fields.kind for row in rows):
        known, missing = await _sorted_out(transaction, kind, [row for row in rows if row.fields.kind is kind])
        ties |= known
        new += missing
    ties |= await insert_ties(transaction, trace, new, keep=keep)
    return [ties[row.key] for row in rows]


async def of_today(transaction: Transaction, rows: Sequence[NewTie]) -> list[NewTie]:
    """The same ties between the nodes that former ids lead to. Raises TieNotAllowed."""
    fields = await with_ends_of_today(transaction, [row.fields for row in rows])
    return [row if own is row.fields else replace(row, fields=own) for row, own in zip(rows, fields, strict=True)]


async def _sorted_out(
    transaction: Transaction, kind: TieKind, rows: Sequence[NewTie]
) -> tuple[dict[str, Tie], list[NewTie]]:
    """What is there of ties of one kind, by key, and what is new. Raises AlreadyExists."""
    known = await read_ties(transaction, kind, "key", [row.key for row in rows])
    there = {key: NewTie(tie.id, tie) for key, tie in known.items()}
    new: list[NewTie] = []
    for row in rows:
        first = there.setdefault(row.key, row)
        if first is row:
            new.append(row)
        elif (row.given and row.id != first.id) or not same_tie(row.fields, first.fields):
            raise taken(kind)
    if await read_ties(transaction, kind, "id", [row.id for row in new if row.given]):
        raise taken(kind)
    return known, new


async def insert_ties(
    transaction: Transaction, trace: Trace, rows: Sequence[NewTie], *, keep: bool = False
) -> dict[str, Tie]:
    """Create ties whose ids and keys are free, before anything else is written; return what is now stored, by key."""
    fields = [row.fields for row in rows]
    locked = await lock_kinds(transaction, trace, {one.kind for one in fields}, fields)
    ends = await locked_ends(transaction, trace, fields)
    await check_no_cycle(transaction, fields, locked)
    entries_of: dict[Shape, list[Mapping[str, object]]] = {}
    created: dict[str, Tie] = {}
    for row in rows:
        stored = fresh_tie(row.id, row.fields, trace.at) | row.origin
        source, target = row.fields.from_node, row.fields.to_node
        entry = {"from": source.id, "to": target.id, "properties": stored}
        entries_of.setdefault((source.kind, row.fields.kind, target.kind), []).append(entry)
        created[stored["key"]] = _created(trace, row.fields, stored, ends, keep=keep)
    for shape, entries in entries_of.items():
        await transaction.rows(_create(shape), rows=entries)
    return created


def _created(trace: Trace, fields: TieFields, stored: Properties, ends: Ends, *, keep: bool) -> Tie:
    source, target = fields.from_node, fields.to_node
    trace.note(stored["id"], audience_of_tie(fields.kind, ((end.kind, ends[end]) for end in (source, target))))
    if keep:
        trace.keep(stored["id"], 1, None, {name: stored[name] for name in sorted(OWN)})
    row = {"from_kind": source.kind, "from_id": source.id, "to_kind": target.kind, "to_id": target.id}
    return tie_of(fields.kind, {"tie": stored, **row})


def same_tie(one: TieFields, other: TieFields) -> bool:
    """Whether two ties with the same key say the same."""
    return all(getattr(one, name) == getattr(other, name) for name in OWN)


def taken(kind: TieKind) -> AlreadyExists:
    """The refusal of a tie whose id or key stands for one that says something else."""
    template = "There already is such a {kind} with other properties. Change that one, or give another since."
    return AlreadyExists(template, kind=kind)
