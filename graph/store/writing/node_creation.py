"""Creating nodes within a transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache

from graph.model.errors import AlreadyExists
from graph.model.kinds import NodeKind
from graph.model.nodes import NodeFields
from graph.store.database import Transaction
from graph.store.records import Properties, properties_of
from graph.store.writing.aliases import resolved
from graph.store.writing.audience import audience_of_node
from graph.store.writing.stale import check_once
from graph.store.writing.states import check_kind, check_publishable, fresh, own_properties
from graph.store.writing.trace import Trace


@dataclass(frozen=True, slots=True)
class NewNode:
    """A node to be; `origin` is stored beside its fields."""

    id: str
    fields: NodeFields
    origin: Properties = field(default_factory=dict)


@cache
def _read(kind: NodeKind) -> str:
    return f"UNWIND $ids AS id MATCH (node:{kind} {{id: id}}) RETURN properties(node) AS node"


@cache
def _create(kind: NodeKind) -> str:
    return f"UNWIND $rows AS row CREATE (node:{kind}) SET node = row"


async def read_nodes(transaction: Transaction, kind: NodeKind, ids: Collection[str]) -> dict[str, Properties]:
    """What is stored of those nodes that exist. Nothing is locked, so it may change until it is."""
    rows = await transaction.rows(_read(kind), ids=list(ids))
    return {row["node"]["id"]: row["node"] for row in rows}


async def create_nodes(
    transaction: Transaction, trace: Trace, kind: NodeKind, rows: Sequence[NewNode], *, keep: bool
) -> dict[str, Properties]:
    """Create those of `rows` that do not exist yet in the same form; return what is now stored of all of them.

    `keep` their values as part of the history. Raises AlreadyExists, InvalidValue.
    """
    check_kind(kind, (row.fields for row in rows))
    check_once([row.id for row in rows])
    known = await read_nodes(transaction, kind, [row.id for row in rows])
    new = [row for row in rows if row.id not in known]
    for row in rows:
        if row.id in known and not _is_as(known[row.id], row.fields):
            raise _taken(kind, row.id)
    for former in await resolved(transaction, [row.id for row in new]):
        raise _taken(kind, former)
    for row in new:
        check_publishable({}, properties_of(row.fields))
    return known | await insert_nodes(transaction, trace, kind, new, keep=keep)


async def insert_nodes(
    transaction: Transaction, trace: Trace, kind: NodeKind, rows: Sequence[NewNode], *, keep: bool = False
) -> dict[str, Properties]:
    """Create nodes whose ids are free; return what is now stored of them."""
    created = {row.id: fresh(row.id, row.fields, trace.at) | row.origin for row in rows}
    if created:
        await transaction.rows(_create(kind), rows=list(created.values()))
    for id, stored in created.items():
        trace.note(id, audience_of_node(kind, stored))
        if keep:
            trace.keep(id, 1, None, own_properties(kind, stored))
    return created


def _is_as(stored: Properties, fields: NodeFields) -> bool:
    return all(stored.get(name) == value for name, value in properties_of(fields).items())


def _taken(kind: NodeKind, id: str) -> AlreadyExists:
    template = "There already is a {kind} {id} with other properties. Change that one, or choose another id."
    return AlreadyExists(template, kind=kind, id=id)
