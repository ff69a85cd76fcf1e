"""Changing nodes within a transaction."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.model.errors import NotFound
from graph.model.kinds import NodeKind
from graph.model.nodes import FIELDS, NodeFields
from graph.store.database import Transaction
from graph.store.records import Properties, node_from, properties_of
from graph.store.writing.aliases import current_ids
from graph.store.writing.audience import audience_of_node
from graph.store.writing.locking import lock_nodes
from graph.store.writing.stale import check_once, check_revision
from graph.store.writing.states import check_publishable, differences, rewritten
from graph.store.writing.trace import Trace


@dataclass(frozen=True, slots=True)
class Update:
    """New values for some fields of a node or tie of which the caller saw `revision`; None removes a value."""

    id: str
    changes: Mapping[str, object]
    revision: int


Lock = Callable[[Transaction, Trace, NodeKind, Collection[str]], Awaitable[dict[str, Properties]]]


@cache
def _set(kind: NodeKind) -> str:
    return f"UNWIND $rows AS row MATCH (node:{kind} {{id: row.id}}) SET node += row.properties"


async def lock_all(
    transaction: Transaction, trace: Trace, kind: NodeKind, ids: Sequence[str], lock: Lock = lock_nodes
) -> list[Properties]:
    """Lock nodes by ids of today or former ones and return what is stored, in their order. Raises NotFound."""
    stored = await lock(transaction, trace, kind, ids)
    if missing := set(ids) - stored.keys():
        today = await current_ids(transaction, kind, missing)
        moved = await lock(transaction, trace, kind, set(today.values()) - missing)
        stored |= {former: moved[id] for former, id in today.items() if id in moved}
    if set(ids) - stored.keys():
        raise NotFound
    check_once([stored[id]["id"] for id in ids])
    return [stored[id] for id in ids]


async def update_nodes(
    transaction: Transaction, trace: Trace, kind: NodeKind, rows: Sequence[Update]
) -> list[Properties]:
    """Put the changes in and return what is now stored, in order. What changes nothing makes no new revision.

    Raises NotFound, StaleRevision, InvalidValue, InvalidFields.
    """
    stored = await lock_all(transaction, trace, kind, [row.id for row in rows])
    pairs = []
    for before, row in zip(stored, rows, strict=True):
        await check_revision(transaction, node_from(kind, before), row.revision)
        fields = rewritten(kind, before, row.changes)
        check_publishable(before, properties_of(fields))
        pairs.append((before, fields))
    return await rewrite_nodes(transaction, trace, kind, pairs)


async def rewrite_nodes(
    transaction: Transaction, trace: Trace, kind: NodeKind, pairs: Sequence[tuple[Properties, NodeFields]]
) -> list[Properties]:
    """Store new fields of locked nodes and return what is now stored, in order."""
    states, rows = [], []
    for before, fields in pairs:
        wanted = properties_of(fields)
        was, is_now = differences(before, wanted, FIELDS[kind].model_fields.keys())
        after = before
        if is_now:
            after = before | wanted | {"updated_at": trace.at, "revision": before["revision"] + 1}
            rows.append({"id": before["id"], "properties": differences(before, after, after.keys())[1]})
            trace.note(before["id"], audience_of_node(kind, before), audience_of_node(kind, after))
            trace.keep(before["id"], after["revision"], was, is_now)
        states.append(after)
    if rows:
        await transaction.rows(_set(kind), rows=rows)
    return states
