"""Who stands between whom, in which role, and what chance would have made of it."""

from itertools import permutations
from statistics import fmean, pstdev

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analytics.brokerage import BrokerageRole, BrokerageTable, MultiplierType, RoleCount, brokerage
from graph.model.groups import UNKNOWN
from graph.network.network import Network
from tests.network.graphs import graphs, network_of

Groups = dict[str, str]

ROLE_OF = {
    "aaa": BrokerageRole.COORDINATOR,
    "aba": BrokerageRole.ITINERANT,
    "aab": BrokerageRole.REPRESENTATIVE,
    "abb": BrokerageRole.GATEKEEPER,
    "abc": BrokerageRole.LIAISON,
}


@st.composite
def worlds(draw: st.DrawFn, max_nodes: int = 12) -> tuple["nx.Graph[str]", Groups]:
    """A graph, and the groups of its nodes; some are unknown, some not said."""
    graph = draw(graphs(max_nodes))
    groups = {node: draw(st.sampled_from(["east", "west", "north", "west", UNKNOWN])) for node in graph}
    return graph, {node: group for node, group in groups.items() if draw(st.integers(0, 9))}


def pattern(*groups: str) -> str:
    """Three groups as letters, in the order in which they come: "aba"."""
    names = list(dict.fromkeys(groups))
    return "".join("abc"[names.index(group)] for group in groups)


def by_definition(graph: "nx.Graph[str]", groups: Groups, broker: str) -> dict[BrokerageRole, int]:
    """All ordered pairs of contacts without a tie, looked at one by one."""
    known = {node: group for node, group in groups.items() if group != UNKNOWN}
    counts = dict.fromkeys(BrokerageRole, 0)
    for one, other in permutations(graph[broker], 2):
        if not graph.has_edge(one, other) and {one, broker, other} <= known.keys():
            counts[ROLE_OF[pattern(known[one], known[broker], known[other])]] += 1
    return counts


def ranked(graph: "nx.Graph[str]", groups: Groups) -> BrokerageTable:
    return brokerage(network_of(graph), groups, set(graph))


@given(worlds())
def test_roles_are_those_found_by_looking_at_all_pairs(world: tuple["nx.Graph[str]", Groups]) -> None:
    graph, groups = world
    for item in ranked(graph, groups).items:
        if groups.get(item.actor, UNKNOWN) == UNKNOWN:
            assert item.roles is None
        else:
            assert item.roles is not None
            observed = {role: count.observed for role, count in item.roles.items()}
            assert observed == by_definition(graph, groups, item.actor)


@settings(max_examples=40)
@given(worlds(max_nodes=6))
def test_expectation_and_z_are_those_of_all_ways_to_deal_out_the_groups(world: tuple["nx.Graph[str]", Groups]) -> None:
    check_chances(*world)


@pytest.mark.parametrize("leaves", ["bbccd", "aabbb", "abbcc", "aaaab", "bbbcc"])
def test_expectation_and_z_around_a_hub_whose_contacts_make_many_pairs(leaves: str) -> None:
    groups = {"hub": "a", **{f"n{at}": group for at, group in enumerate(leaves)}}
    graph: nx.Graph[str] = nx.Graph(("hub", node) for node in groups if node != "hub")
    graph.add_edge("n0", "n1")
    check_chances(graph, groups)


def check_chances(graph: "nx.Graph[str]", groups: Groups) -> None:
    """Expectation and z against all ways to deal out the groups of the others."""
    known = {node: group for node, group in groups.items() if group != UNKNOWN}
    for item in ranked(graph, groups).items:
        others = [node for node in known if node != item.actor]
        dealt = permutations(known[node] for node in others)
        worlds = [{**dict(zip(others, way, strict=True)), **_own(known, item.actor)} for way in dealt]
        counts = [by_definition(graph, world, item.actor) for world in worlds]
        for role, count in (item.roles or {}).items():
            drawn = [one[role] for one in counts]
            assert count.expected == pytest.approx(fmean(drawn), abs=1e-9)
            if pstdev(drawn) == 0:
                assert count.z is None
            else:
                assert count.z == pytest.approx((count.observed - fmean(drawn)) / pstdev(drawn))


def _own(known: Groups, actor: str) -> Groups:
    return {actor: known[actor]} if actor in known else {}


