"""Burt's measures against printed and reproduced digits."""

import pytest

from graph.analytics.holes import constraint, effective_size, triangles
from graph.network.network import Network
from tests.verification.networks import BORGATTI, FLORENTINE, KITE, karate

FLORENTINE_CONSTRAINT = {
    "Medici": 0.209877,
    "Guadagni": 0.25,
    "Albizzi": 0.333333,
    "Strozzi": 0.458333,
    "Ridolfi": 0.459877,
    "Tornabuoni": 0.459877,
    "Bischeri": 0.482253,
    "Castellani": 0.482253,
    "Barbadori": 0.5,
    "Salviati": 0.5,
    "Peruzzi": 0.655864,  # influenceR stores 0.645062: its old bug, "sums along wrong axis"
    "Pazzi": 1.0,
    "Ginori": 1.0,
    "Acciaiuoli": 1.0,
    "Lamberteschi": 1.0,
}
FLORENTINE_SIZE = {"Medici": 5.6667, "Guadagni": 4, "Albizzi": 3, "Strozzi": 3, "Peruzzi": 1.6667}
KITE_CONSTRAINT = {
    "Andre": 0.541198,
    "Beverley": 0.541198,
    "Carol": 0.664136,
    "Diane": 0.470170,
    "Ed": 0.664136,
    "Fernando": 0.445089,
    "Garth": 0.445089,
    "Heather": 0.431111,
    "Ike": 0.5,
    "Jane": 1.0,
}


def constraint_of(network: Network) -> dict[str, float]:
    return dict(zip(network.ids, constraint(network).tolist(), strict=True))


def size_of(network: Network) -> dict[str, float]:
    return dict(zip(network.ids, effective_size(network, triangles(network)).tolist(), strict=True))


@pytest.mark.parametrize(("node", "printed"), [("G", 4.67), ("A", 2.50), ("C", 1.00)])
def test_effective_size_is_as_borgatti_printed_it(node: str, printed: float) -> None:
    assert size_of(BORGATTI)[node] == pytest.approx(printed, abs=0.005)


@pytest.mark.parametrize(("node", "printed"), [("G", 0.400), ("A", 0.595), ("C", 1.0)])
def test_constraint_of_borgattis_network_is_that_of_ucinet(node: str, printed: float) -> None:
    assert constraint_of(BORGATTI)[node] == pytest.approx(printed, abs=0.0005)


@pytest.mark.parametrize(("family", "printed"), FLORENTINE_CONSTRAINT.items())
def test_constraint_of_florentine_families_is_that_of_igraph(family: str, printed: float) -> None:
    assert constraint_of(FLORENTINE)[family] == pytest.approx(printed, abs=5e-7)


@pytest.mark.parametrize(("family", "printed"), FLORENTINE_SIZE.items())
def test_effective_size_of_florentine_families(family: str, printed: float) -> None:
    assert size_of(FLORENTINE)[family] == pytest.approx(printed, abs=5e-5)


@pytest.mark.parametrize(("name", "printed"), KITE_CONSTRAINT.items())
def test_constraint_in_krackhardts_kite(name: str, printed: float) -> None:
    assert constraint_of(KITE)[name] == pytest.approx(printed, abs=5e-7)


@pytest.mark.parametrize(("node", "printed"), [("00", 0.155423), ("33", 0.156419)])
def test_constraint_in_the_karate_club(node: str, printed: float) -> None:
    assert constraint_of(karate())[node] == pytest.approx(printed, abs=5e-7)
