"""Who is in a scope."""

from datetime import date

import pytest

from graph.model.kinds import ActorKind, Level, NodeKind, Sector, TieKind
from graph.network.scope import NetworkScope
from tests.network.drawing import Drawing
from tests.network.looking import seen

DAY = date(2024, 6, 1)


def actors(drawing: Drawing, scope: NetworkScope) -> tuple[str, ...]:
    return seen(drawing, scope).network.ids


@pytest.mark.parametrize(
    ("interval", "there"),
    [
        ({}, True),
        ({"since": "2024-06-01"}, True),
        ({"since": "2024-06-02"}, False),
        ({"until": "2024-06-01"}, False),
        ({"until": "2024-06-02"}, True),
        ({"since": "2024"}, True),
    ],
    ids=str,
)
def test_actors_are_in_while_they_are_active(interval: dict[str, str], there: bool) -> None:
    drawing = Drawing().people("a", since=interval.get("since"), until=interval.get("until"))
    assert bool(actors(drawing, NetworkScope(as_of=DAY))) == there


def test_actors_stand_in_order_of_id_whatever_else_there_is() -> None:
    drawing = Drawing().people("b", "a", "B", "10", "9").node(NodeKind.ORGANIZATION, "a0")
    assert actors(drawing, NetworkScope()) == ("10", "9", "B", "a", "b")


def topics() -> Drawing:
    drawing = Drawing().people("expert", "active", "interested", "former", "narrower", "unrelated")
    drawing.node(NodeKind.TOPIC, "childhood", "early-childhood", "youth")
    drawing.tie(TieKind.BROADER, "early-childhood", "childhood")
    drawing.tie(TieKind.WORKS_ON, "expert", "childhood", engagement="EXPERT")
    drawing.tie(TieKind.WORKS_ON, "active", "childhood", engagement="ACTIVE")
    drawing.tie(TieKind.WORKS_ON, "interested", "childhood", engagement="INTERESTED")
    drawing.tie(TieKind.WORKS_ON, "former", "childhood", engagement="EXPERT", until="2024-06-01")
    drawing.tie(TieKind.WORKS_ON, "narrower", "early-childhood", engagement="ACTIVE")
    return drawing.tie(TieKind.WORKS_ON, "unrelated", "youth", engagement="ACTIVE")


def test_a_topic_takes_in_those_at_work_on_it_or_on_narrower_ones() -> None:
    assert actors(topics(), NetworkScope(topics=("childhood",), as_of=DAY)) == ("active", "expert", "narrower")
    assert actors(topics(), NetworkScope(topics=("early-childhood",), as_of=DAY)) == ("narrower",)
    assert actors(topics(), NetworkScope(topics=("early-childhood", "youth"), as_of=DAY)) == ("narrower", "unrelated")


def test_a_topic_nobody_knows_takes_in_nobody() -> None:
    assert actors(topics(), NetworkScope(topics=("unknown",))) == ()


@pytest.mark.parametrize(
    ("stage", "until", "at_work"),
    [
        ("RUNNING", None, True),
        ("IDEA", None, True),
        ("ENDED", None, False),
        ("ENDED", "2025", True),
        ("RUNNING", "2024", False),
    ],
)
def test_a_current_project_tells_what_one_works_on(stage: str, until: str | None, at_work: bool) -> None:
    drawing = Drawing().people("a").node(NodeKind.TOPIC, "play")
    drawing.node(NodeKind.PROJECT, "park", until=until, stage=stage)
    drawing.tie(TieKind.CONTRIBUTES_TO, "a", "park").tie(TieKind.ABOUT, "park", "play")
    assert bool(actors(drawing, NetworkScope(topics=("play",), as_of=DAY))) == at_work


