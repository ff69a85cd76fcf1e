"""What brings people together nationwide beside their work: events, and positions that they stand behind."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from graph.model.kinds import EndorsementRole, NodeKind, PositionStatus, TieKind, TieSource
from graph.model.nodes import EventFields, PolicyPositionFields
from graph.model.ties import TieFields
from seeds.calendar import DAY
from seeds.national.bodies import organization
from seeds.national.plan import POSITIONS, Plan
from seeds.national.topics import all_topics
from seeds.places import districts
from seeds.reference.load import topics
from seeds.rows import SeedNode, municipality, topic

GUESTS: Final = (10, 40)
FROM_HERE: Final = 0.8
SUPPORT: Final = 0.002
"""What share of all people supports one position."""
STATUSES: Final = (PositionStatus.PUBLISHED, PositionStatus.PUBLISHED, PositionStatus.ADOPTED, PositionStatus.DRAFT)


def gatherings(plan: Plan) -> Iterator[SeedNode]:
    """All events, then all positions, in the order of their numbers."""
    labels, dice = {row.slug: row.label_de for row in topics()}, plan.dice("gatherings")
    for number in range(plan.events):
        held_on = DAY - timedelta(days=dice.between(10, 1500))
        fields = EventFields(title=f"Fachtag {labels[_subject(number)]} {number + 1}", held_on=held_on.isoformat())
        yield SeedNode(plan.source, f"{NodeKind.EVENT}/{number}", fields)
    for number in range(POSITIONS):
        status = STATUSES[number % len(STATUSES)]
        position = PolicyPositionFields(
            title=f"Position {number + 1}: {labels[_subject(number)]}",
            statement=f"{labels[_subject(number)]} gehört in jeder Kommune zur gemeinsamen Planung.",
            status=status,
            published_on=date(2025, 1 + number % 12, 15) if status is PositionStatus.PUBLISHED else None,
        )
        yield SeedNode(plan.source, f"{NodeKind.POLICY_POSITION}/{number}", position)


def attendance(plan: Plan) -> Iterator[TieFields]:
    """Where each event was, what it was about and who came: most from one community."""
    dice = plan.dice("attendance")
    for number in range(plan.events):
        own, community = plan.ref(NodeKind.EVENT, number), dice.below(plan.communities)
        here = plan.part(community, plan.people)
        guests = [
            dice.pick(here) if dice.chance(FROM_HERE) else dice.below(plan.people) for _ in range(dice.between(*GUESTS))
        ]
        place = municipality(dice.pick(plan.districts_of(community)))
        yield TieFields(kind=TieKind.TAKES_PLACE_IN, from_node=own, to_node=place)
        yield TieFields(kind=TieKind.ABOUT, from_node=own, to_node=topic(_subject(number)))
        for guest in dict.fromkeys(guests):
            source = TieSource.EVENT
            yield TieFields(kind=TieKind.ATTENDED, from_node=plan.person(guest), to_node=own, source=source)


def endorsements(plan: Plan) -> Iterator[TieFields]:
    """What each position is about and who stands behind it: people, organizations and districts."""
    dice, role = plan.dice("endorsements"), EndorsementRole.SUPPORTER
    for number in range(POSITIONS):
        own = plan.ref(NodeKind.POLICY_POSITION, number)
        yield TieFields(kind=TieKind.ABOUT, from_node=own, to_node=topic(_subject(number)))
        people = {dice.below(plan.people): None for _ in range(round(plan.people * SUPPORT))}
        bodies = {dice.below(plan.organizations): None for _ in range(20)}
        places = {dice.pick(districts()): None for _ in range(10)}
        actors = [
            *map(plan.person, people),
            *(organization(plan, body) for body in bodies),
            *map(municipality, places),
        ]
        for actor in actors:
            yield TieFields(kind=TieKind.ENDORSES, from_node=actor, to_node=own, role=role)


def _subject(number: int) -> str:
    return all_topics()[number * 7 % len(all_topics())]
