"""Who is in the demo: ordinary people by region, then the planted ones, each with a name, an employer and a role."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import Final

from graph.model.kinds import Level, NodeKind
from graph.model.ties import NodeRef
from seeds.demo.bodies import Body, bodies
from seeds.demo.places import ALL_REGIONS, NATIONWIDE, REGIONS
from seeds.demo.posts import PostOffice
from seeds.demo.source import person_id
from seeds.demo.truth import BRANCH_SIZE, CONNECTORS, CUT_POINTS, GAPS, ISOLATES
from seeds.dice import Dice, Wheel
from seeds.names.invent import Name, names
from seeds.roles import Family


class Part(Enum):
    """What a person was put into the demo for."""

    ORDINARY = auto()
    CONNECTOR = auto()
    GAP_END = auto()
    INTRODUCER = auto()
    CUT_POINT = auto()
    BRANCH = auto()
    ISOLATE = auto()


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the demo. `weight` says how readily others turn to this person."""

    key: str
    name: Name
    part: Part
    region: int
    body: Body
    level: Level
    title: str
    weight: float

    @property
    def id(self) -> str:
        """The id of the person."""
        return person_id(self.key)

    @property
    def ref(self) -> NodeRef:
        """The end of a tie at this person."""
        return NodeRef(NodeKind.PERSON, self.id)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the cast that a name and a role are still to be found for."""

    key: str
    part: Part
    region: int


HUB: Final = 20.0
NATION: Final = ALL_REGIONS.index(NATIONWIDE)


@cache
def cast() -> tuple[Member, ...]:
    """Everybody, always in the same order."""
    dice, invented, office = Dice("demo", "cast"), names(Dice("demo", "names")), PostOffice()
    wheels = {region: _employers(region) for region in range(len(ALL_REGIONS))}
    people = []
    for place in (*_ordinary(), *_planted()):
        employers, wheel = wheels[place.region]
        body = employers[wheel.turn(dice)]
        if place.part is Part.BRANCH:
            body = next(one for one in employers if one.family is Family.INITIATIVE)
        name = next(invented)
        level, title = office.post(body, name.gender, dice)
        weight = dice.heavy_tailed(2.4, HUB)
        people.append(Member(place.key, name, place.part, place.region, body, level, title, weight))
    return tuple(people)


@cache
def by_id() -> dict[str, Member]:
    """The cast by the ids of its people."""
    return {member.id: member for member in cast()}


def ordinary(region: int) -> list[Member]:
    """The people of a region who were not planted."""
    return [member for member in cast() if member.region == region and member.part is Part.ORDINARY]


def _employers(region: int) -> tuple[list[Body], Wheel]:
    there = [body for body in bodies() if body.region == region]
    return there, Wheel([body.posts for body in there])


def _ordinary() -> Iterator[Place]:
    for number, region in enumerate(ALL_REGIONS):
        for person in range(region.people):
            yield Place(f"region-{number}-{person}", Part.ORDINARY, number)


def _planted() -> Iterator[Place]:
    for number, connector in enumerate(CONNECTORS):
        home = NATION if number % 2 else connector.regions[0]
        yield Place(connector.key, Part.CONNECTOR, home)
    for gap in GAPS:
        yield Place(f"{gap.key}-one", Part.GAP_END, gap.regions[0])
        yield Place(f"{gap.key}-other", Part.GAP_END, gap.regions[1])
        yield Place(f"{gap.key}-introducer", Part.INTRODUCER, NATION)
    for cut_point in CUT_POINTS:
        yield Place(cut_point.key, Part.CUT_POINT, cut_point.region)
        for person in range(BRANCH_SIZE):
            yield Place(f"{cut_point.key}-branch-{person}", Part.BRANCH, cut_point.region)
    for number in range(len(ISOLATES)):
        yield Place(f"isolate-{number}", Part.ISOLATE, number % len(REGIONS))
