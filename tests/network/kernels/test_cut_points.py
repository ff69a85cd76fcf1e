"""Cut points and bridges equal NetworkX and what is known of the Florentine families."""

from typing import cast

import networkx as nx
from hypothesis import given

from graph.network.kernels.cut_points import bridges, cut_points
from tests.network.kernels.networks import FAMILIES, FLORENTINE, NETWORKX, UNHURRIED, csr, graphs


@UNHURRIED
@given(graphs())
def test_cut_points_are_those_of_networkx(graph: "nx.Graph[int]") -> None:
    theirs = set(nx.articulation_points(graph, backend=NETWORKX))
    assert set(cut_points(*csr(graph)[:2]).nonzero()[0].tolist()) == theirs


@UNHURRIED
@given(graphs())
def test_bridges_are_those_of_networkx_in_ascending_order(graph: "nx.Graph[int]") -> None:
    theirs = {frozenset(cast("tuple[int, int]", bridge)) for bridge in nx.bridges(graph, backend=NETWORKX)}
    ours: list[list[int]] = bridges(*csr(graph)[:2]).tolist()
    assert {frozenset(bridge) for bridge in ours} == theirs
    assert ours == sorted(sorted(bridge) for bridge in ours)


def test_four_florentine_families_are_cut_points_and_five_marriages_bridges() -> None:
    network = csr(FLORENTINE)[:2]
    cut = {family for family, node in FAMILIES.items() if cut_points(*network)[node]}
    assert cut == {"Albizzi", "Guadagni", "Medici", "Salviati"}
    assert len(bridges(*network)) == 5


def test_a_path_longer_than_pythons_stack_is_cut_everywhere_but_at_its_ends() -> None:
    path = csr(nx.path_graph(5000))[:2]
    assert cut_points(*path).tolist() == [False, *[True] * 4998, False]
    assert len(bridges(*path)) == 4999
