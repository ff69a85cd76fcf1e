"""The networks that published numbers are about. Edges as NetworkX has them, or as printed."""

from collections.abc import Iterable

import networkx as nx

from graph.network.network import Network
from tests.network.graphs import network_of


def pairs(words: str) -> Iterable[tuple[str, str]]:
    """The ties of a network whose nodes have one letter each: "AB AC"."""
    return ((word[0], word[1]) for word in words.split())


BORGATTI = Network.from_ties(pairs("AB AF AG AE EG FG BG BD DG GC"))
"""V1: Borgatti 1997, Connections 20(1), 35–38."""

FLORENTINE = network_of(nx.florentine_families_graph(), weight=None)
"""V2: marriages of Florentine families, Padgett; 15 with a marriage."""

NAMES = ["Andre", "Beverley", "Carol", "Diane", "Ed", "Fernando", "Garth", "Heather", "Ike", "Jane"]
KITE = Network.from_ties((NAMES[one], NAMES[other]) for one, other in nx.krackhardt_kite_graph().edges)
"""V3: Krackhardt's kite."""


def karate(weight: str | None = None) -> Network:
    """V10: Zachary's karate club; ids are numbers of two digits, so that they are in the order of the numbers."""
    edges = nx.karate_club_graph().edges(data=True)
    return Network.from_ties(
        (f"{one:02}", f"{other:02}", data[weight] if weight else 1.0) for one, other, data in edges
    )
