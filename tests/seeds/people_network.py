"""The people network of generated rows as NetworkX sees it, built from the definitions and not by the program."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

import networkx as nx

from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import TieFields
from graph.model.time import holds

P = NodeKind.PERSON


def people_network(people: Iterable[str], ties: Iterable[TieFields], day: date) -> "nx.Graph[str]":
    """Who is tied to whom on a day by collaboration or a shared project, among `people` alone."""
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(people)
    network.add_edges_from((one, other) for one, other in _pairs(ties, day) if one in network and other in network)
    return network


def _pairs(ties: Iterable[TieFields], day: date) -> Iterator[tuple[str, str]]:
    teams: dict[str, set[str]] = {}
    for tie in ties:
        if not holds(tie.since, tie.until, day):
            continue
        if tie.kind is TieKind.COLLABORATES_WITH and tie.from_node.kind is P:
            yield tie.from_node.id, tie.to_node.id
        elif tie.kind is TieKind.CONTRIBUTES_TO:
            teams.setdefault(tie.to_node.id, set()).add(tie.from_node.id)
    for team in teams.values():
        yield from combinations(sorted(team), 2)
