"""A network as arrays and as a NetworkX graph."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from graph.network.network import Network
from tests.network.graphs import graphs, network_of


@given(graphs())
def test_arrays_and_graph_hold_the_same(graph: "nx.Graph[str]") -> None:
    network = network_of(graph)
    assert list(network.graph) == sorted(graph)
    assert network.size == len(graph)
    assert network.tie_count == graph.number_of_edges()
    assert {frozenset(tie) for tie in network.graph.edges} == {frozenset(tie) for tie in graph.edges}
    for one, other in graph.edges:
        assert network.graph[one][other]["weight"] == graph[one][other]["weight"]


@given(graphs())
def test_rows_ascend_and_are_symmetric(graph: "nx.Graph[str]") -> None:
    network = network_of(graph)
    dense = np.zeros((network.size, network.size))
    for row in range(network.size):
        columns = network.indices[network.indptr[row] : network.indptr[row + 1]]
        assert (np.diff(columns) > 0).all()
        dense[row, columns] = network.weights[network.indptr[row] : network.indptr[row + 1]]
    assert (dense == dense.T).all()
    assert not dense.diagonal().any()


@given(graphs())
def test_the_tied_part_is_all_but_the_isolated(graph: "nx.Graph[str]") -> None:
    network, tied = network_of(graph), nx.Graph(graph)
    tied.remove_nodes_from(list(nx.isolates(graph)))
    part = network.tied
    assert list(part.ids) == sorted(tied)
    assert nx.utils.graphs_equal(nx.Graph(part.graph), tied)


def test_a_pair_that_comes_several_times_has_the_sum_of_its_weights() -> None:
    network = Network.from_ties([("b", "a", 0.5), ("a", "b", 0.25), ("a", "c", 1.0)])
    assert network.graph["a"]["b"]["weight"] == 0.75
    assert network.tie_count == 2


def test_contacts_come_strongest_first_then_by_id() -> None:
    network = Network.from_ties([("a", "b", 0.2), ("a", "c", 0.8), ("a", "e", 0.2), ("a", "d", 0.8)])
    assert [network.ids[at] for at in network.contacts(0)] == ["c", "d", "b", "e"]


def test_a_network_of_nobody_is_one() -> None:
    network = Network.from_ties([])
    assert (network.size, network.tie_count, len(network.graph), network.tied.size) == (0, 0, 0, 0)


def test_nobody_can_write_into_a_network() -> None:
    network = Network.from_ties([("a", "b")])
    for array in (network.indptr, network.indices, network.weights, network.degrees):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        network.graph.add_node("c")
