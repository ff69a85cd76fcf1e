"""What was planted in the demo is there, in the network of those whom members see and in that of managers."""

from collections.abc import Mapping
from typing import TypeVar

import networkx as nx
import pytest

from graph.model.kinds import ConsentPurpose, ProjectStage, TieKind, Visibility
from graph.model.nodes import ProjectFields
from graph.model.time import holds
from graph.model.viewer import Tier
from seeds.calendar import DAY
from seeds.demo.truth import CONNECTORS, CUT_POINTS, GAPS, HIDDEN, ISOLATES, Case, PlantedCutPoint, PlantedGap
from tests.seeds.demo_network import agreed, betweenness, gap_scores, network, nodes, person, scores, ties, topics_of
from tests.seeds.people_network import people_network

TIERS = (Tier.NETWORK, Tier.ALL)
T = TypeVar("T")


def highest(values: Mapping[T, float], count: int) -> set[T]:
    return set(sorted(values, key=lambda one: -values[one])[:count])


@pytest.mark.parametrize("tier", TIERS)
def test_the_planted_connectors_have_the_highest_betweenness(tier: Tier) -> None:
    there = {one.person for one in CONNECTORS if one.person in network(tier)}
    assert len(there) == len(CONNECTORS) - (tier is Tier.NETWORK)
    assert highest(betweenness(tier), len(there)) == there


@pytest.mark.parametrize("tier", TIERS)
def test_the_planted_connectors_come_out_on_top_of_the_score(tier: Tier) -> None:
    there = {one.person for one in CONNECTORS if one.person in network(tier)}
    assert highest(scores(tier), len(there)) == there


def test_the_hidden_connector_would_be_first() -> None:
    hidden = {one.person for one in CONNECTORS if one.case is Case.HIDDEN}
    assert highest(betweenness(Tier.ALL), 1) == highest(scores(Tier.ALL), 1) == hidden


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.key)
def test_a_planted_gap_is_two_people_without_a_tie_and_one_who_works_with_both(gap: PlantedGap) -> None:
    everybody = network(Tier.ALL)
    assert not everybody.has_edge(gap.one, gap.other)
    assert list(nx.common_neighbors(everybody, gap.one, gap.other)) == [gap.introducer]
    assert set(gap.topics) <= topics_of()[gap.one] & topics_of()[gap.other]


@pytest.mark.parametrize("tier", TIERS)
def test_no_other_pair_scores_as_high_as_a_planted_gap(tier: Tier) -> None:
    planted = {frozenset((gap.one, gap.other)) for gap in GAPS if {gap.one, gap.other} <= set(network(tier))}
    assert len(planted) == len(GAPS) - (tier is Tier.NETWORK)
    assert highest(gap_scores(tier), len(planted)) == planted


@pytest.mark.parametrize("cut_point", CUT_POINTS, ids=lambda cut_point: cut_point.key)
def test_a_branch_is_cut_off_without_its_cut_point(cut_point: PlantedCutPoint) -> None:
    everybody = network(Tier.ALL)
    assert cut_point.person in set(nx.articulation_points(everybody))
    assert set(cut_point.branch) < nx.node_connected_component(everybody, CONNECTORS[0].person)
    others = everybody.subgraph(set(everybody) - {cut_point.person})
    assert nx.node_connected_component(others, cut_point.branch[0]) == set(cut_point.branch)


def test_isolates_have_no_tie() -> None:
    assert [network(Tier.ALL).degree(one) for one in ISOLATES] == [0] * len(ISOLATES)


def test_hidden_people_are_for_managers_and_all_other_planted_ones_for_the_network() -> None:
    planted = {*ISOLATES, *(one.person for one in (*CONNECTORS, *CUT_POINTS))}
    planted |= {one for gap in GAPS for one in (gap.one, gap.other, gap.introducer)}
    assert {one for one in planted if person(one).visibility is Visibility.MANAGERS} == HIDDEN
    assert {person(one).visibility for one in planted - HIDDEN} == {Visibility.NETWORK}


@pytest.mark.parametrize("kind", ["ENDORSES", "ATTENDED", "COLLABORATES_WITH", "CONTRIBUTES_TO", "MEMBER_OF"])
def test_hidden_people_have_ties_of_every_kind(kind: str) -> None:
    assert any(tie.from_node.id in HIDDEN or tie.to_node.id in HIDDEN for tie in ties() if tie.kind is TieKind(kind))


@pytest.mark.parametrize("planted", [*CONNECTORS, *CUT_POINTS], ids=lambda planted: planted.key)
def test_only_unlisted_planted_people_may_not_be_ranked(planted: PlantedCutPoint) -> None:
    assert (planted.person in agreed(ConsentPurpose.RANKINGS)) is (planted.case is not Case.UNLISTED)


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.key)
def test_only_unlisted_planted_people_may_not_be_suggested(gap: PlantedGap) -> None:
    suggested = agreed(ConsentPurpose.SUGGESTIONS)
    assert gap.one in suggested
    assert (gap.other in suggested) is (gap.case is not Case.UNLISTED)
    assert (gap.introducer in suggested) is (gap.case is not Case.UNLISTED_INTRODUCER)


def test_the_network_of_the_demo_stays_as_it_is_on_its_day() -> None:
    later = people_network(network(Tier.ALL), ties(), DAY.replace(year=2040))
    assert nx.utils.graphs_equal(later, network(Tier.ALL))


def test_what_holds_on_the_day_of_the_demo_holds_ever_after() -> None:
    assert not [tie for tie in ties() if tie.since is not None and not holds(tie.since, None, DAY)]
    ending = {tie.kind for tie in ties() if tie.until is not None and holds(None, tie.until, DAY)}
    assert ending == {TieKind.MEMBER_OF}  # posts and mandates end; the network of people does not wear off
    projects = [node.fields for node in nodes().values() if isinstance(node.fields, ProjectFields)]
    assert all((one.active_until is not None) is (one.stage is ProjectStage.ENDED) for one in projects)
    assert all(one.active_until is None or not holds(None, one.active_until, DAY) for one in projects)