@given(worlds())
def test_activity_and_exclusivity_are_those_found_by_looking_at_all_pairs(
    world: tuple["nx.Graph[str]", Groups],
) -> None:
    graph, groups = world
    known = {node: group for node, group in groups.items() if group != UNKNOWN}
    for item in ranked(graph, groups).items:
        pairs = [
            (one, other)
            for one, other in permutations(graph[item.actor], 2)
            if one < other and {one, other} <= known.keys() and known[one] != known[other]
            if not graph.has_edge(one, other)
        ]
        sole = [pair for pair in pairs if len(set(nx.common_neighbors(graph, *pair))) == 1]
        assert (item.activity, item.exclusivity) == (len(pairs), len(sole))


def crossroads() -> tuple[Network, Groups]:
    """hub knows a1, a2 and b1, two and one of the groups; via and way both know b2 and c1; way knows a1."""
    ties = [("hub", "a1"), ("hub", "a2"), ("hub", "b1"), ("via", "b2"), ("via", "c1"), ("way", "b2"), ("way", "c1")]
    groups = {"hub": "a", "a1": "a", "a2": "a", "b1": "b", "b2": "b", "c1": "c", "via": "a", "way": UNKNOWN}
    return Network.from_ties([*ties, ("way", "a1")]), groups


def test_the_roles_of_a_hub_counted_by_hand() -> None:
    network, groups = crossroads()
    hub = next(item for item in brokerage(network, groups, {"hub"}).items)
    assert hub.roles is not None
    assert [hub.roles[role].observed for role in BrokerageRole] == [2, 0, 2, 2, 0]
    # 3 pairs; of the 6 others with a group a pair is a–a with 3/6 · 2/5 (a1, a2, via): 6 ordered pairs · 1/5
    assert hub.roles[BrokerageRole.COORDINATOR].expected == pytest.approx(6 * 3 / 6 * 2 / 5)
    assert (hub.activity, hub.exclusivity) == (2, 2)


def test_who_brings_together_whom_another_does_too_is_a_connector_and_no_linchpin() -> None:
    network, groups = crossroads()
    types = {item.actor: (item.activity, item.exclusivity, item.type) for item in _all(network, groups).items}
    # means: activity (2 + 1 + 3) / 8, exclusivity (2 + 2) / 8: way alone joins a1 to b2 and c1, via and way both b2–c1
    assert types["hub"] == (2, 2, MultiplierType.POWERHOUSE)
    assert types["way"] == (3, 2, MultiplierType.POWERHOUSE)
    assert types["via"] == (1, 0, MultiplierType.CONNECTOR)
    assert types["a1"] == (0, 0, MultiplierType.SIDELINER)


def test_one_pair_that_nobody_else_brings_together_makes_a_linchpin() -> None:
    many = [(via, end) for via in ("v1", "v2", "v3") for end in ("a1", "b1", "c1")]
    network = Network.from_ties([*many, ("x", "a2"), ("x", "b2")])
    groups = {id: id[0] for id in network.ids}
    types = {item.actor: item.type for item in _all(network, groups).items}
    assert types["x"] is MultiplierType.LINCHPIN
    assert types["v1"] is MultiplierType.CONNECTOR


def _all(network: Network, groups: Groups) -> BrokerageTable:
    return brokerage(network, groups, set(network.ids))


def test_an_actor_of_unknown_group_brokers_but_has_no_role() -> None:
    network, groups = crossroads()
    way = next(item for item in brokerage(network, groups, {"way"}).items)
    assert way.roles is None
    assert way.activity == 3


def test_who_is_not_listed_is_absent_and_changes_no_figure() -> None:
    network, groups = crossroads()
    everybody, some = _all(network, groups), brokerage(network, groups, {"hub", "via", "a1"})
    assert some.left_out == 5
    assert some.items == tuple(item for item in everybody.items if item.actor in {"hub", "via", "a1"})
    assert [item.actor for item in some.items] == ["hub", "via", "a1"]


def test_what_cannot_vary_has_no_z() -> None:
    network = Network.from_ties([("a", "b"), ("b", "c")])
    middle = brokerage(network, dict.fromkeys("abc", "one"), {"b"}).items[0]
    assert middle.roles is not None
    assert middle.roles[BrokerageRole.COORDINATOR] == RoleCount(2, 2.0, None)
    assert middle.roles[BrokerageRole.LIAISON] == RoleCount(0, 0.0, None)


def test_a_network_of_nobody_has_no_brokers() -> None:
    assert _all(Network.from_ties([]), {}).items == ()
