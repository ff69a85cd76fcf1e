"""Every figure is the one that NetworkX has."""

from collections.abc import Iterator, Mapping
from math import isnan
from typing import cast

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from graph.analytics.betweenness import betweenness
from graph.analytics.communities import bridged, communities, numbered, participation
from graph.analytics.cut_points import blocks_of_cut_points
from graph.analytics.helper import HELPER
from graph.analytics.holes import constraint, effective_size, triangles
from graph.analytics.measures import measure
from graph.analytics.results import MethodName
from graph.analytics.steps import closeness, harmonic, reached_by_step, within
from graph.network.arrays import F64, I64
from graph.network.network import Network
from tests.network.graphs import graphs, network_of


def same(ours: F64 | I64, theirs: Mapping[str, float]) -> bool:
    expected = [theirs[id] for id in sorted(theirs)]
    return bool(np.allclose(ours, expected, rtol=1e-9, atol=1e-12, equal_nan=True))


@given(graphs())
def test_betweenness_is_that_of_networkx(graph: "nx.Graph[str]") -> None:
    found, method = betweenness(network_of(graph))
    assert same(found, nx.betweenness_centrality(graph))
    assert method.exact


@given(graphs())
def test_closeness_harmonic_and_reach_are_those_of_networkx(graph: "nx.Graph[str]") -> None:
    network = network_of(graph)
    reached = reached_by_step(network)
    assert same(closeness(reached, network.size), nx.closeness_centrality(graph))
    assert same(harmonic(reached), nx.harmonic_centrality(graph))
    near = {node: len(nx.single_source_shortest_path_length(graph, node, cutoff=2)) - 1 for node in graph}
    assert same(within(reached, 2), near)


def test_more_actors_than_one_search_holds_are_all_reached() -> None:
    graph = nx.relabel_nodes(nx.gnm_random_graph(1200, 1500, seed=3), lambda node: f"{node:04}")
    network = network_of(graph)
    reached = reached_by_step(network)
    assert same(harmonic(reached), nx.harmonic_centrality(graph))
    assert same(closeness(reached, network.size), nx.closeness_centrality(graph))


@given(graphs())
def test_constraint_is_that_of_networkx_the_slow_way(graph: "nx.Graph[str]") -> None:
    assert same(constraint(network_of(graph)), nx.constraint(graph, nodes=list(graph)))


@given(graphs())
def test_effective_size_is_that_of_networkx_the_slow_way(graph: "nx.Graph[str]") -> None:
    network = network_of(graph)
    assert same(effective_size(network, triangles(network)), nx.effective_size(graph, nodes=list(graph)))


@given(graphs())
def test_cut_points_are_those_of_networkx_and_leave_as_many_parts(graph: "nx.Graph[str]") -> None:
    found = blocks_of_cut_points(network_of(graph))
    assert set(found) == set(nx.articulation_points(graph))
    before = nx.number_connected_components(graph)
    for cut_point, blocks in found.items():
        without = nx.number_connected_components(graph.subgraph(set(graph) - {cut_point}))
        assert len(blocks) == without - before + 1


@settings(max_examples=25, deadline=None)
@given(graphs())
def test_the_table_has_the_figures_of_networkx(graph: "nx.Graph[str]") -> None:
    table = measure(network_of(graph))
    rows = {id: table.of(at) for at, id in enumerate(table.network.ids)}
    rank = nx.pagerank(graph, weight="weight", tol=1e-12, max_iter=1000) if rows else {}
    core, clustering = nx.core_number(graph), cast("dict[str, float]", nx.clustering(graph))
    sizes = nx.effective_size(graph, nodes=list(graph))
    for id, row in rows.items():
        assert row.degree == graph.degree(id)
        assert row.weighted_degree == pytest.approx(graph.degree(id, weight="weight"))
        assert row.page_rank == pytest.approx(rank[id])
        assert row.core_number == core[id]
        assert row.clustering == (pytest.approx(clustering[id]) if row.degree > 1 else None)
        assert row.effective_size == (None if isnan(sizes[id]) else pytest.approx(sizes[id]))
        assert row.efficiency == (None if row.effective_size is None else pytest.approx(sizes[id] / row.degree))
        assert (row.constraint is None) == (row.participation is None) == (row.degree == 0)


def test_a_network_of_nobody_has_no_figures() -> None:
    table = measure(Network.from_ties([]))
    assert all(column.size == 0 for column in table.columns.values())


def test_above_the_work_limit_betweenness_is_sampled_says_so_and_keeps_its_bound() -> None:
    graph = nx.relabel_nodes(nx.barabasi_albert_graph(300, 3, seed=1), lambda node: f"{node:03}")
    network = network_of(graph)
    exact, _ = betweenness(network)
    found, method = betweenness(network, work_limit=100 * network.tie_count)
    assert (method.name, method.exact, method.confidence) == (MethodName.BRANDES_SAMPLED, False, 0.95)
    assert method.error is not None
    assert 0 < np.abs(found - exact).max() <= method.error < 0.25
    assert (betweenness(network, work_limit=100 * network.tie_count)[0] == found).all()


def test_isolated_actors_do_not_change_how_betweenness_is_scaled_by_all() -> None:
    graph = nx.relabel_nodes(nx.path_graph(5), str)
    graph.add_nodes_from(["6", "7", "8"])
    assert same(betweenness(network_of(graph))[0], nx.betweenness_centrality(graph))


def test_participation_and_bridges_of_a_star_across_communities() -> None:
    network = Network.from_ties([("a", "b", 1.0), ("a", "c", 1.0), ("a", "d", 2.0)], ["e"])
    groups = np.array([0, 0, 1, 2, 3], np.int32)  # a and b, c, d, and e without ties
    assert participation(network, groups)[:4].tolist() == [1 - (1 + 1 + 4) / 16, 0, 0, 0]
    assert isnan(participation(network, groups)[4])
    assert bridged(network, groups).tolist() == [2, 0, 1, 1, 0]


def test_labels_are_numbered_as_they_come() -> None:
    assert numbered(np.array([7, 3, 7, 9, 3])).tolist() == [0, 1, 0, 2, 1]


def two_groups() -> Iterator[tuple[str, str]]:
    for group in ("abcde", "vwxyz"):
        yield from ((one, other) for one in group for other in group if one < other)
    yield "e", "v"


def test_two_groups_with_one_tie_between_them_are_two_communities() -> None:
    network = Network.from_ties(two_groups(), ["alone"])
    found = dict(zip(network.ids, communities(network).tolist(), strict=True))
    assert {found[id] for id in "abcde"} == {found["a"]}
    assert {found[id] for id in "vwxyz"} == {found["z"]}
    assert len({found["a"], found["z"], found["alone"]}) == 3


def test_communities_are_the_same_each_time_and_in_a_new_process() -> None:
    graph = nx.relabel_nodes(nx.gnm_random_graph(120, 400, seed=5), lambda node: f"{node:03}")
    network = network_of(graph)
    first = communities(network).tolist()
    assert communities(network).tolist() == first
    HELPER.close()
    assert communities(network).tolist() == first
