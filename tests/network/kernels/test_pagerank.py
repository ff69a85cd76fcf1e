"""PageRank equals NetworkX, isolates and personal restarts included."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from graph.network.kernels.pagerank import pagerank
from tests.network.kernels.networks import KARATE, NETWORKX, UNHURRIED, csr, graphs, in_order


@UNHURRIED
@given(graphs())
def test_pagerank_by_weight_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.pagerank(graph, backend=NETWORKX))
    assert pagerank(*csr(graph)).ranks == pytest.approx(theirs, rel=1e-12)


@UNHURRIED
@given(graphs())
def test_pagerank_without_weights_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.pagerank(graph, weight=None, alpha=0.6, tol=1e-9, backend=NETWORKX))
    ours = pagerank(*csr(graph)[:2], damping=0.6, tolerance=1e-9)
    assert ours.ranks == pytest.approx(theirs, rel=1e-12)


def test_pagerank_with_a_restart_is_that_of_networkx() -> None:
    graph = nx.union(KARATE, nx.empty_graph(range(34, 37)))
    restart = np.zeros(37)
    restart[[3, 35]] = 0.75, 0.25
    theirs = in_order(nx.pagerank(graph, personalization={3: 3, 35: 1}, backend=NETWORKX))
    assert pagerank(*csr(graph), restart=restart).ranks == pytest.approx(theirs, rel=1e-12)


def test_pagerank_says_that_it_has_not_converged_where_networkx_gives_up() -> None:
    with pytest.raises(nx.PowerIterationFailedConvergence):
        nx.pagerank(KARATE, max_iter=3, backend=NETWORKX)
    assert not pagerank(*csr(KARATE), max_steps=3).converged
    assert pagerank(*csr(KARATE)).converged
