"""Locks: who has written to a node is the only one who can until the transaction ends.

Neo4j reads what is committed, so two writers that compare a revision and then write would both pass. Both servers let
only one of them write to a node: Neo4j makes the other wait, ArcadeDB makes it begin again. Hence each writer first
sets `touched_by`, and believes only what it reads afterwards.
"""

from collections.abc import Collection, Mapping
from functools import cache

from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import NodeRef
from graph.store.database import Row, Transaction
from graph.store.records import Properties
from graph.store.writing.trace import Trace


@cache
def _lock_nodes(kind: NodeKind) -> str:
    return f"""
UNWIND $ids AS id MATCH (node:{kind} {{id: id}})
SET node.touched_by = $change
RETURN properties(node) AS node"""


@cache
def _lock_ends(kind: NodeKind) -> str:
    return f"""
UNWIND $ids AS id MATCH (node:{kind} {{id: id}})
SET node.touched_by = $change
RETURN {{id: node.id, visibility: node.visibility, consents: node.consents, status: node.status}} AS node"""


@cache
def _lock_ties(kind: TieKind) -> str:
    return f"""
MATCH (source)-[tie:{kind}]->(target) WHERE tie.id IN $ids
SET source.touched_by = $change, target.touched_by = $change, tie.touched_by = $change
RETURN properties(tie) AS tie,
       labels(source)[0] AS from_kind, source.id AS from_id,
       {{visibility: source.visibility, consents: source.consents, status: source.status}} AS source,
       labels(target)[0] AS to_kind, target.id AS to_id,
       {{visibility: target.visibility, consents: target.consents, status: target.status}} AS target"""


async def lock_nodes(
    transaction: Transaction, trace: Trace, kind: NodeKind, ids: Collection[str]
) -> dict[str, Properties]:
    """Lock the nodes of `kind` with these ids and return what is stored of each; those that do not exist are absent."""
    return _by_id(await transaction.rows(_lock_nodes(kind), ids=sorted(ids), change=trace.id))


async def lock_ends(
    transaction: Transaction, trace: Trace, nodes: Collection[NodeRef]
) -> dict[NodeRef, Mapping[str, object]]:
    """Lock what ties are to join and return what decides who sees it; those that do not exist are absent."""
    ids_of: dict[NodeKind, list[str]] = {}
    for node in sorted(nodes):  # always in one order: then writers wait for each other, but never in a circle
        ids_of.setdefault(node.kind, []).append(node.id)
    found: dict[NodeRef, Mapping[str, object]] = {}
    for kind, ids in ids_of.items():
        rows = await transaction.rows(_lock_ends(kind), ids=ids, change=trace.id)
        found |= {NodeRef(kind, id): stored for id, stored in _by_id(rows).items()}
    return found


async def lock_ties(transaction: Transaction, trace: Trace, kind: TieKind, ids: Collection[str]) -> dict[str, Row]:
    """Lock the ties of `kind` with these ids, and their ends, and return what is stored; absent as above."""
    rows = await transaction.rows(_lock_ties(kind), ids=sorted(ids), change=trace.id)
    return {row["tie"]["id"]: row for row in rows if "id" in row["tie"]}


def _by_id(rows: Collection[Row]) -> dict[str, Properties]:
    """What was read, by id. A node that was deleted while we waited for its lock comes back without one."""
    return {row["node"]["id"]: row["node"] for row in rows if row["node"].get("id") is not None}
