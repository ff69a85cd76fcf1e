"""The national network is as large as asked for, with the communities that were planted in it."""

import tracemalloc
from collections import Counter
from functools import cache

import networkx as nx
import pytest

from graph.model.errors import InvalidValue
from graph.model.kinds import DIRECTORY_KINDS, NodeKind, TieKind
from graph.model.messages import Language
from graph.model.ties import WRITABLE_TIES, TieFields
from seeds.calendar import DAY
from seeds.national import people, rows
from seeds.national.plan import LEAST, MOST, Plan
from seeds.places import districts
from seeds.reference.load import topics
from seeds.rows import SeedNode
from tests.seeds.people_network import people_network

PLAN = Plan(2_000)
OF_REFERENCE = {TieKind.PART_OF, TieKind.BROADER, TieKind.RELATED_TO, TieKind.SUCCEEDED_BY}


@cache
def nodes() -> tuple[SeedNode, ...]:
    return tuple(rows.nodes(PLAN))


@cache
def ties() -> tuple[TieFields, ...]:
    return tuple(rows.ties(PLAN))


@cache
def network() -> "nx.Graph[str]":
    collaborations = (tie for tie in ties() if tie.kind is TieKind.COLLABORATES_WITH)
    return people_network(PLAN.person_ids, collaborations, DAY)


def test_there_are_as_many_people_as_asked_for_and_five_collaborations_for_each() -> None:
    counts = Counter(node.fields.kind_of_node for node in nodes())
    assert counts[NodeKind.PERSON] == 2_000
    assert 9_900 <= network().number_of_edges() <= 10_000
    assert set(counts) == set(DIRECTORY_KINDS) - {NodeKind.MUNICIPALITY, NodeKind.TOPIC}
    assert {tie.kind for tie in ties()} == set(WRITABLE_TIES) - OF_REFERENCE


@pytest.mark.parametrize("people", [LEAST - 1, MOST + 1])
def test_other_sizes_are_refused_in_both_languages(people: int) -> None:
    with pytest.raises(InvalidValue) as refused:
        Plan(people)
    assert str(refused.value) == f"{people} people are not possible here. Allowed: 1000 to 100000."
    assert refused.value.text(Language.DE) == f"{people} Personen sind hier nicht möglich. Erlaubt: 1000 bis 100000."


def test_every_id_and_every_key_of_a_tie_is_there_once() -> None:
    assert len({node.id for node in nodes()}) == len(nodes())
    assert len({tie.key for tie in ties()}) == len(ties())


def test_both_ends_of_every_tie_are_in_the_network_or_the_reference_data() -> None:
    known = {node.ref for node in nodes()}
    places, slugs = set(districts()), {row.slug for row in topics()}
    ends = {end for tie in ties() for end in (tie.from_node, tie.to_node)} - known
    assert {end.id for end in ends if end.kind is NodeKind.MUNICIPALITY} == places
    assert {end.id for end in ends if end.kind is NodeKind.TOPIC} <= slugs
    assert {end.kind for end in ends} == {NodeKind.MUNICIPALITY, NodeKind.TOPIC}


def test_every_district_has_its_administration() -> None:
    administered = [tie.to_node.id for tie in ties() if tie.kind is TieKind.ADMINISTERS]
    assert sorted(administered) == list(districts())
    assert len(administered) == 400


@pytest.mark.parametrize("size", [1_000, 10_000, 100_000])
def test_every_person_is_in_one_community_and_every_district_too(size: int) -> None:
    plan = Plan(size)
    planted = plan.truth()
    assert len(planted) == size
    assert list(planted) == sorted(planted)
    assert set(planted) == set(range(plan.communities))
    lived_in = [place for community in range(plan.communities) for place in plan.districts_of(community)]
    assert lived_in == list(districts())
    bodies = [number for community in range(plan.communities) for number in plan.organizations_of(community)]
    assert sorted(bodies) == list(range(plan.organizations))


def test_the_planted_communities_are_in_the_ties() -> None:
    members: dict[int, set[str]] = {}
    for community, person in zip(PLAN.truth(), PLAN.person_ids, strict=True):
        members.setdefault(community, set()).add(person)
    planted = nx.community.modularity(network(), members.values())
    assert planted > 0.65
    found = nx.community.louvain_communities(network(), seed=7)
    assert planted > nx.community.modularity(network(), found) - 0.02


def test_degrees_are_heavy_tailed() -> None:
    degrees = sorted(degree for _, degree in network().degree())
    assert degrees[-1] > 8 * degrees[len(degrees) // 2]
    assert degrees[len(degrees) // 10] >= 1


def test_another_seed_or_size_is_another_network() -> None:
    ids = [{node.id for node in rows.nodes(plan)} for plan in (Plan(1_000), Plan(1_000, seed=8), Plan(1_100))]
    assert len(ids[0] | ids[1] | ids[2]) == len(ids[0]) + len(ids[1]) + len(ids[2])


def test_generating_holds_little_in_memory() -> None:
    plan = Plan(20_000)
    tracemalloc.start()
    try:
        count = sum(1 for _ in rows.nodes(plan)) + sum(1 for _ in people.consents(plan))
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count > 60_000
    assert held < 25_000_000
