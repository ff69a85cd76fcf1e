"""Circles among PART_OF and BROADER: exactly those rows are named that would close one."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.exchange.importing.cycles import Arc, Circle, circles

NODES = st.sampled_from("abcdefgh")
PAIRS = st.lists(st.tuples(NODES, NODES).filter(lambda pair: pair[0] != pair[1]), max_size=20)


def arcs(pairs: list[tuple[str, str]]) -> list[Arc]:
    """One arc for each pair, in lines 2, 3, …"""
    return [Arc(part, whole, line) for line, (part, whole) in enumerate(pairs, 2)]


def test_a_tree_has_no_circle() -> None:
    assert circles(arcs([("b", "a"), ("c", "a"), ("d", "b"), ("d", "c")]), {}) == []


def test_the_row_that_closes_a_circle_is_named_with_the_way_round() -> None:
    assert circles(arcs([("a", "b"), ("b", "c"), ("c", "a")]), {}) == [Circle(4, ("c", "a", "b", "c"))]


def test_a_circle_through_the_graph_is_found() -> None:
    assert circles(arcs([("a", "b")]), {"b": {"c"}, "c": {"a"}}) == [Circle(2, ("a", "b", "c", "a"))]


def test_a_refused_row_closes_no_further_circle() -> None:
    assert [circle.line for circle in circles(arcs([("a", "b"), ("b", "a"), ("b", "a")]), {})] == [3, 4]


def test_a_long_chain_is_quick() -> None:
    chain = arcs([(str(n), str(n + 1)) for n in range(100_000)])
    assert circles(chain, {}) == []


@given(PAIRS, PAIRS)
def test_what_is_left_has_no_circle_and_nothing_more_is_taken(
    stored: list[tuple[str, str]], new: list[tuple[str, str]]
) -> None:
    above: dict[str, set[str]] = {}
    graph: nx.DiGraph[str] = nx.DiGraph()
    for part, whole in stored:
        if part < whole:  # letters grow upward, so the graph holds no circle
            above.setdefault(part, set()).add(whole)
            graph.add_edge(part, whole)
    refused = {circle.line for circle in circles(arcs(new), above)}
    for arc in arcs(new):
        closes = graph.has_node(arc.whole) and graph.has_node(arc.part) and nx.has_path(graph, arc.whole, arc.part)
        assert (arc.line in refused) == closes
        if not closes:
            graph.add_edge(arc.part, arc.whole)
    assert nx.is_directed_acyclic_graph(graph)
