"""Who connects a network, in what order, and why."""

from itertools import combinations, pairwise

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from graph.analytics.measures import MeasureTable, measure
from graph.analytics.multipliers import MultiplierMeasure, MultiplierRanking, multiplier, multipliers, ordered
from graph.analytics.reasons import Why
from graph.analytics.results import Reason, ReasonCode
from graph.model.kinds import NodeKind, TieKind
from graph.network.bonds import Bond
from graph.network.network import Network
from graph.network.snapshot import TieRef
from tests.network.graphs import graphs, network_of


def two_circles() -> Network:
    """Two groups of four who all know each other, b1 of one and c1 of the other both known to `a`; e knows nobody, z
    only b2."""
    groups = (("b1", "b2", "b3", "b4"), ("c1", "c2", "c3", "c4"))
    ties = [pair for group in groups for pair in combinations(group, 2)]
    return Network.from_ties([*ties, ("a", "b1"), ("a", "c1"), ("b2", "z")], ["e"])


@pytest.fixture(scope="module")
def table() -> MeasureTable:
    return measure(two_circles())


ALL = frozenset(two_circles().ids)


def ranking(table: MeasureTable, listed: frozenset[str] = ALL) -> MultiplierRanking:
    return multipliers(table, listed, Why(listed))


def reason(table: MeasureTable, id: str, code: ReasonCode, why: Why | None = None) -> Reason | None:
    found = multiplier(table, id, ALL, why or Why(ALL))
    assert found is not None
    return next((reason for reason in found.reasons if reason.code is code), None)


def named(reason: Reason | None) -> list[str]:
    assert reason is not None
    return [node.id for node in reason.subjects]


def test_all_listed_actors_are_there_once_best_first(table: MeasureTable) -> None:
    found = ranking(table)
    assert {item.actor for item in found.items} == ALL
    assert len(found.items) == len(ALL)
    scores = [item.score for item in found.items]
    assert scores == sorted(scores, reverse=True)
    assert found.left_out == 0


def test_equal_actors_share_a_rank_and_stand_by_id(table: MeasureTable) -> None:
    places = {item.actor: (item.rank, item.score) for item in ranking(table).items}
    assert places["c2"] == places["c3"] == places["c4"]
    order = [item.actor for item in ranking(table).items]
    assert order.index("c2") + 1 == order.index("c3") == order.index("c4") - 1


def test_who_has_no_tie_has_no_score_and_comes_last(table: MeasureTable) -> None:
    last = ranking(table).items[-1]
    assert (last.actor, last.score, last.reasons) == ("e", 0.0, ())
    assert last.measures.participation is None
    assert last.measures.constraint is None


def test_the_score_is_the_mean_of_four_percentiles(table: MeasureTable) -> None:
    rows = {id: table.of(at) for at, id in enumerate(table.network.ids) if table.network.degrees[at]}

    def percentile(name: str, id: str, sign: int = 1) -> float:
        values = [float(sign * round(getattr(row, name), 9)) for row in rows.values()]
        own = float(sign * round(getattr(rows[id], name), 9))
        return (sum(value < own for value in values) + sum(value == own for value in values) / 2) / len(values)

    for item in ranking(table).items[:-1]:
        parts = [percentile(name, item.actor) for name in ("betweenness", "two_step_reach", "participation")]
        parts.append(percentile("constraint", item.actor, -1))
        assert item.score == pytest.approx(sum(parts) / 4)


def test_who_is_not_listed_is_nowhere_named_but_still_counts(table: MeasureTable) -> None:
    listed = ALL - {"a", "c1"}
    found = ranking(table, listed)
    assert found.left_out == 2
    assert {item.actor for item in found.items} == listed
    assert all(node.id in listed for item in found.items for reason in item.reasons for node in reason.subjects)
    before = {item.actor: (item.score, item.measures) for item in ranking(table).items}
    assert {item.actor: (item.score, item.measures) for item in found.items} == {id: before[id] for id in listed}


def test_ranks_count_listed_actors_only(table: MeasureTable) -> None:
    best = ranking(table).items[0].actor
    without = ranking(table, ALL - {best})
    assert without.items[0].rank == 1
    alone = multiplier(table, best, ALL - {best}, Why(ALL))
    assert alone is not None
    assert alone.rank == 1


def test_one_actor_is_the_same_as_in_the_ranking(table: MeasureTable) -> None:
    for item in ranking(table).items:
        assert multiplier(table, item.actor, ALL, Why(ALL)) == item
    assert multiplier(table, "nobody", ALL, Why(ALL)) is None


@pytest.mark.parametrize("by", MultiplierMeasure)
def test_every_order_is_total_and_puts_the_undefined_last(table: MeasureTable, by: MultiplierMeasure) -> None:
    items = ordered(reversed(ranking(table).items), by)
    values = [item.score if by is MultiplierMeasure.SCORE else getattr(item.measures, by.lower()) for item in items]
    known = [value for value in values if value is not None]
    assert values[: len(known)] == known
    assert known == sorted(known, reverse=by is not MultiplierMeasure.CONSTRAINT)
    pairs = list(zip(values, [item.actor for item in items], strict=True))
    assert all(one[1] < other[1] for one, other in pairwise(pairs) if one[0] == other[0])


