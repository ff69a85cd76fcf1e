"""Who could introduce two actors to each other: those who know both, else the first on the best way between them."""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

from graph.analytics.results import NodeRef, Reason, ReasonCode, TieRef
from graph.model.kinds import NodeKind
from graph.network.bonds import Bond
from graph.network.network import Network

INTRODUCERS: Final = 5
SCALE: Final = 1_000_000
SHARED: Final = {
    NodeKind.PROJECT: ReasonCode.SHARED_PROJECT,
    NodeKind.ORGANIZATION: ReasonCode.SHARED_ORGANIZATION,
    NodeKind.EVENT: ReasonCode.SHARED_EVENT,
    NodeKind.PERSON: ReasonCode.SHARED_PERSON,
}

Between = Callable[[str, str], Sequence[Bond]]


@dataclass(frozen=True, slots=True)
class Introducer:
    """An actor that could make two others acquainted, with the ties that it has to them."""

    actor: str
    ties: tuple[TieRef, ...]
    reasons: tuple[Reason, ...]


def introducers(network: Network, a: str, b: str, nameable: Container[str], between: Between) -> list[Introducer]:
    """The best who could introduce `a` to `b`, best first, equal ones by id: their common contacts, shortest way first.
    Where there are none, the first step of the shortest way through actors that may be named; at most INTRODUCERS.

    A tie of weight w is round(10⁶/w) long.
    """
    common = sorted(id for id in nx.common_neighbors(network.graph, a, b) if id in nameable)
    if common:
        nearest = sorted(common, key=lambda one: _length(network, a, one) + _length(network, one, b))
        return [_common(network, a, id, b, between) for id in nearest[:INTRODUCERS]]
    way = shortest_way(network, a, b, nameable)
    return [_first(network, way, between)] if way else []


def shortest_way(network: Network, a: str, b: str, nameable: Container[str]) -> Sequence[str]:
    """The shortest way from `a` to `b`, both included, on which all others may be named; empty if there is none."""

    def length(one: str, other: str, tie: dict[str, Any]) -> int | None:
        free = all(id in nameable or id in (a, b) for id in (one, other))
        return round(SCALE / tie["weight"]) if free else None  # None hides the tie

    try:
        way: list[str] = nx.bidirectional_dijkstra(network.graph, a, b, weight=length)[1]
    except nx.NetworkXNoPath:
        return ()
    return way


def distance(network: Network, a: str, b: str) -> int | None:
    """How many steps there are from `a` to `b`, whoever is between; None if there is no way."""
    try:
        return int(nx.shortest_path_length(network.graph, a, b))
    except nx.NetworkXNoPath:
        return None


def _common(network: Network, a: str, id: str, b: str, between: Between) -> Introducer:
    weaker = min(network.graph[a][id]["weight"], network.graph[id][b]["weight"])
    first = Reason(ReasonCode.COMMON_NEIGHBOR, weaker, _refs(network, id))
    sides = (*_bonds(network, a, id, between), *_bonds(network, id, b, between))
    return _introducer(id, first, sides)


def _first(network: Network, way: Sequence[str], between: Between) -> Introducer:
    first = Reason(ReasonCode.FIRST_STEP, float(len(way) - 1), _refs(network, way[1]))
    return _introducer(way[1], first, _bonds(network, way[0], way[1], between))


def _introducer(id: str, first: Reason, sides: tuple[Reason, ...]) -> Introducer:
    return Introducer(id, tuple(tie for reason in sides for tie in reason.ties), (first, *sides))


def _bonds(network: Network, one: str, other: str, between: Between) -> tuple[Reason, ...]:
    """What ties two actors, as reasons."""
    return tuple(
        Reason(ReasonCode.COLLABORATES, bond.weight, _refs(network, one, other), bond.ties)
        if bond.group is None
        else Reason(SHARED[bond.group.kind], bond.weight, (*_refs(network, one, other), bond.group), bond.ties)
        for bond in between(one, other)
    )


def _length(network: Network, one: str, other: str) -> int:
    weight: float = network.graph[one][other]["weight"]
    return round(SCALE / weight)


def _refs(network: Network, *ids: str) -> tuple[NodeRef, ...]:
    return tuple(NodeRef(network.kind, id) for id in ids)
