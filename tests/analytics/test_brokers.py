"""Who stands between two groups, and between whom of them."""

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analytics.brokerage import BrokerageRole
from graph.analytics.brokers import Broker, BrokerRanking, GroupPair, brokers
from graph.analytics.reasons import Why
from graph.analytics.results import Reason, ReasonCode
from graph.model.groups import UNKNOWN
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import NodeRef
from graph.network.bonds import Bond
from graph.network.network import Network
from graph.network.snapshot import TieRef
from tests.network.graphs import graphs, network_of

NAMES = ["east", "west", UNKNOWN]


def market() -> Network:
    """m knows a1, a2, b1 and b2, of whom a1 and b1 know each other; c knows a1, b2; q, of no group, a2, b2."""
    ties = [("m", "a1"), ("m", "a2"), ("m", "b1"), ("m", "b2"), ("a1", "b1")]
    return Network.from_ties([*ties, ("c", "a1"), ("c", "b2"), ("q", "a2"), ("q", "b2")])


GROUPS = {"a1": "a", "a2": "a", "b1": "b", "b2": "b", "m": "a", "c": "c", "q": UNKNOWN}
ALL = frozenset(market().ids)


def between(one: str, other: str) -> tuple[Bond, ...]:
    return (Bond(TieKind.COLLABORATES_WITH, 1.0, (TieRef(TieKind.COLLABORATES_WITH, f"{one}-{other}"),)),)


def ranking(groups: GroupPair = ("a", "b"), listed: frozenset[str] = ALL) -> BrokerRanking:
    return brokers(market(), GROUPS, groups, listed, Why(listed, between))


def broker(id: str, groups: GroupPair = ("a", "b"), listed: frozenset[str] = ALL) -> Broker:
    return next(item for item in ranking(groups, listed).items if item.actor == id)


@given(graphs(), st.data())
def test_brokers_are_those_found_by_looking_at_all_pairs(graph: "nx.Graph[str]", data: st.DataObject) -> None:
    group_of = {node: data.draw(st.sampled_from(NAMES)) for node in graph}
    pair = data.draw(st.sampled_from([("east", "west"), ("west", "west"), ("east", UNKNOWN)]))
    listed = frozenset(node for node in graph if data.draw(st.integers(0, 3)))
    expected = {}
    for node in listed:
        contacts = combinations(graph[node], 2)
        apart = [sorted((group_of[one], group_of[other])) for one, other in contacts if not graph.has_edge(one, other)]
        if UNKNOWN not in pair and (count := apart.count(sorted(pair))):
            expected[node] = count
    found = brokers(network_of(graph), group_of, pair, listed, Why(listed))
    order = sorted(expected.items(), key=lambda item: (-item[1], item[0]))
    assert [(item.actor, item.pairs) for item in found.items] == order
    assert found.left_out == len(graph) - len(listed)
    assert all(node.id in listed for item in found.items for reason in item.reasons for node in reason.subjects)


def test_the_one_with_most_pairs_comes_first_and_pairs_with_a_tie_do_not_count() -> None:
    # m: a1–b2, a2–b1, a2–b2, but not a1–b1, who know each other; a1: m–b1 have a tie, no pair
    # b2: m–c are of other groups, q of none
    assert [(item.actor, item.pairs) for item in ranking().items] == [("m", 3), ("c", 1), ("q", 1)]


@pytest.mark.parametrize(
    ("id", "groups", "role"),
    [
        ("m", ("a", "b"), BrokerageRole.REPRESENTATIVE),
        ("m", ("b", "a"), BrokerageRole.GATEKEEPER),
        ("c", ("a", "b"), BrokerageRole.LIAISON),
        ("m", ("b", "b"), BrokerageRole.ITINERANT),
        ("m", ("a", "a"), BrokerageRole.COORDINATOR),
        ("q", ("a", "b"), None),
    ],
)
def test_the_role_follows_from_the_three_groups(id: str, groups: GroupPair, role: BrokerageRole | None) -> None:
    assert broker(id, groups).role is role


def test_pairs_are_named_with_how_many_know_both_and_the_ties_of_the_broker() -> None:
    first, *pairs = broker("m").reasons
    assert first == Reason(ReasonCode.BROKERED_PAIRS, 3.0, (NodeRef(NodeKind.PERSON, "m"),))
    assert {tuple(node.id for node in reason.subjects): reason.value for reason in pairs} == {
        ("a1", "b2"): 2.0,  # m and c
        ("a2", "b1"): 1.0,  # m alone
        ("a2", "b2"): 2.0,  # m and q
    }
    assert {reason.code for reason in pairs} == {ReasonCode.BROKERED_PAIR}
    assert [tie.id for tie in pairs[0].ties] == ["m-a1", "m-b2"]


def test_who_may_not_be_named_is_in_no_pair_but_counts() -> None:
    m = broker("m", listed=ALL - {"a2"})
    assert m.pairs == 3
    assert [[node.id for node in reason.subjects] for reason in m.reasons] == [["m"], ["a1", "b2"]]
    assert [item.actor for item in ranking(listed=ALL - {"m"}).items] == ["c", "q"]


def test_between_unknown_groups_nobody_stands() -> None:
    assert ranking((UNKNOWN, "b")).items == ()
    assert ranking(("nowhere", "b")).items == ()


def test_two_of_one_group_who_know_each_other_are_no_pair() -> None:
    ties = [pair for pair in combinations(["w", "x", "y", "z"], 2) if pair != ("y", "z")]
    network = Network.from_ties([*ties, ("w", "v")])
    found = brokers(network, dict.fromkeys("vwxyz", "a"), ("a", "a"), set("vwxyz"), Why(set("vwxyz")))
    assert [(item.actor, item.pairs) for item in found.items] == [("w", 4), ("x", 1)]  # y–z, and v with x, y, z
