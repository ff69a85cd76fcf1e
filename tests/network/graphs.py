"""Random graphs for NetworkX to be the judge of."""

from itertools import combinations

import networkx as nx
from hypothesis import strategies as st

from graph.network.network import Network

WEIGHTS = (0.2, 0.6, 1.0, 1.75)


@st.composite
def graphs(draw: st.DrawFn, max_nodes: int = 16) -> "nx.Graph[str]":
    """Any graph of up to `max_nodes` nodes, weighted; none, isolated and cut off ones among them."""
    nodes = [f"n{number:02}" for number in range(draw(st.integers(0, max_nodes)))]
    pairs = list(combinations(nodes, 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=40)) if pairs else []
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_weighted_edges_from((one, other, draw(st.sampled_from(WEIGHTS))) for one, other in chosen)
    return graph


def network_of(graph: "nx.Graph[str]", weight: str | None = "weight") -> Network:
    """A NetworkX graph as a network; without a name for the weight all are 1."""
    edges = graph.edges(data=True)
    ties = [(str(one), str(other), data.get(weight, 1.0) if weight else 1.0) for one, other, data in edges]
    return Network.from_ties(ties, [str(node) for node in graph])
