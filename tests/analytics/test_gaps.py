"""Who should meet: pairs that share topics and have no tie, and what is said about them."""

from itertools import combinations
from math import fsum, log

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analytics import shared_topics
from graph.analytics.gap_details import WhyGap, details
from graph.analytics.gaps import gaps
from graph.analytics.introductions import distance, introducers, shortest_way
from graph.analytics.reasons import no_bonds
from graph.analytics.results import MethodName, Reason, ReasonCode
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import NodeRef
from graph.network.bonds import Bond
from graph.network.network import Network
from graph.network.snapshot import TieRef
from tests.network.graphs import graphs, network_of

TOPICS = st.lists(st.sampled_from(["play", "sport", "care", "school", "health"]), unique=True, max_size=4)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Network, dict[str, tuple[str, ...]], frozenset[str]]:
    """A network, what its actors work on, and who is listed."""
    network = network_of(draw(graphs()))
    topics = {id: tuple(sorted(found)) for id in network.ids if (found := draw(TOPICS))}
    return network, topics, frozenset(id for id in network.ids if draw(st.integers(0, 3)))


World = tuple[Network, dict[str, tuple[str, ...]], frozenset[str]]


def by_looking_at_all_pairs(world: World) -> list[tuple[str, str, float]]:
    network, topics, listed = world
    count = {topic: sum(topic in found for found in topics.values()) for found in topics.values() for topic in found}
    found = []
    for a, b in combinations(network.ids, 2):
        shared = set(topics.get(a, ())) & set(topics.get(b, ()))
        if shared and a in listed and b in listed and not network.graph.has_edge(a, b):
            found.append((a, b, fsum(log(network.size / count[topic]) for topic in shared)))
    return sorted(found, key=lambda gap: (-gap[2], gap[0], gap[1]))


@given(worlds())
def test_gaps_are_those_found_by_looking_at_all_pairs(world: World) -> None:
    found = gaps(*world)
    assert [(gap.a, gap.b, gap.score) for gap in found.items] == by_looking_at_all_pairs(world)
    assert found.total == len(found.items)
    assert found.left_out == len(set(world[0].ids) - world[2])
    assert found.method.name is MethodName.SHARED_TOPICS


@given(worlds(), st.integers(1, 5))
def test_the_best_few_are_the_first_of_all(world: World, keep: int) -> None:
    network, topics, listed = world
    assert gaps(network, topics, listed, keep=keep).items == gaps(network, topics, listed).items[:keep]
    assert gaps(network, topics, listed, keep=keep).total == gaps(network, topics, listed).total


@given(worlds(), st.integers(1, 5))
def test_it_makes_no_difference_how_many_pairs_are_looked_at_at_once(world: World, keep: int) -> None:
    network, topics, listed = world
    at_once = gaps(network, topics, listed, keep=keep)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shared_topics, "CELLS", 1)
        assert gaps(network, topics, listed, keep=keep) == at_once


def test_shared_topics_come_rarest_first_with_their_rarity() -> None:
    network = Network.from_ties([], ["a", "b", "c", "d"])
    topics = {"a": ("care", "play"), "b": ("care", "play"), "c": ("play",)}
    best = gaps(network, topics, set(network.ids)).items[0]
    assert (best.a, best.b) == ("a", "b")
    assert [(topic.topic, topic.rarity) for topic in best.topics] == [("care", log(4 / 2)), ("play", log(4 / 3))]
    assert best.score == log(2) + log(4 / 3)


def test_a_topic_of_all_makes_gaps_of_no_weight() -> None:
    network = Network.from_ties([("a", "b")], ["c"])
    found = gaps(network, dict.fromkeys("abc", ("play",)), set("abc"))
    assert [(gap.a, gap.b, gap.score) for gap in found.items] == [("a", "c", 0.0), ("b", "c", 0.0)]


def bridge() -> Network:
    """a and b both know m (weakly) and n (strongly); far away x – y – z; o knows nobody."""
    ties = [("a", "m", 0.2), ("m", "b", 0.2), ("a", "n", 1.0), ("n", "b", 1.0), ("x", "y", 1.0), ("y", "z", 1.0)]
    return Network.from_ties([*ties, ("b", "x", 0.5)], ["o"])


EVERYBODY = frozenset(bridge().ids)


def introduced_by(a: str, b: str, nameable: frozenset[str] = EVERYBODY) -> list[str]:
    return [introducer.actor for introducer in introducers(bridge(), a, b, nameable, no_bonds)]


def test_common_contacts_introduce_the_strongest_first() -> None:
    assert introduced_by("a", "b") == ["n", "m"]
    assert introduced_by("b", "a") == ["n", "m"]


def test_who_may_not_be_named_introduces_nobody() -> None:
    assert introduced_by("a", "b", EVERYBODY - {"n"}) == ["m"]
    assert introduced_by("a", "z", EVERYBODY - {"x"}) == []


