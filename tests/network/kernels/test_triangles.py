"""Triangles and clustering equal NetworkX."""

import networkx as nx
import pytest
from hypothesis import given

from graph.network.kernels.triangles import clustering, triangles
from tests.network.kernels.networks import COMMUNITIES, NETWORKX, UNHURRIED, csr, graphs, in_order


@UNHURRIED
@given(graphs())
def test_triangles_are_those_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.triangles(graph, backend=NETWORKX))
    assert triangles(*csr(graph)[:2]).tolist() == theirs.tolist()


@UNHURRIED
@given(graphs())
def test_clustering_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.clustering(graph, backend=NETWORKX))
    assert clustering(*csr(graph)[:2]) == pytest.approx(theirs, rel=1e-15)


def test_clustering_is_that_of_networkx_among_many() -> None:
    theirs = in_order(nx.clustering(COMMUNITIES, backend=NETWORKX))
    assert clustering(*csr(COMMUNITIES)[:2]) == pytest.approx(theirs, rel=1e-15)
