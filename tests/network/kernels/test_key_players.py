"""Key players are those of a greedy search written with NetworkX and sets."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.network.kernels.key_players import key_players
from tests.network.kernels.networks import COMMUNITIES, FAMILIES, FLORENTINE, NETWORKX, UNHURRIED, csr, graphs


def near(graph: "nx.Graph[int]", node: int, steps: int) -> set[int]:
    return set(nx.single_source_shortest_path_length(graph, node, steps, backend=NETWORKX))


def greedy(graph: "nx.Graph[int]", count: int, steps: int, without: set[int], included: list[int]) -> list[list[int]]:
    """Pairs of node and gain, by looking at everybody for each place."""
    reached = set().union(*(near(graph, node, steps) for node in included))
    found: list[list[int]] = []
    for _ in range(count):
        gains = [(-len(near(graph, node, steps) - reached), node) for node in graph if node not in without]
        if not gains or min(gains)[0] == 0:
            break
        gain, node = min(gains)
        found.append([node, -gain])
        reached |= near(graph, node, steps)
    return found


@UNHURRIED
@given(graphs(max_nodes=20), st.integers(0, 6), st.integers(0, 3), st.data())
def test_key_players_are_those_of_a_plain_greedy_search(
    graph: "nx.Graph[int]", count: int, steps: int, data: st.DataObject
) -> None:
    some = st.lists(st.integers(0, max(len(graph) - 1, 0)), max_size=4, unique=True) if len(graph) else st.just([])
    without, included = set(data.draw(some)), data.draw(some)
    eligible = np.array([node not in without for node in graph], np.bool_)
    ours = key_players(*csr(graph)[:2], count, steps, eligible=eligible, included=np.array(included, np.int32))
    found = [[node, int(gain)] for node, gain in zip(ours.chosen.tolist(), ours.gains.tolist(), strict=True)]
    assert found == greedy(graph, count, steps, without, included)


def test_key_players_are_those_of_a_plain_greedy_search_among_many() -> None:
    ours = key_players(*csr(COMMUNITIES)[:2], 10)
    assert ours.chosen.tolist() == [node for node, _ in greedy(COMMUNITIES, 10, 2, set(), [])]


@pytest.mark.parametrize("seed", range(10))
def test_of_equal_gains_the_first_by_position_is_chosen(seed: int) -> None:
    scattered: nx.Graph[int] = nx.gnp_random_graph(80, 0.02, seed=seed)
    assert key_players(*csr(scattered)[:2], 30).chosen.tolist() == [
        node for node, _ in greedy(scattered, 30, 2, set(), [])
    ]


def test_worth_decides_whom_to_reach_first() -> None:
    worth = np.zeros(len(FLORENTINE))
    worth[FAMILIES["Ginori"]] = 1
    ours = key_players(*csr(FLORENTINE)[:2], 5, 1, worth=worth)
    assert (ours.chosen.tolist(), ours.gains.tolist()) == ([FAMILIES["Albizzi"]], [1.0])


def test_greedy_key_players_reach_at_least_63_percent_of_the_best_set() -> None:
    reach = [near(FLORENTINE, node, 1) for node in FLORENTINE]
    best = max(len(set().union(*(reach[node] for node in three))) for three in combinations(FLORENTINE, 3))
    assert key_players(*csr(FLORENTINE)[:2], 3, 1).gains.sum() >= 0.632 * best