def test_without_common_contacts_the_first_step_of_the_best_way_introduces() -> None:
    (introducer,) = introducers(bridge(), "a", "y", EVERYBODY, no_bonds)
    assert introducer.actor == "n"
    assert introducer.reasons == (Reason(ReasonCode.FIRST_STEP, 4.0, (NodeRef(NodeKind.PERSON, "n"),)),)
    assert introduced_by("a", "y", EVERYBODY - {"n"}) == ["m"]


def test_who_is_cut_off_is_introduced_by_nobody() -> None:
    assert introduced_by("a", "o") == []
    assert distance(bridge(), "a", "o") is None


def test_distance_counts_steps_through_everybody() -> None:
    assert distance(bridge(), "a", "b") == 2
    assert distance(bridge(), "a", "z") == 5


@given(graphs(), st.data())
def test_the_shortest_way_is_that_of_networkx_among_those_who_may_be_named(
    graph: "nx.Graph[str]", data: st.DataObject
) -> None:
    if len(graph) < 2:
        return
    a, b, *_ = data.draw(st.permutations(sorted(graph)))
    nameable = frozenset(node for node in graph if data.draw(st.booleans()))
    allowed: nx.Graph[str] = nx.Graph(graph.subgraph({*nameable, a, b}))
    nx.set_edge_attributes(allowed, {tie: round(1e6 / allowed.edges[tie]["weight"]) for tie in allowed.edges}, "length")
    way = shortest_way(network_of(graph), a, b, nameable)
    if not nx.has_path(allowed, a, b):
        assert not way
        return
    assert set(way) <= {*nameable, a, b}
    assert nx.path_weight(allowed, list(way), "length") == nx.shortest_path_length(allowed, a, b, weight="length")


def bonds(one: str, other: str) -> tuple[Bond, ...]:
    """A collaboration, and a project that all share."""
    direct = Bond(TieKind.COLLABORATES_WITH, 0.8, (TieRef(TieKind.COLLABORATES_WITH, f"{one}{other}"),))
    ties = TieRef(TieKind.CONTRIBUTES_TO, f"{one}p"), TieRef(TieKind.CONTRIBUTES_TO, f"{other}p")
    return direct, Bond(TieKind.CONTRIBUTES_TO, 0.5, ties, NodeRef(NodeKind.PROJECT, "p"))


def people(*ids: str) -> tuple[NodeRef, ...]:
    return tuple(NodeRef(NodeKind.PERSON, id) for id in ids)


def test_an_introducer_says_what_ties_it_to_both() -> None:
    best = introducers(bridge(), "a", "b", EVERYBODY, bonds)[0]
    first, *sides = best.reasons
    assert first == Reason(ReasonCode.COMMON_NEIGHBOR, 1.0, people("n"))
    assert [reason.code for reason in sides] == [ReasonCode.COLLABORATES, ReasonCode.SHARED_PROJECT] * 2
    assert [reason.value for reason in sides] == [0.8, 0.5] * 2
    assert sides[0].subjects == people("a", "n")
    assert sides[3].subjects == (*people("n", "b"), NodeRef(NodeKind.PROJECT, "p"))
    assert [tie.id for tie in best.ties] == ["an", "ap", "np", "nb", "np", "bp"]


@pytest.mark.parametrize(
    ("group", "code"),
    [
        (NodeKind.PROJECT, ReasonCode.SHARED_PROJECT),
        (NodeKind.ORGANIZATION, ReasonCode.SHARED_ORGANIZATION),
        (NodeKind.EVENT, ReasonCode.SHARED_EVENT),
        (NodeKind.PERSON, ReasonCode.SHARED_PERSON),
    ],
)
def test_each_kind_of_shared_group_has_its_reason(group: NodeKind, code: ReasonCode) -> None:
    def between(one: str, other: str) -> tuple[Bond, ...]:
        return (Bond(TieKind.MEMBER_OF, 0.25, (), NodeRef(group, f"{one}{other}")),)

    reasons = introducers(bridge(), "a", "b", EVERYBODY, between)[0].reasons
    assert Reason(code, 0.25, (*people("a", "n"), NodeRef(group, "an"))) in reasons


def test_the_details_of_a_gap_name_the_shared_topics_with_the_ties_that_say_so() -> None:
    def at_work(actor: str, topic: str) -> tuple[TieRef, ...]:
        return (TieRef(TieKind.WORKS_ON, f"{actor}-{topic}"), TieRef(TieKind.ABOUT, f"project-{topic}"))

    network = bridge()
    found = gaps(network, {"a": ("care",), "b": ("care",)}, EVERYBODY)
    (detail,) = details(network, found.items, WhyGap(EVERYBODY, at_work=at_work))
    (reason,) = detail.reasons
    assert (detail.distance, [introducer.actor for introducer in detail.introducers]) == (2, ["n", "m"])
    assert (reason.code, reason.value) == (ReasonCode.SHARED_TOPIC, log(len(network.ids) / 2))
    assert reason.subjects == (NodeRef(NodeKind.TOPIC, "care"),)
    assert [tie.id for tie in reason.ties] == ["a-care", "project-care", "b-care"]
