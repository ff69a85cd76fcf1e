"""How groups are tied, observed and by chance."""

from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analytics.group_matrix import group_matrix
from graph.model.groups import UNKNOWN
from graph.network.network import Network
from tests.network.graphs import graphs, network_of
from tests.verification.networks import karate

GROUPS = ["east", "west", "north", UNKNOWN]


@given(graphs(), st.data())
def test_cells_are_those_of_counting_tie_by_tie(graph: "nx.Graph[str]", data: st.DataObject) -> None:
    group_of = {node: data.draw(st.sampled_from(GROUPS)) for node in graph}
    known = graph.subgraph(node for node in graph if group_of[node] != UNKNOWN)
    found = group_matrix(network_of(graph), group_of)
    ties = [tuple(sorted((group_of[one], group_of[other]))) for one, other in known.edges]
    degrees = {group: sum(known.degree(node) for node in known if group_of[node] == group) for group in GROUPS}
    for cell in found.cells:
        assert cell.observed == ties.count((cell.one, cell.other))
        chance = degrees[cell.one] * degrees[cell.other] / (2 * max(len(ties), 1))
        assert cell.expected == pytest.approx(chance / (2 if cell.one == cell.other else 1))
    assert sum(cell.observed for cell in found.cells) == len(ties)
    assert sum(cell.expected for cell in found.cells) == pytest.approx(len(ties))
    assert found.unknown == len(graph) - len(known)
    assert sum(found.sizes.values()) == len(known)


@given(graphs(), st.data())
def test_assortativity_is_that_of_networkx(graph: "nx.Graph[str]", data: st.DataObject) -> None:
    group_of = {node: data.draw(st.sampled_from(GROUPS[:3])) for node in graph}
    nx.set_node_attributes(graph, group_of, "group")
    found = group_matrix(network_of(graph), group_of).assortativity
    tied = {group_of[node] for node, degree in graph.degree if degree}
    if len(tied) < 2:
        assert found is None
    else:
        expected = nx.attribute_assortativity_coefficient(graph, "group", backend="networkx")
        assert not isnan(expected)
        assert found == pytest.approx(expected)


def test_a_matrix_counted_by_hand() -> None:
    network = Network.from_ties([("a1", "a2"), ("a1", "b1"), ("a2", "b1"), ("a1", "x")], ["b2"])
    found = group_matrix(network, {"a1": "a", "a2": "a", "b1": "b", "b2": "b", "x": UNKNOWN})
    assert [(cell.one, cell.other, cell.observed) for cell in found.cells] == [
        ("a", "a", 1),
        ("a", "b", 2),
        ("b", "b", 0),
    ]
    by_chance = [4 * 4 / 12, 4 * 2 / 6, 2 * 2 / 12]  # 3 ties: 4 of their 6 ends are of group a, 2 of b
    assert [cell.expected for cell in found.cells] == pytest.approx(by_chance)
    assert (dict(found.sizes), found.unknown) == ({"a": 2, "b": 2}, 1)
    assert found.ei_index == pytest.approx((2 - 1) / 3)


def test_the_karate_club_is_as_segregated_as_its_factions() -> None:
    clubs = nx.karate_club_graph().nodes(data="club")
    found = group_matrix(karate(), {f"{member:02}": club for member, club in clubs})
    within = sum(cell.observed for cell in found.cells if cell.one == cell.other)
    assert (within, sum(cell.observed for cell in found.cells) - within) == (67, 11)
    assert found.ei_index == pytest.approx(-0.717949, abs=5e-7)
    assert found.assortativity == pytest.approx(0.717530, abs=1e-6)  # 0.7175309, printed with its last digit cut


@pytest.mark.parametrize("groups", [{}, {"a": "one", "b": "two"}, {"a": "one"}])
def test_without_ties_between_known_groups_nothing_is_segregated(groups: dict[str, str]) -> None:
    found = group_matrix(Network.from_ties([("a", "x"), ("b", "x")]), groups)
    assert (found.ei_index, found.assortativity) == (None, None)
    assert all((cell.observed, cell.expected) == (0, 0.0) for cell in found.cells)
