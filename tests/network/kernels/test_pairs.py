"""Link prediction and gaps equal the printed figures, NetworkX and a search through all pairs."""

from itertools import combinations
from math import log

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.arrays import F64, I32
from graph.network.kernels.common import adamic_adar, common, jaccard, resource_allocation
from graph.network.kernels.top_pairs import Rows, top_pairs
from tests.network.kernels.networks import FAMILIES, FLORENTINE, NETWORKX, UNHURRIED, csr, graphs


def all_pairs(graph: "nx.Graph[int]") -> I32:
    return np.array([*combinations(range(len(graph)), 2)], np.int32).reshape(-1, 2)


def scores(found: object) -> list[float]:
    return [score for _, _, score in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("one", "other", "aa", "ra"),
    [("Medici", "Strozzi", 0.910239, 0.333333), ("Albizzi", "Tornabuoni", 1.279458, 0.416667)],
)
def test_scores_of_florentine_pairs_are_as_printed(one: str, other: str, aa: float, ra: float) -> None:
    network, pair = csr(FLORENTINE)[:2], np.array([[FAMILIES[one], FAMILIES[other]]], np.int32)
    assert common(*network, adamic_adar(network[0]), pair).sums == pytest.approx([aa], abs=5e-7)
    assert common(*network, resource_allocation(network[0]), pair).sums == pytest.approx([ra], abs=5e-7)


@UNHURRIED
@given(graphs())
def test_scores_of_pairs_are_those_of_networkx(graph: "nx.Graph[int]") -> None:
    network, pairs = csr(graph)[:2], all_pairs(graph)
    listed = [*map(tuple, pairs.tolist())]
    adamic, resource = adamic_adar(network[0]), resource_allocation(network[0])
    assert common(*network, adamic, pairs).sums == pytest.approx(
        scores(nx.adamic_adar_index(graph, listed, backend=NETWORKX)), rel=1e-14
    )
    assert common(*network, resource, pairs).sums == pytest.approx(
        scores(nx.resource_allocation_index(graph, listed, backend=NETWORKX)), rel=1e-14
    )
    assert jaccard(*network, pairs).tolist() == scores(nx.jaccard_coefficient(graph, listed, backend=NETWORKX))


@UNHURRIED
@given(graphs(), st.integers(0, 60))
def test_top_pairs_by_adamic_adar_are_the_best_of_all_pairs_not_tied(graph: "nx.Graph[int]", first: int) -> None:
    network = csr(graph)[:2]
    found = top_pairs(Rows(*network), Rows(*network), adamic_adar(network[0]), first)
    pairs = np.array([*nx.non_edges(graph)], np.int32).reshape(-1, 2)
    both = common(*network, adamic_adar(network[0]), pairs)
    best = np.sort(both.sums[both.counts > 0])[::-1][:first]
    assert found.scores == pytest.approx(best, rel=1e-12)
    assert not any(graph.has_edge(*ends) for ends in found.ends.tolist())


@st.composite
def topics(draw: st.DrawFn, actors: int) -> Rows:
    """Which of eight topics each actor has."""
    chosen = [sorted(draw(st.sets(st.integers(0, 7), max_size=5))) for _ in range(actors)]
    starts = np.cumsum([0, *map(len, chosen)])
    return Rows(starts.astype(np.int32), np.array([topic for row in chosen for topic in row], np.int32))


def rarity(owned: Rows) -> F64:
    owners = np.bincount(owned.entries, minlength=8)
    return np.array([log((owned.starts.size - 1) / count) if count else 0.0 for count in owners])


@UNHURRIED
@given(graphs(max_nodes=20), st.data(), st.integers(1, 30))
def test_gaps_are_the_best_unlinked_pairs_and_equal_ones_come_by_position(
    graph: "nx.Graph[int]", data: st.DataObject, first: int
) -> None:
    owned = data.draw(topics(len(graph)))
    sets = [frozenset(row.tolist()) for row in np.split(owned.entries, owned.starts[1:-1])] if len(graph) else []
    worth = rarity(owned)
    every = sorted(
        (-round(sum(worth[topic] for topic in sorted(sets[one] & sets[other])), 9), one, other)
        for one, other in combinations(range(len(graph)), 2)
        if sets[one] & sets[other] and not graph.has_edge(one, other)
    )
    found = top_pairs(Rows(*csr(graph)[:2]), owned, worth, first)
    assert [(one, other) for _, one, other in every[:first]] == [(one, other) for one, other in found.ends.tolist()]
    assert found.scores == pytest.approx([-score for score, _, _ in every[:first]], abs=1e-8)


def test_gaps_that_share_what_all_have_are_listed_with_a_score_of_zero() -> None:
    owned = Rows(np.array([0, 1, 2, 3], np.int32), np.zeros(3, np.int32))
    found = top_pairs(Rows(*csr(nx.path_graph(3))[:2]), owned, rarity(owned), 5)
    assert (found.ends.tolist(), found.scores.tolist()) == ([[0, 2]], [0.0])
