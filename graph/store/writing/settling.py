"""Locks for who reads more than what is locked: all ties of a node that goes, the person of an account.

The embedded server shows a commit record by record (seen: a tie to a record that was not there yet), so whoever has
just locked a node may not see yet the tie that came with the write before. But a transaction that writes to the node
ends only when the one before is shown as a whole. So the lock here takes two: the first settles, the second looks
whether anybody has written in between. On Neo4j the first would not be needed, and harms nothing.
"""

from collections.abc import Awaitable, Callable, Collection
from functools import cache
from typing import Final

from graph.model.errors import StoreUnavailable
from graph.model.kinds import NodeKind
from graph.store.database import Transaction
from graph.store.records import Properties
from graph.store.writing.aliases import current_ids
from graph.store.writing.trace import Settled, Trace

NEVER: Final = "never settled"

Settle = Callable[[Transaction, str], Awaitable[Settled]]
"""Runs in a transaction of its own before the one it settles for; the text marks it."""


class Unsettled(StoreUnavailable):
    """What is seen is not one state of the graph: begin again."""


@cache
def _mark(kind: NodeKind) -> str:
    return f"""
UNWIND $ids AS id MATCH (node:{kind} {{id: id}}) SET node.settled_by = $change
RETURN properties(node) AS node"""


def settle_nodes(kind: NodeKind, ids: Collection[str]) -> Settle:
    """Settle the nodes with these ids, of today or former ones."""

    async def settle(transaction: Transaction, mark: str) -> Settled:
        today = await current_ids(transaction, kind, ids)
        found = await _marked(transaction, kind, set(today.values()), mark)
        return {id: stored.get("touched_by") for id, stored in found.items()}

    return settle


async def lock_settled(
    transaction: Transaction, trace: Trace, kind: NodeKind, ids: Collection[str]
) -> dict[str, Properties]:
    """Lock settled nodes and return what is stored of each; those that do not exist are absent. Raises Unsettled.

    Who keeps such a node sets `touched_by` with what it writes, as every other lock does.
    """
    found = await _marked(transaction, kind, ids, trace.id)
    if any(trace.settled.get(id, NEVER) != stored.get("touched_by") for id, stored in found.items()):
        raise Unsettled
    return found


async def _marked(transaction: Transaction, kind: NodeKind, ids: Collection[str], mark: str) -> dict[str, Properties]:
    rows = await transaction.rows(_mark(kind), ids=sorted(ids), change=mark)
    return {row["node"]["id"]: row["node"] for row in rows if "id" in row["node"]}