def test_why_someone_works_on_a_topic_are_the_ties_that_say_so() -> None:
    drawing = Drawing().people("a").node(NodeKind.TOPIC, "play", "sport").node(NodeKind.PROJECT, "park")
    drawing.tie(TieKind.CONTRIBUTES_TO, "a", "park").tie(TieKind.ABOUT, "park", "play")
    drawing.tie(TieKind.WORKS_ON, "a", "play", engagement="ACTIVE")
    drawing.tie(TieKind.WORKS_ON, "a", "sport", engagement="ACTIVE")
    scoped = seen(drawing)
    assert scoped.topics == {"a": ("play", "sport")}
    found = {tie.id for tie in scoped.why_on("a", "play")}
    assert found == {"CONTRIBUTES_TO:a:park", "ABOUT:park:play", "WORKS_ON:a:play"}
    assert [tie.id for tie in scoped.why_on("a", "sport")] == ["WORKS_ON:a:sport"]


def places() -> Drawing:
    drawing = Drawing().node(NodeKind.MUNICIPALITY, "05", "05111000", "06", "06411000")
    drawing.tie(TieKind.PART_OF, "05111000", "05").tie(TieKind.PART_OF, "06411000", "06")
    drawing.people("a", "b", "c").tie(TieKind.ACTIVE_IN, "a", "05111000").tie(TieKind.ACTIVE_IN, "b", "05")
    drawing.tie(TieKind.ACTIVE_IN, "c", "06411000").node(NodeKind.ORGANIZATION, "office", "club", "elsewhere")
    drawing.tie(TieKind.ADMINISTERS, "office", "05111000").tie(TieKind.LOCATED_IN, "club", "05111000")
    return drawing.tie(TieKind.LOCATED_IN, "elsewhere", "06")


@pytest.mark.parametrize(
    ("kind", "inside"),
    [
        (ActorKind.PEOPLE, ("a", "b")),
        (ActorKind.ORGANIZATIONS, ("club", "office")),
        (ActorKind.MUNICIPALITIES, ("05", "05111000")),
    ],
)
def test_a_municipality_takes_in_its_actors_and_those_of_its_parts(kind: ActorKind, inside: tuple[str, ...]) -> None:
    assert actors(places(), NetworkScope(actors=kind, municipalities=("05",))) == inside


def test_a_part_does_not_take_in_those_of_the_whole() -> None:
    assert actors(places(), NetworkScope(municipalities=("05111000",))) == ("a",)


def posts() -> Drawing:
    drawing = Drawing().people("dean", "mayor", "nobody").people("retired", sector="CIVIL_SOCIETY", level="SPECIALIST")
    drawing.node(NodeKind.ORGANIZATION, "university", sector="SCIENCE").node(NodeKind.MUNICIPALITY, "05111000")
    drawing.tie(TieKind.LOCATED_IN, "university", "05111000")
    drawing.tie(TieKind.MEMBER_OF, "dean", "university", level="LEADERSHIP")
    return drawing.tie(TieKind.ACTIVE_IN, "mayor", "05111000", level="POLITICAL", capacity="POLITICS")


@pytest.mark.parametrize(
    ("sector", "inside"),
    [(Sector.SCIENCE, "dean"), (Sector.POLITICS, "mayor"), (Sector.CIVIL_SOCIETY, "retired")],
)
def test_people_are_in_the_sector_of_their_post_or_else_their_own(sector: Sector, inside: str) -> None:
    assert actors(posts(), NetworkScope(sectors=(sector,))) == (inside,)


@pytest.mark.parametrize(
    ("level", "inside"),
    [(Level.LEADERSHIP, "dean"), (Level.POLITICAL, "mayor"), (Level.SPECIALIST, "retired")],
)
def test_people_are_on_the_level_of_their_post_or_else_their_own(level: Level, inside: str) -> None:
    assert actors(posts(), NetworkScope(levels=(level,))) == (inside,)


def test_filters_narrow_one_another() -> None:
    assert actors(posts(), NetworkScope(sectors=(Sector.SCIENCE,), levels=(Level.POLITICAL,))) == ()
    assert actors(posts(), NetworkScope(sectors=(Sector.SCIENCE, Sector.POLITICS))) == ("dean", "mayor")
