"""Components equal NetworkX, numbered by their first nodes."""

import networkx as nx
import numpy as np
from hypothesis import given

from graph.network.kernels.components import components
from tests.network.kernels.networks import NETWORKX, UNHURRIED, csr, graphs


@UNHURRIED
@given(graphs())
def test_components_are_those_of_networkx_in_order_of_their_first_nodes(graph: "nx.Graph[int]") -> None:
    numbers = components(*csr(graph)[:2])
    ours = [(numbers == number).nonzero()[0].tolist() for number in np.unique(numbers)]
    assert {frozenset(part) for part in ours} == {*map(frozenset, nx.connected_components(graph, backend=NETWORKX))}
    assert ours == sorted(ours)
