"""The meetings of the demo and who came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Final

from graph.model.kinds import EventFormat, NodeKind, TieKind, TieSource
from graph.model.nodes import EventFields
from graph.model.ties import NodeRef, TieFields
from seeds.calendar import DAY
from seeds.demo.cast import Member, Part, cast
from seeds.demo.places import NATIONWIDE, REGIONS
from seeds.demo.source import DEMO
from seeds.demo.topics import common_topics, favorites, label
from seeds.dice import Dice
from seeds.places import bare_name, inside
from seeds.rows import SeedNode, municipality, topic

EVENTS: Final = 24
TITLES: Final = (
    "Netzwerktreffen {topic}",
    "Fachtag {topic}",
    "Werkstattgespräch {topic}",
    "Regionalkonferenz {place}: {topic}",
    "Praxisbesuch {inside}: {topic}",
)
NATIONWIDE_TITLE: Final = "Jahrestreffen Integrierte Planung {year}"
AT_HOME: Final = 0.35
FROM_ELSEWHERE: Final = 0.025
AT_THE_YEARLY_MEETING: Final = 0.12
FORMATS: Final = (EventFormat.ON_SITE, EventFormat.ON_SITE, EventFormat.HYBRID, EventFormat.ONLINE)


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event with what its ties are made from. Without a region it was for everybody."""

    key: str
    fields: EventFields
    region: int | None
    place: str
    topics: tuple[str, ...]

    @property
    def node(self) -> SeedNode:
        """The event to be."""
        return SeedNode(DEMO, f"event/{self.key}", self.fields)

    @property
    def ref(self) -> NodeRef:
        """The end of a tie at this event."""
        return DEMO.ref(NodeKind.EVENT, f"event/{self.key}")


@cache
def meetings() -> tuple[Meeting, ...]:
    """All events, the yearly meetings first."""
    return (*_yearly(), *_regional())


def event_ties() -> Iterator[TieFields]:
    """Where each event was, what it was about and who came."""
    dice = Dice("demo", "attendance")
    for meeting in meetings():
        if meeting.fields.format is not EventFormat.ONLINE:
            seat = municipality(meeting.place)
            yield TieFields(kind=TieKind.TAKES_PLACE_IN, from_node=meeting.ref, to_node=seat)
        for slug in meeting.topics:
            yield TieFields(kind=TieKind.ABOUT, from_node=meeting.ref, to_node=topic(slug))
        for member in cast():
            if dice.chance(_inclination(member, meeting)):
                source = TieSource.EVENT
                yield TieFields(kind=TieKind.ATTENDED, from_node=member.ref, to_node=meeting.ref, source=source)


def _inclination(member: Member, meeting: Meeting) -> float:
    if member.part is Part.ISOLATE:
        return 0.0
    if meeting.region is None:
        return AT_THE_YEARLY_MEETING
    return AT_HOME if member.region == meeting.region else FROM_ELSEWHERE


def _yearly() -> Iterator[Meeting]:
    for number, year in enumerate((2022, 2023, 2024, 2025)):
        fields = EventFields(title=NATIONWIDE_TITLE.format(year=year), held_on=f"{year}-10-{14 + number}")
        place = NATIONWIDE.places[number % len(NATIONWIDE.places)]
        yield Meeting(f"yearly-{year}", fields, None, place, ("integrierte-planung",))


def _regional() -> Iterator[Meeting]:
    dice = Dice("demo", "events")
    for number in range(EVENTS - 4):
        region = number % len(REGIONS)
        place = dice.pick(REGIONS[region].places)
        slug = dice.pick(favorites(region)) if dice.chance(0.7) else dice.pick(common_topics())
        held_on = (DAY - timedelta(days=dice.between(20, 1400))).isoformat()
        title = dice.pick(TITLES).format(topic=label(slug), place=bare_name(place), inside=inside(place))
        fields = EventFields(title=title, held_on=held_on, format=dice.pick(FORMATS))
        yield Meeting(f"regional-{number}", fields, region, place, (slug,))