def test_on_shortest_paths_is_the_share_of_pairs_of_others(table: MeasureTable) -> None:
    # of the 9 · 8 / 2 pairs of others, those between {b1 … b4, z} and {c1 … c4}, and none else, go through a
    found = reason(table, "a", ReasonCode.ON_SHORTEST_PATHS)
    assert found is not None
    assert found.value == pytest.approx(5 * 4 / (10 * 9 / 2))
    assert reason(table, "z", ReasonCode.ON_SHORTEST_PATHS) is None


def test_reaches_in_two_steps_counts_others(table: MeasureTable) -> None:
    found = reason(table, "a", ReasonCode.REACHES_IN_TWO_STEPS)
    assert found is not None
    assert found.value == 8  # b1, c1 and the three others of each circle
    assert table.of(table.network.position["a"]).two_step_reach == pytest.approx(8 / 10)


def test_bridges_communities_names_the_strongest_contact_in_each_other_one(table: MeasureTable) -> None:
    groups = dict(zip(table.network.ids, table.communities.tolist(), strict=True))
    assert groups["b1"] != groups["c1"]
    inside, outside = ("b1", "c1") if groups["a"] == groups["b1"] else ("c1", "b1")
    found = reason(table, "a", ReasonCode.BRIDGES_COMMUNITIES)
    assert found is not None
    assert (found.value, named(found)) == (1, [outside])
    assert reason(table, inside, ReasonCode.BRIDGES_COMMUNITIES) is None
    assert reason(table, "c2", ReasonCode.BRIDGES_COMMUNITIES) is None


def test_bridges_sectors_counts_known_sectors_other_than_its_own(table: MeasureTable) -> None:
    sectors = {"a": "SCIENCE", "b1": "POLITICS", "c1": "UNKNOWN"}
    found = reason(table, "a", ReasonCode.BRIDGES_SECTORS, Why(ALL, sectors=sectors))
    assert found is not None
    assert (found.value, named(found)) == (1, ["b1"])
    unknown = reason(table, "a", ReasonCode.BRIDGES_SECTORS, Why(ALL, sectors={"b1": "POLITICS", "c1": "SCIENCE"}))
    assert unknown is not None
    assert unknown.value == 2
    assert reason(table, "a", ReasonCode.BRIDGES_SECTORS) is None


def test_a_bridge_to_people_who_may_not_be_named_counts_without_a_name(table: MeasureTable) -> None:
    sectors = {"a": "SCIENCE", "b1": "POLITICS", "c1": "POLITICS"}
    found = reason(table, "a", ReasonCode.BRIDGES_SECTORS, Why(ALL - {"b1", "c1"}, sectors=sectors))
    assert found is not None
    assert (found.value, found.subjects) == (1, ())


def test_separate_contacts_is_the_effective_size_and_names_two_who_are_apart(table: MeasureTable) -> None:
    found = reason(table, "a", ReasonCode.SEPARATE_CONTACTS)
    assert found is not None
    assert (found.value, named(found)) == (2, ["b1", "c1"])
    b2 = reason(table, "b2", ReasonCode.SEPARATE_CONTACTS)
    assert b2 is not None
    assert b2.value == 4 - 2 * 3 / 4
    assert named(b2) == ["b1", "z"]
    assert reason(table, "c2", ReasonCode.SEPARATE_CONTACTS) is None  # three contacts, as good as one
    assert reason(table, "z", ReasonCode.SEPARATE_CONTACTS) is None


def test_a_cut_point_says_into_how_many_parts_and_names_one_in_each(table: MeasureTable) -> None:
    assert named(reason(table, "a", ReasonCode.CUT_POINT)) == ["b1", "c1"]
    b2 = reason(table, "b2", ReasonCode.CUT_POINT)
    assert b2 is not None
    assert (b2.value, named(b2)) == (2, ["b1", "z"])
    assert reason(table, "c2", ReasonCode.CUT_POINT) is None


def test_a_reason_carries_the_ties_to_whom_it_names(table: MeasureTable) -> None:
    def between(one: str, other: str) -> list[Bond]:
        return [Bond(TieKind.COLLABORATES_WITH, 1.0, (TieRef(TieKind.COLLABORATES_WITH, f"{one}-{other}"),))]

    found = reason(table, "a", ReasonCode.CUT_POINT, Why(ALL, between))
    assert found is not None
    assert [tie.id for tie in found.ties] == ["a-b1", "a-c1"]


def test_subjects_are_of_the_kind_of_the_network() -> None:
    network = Network.from_ties([("x", "y"), ("y", "z")], kind=NodeKind.ORGANIZATION)
    found = multiplier(measure(network), "y", {"x", "z"}, Why({"x", "z"}))
    assert found is not None
    assert {node.kind for reason in found.reasons for node in reason.subjects} == {NodeKind.ORGANIZATION}


@settings(max_examples=15, deadline=None)
@given(graphs())
def test_ranks_and_scores_do_not_depend_on_how_the_network_was_made(graph: "nx.Graph[str]") -> None:
    backwards: nx.Graph[str] = nx.Graph()
    backwards.add_nodes_from(reversed(list(graph)))
    backwards.add_weighted_edges_from((b, a, graph[a][b]["weight"]) for a, b in reversed(list(graph.edges)))
    one, other = measure(network_of(graph)), measure(network_of(backwards))
    assert np.array_equal(one.score, other.score)
    assert ranking(one, frozenset(graph)) == ranking(other, frozenset(graph))
