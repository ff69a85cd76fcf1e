"""A whole is no part of its own part: ties of some kinds never lead back to where they began.

Whoever writes ties of such a kind locks the kind. The embedded server shows a commit record by record, so the ties of
the writer before may not be seen yet: that is why they also stand in the very record that is locked.
"""

from collections.abc import Collection, Iterable
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import Final

from graph.model.errors import CycleRefused
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import TIES, TieFields
from graph.store.database import Transaction
from graph.store.writing.trace import Trace

LOCK: Final = """
MERGE (lock:Lock {id: $kind}) SET lock.touched_by = $change
RETURN properties(lock) AS lock"""
LAST: Final = "MATCH (lock:Lock {id: $kind}) SET lock.arcs = $arcs"

Arcs = dict[str, set[str]]
"""From each node to those that it is a part of."""
Locked = dict[TieKind, list[tuple[str, str]]]
"""Locked kinds, each with the ends of the ties that the transaction before has created."""


@cache
def _upward(tie: TieKind, node: NodeKind) -> str:
    return f"""
UNWIND $ids AS id MATCH (part:{node} {{id: id}})-[:{tie}]->(whole:{node})
RETURN part.id AS part, whole.id AS whole"""


async def lock_kinds(
    transaction: Transaction, trace: Trace, kinds: Iterable[TieKind], created: Collection[TieFields] = ()
) -> Locked:
    """Let nobody else create or delete ties of those `kinds` that have no cycles until the transaction ends, which
    creates `created`. To check for cycles, lock first: the embedded server goes on showing what it has shown of a page
    that the transaction has written to."""
    locked: Locked = {}
    for kind in sorted(kind for kind in set(kinds) if TIES[kind].acyclic):
        rows = await transaction.rows(LOCK, kind=kind.value, change=trace.id)
        arcs = [id for tie in created if tie.kind is kind for id in (tie.from_node.id, tie.to_node.id)]
        await transaction.rows(LAST, kind=kind.value, arcs=arcs)
        last = rows[0]["lock"].get("arcs") or []
        locked[kind] = list(zip(last[::2], last[1::2], strict=True))
    return locked


async def check_no_cycle(transaction: Transaction, ties: Collection[TieFields], locked: Locked) -> None:
    """Raises CycleRefused when those of `ties` whose kind is locked would, together with what is stored, lead back to
    where they began."""
    for kind, last in locked.items():
        arcs_of: dict[NodeKind, Arcs] = {}
        for tie in ties:
            if tie.kind is kind:
                arcs_of.setdefault(tie.from_node.kind, {}).setdefault(tie.from_node.id, set()).add(tie.to_node.id)
        for node, arcs in arcs_of.items():
            _add(arcs, await _above(transaction, kind, node, set().union(*arcs.values())))
            _add(arcs, {part: {whole} for part, whole in last})
            _check(kind, arcs)


def _add(arcs: Arcs, more: Arcs) -> None:
    for part, wholes in more.items():
        arcs.setdefault(part, set()).update(wholes)


async def _above(transaction: Transaction, tie: TieKind, node: NodeKind, ids: Collection[str]) -> Arcs:
    """All stored ties that lead up from `ids`, one level a statement: hierarchies are wide, not high."""
    arcs: Arcs = {}
    level = set(ids)
    while level:
        for id in level:
            arcs[id] = set()
        for row in await transaction.rows(_upward(tie, node), ids=sorted(level)):
            arcs[row["part"]].add(row["whole"])
        level = set().union(*(arcs[id] for id in level)) - arcs.keys()
    return arcs


def _check(kind: TieKind, arcs: Arcs) -> None:
    try:
        TopologicalSorter(arcs).prepare()
    except CycleError as error:
        path = " → ".join(reversed(error.args[1]))
        template = "{kind} would lead back to where it began: {path}. Take out or turn round one of these ties."
        raise CycleRefused(template, field="to_node", kind=kind, path=path) from None
