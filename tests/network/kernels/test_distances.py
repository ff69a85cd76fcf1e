"""Closeness, harmonic closeness and reach equal the printed figures and NetworkX."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.kernels.distances import distances
from tests.network.kernels.networks import (
    COMMUNITIES,
    FAMILIES,
    FLORENTINE,
    KITE,
    NETWORKX,
    UNHURRIED,
    csr,
    graphs,
    in_order,
)


def test_closeness_in_the_kite_is_as_printed() -> None:
    printed = [0.529412, 0.529412, 0.5, 0.6, 0.5, 0.642857, 0.642857, 0.6, 0.428571, 0.310345]
    assert distances(*csr(KITE)[:2]).closeness == pytest.approx(printed, abs=5e-7)


def test_closeness_of_the_medici_is_as_printed() -> None:
    assert distances(*csr(FLORENTINE)[:2]).closeness[FAMILIES["Medici"]] == pytest.approx(0.56, abs=5e-7)


@pytest.mark.parametrize(("family", "reach"), [("Medici", 11), ("Albizzi", 10), ("Guadagni", 9)])
def test_florentine_families_reach_as_many_in_two_steps_as_printed(family: str, reach: int) -> None:
    assert distances(*csr(FLORENTINE)[:2], steps=2).reached[FAMILIES[family]] == reach


@UNHURRIED
@given(graphs())
def test_closeness_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.closeness_centrality(graph, backend=NETWORKX))
    assert distances(*csr(graph)[:2]).closeness == pytest.approx(theirs, rel=1e-14)


@UNHURRIED
@given(graphs())
def test_harmonic_closeness_is_that_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = in_order(nx.harmonic_centrality(graph, backend=NETWORKX))
    assert distances(*csr(graph)[:2]).harmonic == pytest.approx(theirs, rel=1e-14)


@UNHURRIED
@given(graphs(), st.integers(0, 4))
def test_reach_is_how_many_others_networkx_finds_within_as_many_steps(graph: "nx.Graph[int]", steps: int) -> None:
    theirs = [len(nx.single_source_shortest_path_length(graph, node, steps, backend=NETWORKX)) - 1 for node in graph]
    assert distances(*csr(graph)[:2], steps=steps).reached.tolist() == theirs


def test_farness_is_that_of_networkx_among_more_sources_than_fit_in_a_batch() -> None:
    ours = distances(*csr(COMMUNITIES)[:2])
    for node in range(0, len(COMMUNITIES), 100):
        lengths = nx.single_source_shortest_path_length(COMMUNITIES, node, backend=NETWORKX)
        assert ours.farness[node] == sum(lengths.values())


def test_distances_are_the_same_to_the_bit_on_one_thread_and_on_two() -> None:
    network = csr(COMMUNITIES)[:2]
    one, two = distances(*network), distances(*network, threads=2)
    assert all(np.array_equal(ours, theirs) for ours, theirs in zip(one, two, strict=True))
