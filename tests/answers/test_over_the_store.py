"""Answers over a real database: what writers do is noticed, and what is withdrawn is gone."""

from collections.abc import AsyncIterator
from itertools import combinations

import pytest

from graph.answers import Answers
from graph.answers.view import NetworkView
from graph.model.errors import CursorExpired
from graph.model.kinds import ActorKind, ConsentPurpose, Engagement, MunicipalityKind, NodeKind, TieKind, Visibility
from graph.model.nodes import MunicipalityFields, PersonFields, TopicFields
from graph.model.ties import NodeRef, TieFields
from graph.network.scope import NetworkScope
from graph.store.database import Database
from graph.store.writing import ConsentWriter, Decision, NodeWriter, TieWriter
from tests.answers.drawn import ANYBODY, MANAGER, MEMBER, STRATEGY
from tests.answers.waiting import PAUSE, until_current

PEOPLE = NetworkScope()
ALL_PEOPLE = tuple(f"p{number}" for number in range(6))


def person(id: str) -> NodeRef:
    return NodeRef(NodeKind.PERSON, id)


async def agree(database: Database, id: str, *, given: bool = True) -> None:
    decisions = [Decision(purpose=purpose, given=given, source="a form") for purpose in ConsentPurpose]
    await ConsentWriter(database, MANAGER).record(id, decisions)


@pytest.fixture
async def town(database: Database) -> Database:
    """Six people, of whom p0 to p3 know each other and p4 knows p3; p1 and p4 work on one topic. All but p5 agree."""
    nodes, ties = NodeWriter(database, MANAGER), TieWriter(database, MANAGER)
    fields = [(id, PersonFields(name=f"Name of {id}", visibility=Visibility.NETWORK)) for id in ALL_PEOPLE]
    await nodes.create_many(NodeKind.PERSON, fields)
    await nodes.create(TopicFields(slug="care", label_de="Pflege", label_en="Care"))
    known = [*combinations(ALL_PEOPLE[:4], 2), ("p3", "p4")]
    await ties.create_many(
        [
            *((None, knows(a, b)) for a, b in known),
            *((None, works_on(id)) for id in ("p1", "p4")),
        ]
    )
    for id in ALL_PEOPLE[:5]:
        await agree(database, id)
    return database


def knows(one: str, other: str) -> TieFields:
    return TieFields(kind=TieKind.COLLABORATES_WITH, from_node=person(one), to_node=person(other))


def works_on(id: str) -> TieFields:
    topic = NodeRef(NodeKind.TOPIC, "care")
    return TieFields(kind=TieKind.WORKS_ON, from_node=person(id), to_node=topic, engagement=Engagement.EXPERT)


@pytest.fixture
async def answers(town: Database) -> AsyncIterator[Answers]:
    async with Answers(town, pause=PAUSE) as answers:
        yield answers


def actors(view: NetworkView) -> tuple[str, ...]:
    return view.scoped.network.ids


async def set_visibility(database: Database, id: str, visibility: Visibility, revision: int = 1) -> None:
    nodes = NodeWriter(database, MANAGER)
    await nodes.update(NodeKind.PERSON, id, {"visibility": visibility}, revision=revision)


async def test_who_connects_and_who_should_meet_is_answered_with_reasons(answers: Answers) -> None:
    view = await answers.network(STRATEGY, PEOPLE)
    best = (await view.multipliers()).items[0]
    (gap,) = await view.gap_details((await view.gaps()).items)
    assert (best.actor, best.rank, best.measures.degree) == ("p3", 1, 4)
    assert (gap.gap.a, gap.gap.b, gap.distance) == ("p1", "p4", 2)
    assert [introducer.actor for introducer in gap.introducers] == ["p3"]
    assert len(gap.introducers[0].ties) == 2


async def test_a_write_shows_once_the_new_snapshot_is_there(answers: Answers, town: Database) -> None:
    assert actors(await answers.network(MEMBER, PEOPLE)) == ALL_PEOPLE
    await NodeWriter(town, MANAGER).create(PersonFields(name="New", visibility=Visibility.NETWORK), id="p6")
    meanwhile = await answers.network(MEMBER, PEOPLE)
    assert (actors(meanwhile), meanwhile.snapshot.is_current) == (ALL_PEOPLE, False)
    assert actors(await until_current(answers, MEMBER, PEOPLE)) == (*ALL_PEOPLE, "p6")


async def test_who_becomes_hidden_is_gone_with_the_next_question(answers: Answers, town: Database) -> None:
    old = await answers.network(MEMBER, PEOPLE)
    await set_visibility(town, "p3", Visibility.MANAGERS)
    view = await answers.network(MEMBER, PEOPLE)
    assert "p3" not in actors(view)
    assert view.scoped.network.tie_count == 3
    assert "p3" in actors(await answers.network(MANAGER, PEOPLE))
    with pytest.raises(CursorExpired):
        await answers.network(MEMBER, PEOPLE, old.snapshot.id)


async def test_who_is_deleted_is_gone_with_the_next_question(answers: Answers, town: Database) -> None:
    await answers.network(MANAGER, PEOPLE)
    await NodeWriter(town, MANAGER).delete(NodeKind.PERSON, "p3", revision=1)
    assert "p3" not in actors(await answers.network(MANAGER, PEOPLE))


async def test_who_withdraws_publication_is_gone_for_the_public_with_the_next_question(
    answers: Answers, town: Database
) -> None:
    await set_visibility(town, "p0", Visibility.PUBLIC)
    assert actors(await answers.network(ANYBODY, PEOPLE)) == ("p0",)
    await agree(town, "p0", given=False)
    assert actors(await answers.network(ANYBODY, PEOPLE)) == ()
    assert "p0" in actors(await answers.network(MEMBER, PEOPLE))


async def test_who_withdraws_consent_is_listed_nowhere_from_the_next_question_on(
    answers: Answers, town: Database
) -> None:
    view = await answers.network(STRATEGY, PEOPLE)
    assert "p3" in [item.actor for item in (await view.multipliers()).items]
    await agree(town, "p3", given=False)
    assert "p3" not in str((await view.multipliers()).items)
    assert "p3" not in str(await view.gap_details((await view.gaps()).items))
    assert actors(await answers.network(STRATEGY, PEOPLE)) == ALL_PEOPLE


async def test_a_hidden_person_leaves_the_snapshot_of_members_as_it_is(answers: Answers, town: Database) -> None:
    before = await answers.network(MEMBER, PEOPLE)
    await NodeWriter(town, MANAGER).create(PersonFields(name="Hidden"), id="hidden")
    await TieWriter(town, MANAGER).create(knows("hidden", "p0"))
    assert "hidden" in actors(await until_current(answers, MANAGER, PEOPLE))
    after = await answers.network(MEMBER, PEOPLE)
    assert after.snapshot == before.snapshot


async def test_a_scope_can_be_told_by_ids_of_topics_and_places(answers: Answers, town: Database) -> None:
    place = MunicipalityFields(ags="05111000", name="Düsseldorf", kind=MunicipalityKind.INDEPENDENT_CITY)
    await NodeWriter(town, MANAGER).create(place)
    assert actors(await answers.network(MEMBER, NetworkScope(topics=("care",)))) == ("p1", "p4")
    scope = NetworkScope(actors=ActorKind.MUNICIPALITIES, municipalities=("05111000",))
    assert (await answers.network(MEMBER, scope)).scope.municipalities == ("05111000",)
