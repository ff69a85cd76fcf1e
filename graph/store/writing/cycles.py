"""A whole is no part of its own part: ties of some kinds never lead back to where they began."""

from collections.abc import Collection, Iterable
from functools import cache
from graphlib import CycleError, TopologicalSorter

from graph.model.errors import CycleRefused
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import TieFields
from graph.store.database import Transaction

Arcs = dict[str, set[str]]
"""From each node to those that it is a part of."""


@cache
def _upward(tie: TieKind, node: NodeKind) -> str:
    return f"""
UNWIND $ids AS id MATCH (part:{node} {{id: id}})-[:{tie}]->(whole:{node})
RETURN part.id AS part, whole.id AS whole"""


async def check_no_cycle(transaction: Transaction, kind: TieKind, ties: Iterable[TieFields]) -> None:
    """Raises CycleRefused when `ties`, together with what is stored, would lead back to where they began.

    Holds only while nobody else writes ties of this kind: `lock_kind`.
    """
    arcs_of: dict[NodeKind, Arcs] = {}
    for tie in ties:
        arcs_of.setdefault(tie.from_node.kind, {}).setdefault(tie.from_node.id, set()).add(tie.to_node.id)
    for node, arcs in arcs_of.items():
        new_wholes = set().union(*arcs.values())
        for part, wholes in (await _above(transaction, kind, node, new_wholes)).items():
            arcs.setdefault(part, set()).update(wholes)
        _check(kind, arcs)


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
