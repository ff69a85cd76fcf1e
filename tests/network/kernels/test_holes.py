"""Structural holes equal the printed figures and NetworkX, or the formula where NetworkX is wrong."""

from math import log

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from graph.network.kernels.holes import structural_holes
from graph.network.kernels.local_constraint import local_constraint
from tests.network.kernels.networks import (
    BORGATTI,
    BORGATTI_WEIGHTED,
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

A, C, G = (ord(letter) - ord("A") for letter in "ACG")


@pytest.mark.parametrize(("node", "printed"), [(G, 0.400), (A, 0.595), (C, 1.0)])
def test_constraint_in_borgattis_network_is_as_printed(node: int, printed: float) -> None:
    assert structural_holes(*csr(BORGATTI)[:2]).constraint[node] == pytest.approx(printed, abs=0.0005)


@pytest.mark.parametrize(("node", "printed"), [(G, 4.67), (A, 2.50), (C, 1.00)])
def test_effective_size_in_borgattis_network_is_as_printed(node: int, printed: float) -> None:
    assert structural_holes(*csr(BORGATTI)[:2]).effective_size[node] == pytest.approx(printed, abs=0.005)


@pytest.mark.parametrize(("node", "constraint", "size"), [(G, 0.299, 5.47), (A, 0.795, 2.47)])
def test_holes_with_weights_are_as_printed(node: int, constraint: float, size: float) -> None:
    holes = structural_holes(*csr(BORGATTI_WEIGHTED))
    assert holes.constraint[node] == pytest.approx(constraint, abs=0.0005)
    assert holes.effective_size[node] == pytest.approx(size, abs=0.00501)  # 2.475 is printed as 2.47


@pytest.mark.parametrize(
    ("family", "constraint"),
    [("Medici", 0.209877), ("Guadagni", 0.25), ("Strozzi", 0.458333), ("Peruzzi", 0.655864), ("Pazzi", 1.0)],
)
def test_constraint_of_florentine_families_is_as_printed(family: str, constraint: float) -> None:
    holes = structural_holes(*csr(FLORENTINE)[:2])
    assert holes.constraint[FAMILIES[family]] == pytest.approx(constraint, abs=5e-7)


@pytest.mark.parametrize(("family", "size"), [("Medici", 5.6667), ("Guadagni", 4), ("Albizzi", 3), ("Peruzzi", 1.6667)])
def test_effective_size_of_florentine_families_is_as_printed(family: str, size: float) -> None:
    holes = structural_holes(*csr(FLORENTINE)[:2])
    assert holes.effective_size[FAMILIES[family]] == pytest.approx(size, abs=5e-5)


def test_constraint_in_the_kite_is_as_printed() -> None:
    printed = [0.541198, 0.541198, 0.664136, 0.470170, 0.664136, 0.445089, 0.445089, 0.431111, 0.5, 1]
    assert structural_holes(*csr(KITE)[:2]).constraint == pytest.approx(printed, abs=5e-7)


def test_constraint_in_the_karate_club_is_as_printed() -> None:
    assert structural_holes(*csr(KARATE)[:2]).constraint[[0, 33]] == pytest.approx([0.155423, 0.156419], abs=5e-7)


@UNHURRIED
@given(graphs())
def test_holes_without_weights_are_those_of_networkx(graph: "nx.Graph[int]") -> None:
    holes = structural_holes(*csr(graph)[:2])
    tied = [node for node in graph if graph[node]]
    constraint, size = nx.constraint(graph, tied, backend=NETWORKX), nx.effective_size(graph, tied, backend=NETWORKX)
    assert holes.constraint[tied] == pytest.approx([constraint[node] for node in tied], rel=1e-12)
    assert holes.effective_size[tied] == pytest.approx([size[node] for node in tied], rel=1e-12, abs=1e-12)
    assert np.isnan(holes.constraint).sum() == np.isnan(holes.effective_size).sum() == len(graph) - len(tied)


@UNHURRIED
@given(graphs(max_nodes=20))
def test_holes_with_weights_are_those_of_networkx_asked_node_by_node(graph: "nx.Graph[int]") -> None:
    tied = [node for node in graph if graph[node]]
    holes = structural_holes(*csr(graph))
    constraint = nx.constraint(graph, tied, weight="weight", backend=NETWORKX)
    size = nx.effective_size(graph, tied, weight="weight", backend=NETWORKX)
    assert holes.constraint[tied] == pytest.approx([constraint[node] for node in tied], rel=1e-12)
    assert holes.effective_size[tied] == pytest.approx([size[node] for node in tied], rel=1e-12, abs=1e-12)


def test_networkx_is_wrong_on_effective_size_with_weights_of_all_nodes_at_once() -> None:
    """When this fails, NetworkX has mended it (networkx#8906): the detours around it can go."""
    at_once = nx.effective_size(KARATE, weight="weight", backend=NETWORKX)
    one_by_one = nx.effective_size(KARATE, list(KARATE), weight="weight", backend=NETWORKX)
    assert in_order(at_once) != pytest.approx(in_order(one_by_one), rel=0.05)


@UNHURRIED
@given(graphs(max_nodes=20))
def test_local_constraint_is_that_of_networkx_for_any_pair(graph: "nx.Graph[int]") -> None:
    network = csr(graph)
    egos, alters = np.array([(ego, alter) for ego in graph for alter in graph], np.int32).reshape(-1, 2).T
    for ego, alter, ours in zip(egos, alters, local_constraint(*network, egos, alters), strict=True):
        if graph[int(ego)] and ego != alter:
            theirs = nx.local_constraint(graph, int(ego), int(alter), weight="weight", backend=NETWORKX)
            assert ours == pytest.approx(theirs, rel=1e-12)


@UNHURRIED
@given(graphs(max_nodes=20))
def test_hierarchy_is_its_formula_over_local_constraints(graph: "nx.Graph[int]") -> None:
    network = csr(graph)
    hierarchy = structural_holes(*network).hierarchy
    for ego in graph:
        alters = np.array(graph[ego], np.int32)
        if alters.size < 2:
            assert np.isnan(hierarchy[ego])
            continue
        local = local_constraint(*network, np.full(alters.size, ego, np.int32), alters)
        ratios = (local / local.mean()).tolist()
        formula = sum(ratio * log(ratio) for ratio in ratios) / (alters.size * log(alters.size))
        assert hierarchy[ego] == pytest.approx(formula, rel=1e-9, abs=1e-12)


def test_hierarchy_is_zero_where_all_contacts_constrain_alike() -> None:
    assert structural_holes(*csr(nx.cycle_graph(5))[:2]).hierarchy == pytest.approx(np.zeros(5), abs=1e-15)


def test_efficiency_is_one_for_a_star_and_undefined_for_an_isolate() -> None:
    star = nx.star_graph(4)
    star.add_node(5)
    efficiency = structural_holes(*csr(star)[:2]).efficiency
    assert efficiency[:5].tolist() == [1.0] * 5
    assert np.isnan(efficiency[5])
