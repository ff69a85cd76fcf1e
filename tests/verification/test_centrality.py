"""Betweenness, closeness, reach and cut points against printed and reproduced digits."""

from itertools import chain, combinations

import networkx as nx
import pytest

from graph.analytics.betweenness import betweenness
from graph.analytics.cut_points import blocks_of_cut_points
from graph.analytics.steps import closeness, reached_by_step, within
from graph.network.network import Network
from tests.network.graphs import network_of
from tests.verification.networks import FLORENTINE, KITE, karate

FLORENTINE_PAIRS = {
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
KITE_DEGREE = [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]
KITE_BETWEENNESS = [0.023148, 0.023148, 0, 0.101852, 0, 0.231481, 0.231481, 0.388889, 0.222222, 0]
KITE_CLOSENESS = [0.529412, 0.529412, 0.5, 0.6, 0.5, 0.642857, 0.642857, 0.6, 0.428571, 0.310345]


def betweenness_of(network: Network) -> dict[str, float]:
    return dict(zip(network.ids, betweenness(network)[0].tolist(), strict=True))


def closeness_of(network: Network) -> list[float]:
    found: list[float] = closeness(reached_by_step(network), network.size).tolist()
    return found


@pytest.mark.parametrize(("family", "printed"), FLORENTINE_PAIRS.items())
def test_as_many_pairs_depend_on_a_florentine_family(family: str, printed: float) -> None:
    pairs = (FLORENTINE.size - 1) * (FLORENTINE.size - 2) / 2
    assert betweenness_of(FLORENTINE)[family] * pairs == pytest.approx(printed, abs=5e-5)


def test_the_medici_are_where_textbooks_have_them() -> None:
    at = FLORENTINE.position["Medici"]
    assert betweenness_of(FLORENTINE)["Medici"] == pytest.approx(0.521978, abs=5e-7)
    assert closeness_of(FLORENTINE)[at] == pytest.approx(0.56, abs=0.005)


@pytest.mark.parametrize(("family", "reached"), [("Medici", 11), ("Albizzi", 10), ("Guadagni", 9)])
def test_so_many_families_are_within_two_steps(family: str, reached: int) -> None:
    assert within(reached_by_step(FLORENTINE), 2)[FLORENTINE.position[family]] == reached


def test_four_florentine_families_are_cut_points() -> None:
    assert set(blocks_of_cut_points(FLORENTINE)) == {"Albizzi", "Guadagni", "Medici", "Salviati"}


def test_the_kite_has_three_different_firsts() -> None:
    between = list(betweenness_of(KITE).values())
    assert KITE.degrees.tolist() == KITE_DEGREE
    assert between == pytest.approx(KITE_BETWEENNESS, abs=5e-7)
    assert closeness_of(KITE) == pytest.approx(KITE_CLOSENESS, abs=5e-7)
    assert KITE.ids[KITE_DEGREE.index(max(KITE_DEGREE))] == "Diane"
    assert KITE.ids[between.index(max(between))] == "Heather"


@pytest.mark.parametrize(("node", "printed"), [("00", 0.437635), ("33", 0.304075), ("32", 0.145247)])
def test_betweenness_in_the_karate_club(node: str, printed: float) -> None:
    assert betweenness_of(karate())[node] == pytest.approx(printed, abs=5e-7)


@pytest.mark.parametrize(
    ("woman", "printed"), [("Evelyn Jefferson", 42.9802), ("Laura Mandeville", 22.8541), ("Theresa Anderson", 38.9796)]
)
def test_betweenness_of_southern_women_among_women_and_events(woman: str, printed: float) -> None:
    network = network_of(nx.davis_southern_women_graph(), weight=None)
    pairs = (network.size - 1) * (network.size - 2) / 2
    assert betweenness_of(network)[woman] * pairs == pytest.approx(printed, abs=5e-5)


def test_the_cut_points_of_the_graph_in_the_documentation_of_gds() -> None:
    circles = combinations(("Alice", "Bridget", "Charles"), 2), combinations(("Doug", "Mark", "Michael"), 2)
    network = Network.from_ties([*chain(*circles), ("Alice", "Doug")])
    assert set(blocks_of_cut_points(network)) == {"Alice", "Doug"}
