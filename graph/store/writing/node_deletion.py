"""Deleting nodes within a transaction, with the ties and records that hang on them."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Final

from graph.model.errors import StillInUse
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import WRITABLE_TIES
from graph.store.database import Transaction
from graph.store.records import Properties, node_from
from graph.store.writing.audience import audience_of_node
from graph.store.writing.cycles import lock_kinds
from graph.store.writing.node_update import lock_all
from graph.store.writing.settling import lock_settled
from graph.store.writing.stale import check_revision
from graph.store.writing.states import own_properties
from graph.store.writing.tie_states import own_of_tie
from graph.store.writing.trace import Trace

Deletion = tuple[str, int]
"""The id of what shall go, and the revision of it that the caller saw."""

NAMED: Final = f"""
MATCH ()-[tie:{TieKind.COLLABORATES_WITH}]->() WHERE any(slug IN tie.topics WHERE slug IN $ids)
RETURN count(tie) AS count"""


@cache
def _ties(kind: NodeKind) -> str:
    return f"""
UNWIND $ids AS id MATCH (node:{kind} {{id: id}})-[tie]-() WHERE type(tie) IN $kinds
RETURN type(tie) AS kind, properties(tie) AS tie,
       labels(startNode(tie))[0] AS from_kind, startNode(tie).id AS from_id,
       labels(endNode(tie))[0] AS to_kind, endNode(tie).id AS to_id"""


@cache
def _consents(kind: NodeKind) -> str:
    return f"""
UNWIND $ids AS id MATCH (node:{kind} {{id: id}})-[:GAVE]->(consent:Consent)
RETURN node.id AS id, properties(consent) AS consent"""


@cache
def _delete(kind: NodeKind) -> tuple[str, ...]:
    node = f"UNWIND $ids AS id MATCH (node:{kind} {{id: id}})"
    return (
        f"{node}<-[:OF]-(alias:Alias) DETACH DELETE alias",
        f"{node}-[:GAVE]->(consent:Consent) DETACH DELETE consent",
        f"{node} DETACH DELETE node",
    )


async def delete_nodes(transaction: Transaction, trace: Trace, kind: NodeKind, rows: Sequence[Deletion]) -> None:
    """Delete settled nodes with their ties, consents and former ids. Raises NotFound, StaleRevision, StillInUse."""
    stored = await lock_all(transaction, trace, kind, [id for id, _ in rows], lock_settled)
    for before, (_, revision) in zip(stored, rows, strict=True):
        await check_revision(transaction, node_from(kind, before), revision)
    ids = [before["id"] for before in stored]
    if kind is NodeKind.TOPIC:
        await _check_unnamed(transaction, ids)
    await _note_ties(transaction, trace, kind, ids)
    consents = await _consents_of(transaction, kind, ids)
    for before in stored:
        trace.note(before["id"], audience_of_node(kind, before))
        values = own_properties(kind, before) | consents.get(before["id"], {})
        trace.keep(before["id"], before["revision"], values, None)
    for statement in _delete(kind):
        await transaction.rows(statement, ids=ids)


async def _check_unnamed(transaction: Transaction, ids: Collection[str]) -> None:
    (row,) = await transaction.rows(NAMED, ids=list(ids))
    if row["count"]:
        template = "{count} collaborations name this topic. Take it out of them first."
        raise StillInUse(template, count=row["count"])


async def _note_ties(transaction: Transaction, trace: Trace, kind: NodeKind, ids: Collection[str]) -> None:
    rows = await transaction.rows(_ties(kind), ids=list(ids), kinds=list(WRITABLE_TIES))
    for row in {row["tie"]["id"]: row for row in rows}.values():  # one between two of the nodes is found twice
        trace.subjects.append(row["tie"]["id"])
        trace.keep(row["tie"]["id"], row["tie"]["revision"], own_of_tie(row), None)
    await lock_kinds(transaction, trace, (TieKind(row["kind"]) for row in rows))


async def _consents_of(transaction: Transaction, kind: NodeKind, ids: Collection[str]) -> dict[str, Properties]:
    if kind is not NodeKind.PERSON:
        return {}
    found: dict[str, Properties] = {}
    for row in await transaction.rows(_consents(kind), ids=list(ids)):
        found.setdefault(row["id"], {"consents": []})["consents"].append(row["consent"])
    return found
