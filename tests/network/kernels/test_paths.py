"""Shortest path lengths equal NetworkX."""

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.network.kernels.paths import lengths_from, steps_from
from tests.network.kernels.networks import NETWORKX, UNHURRIED, csr, graphs


@UNHURRIED
@given(graphs().filter(len), st.data())
def test_steps_are_those_of_networkx(graph: "nx.Graph[int]", data: st.DataObject) -> None:
    source = data.draw(st.integers(0, len(graph) - 1))
    theirs = nx.single_source_shortest_path_length(graph, source, backend=NETWORKX)
    assert steps_from(*csr(graph)[:2], source).tolist() == [theirs.get(node, -1) for node in graph]


@UNHURRIED
@given(graphs().filter(len), st.data())
def test_lengths_are_those_of_networkx(graph: "nx.Graph[int]", data: st.DataObject) -> None:
    source = data.draw(st.integers(0, len(graph) - 1))
    indptr, indices, lengths = csr(graph, "length")
    theirs = nx.single_source_dijkstra_path_length(graph, source, weight="length", backend=NETWORKX)
    ours = lengths_from(indptr, indices, lengths.astype(np.int64), source)
    assert {node: length for node, length in enumerate(ours.tolist()) if length >= 0} == theirs
