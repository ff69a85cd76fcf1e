"""Core numbers equal NetworkX."""

import networkx as nx
from hypothesis import given

from graph.network.kernels.cores import core_numbers
from tests.network.kernels.networks import NETWORKX, UNHURRIED, csr, graphs, in_order


@UNHURRIED
@given(graphs())
def test_core_numbers_are_those_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.core_number(graph, backend=NETWORKX))
    assert core_numbers(*csr(graph)[:2]).tolist() == theirs.tolist()


def test_core_numbers_are_those_of_networkx_where_degrees_differ_much() -> None:
    graph = nx.barabasi_albert_graph(500, 4, seed=7)
    theirs = in_order(nx.core_number(graph, backend=NETWORKX))
    assert core_numbers(*csr(graph)[:2]).tolist() == theirs.tolist()
