"""Betweenness equals the printed figures and NetworkX, on any number of threads and on any CPU."""

import os
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.kernels.betweenness import betweenness, drawn
from tests.network.kernels.networks import (
    COMMUNITIES,
    FAMILIES,
    FLORENTINE,
    KARATE,
    KITE,
    NETWORKX,
    UNHURRIED,
    csr,
    graphs,
    in_order,
)

PRINTED = {
    "Medici": 47.5,
    "Guadagni": 23.1667,
    "Albizzi": 19.3333,
    "Salviati": 13,
    "Ridolfi": 10.3333,
    "Bischeri": 9.5,
    "Strozzi": 9.3333,
    "Barbadori": 8.5,
    "Tornabuoni": 8.3333,
    "Castellani": 5,
    "Peruzzi": 2,
}


def test_betweenness_of_florentine_families_is_as_printed() -> None:
    ours = betweenness(*csr(FLORENTINE)[:2], normalized=False)
    assert {name: ours[node] for name, node in FAMILIES.items()} == pytest.approx(
        {**dict.fromkeys(FAMILIES, 0.0), **PRINTED}, abs=5e-5
    )


def test_betweenness_in_the_kite_is_as_printed() -> None:
    printed = [0.023148, 0.023148, 0, 0.101852, 0, 0.231481, 0.231481, 0.388889, 0.222222, 0]
    assert betweenness(*csr(KITE)[:2]) == pytest.approx(printed, abs=5e-7)


def test_betweenness_in_the_karate_club_is_as_printed() -> None:
    assert betweenness(*csr(KARATE)[:2])[[0, 33, 32]] == pytest.approx([0.437635, 0.304075, 0.145247], abs=5e-7)


@UNHURRIED
@given(graphs(max_nodes=50), st.booleans())
def test_betweenness_is_that_of_networkx(graph: "nx.Graph[int]", normalized: bool) -> None:
    theirs = in_order(nx.betweenness_centrality(graph, normalized=normalized, backend=NETWORKX))
    assert betweenness(*csr(graph)[:2], normalized=normalized) == pytest.approx(theirs, rel=1e-12, abs=1e-15)


@UNHURRIED
@given(graphs(max_nodes=50), st.data(), st.booleans())
def test_betweenness_from_some_sources_is_that_of_networkx_with_the_same_seed(
    graph: "nx.Graph[int]", data: st.DataObject, normalized: bool
) -> None:
    count = data.draw(st.integers(0 if len(graph) == 0 else 1, len(graph)))
    theirs = nx.betweenness_centrality(graph, k=count, seed=7, normalized=normalized, backend=NETWORKX)
    ours = betweenness(*csr(graph)[:2], drawn(len(graph), count, 7), normalized=normalized)
    assert ours == pytest.approx(in_order(theirs), rel=1e-12, abs=1e-15, nan_ok=True)


GRID = nx.convert_node_labels_to_integers(nx.grid_2d_graph(20, 20))


@UNHURRIED
@given(graphs(max_nodes=30))
def test_betweenness_by_integer_lengths_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    lengths = csr(graph, "length").weights.astype(np.int64)
    theirs = in_order(nx.betweenness_centrality(graph, weight="length", backend=NETWORKX))
    ours = betweenness(*csr(graph)[:2], lengths=lengths)
    assert ours == pytest.approx(theirs, rel=1e-12, abs=1e-15)


def test_betweenness_by_lengths_is_the_same_to_the_bit_on_one_thread_and_on_two() -> None:
    network, lengths = csr(COMMUNITIES)[:2], csr(COMMUNITIES, "length").weights.astype(np.int64)
    some = drawn(len(COMMUNITIES), 100, 7)
    one, two = (betweenness(*network, some, lengths=lengths, threads=threads) for threads in (1, 2))
    assert np.array_equal(one, two)


@pytest.mark.parametrize("graph", [nx.path_graph(300), GRID, nx.star_graph(100), COMMUNITIES])
def test_betweenness_is_that_of_networkx_in_long_and_in_broad_networks(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.betweenness_centrality(graph, k=min(len(graph), 150), seed=1, backend=NETWORKX))
    ours = betweenness(*csr(graph)[:2], drawn(len(graph), min(len(graph), 150), 1))
    assert ours == pytest.approx(theirs, rel=1e-11, abs=1e-15)


def test_betweenness_is_the_same_to_the_bit_on_one_thread_and_on_two() -> None:
    network = csr(COMMUNITIES)[:2]
    assert np.array_equal(betweenness(*network), betweenness(*network, threads=2))


def test_betweenness_is_the_same_to_the_bit_on_a_cpu_without_vectors() -> None:
    program = "from tests.network.kernels.test_betweenness import digest; print(digest())"
    plain = {**os.environ, "NUMBA_CPU_NAME": "generic", "NUMBA_CPU_FEATURES": ""}
    answer = subprocess.run([sys.executable, "-c", program], env=plain, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == digest()


def digest() -> str:
    """All bits of an answer, for another process to compare."""
    return betweenness(*csr(KARATE)[:2]).tobytes().hex()
