"""A network in figures."""

import networkx as nx
import pytest
from hypothesis import given

from graph.analytics.results import MethodName
from graph.analytics.summary import summary
from graph.network.network import Network
from tests.network.graphs import graphs, network_of


@given(graphs())
def test_the_figures_are_those_of_networkx(graph: "nx.Graph[str]") -> None:
    found = summary(network_of(graph))
    assert (found.actors, found.ties) == (len(graph), graph.number_of_edges())
    assert found.components == nx.number_connected_components(graph)
    assert found.isolated == nx.number_of_isolates(graph)
    assert found.density == (pytest.approx(nx.density(graph)) if len(graph) > 1 else None)
    assert found.clustering == (pytest.approx(nx.average_clustering(graph)) if len(graph) else None)


def test_the_figures_of_a_small_network_by_hand() -> None:
    found = summary(Network.from_ties([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")], ["e"]))
    assert (found.actors, found.ties, found.components, found.isolated) == (5, 4, 2, 1)
    assert found.density == 4 / 10
    assert found.mean_degree == 8 / 5
    assert found.clustering == pytest.approx((1 + 1 + 1 / 3) / 5)
    assert found.share_isolated == 1 / 5
    assert (found.method.name, found.method.exact) == (MethodName.COUNTED, True)


@pytest.mark.parametrize("ids", [[], ["a"]])
def test_what_is_undefined_for_so_few_is_absent(ids: list[str]) -> None:
    found = summary(Network.from_ties([], ids))
    assert found.density is None
    assert (found.mean_degree is None) == (not ids)
    assert found.components == found.isolated == len(ids)
