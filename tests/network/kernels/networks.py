"""Small networks for the kernels: drawn by hypothesis or printed in the literature, and their arrays."""

from typing import NamedTuple

import networkx as nx
import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from graph.network.arrays import F64, I32, frozen

NETWORKX = "networkx"
"""Oracles are asked for by name, or the oracle might be ourselves."""


UNHURRIED = settings(deadline=None, max_examples=60)
"""No deadline for one example: a kernel is compiled at its first call."""


class Csr(NamedTuple):
    """A network in the form that kernels take."""

    indptr: I32
    indices: I32
    weights: F64


@st.composite
def graphs(draw: st.DrawFn, max_nodes: int = 30) -> "nx.Graph[int]":
    """Graphs on 0 … n − 1: empty, single, with isolates and in pieces; each edge has a weight and an integer length."""
    size = draw(st.integers(0, max_nodes))
    density = draw(st.sampled_from([0.05, 0.15, 0.4, 1.0]))
    seed = draw(st.integers(0, 2**32 - 1))
    return weighted(nx.gnp_random_graph(size, density, seed=seed), seed)


def weighted(graph: "nx.Graph[int]", seed: int = 7) -> "nx.Graph[int]":
    """The graph with weights from 0.1 to 3 and lengths from 1 to 5 on its edges. So few lengths tie many paths."""
    random = np.random.default_rng(seed)
    for _, _, data in graph.edges(data=True):
        data["weight"], data["length"] = float(random.uniform(0.1, 3)), int(random.integers(1, 6))
    return graph


def csr(graph: "nx.Graph[int]", weight: str = "weight") -> Csr:
    """The arrays of a graph on 0 … n − 1; a missing weight is 1."""
    rows = [sorted(graph[node].items()) for node in range(len(graph))]
    indptr = np.cumsum([0, *map(len, rows)])
    indices = np.array([other for row in rows for other, _ in row])
    weights = np.array([data.get(weight, 1) for row in rows for _, data in row])
    return Csr(frozen(indptr.astype(np.int32)), frozen(indices.astype(np.int32)), frozen(weights.astype(np.float64)))


def in_order(values: object) -> F64:
    """What NetworkX says of the nodes 0 … n − 1."""
    assert isinstance(values, dict)
    return np.array([values[node] for node in range(len(values))], np.float64)


def lettered(ties: str, weights: str = "") -> "nx.Graph[int]":
    """A graph from pairs of capital letters, A being 0, and perhaps the weights of these ties."""
    graph: nx.Graph[int] = nx.Graph()
    pairs = ties.split()
    graph.add_nodes_from(range(len(set("".join(pairs)))))
    for pair, weight in zip(pairs, weights.split() or "1" * len(pairs), strict=True):
        graph.add_edge(ord(pair[0]) - ord("A"), ord(pair[1]) - ord("A"), weight=float(weight))
    return graph


BORGATTI = lettered("AB AF AG AE EG FG BG BD DG GC")
"""Borgatti 1997, Connections 20(1), 35–38."""
BORGATTI_WEIGHTED = lettered("AB AF AG AE EG FG BG BD DG GC", "2 3 5 2 8 3 4 1 3 10")
"""The same with the weights of NetworkX's own test, which were checked with UCINET."""
FLORENTINE: "nx.Graph[int]" = nx.convert_node_labels_to_integers(
    nx.florentine_families_graph(), ordering="sorted", label_attribute="family"
)
"""Marriages of Florentine families, by name: Padgett & Ansell 1993."""
FAMILIES = {data["family"]: node for node, data in FLORENTINE.nodes(data=True)}
KITE: "nx.Graph[int]" = nx.krackhardt_kite_graph()
"""Krackhardt 1990, Administrative Science Quarterly 35(2), 342–369."""
KARATE: "nx.Graph[int]" = nx.karate_club_graph()
"""Zachary 1977, Journal of Anthropological Research 33(4), 452–473."""
COMMUNITIES: "nx.Graph[int]" = weighted(nx.connected_caveman_graph(40, 30))
"""1,200 actors in 40 dense groups: more than two batches of any kernel."""
