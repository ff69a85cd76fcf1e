"""What each viewer is told, who is named, and who is not."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

import pytest

from graph.analytics.gap_details import GapDetails
from graph.analytics.multipliers import Multiplier
from graph.answers import Answers
from graph.model.errors import Forbidden, InvalidValue
from graph.model.kinds import ActorKind, NodeKind, TieKind, Visibility
from graph.network.scope import NetworkScope
from tests.answers.drawn import ANYBODY, MANAGER, MEMBER, STRATEGY, DrawnSource
from tests.network.drawing import Drawing

ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)
PEOPLE = NetworkScope()
ORGANIZATIONS = NetworkScope(actors=ActorKind.ORGANIZATIONS)
ALL_PEOPLE = tuple(f"p{number}" for number in range(8))


def town() -> Drawing:
    """Two circles of four, p3 and p4 known to each other; p0 and p7 work on one topic. x and y share p0 and a project,
    z is alone."""
    drawing = Drawing().people(*ALL_PEOPLE).node(NodeKind.TOPIC, "care", "play")
    for circle in (ALL_PEOPLE[:4], ALL_PEOPLE[4:]):
        for one, other in combinations(circle, 2):
            drawing.tie(TieKind.COLLABORATES_WITH, one, other, strength=4)
    drawing.tie(TieKind.COLLABORATES_WITH, "p3", "p4", strength=2)
    for person in ("p0", "p1", "p7"):
        drawing.tie(TieKind.WORKS_ON, person, "care", engagement="EXPERT")
    drawing.node(NodeKind.ORGANIZATION, *"xyz", sector="SCIENCE").node(NodeKind.PROJECT, "park")
    for organization in "xy":
        drawing.tie(TieKind.MEMBER_OF, "p0", organization).tie(TieKind.RUNS, organization, "park")
    for organization in "xz":
        drawing.tie(TieKind.WORKS_ON, organization, "play", engagement="ACTIVE")
    return drawing


@pytest.fixture
def source() -> DrawnSource:
    source = DrawnSource(town())
    source.agree(*ALL_PEOPLE)
    return source


@pytest.fixture
async def answers(source: DrawnSource) -> AsyncIterator[Answers]:
    async with Answers(source, pause=0.05) as answers:
        yield answers


def named(multipliers: tuple[Multiplier, ...]) -> set[str]:
    subjects = {node.id for item in multipliers for reason in item.reasons for node in reason.subjects}
    return {item.actor for item in multipliers} | subjects


def named_in_gaps(found: list[GapDetails]) -> set[str]:
    """Every id in the details, of nodes and in the ids of ties, which name their ends."""
    return {word for word in str(found).replace(":", "'").split("'") if word in ALL_PEOPLE}


async def test_people_are_ranked_for_strategy_and_managers_only(answers: Answers) -> None:
    for viewer in (STRATEGY, MANAGER):
        view = await answers.network(viewer, PEOPLE)
        assert named((await view.multipliers()).items) == set(ALL_PEOPLE)
        assert (await view.gaps()).total == 2
    for viewer in (ANYBODY, MEMBER):
        view = await answers.network(viewer, PEOPLE)
        for refused in (view.multipliers(), view.gaps(), view.gap_details([])):
            with pytest.raises(Forbidden):
                await refused


async def test_organizations_are_ranked_for_members_too(answers: Answers, source: DrawnSource) -> None:
    source.agree()
    view = await answers.network(MEMBER, ORGANIZATIONS)
    ranked = await view.multipliers()
    assert [item.actor for item in ranked.items] == ["x", "y", "z"]
    assert ranked.left_out.value == 0  # of organizations nobody is ever left out
    assert [(gap.a, gap.b) for gap in (await view.gaps()).items] == [("x", "z")]
    assert (await view.multiplier("x")) is not None
    outside = await answers.network(ANYBODY, ORGANIZATIONS)
    assert await outside.multiplier("x") is None
    with pytest.raises(Forbidden):
        await outside.multipliers()


async def test_who_does_not_agree_is_in_no_list_place_or_reason(answers: Answers, source: DrawnSource) -> None:
    source.agree("p0", "p1", "p5", "p7")
    view = await answers.network(STRATEGY, PEOPLE)
    ranking, gaps = await view.multipliers(), await view.gaps()
    details = await view.gap_details(gaps.items)
    assert named(ranking.items) == {"p0", "p1", "p5", "p7"}
    assert [(gap.a, gap.b) for gap in gaps.items] == [("p0", "p7"), ("p1", "p7")]
    assert named_in_gaps(details) <= {"p0", "p1", "p5", "p7"}
    assert details[0].introducers == ()
    assert details[0].distance == 3  # through p3 and p4, who stay where they are


async def test_who_agrees_introduces(answers: Answers) -> None:
    view = await answers.network(STRATEGY, PEOPLE)
    details = await view.gap_details((await view.gaps()).items)
    assert [introducer.actor for introducer in details[0].introducers] == ["p3"]
    assert [tie.id for tie in details[0].introducers[0].ties] == ["COLLABORATES_WITH:p0:p3"]


async def test_a_withdrawn_consent_holds_from_the_next_question_on(answers: Answers, source: DrawnSource) -> None:
    view = await answers.network(STRATEGY, PEOPLE)
    assert "p3" in named((await view.multipliers()).items)
    source.agree(*(set(ALL_PEOPLE) - {"p3"}))
    assert "p3" not in named((await view.multipliers()).items)
    assert "p3" not in named_in_gaps(await view.gap_details((await view.gaps()).items))
    assert await view.multiplier("p3") is None


async def test_those_left_out_are_counted_exactly_for_managers_only(answers: Answers, source: DrawnSource) -> None:
    source.agree("p0", "p1", "p2", "p3", "p4")
    for viewer, value in ((STRATEGY, None), (MANAGER, 3)):
        view = await answers.network(viewer, PEOPLE)
        assert (await view.multipliers()).left_out.value == value
        assert (await view.gaps()).left_out.value == value
    source.agree("p0")
    assert (await (await answers.network(STRATEGY, PEOPLE)).multipliers()).left_out.value == 7


async def test_consent_leaves_the_figures_as_they_are(answers: Answers, source: DrawnSource) -> None:
    view = await answers.network(MANAGER, PEOPLE)
    before = {item.actor: (item.score, item.measures) for item in (await view.multipliers()).items}
    source.agree("p0", "p5")
    after = {item.actor: (item.score, item.measures) for item in (await view.multipliers()).items}
    assert after == {id: before[id] for id in ("p0", "p5")}


async def test_a_person_who_does_not_agree_is_not_named_by_what_organizations_share(
    answers: Answers, source: DrawnSource
) -> None:
    source.drawing.node(NodeKind.ORGANIZATION, "w").tie(TieKind.MEMBER_OF, "p0", "w")  # w and z both know x
    source.drawing.tie(TieKind.COLLABORATES_WITH, "x", "z").tie(TieKind.WORKS_ON, "w", "care", engagement="ACTIVE")
    source.drawing.tie(TieKind.WORKS_ON, "z", "care", engagement="ACTIVE")
    view = await answers.network(MEMBER, ORGANIZATIONS)
    for agreeing, codes in ((("p0",), ["SHARED_PERSON", "COLLABORATES"]), ((), ["COLLABORATES"])):
        source.agree(*agreeing)
        gap = next(gap for gap in (await view.gaps()).items if (gap.a, gap.b) == ("w", "z"))
        (detail,) = await view.gap_details([gap])
        first, *sides = detail.introducers[0].reasons
        assert first.subjects[0].id == "x"
        assert [reason.code for reason in sides] == codes
        assert ("p0" in str(detail)) == bool(agreeing)


async def test_oneself_one_may_always_ask_about(answers: Answers, source: DrawnSource) -> None:
    source.agree("p1")
    member = replace(MEMBER, person_id="p0")
    view = await answers.network(member, PEOPLE)
    own = await view.multiplier("p0")
    assert own is not None
    assert own.measures.degree == 3
    assert {node.id for reason in own.reasons for node in reason.subjects} <= {"p1"}
    assert await view.multiplier("p1") is None


@pytest.mark.parametrize("id", ["nobody", "p2", "hidden"])
async def test_who_does_not_agree_is_hidden_or_unknown_is_all_the_same(
    answers: Answers, source: DrawnSource, id: str
) -> None:
    source.drawing.node(NodeKind.PERSON, "hidden", visibility=Visibility.MANAGERS)
    source.agree("p1", "hidden")
    view = await answers.network(STRATEGY, PEOPLE)
    assert await view.multiplier("p1") is not None
    assert await view.multiplier(id) is None


async def test_a_hidden_person_changes_no_answer_of_a_lower_tier(answers: Answers, source: DrawnSource) -> None:
    without = await all_answers(answers)
    source.drawing.node(NodeKind.PERSON, "a-hidden", visibility=Visibility.MANAGERS)
    for person in ALL_PEOPLE:
        source.drawing.tie(TieKind.COLLABORATES_WITH, "a-hidden", person, strength=5)
    source.drawing.tie(TieKind.WORKS_ON, "a-hidden", "care", engagement="EXPERT")
    source.agree(*ALL_PEOPLE, "a-hidden")
    async with Answers(source, pause=0.05) as others:
        assert await all_answers(others) == without
        assert "a-hidden" in str(await (await others.network(MANAGER, PEOPLE)).multipliers())


async def all_answers(answers: Answers) -> list[object]:
    """Everything that strategy is told, but when the snapshot was taken."""
    found: list[object] = []
    for scope in (PEOPLE, ORGANIZATIONS):
        view = await answers.network(STRATEGY, scope)
        gaps = await view.gaps()
        found += [replace(view.snapshot, taken_at=ANY_TIME), view.scope, await view.summary(), await view.multipliers()]
        found += [gaps, await view.gap_details(gaps.items)]
    return found


async def test_members_see_the_figures_of_the_network_and_others_coarse_ones(answers: Answers) -> None:
    inside = await (await answers.network(MEMBER, PEOPLE)).summary()
    assert (inside.actors.value, inside.ties.value, inside.components.value) == (8, 13, 1)
    assert inside.density == pytest.approx(13 / 28)
    view = await answers.network(ANYBODY, ORGANIZATIONS)
    outside = await view.summary()
    assert (outside.actors.value, outside.ties.value, outside.isolated.value) == (None, 0, None)
    assert outside.actors.text() == "fewer than 5"
    ratios = (outside.density, outside.mean_degree, outside.clustering, outside.share_isolated)
    assert ratios == (None, None, None, None)
    assert view.snapshot.actor_count.value is None


async def test_former_ids_in_a_scope_keep_working_and_unknown_ones_are_refused(
    answers: Answers, source: DrawnSource
) -> None:
    source.aliases["old-care"] = "care"
    view = await answers.network(MEMBER, replace(PEOPLE, topics=("old-care",)))
    assert view.scope.topics == ("care",)
    assert view.scoped.network.ids == ("p0", "p1", "p7")
    for wrong in (replace(PEOPLE, topics=("p0",)), replace(PEOPLE, municipalities=("99",))):
        with pytest.raises(InvalidValue) as refusal:
            await answers.network(MEMBER, wrong)
        assert refusal.value.field in ("topics", "municipalities")


async def test_an_empty_network_has_all_answers(answers: Answers, source: DrawnSource) -> None:
    source.drawing.nodes.clear()
    source.drawing.ties.clear()
    for scope in (PEOPLE, ORGANIZATIONS, NetworkScope(actors=ActorKind.MUNICIPALITIES)):
        view = await answers.network(MANAGER, scope)
        assert (await view.summary()).actors.value == 0
        assert (await view.multipliers()).items == ()
        assert (await view.gaps()).items == ()


async def test_the_same_question_twice_is_computed_once(answers: Answers) -> None:
    one, other = [await answers.network(viewer, PEOPLE) for viewer in (STRATEGY, replace(STRATEGY, actor="another"))]
    assert (await one.multipliers()).items is (await other.multipliers()).items
    assert one.scoped is other.scoped
