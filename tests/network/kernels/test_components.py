"""Components equal NetworkX, numbered by their first nodes."""

import networkx as nx
from hypothesis import given

from graph.network.kernels.components import components
from tests.network.kernels.networks import NETWORKX, UNHURRIED, csr, graphs


@UNHURRIED
@given(graphs())
def test_components_are_those_of_networkx_in_order_of_their_first_nodes(graph: "nx.Graph[int]") -> None:
    ours = components(*csr(graph)[:2])
    theirs = sorted(sorted(part) for part in nx.connected_components(graph, backend=NETWORKX))
    assert [(ours == number).nonzero()[0].tolist() for number in range(len(theirs))] == theirs
