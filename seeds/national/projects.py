"""The projects of the national network: a place, a team and a few topics within one community."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from graph.model.kinds import Impulse, NodeKind, ProjectStage, TieKind, TieSource
from graph.model.nodes import ProjectFields
from graph.model.ties import TieFields
from seeds.calendar import day_before
from seeds.dice import Dice, Wheel
from seeds.national.bodies import organization
from seeds.national.offers import offer
from seeds.national.plan import OFFERS, Plan
from seeds.national.topics import a_topic
from seeds.places import bare_name, inside
from seeds.project_texts import Setting, lessons, summary, title
from seeds.reference.load import topics
from seeds.rows import SeedNode, municipality, topic

STAGES: Final = tuple(ProjectStage)
STAGE_MIX: Final = Wheel((0.12, 0.2, 0.36, 0.2, 0.12))
LABELS: Final = {row.slug: row.label_de for row in topics()}


@dataclass(frozen=True, slots=True)
class Project:
    """What a project and its ties are made from."""

    number: int
    place: str
    topics: tuple[str, ...]
    runner: int
    team: tuple[int, ...]
    since: str
    until: str | None
    stage: ProjectStage


def projects(plan: Plan) -> Iterator[SeedNode]:
    """All projects, in the order of their numbers."""
    dice = plan.dice("project texts")
    for project in _drawn(plan):
        setting = Setting(
            bare_name(project.place), inside(project.place), LABELS[project.topics[0]], bare_name(project.place)
        )
        yield SeedNode(plan.source, f"{NodeKind.PROJECT}/{project.number}", _fields(project, setting, dice))


def project_ties(plan: Plan) -> Iterator[TieFields]:
    """Who is in each project, who runs it, where it is, what it is about, seeks and uses."""
    dice = plan.dice("project ties")
    for project in _drawn(plan):
        own = plan.ref(NodeKind.PROJECT, project.number)
        for person in project.team:
            yield TieFields(
                kind=TieKind.CONTRIBUTES_TO,
                from_node=plan.person(person),
                to_node=own,
                since=project.since,
                until=project.until,
                source=TieSource.SURVEY,
            )
        yield TieFields(kind=TieKind.RUNS, from_node=organization(plan, project.runner), to_node=own)
        yield TieFields(kind=TieKind.TAKES_PLACE_IN, from_node=own, to_node=municipality(project.place))
        for slug in project.topics:
            yield TieFields(kind=TieKind.ABOUT, from_node=own, to_node=topic(slug))
        if project.until is None and dice.chance(0.3):
            yield TieFields(kind=TieKind.SEEKS, from_node=own, to_node=topic(project.topics[-1]))
        if dice.chance(0.3):
            used = offer(plan, dice.below(OFFERS))
            yield TieFields(kind=TieKind.USES, from_node=own, to_node=used, helped=dice.between(1, 5))


def _drawn(plan: Plan) -> Iterator[Project]:
    dice = plan.dice("projects")
    for community in range(plan.communities):
        people = plan.part(community, plan.people)
        runners, places = plan.organizations_of(community), plan.districts_of(community)
        for number in plan.part(community, plan.projects):
            stage = STAGES[STAGE_MIX.turn(dice)]
            ended = stage is ProjectStage.ENDED
            yield Project(
                number=number,
                place=dice.pick(places),
                topics=tuple(dict.fromkeys(a_topic(plan, community, dice) for _ in range(dice.between(1, 2)))),
                runner=dice.pick(runners),
                team=tuple(dict.fromkeys(dice.pick(people) for _ in range(dice.between(2, 6)))),
                since=day_before(dice, 7, newest_days=1500 if ended else 60),
                until=day_before(dice, 3, newest_days=200) if ended else None,
                stage=stage,
            )


def _fields(project: Project, setting: Setting, dice: Dice) -> ProjectFields:
    return ProjectFields(
        title=title(dice, setting),
        summary=summary(dice, setting),
        lessons=lessons(dice) if dice.chance(0.4) else None,
        stage=project.stage,
        impulse=dice.pick(tuple(Impulse)),
        active_from=project.since,
        active_until=project.until,
    )
