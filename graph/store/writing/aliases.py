"""Former ids: each keeps leading to the node that took its place."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Final

from graph.model.errors import AlreadyExists, EndNotFound
from graph.model.ids import check_id
from graph.model.kinds import NodeKind
from graph.model.ties import NodeRef
from graph.store.database import Transaction
from graph.store.writing.audience import audience_of_node
from graph.store.writing.locking import lock_ends
from graph.store.writing.trace import Trace

RESOLVE: Final = """
UNWIND $ids AS id MATCH (alias:Alias {id: id})-[:OF]->(node)
RETURN alias.id AS alias, labels(node)[0] AS kind, node.id AS id"""

Alias = tuple[str, NodeRef]
"""A former id, and the node that it leads to."""


async def resolved(transaction: Transaction, ids: Collection[str]) -> dict[str, NodeRef]:
    """Where those of `ids` lead that are former ones."""
    rows = await transaction.rows(RESOLVE, ids=sorted(ids)) if ids else []
    return {row["alias"]: NodeRef(NodeKind(row["kind"]), row["id"]) for row in rows}


async def current_ids(transaction: Transaction, kind: NodeKind, ids: Iterable[str]) -> dict[str, str]:
    """Each of `ids` with the id that its node of `kind` has today."""
    ids = set(ids)
    found = await resolved(transaction, ids)
    return {id: found[id].id if id in found and found[id].kind is kind else id for id in ids}


async def add(transaction: Transaction, trace: Trace, aliases: Sequence[Alias]) -> int:
    """Store those of `aliases` that are not yet; return how many. Raises AlreadyExists, EndNotFound."""
    known = await resolved(transaction, {check_id(former) for former, _ in aliases})
    new = {former: node for former, node in aliases if known.get(former) != node}
    if taken := new.keys() & known.keys() | {former for former, node in aliases if new.get(former, node) != node}:
        raise AlreadyExists("The former id {id} already leads to another node.", id=min(taken))
    nodes = await lock_ends(transaction, trace, set(new.values()))
    for former, node in new.items():
        if node not in nodes:
            template = "There is no {kind} {id} that {former} could lead to. Create it first, or correct the id."
            raise EndNotFound(template, field="node", kind=node.kind, id=node.id, former=former)
    for kind in sorted({node.kind for node in new.values()}):
        rows = [{"alias": former, "id": node.id} for former, node in new.items() if node.kind is kind]
        await _check_free(transaction, kind, [row["alias"] for row in rows])
        await transaction.rows(_store(kind), rows=rows)
    for node in dict.fromkeys(new.values()):
        trace.note(node.id, audience_of_node(node.kind, nodes[node]))
    return len(new)


@cache
def _store(kind: NodeKind) -> str:
    return f"""
UNWIND $rows AS row MATCH (node:{kind} {{id: row.id}})
CREATE (:Alias {{id: row.alias}})-[:OF]->(node)"""


@cache
def _taken(kind: NodeKind) -> str:
    return f"UNWIND $ids AS id MATCH (node:{kind} {{id: id}}) RETURN node.id AS id"


async def _check_free(transaction: Transaction, kind: NodeKind, ids: Collection[str]) -> None:
    for row in await transaction.rows(_taken(kind), ids=list(ids)):
        raise AlreadyExists("The id {id} is that of a node itself, so it cannot lead to another.", id=row["id"])
