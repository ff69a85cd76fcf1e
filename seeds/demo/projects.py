"""The projects of the demo: what they are, who is in them, what they are about and what help they look for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph.model.kinds import Impulse, NodeKind, ProjectStage
from graph.model.nodes import ProjectFields
from graph.model.ties import NodeRef
from seeds.calendar import day_before
from seeds.demo.bodies import Body, bodies
from seeds.demo.cast import Member, by_id, ordinary
from seeds.demo.places import ALL_REGIONS, REGIONS
from seeds.demo.source import DEMO
from seeds.demo.topics import label, some_topics
from seeds.demo.truth import CUT_POINTS
from seeds.dice import Dice, Wheel
from seeds.places import inside, place
from seeds.project_texts import Setting, lessons, summary, title
from seeds.rows import SeedNode

PER_REGION: Final = 10
JOINT: Final = 8
STAGES: Final = tuple(ProjectStage)
STAGE_MIX: Final = Wheel((0.12, 0.2, 0.36, 0.2, 0.12))
LEARNED: Final = 0.75
"""How many of the projects under way have written down what they learned."""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """A project with what its ties are made from."""

    key: str
    fields: ProjectFields
    runner: Body
    place: str
    team: tuple[Member, ...]
    topics: tuple[str, ...]

    @property
    def node(self) -> SeedNode:
        """The project to be."""
        return SeedNode(DEMO, f"project/{self.key}", self.fields)

    @property
    def ref(self) -> NodeRef:
        """The end of a tie at this project."""
        return DEMO.ref(NodeKind.PROJECT, f"project/{self.key}")


@cache
def undertakings() -> tuple[Undertaking, ...]:
    """All projects: those of one region, those of two, and those of the groups that hang on one person."""
    return (*_regional(), *_joint(), *_of_branches())


def _regional() -> Iterator[Undertaking]:
    dice = Dice("demo", "projects")
    for region in range(len(ALL_REGIONS)):
        people = ordinary(region)
        for number in range(PER_REGION):
            team = dice.some(people, dice.between(2, 5))
            yield _undertaking(f"region-{region}-{number}", region, team, dice)


def _joint() -> Iterator[Undertaking]:
    dice = Dice("demo", "joint projects")
    for number in range(JOINT):
        one, other = dice.some(range(len(REGIONS)), 2)
        team = [*dice.some(ordinary(one), 2), *dice.some(ordinary(other), 2)]
        yield _undertaking(f"joint-{number}", one, team, dice)


def _of_branches() -> Iterator[Undertaking]:
    dice = Dice("demo", "projects of branches")
    for cut_point in CUT_POINTS:
        team = [by_id()[one] for one in (cut_point.person, *cut_point.branch[:2])]
        yield _undertaking(f"{cut_point.key}", cut_point.region, team, dice)


def _undertaking(key: str, region: int, team: list[Member], dice: Dice) -> Undertaking:
    near = [body for body in bodies() if body.region == region]
    runner = team[0].body if dice.chance(0.8) else dice.pick(near)
    where = runner.seat
    topics = some_topics(dice, region, dice.between(1, 3))
    setting = Setting(place(where).name, inside(where), label(topics[0]), runner.name)
    return Undertaking(key, _fields(setting, dice), runner, where, tuple(team), tuple(topics))


def _fields(setting: Setting, dice: Dice) -> ProjectFields:
    stage = STAGES[STAGE_MIX.turn(dice)]
    under_way = stage in STAGES[2:]
    ended = stage is ProjectStage.ENDED
    return ProjectFields(
        title=title(dice, setting),
        summary=summary(dice, setting),
        lessons=lessons(dice) if under_way and dice.chance(LEARNED) else None,
        stage=stage,
        impulse=dice.pick((Impulse.TOP_DOWN, Impulse.BOTTOM_UP, None)),
        active_from=None if stage is ProjectStage.IDEA else day_before(dice, 7, newest_days=1500 if ended else 60),
        active_until=day_before(dice, 3, newest_days=200) if ended else None,
    )
