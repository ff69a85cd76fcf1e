"""Putting imported nodes into the graph within a transaction."""

from collections.abc import Sequence

from graph.model.kinds import NodeKind
from graph.store.database import Transaction
from graph.store.writing.aliases import resolved
from graph.store.writing.imports import Counts, ImportedNode, origin_of, says_more, stated
from graph.store.writing.locking import lock_nodes
from graph.store.writing.node_creation import NewNode, insert_nodes, read_nodes
from graph.store.writing.node_update import rewrite_nodes
from graph.store.writing.stale import check_once
from graph.store.writing.states import check_kind, id_of, rewritten
from graph.store.writing.trace import Trace


async def upsert_nodes(transaction: Transaction, trace: Trace, kind: NodeKind, rows: Sequence[ImportedNode]) -> Counts:
    """Create what is not there, change what is different. Nothing is locked for a row that changes nothing.

    A row with a former id is left alone: what it told of stands for more than the row now. Raises InvalidValue.
    """
    check_kind(kind, (row.fields for row in rows))
    check_once([row.id for row in rows])
    known = await read_nodes(transaction, kind, [row.id for row in rows])
    former = await resolved(transaction, {row.id for row in rows} - known.keys())
    different = [row for row in rows if row.id in known and says_more(row.fields, known[row.id])]
    changed = await _change(transaction, trace, kind, different)
    new = [row for row in rows if row.id not in known and row.id not in former]
    await insert_nodes(
        transaction, trace, kind, [NewNode(id_of(row.fields, row.id), row.fields, origin_of(row)) for row in new]
    )
    return Counts(len(new), changed, len(rows) - len(new) - changed)


async def _change(transaction: Transaction, trace: Trace, kind: NodeKind, rows: Sequence[ImportedNode]) -> int:
    stored = await lock_nodes(transaction, trace, kind, [row.id for row in rows]) if rows else {}
    pairs = [(stored[row.id], rewritten(kind, stored[row.id], stated(row.fields))) for row in rows if row.id in stored]
    await rewrite_nodes(transaction, trace, kind, pairs)
    return len(pairs)
