"""Who works where and on what nationwide."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import Capacity, Engagement, Level, TieKind, TieSource
from graph.model.ties import TieFields
from seeds.calendar import day_before
from seeds.dice import Dice, Wheel
from seeds.national.bodies import organization, seat
from seeds.national.plan import Plan
from seeds.national.topics import a_topic
from seeds.rows import topic

TITLES: Final = {
    Level.SPECIALIST: ("Jugendhilfeplanung", "Sozialplanung", "Netzwerkkoordination", "Bildungsmonitoring"),
    Level.LEADERSHIP: ("Amtsleitung", "Abteilungsleitung", "Geschäftsführung", "Stabsstelle Integrierte Planung"),
    Level.POLITICAL: ("Dezernat Jugend und Soziales", "Ratsmitglied", "Ausschussvorsitz"),
}
LEVELS: Final = tuple(TITLES)
LEVEL_MIX: Final = Wheel((0.62, 0.28, 0.1))
SECOND_POST: Final = 0.1
RESIDENT: Final = 0.5
ENGAGEMENTS: Final = (Engagement.INTERESTED, Engagement.ACTIVE, Engagement.ACTIVE, Engagement.EXPERT)


def posts(plan: Plan) -> Iterator[TieFields]:
    """MEMBER_OF organizations and ACTIVE_IN places, person by person."""
    dice = plan.dice("posts")
    for community in range(plan.communities):
        employers = plan.organizations_of(community)
        for person in plan.part(community, plan.people):
            first, second = dice.pick(employers), dice.pick(employers)
            yield _post(plan, person, first, dice, primary=True)
            if first != second and dice.chance(SECOND_POST):
                yield _post(plan, person, second, dice)
            if dice.chance(RESIDENT):
                yield _active_in(plan, person, first, dice)


def interests(plan: Plan) -> Iterator[TieFields]:
    """What people work on: one to three topics each."""
    dice = plan.dice("interests")
    for community in range(plan.communities):
        for person in plan.part(community, plan.people):
            for slug in dict.fromkeys(a_topic(plan, community, dice) for _ in range(dice.between(1, 3))):
                yield TieFields(
                    kind=TieKind.WORKS_ON,
                    from_node=plan.person(person),
                    to_node=topic(slug),
                    engagement=dice.pick(ENGAGEMENTS),
                    source=TieSource.SURVEY,
                )


def _post(plan: Plan, person: int, employer: int, dice: Dice, *, primary: bool | None = None) -> TieFields:
    level = LEVELS[LEVEL_MIX.turn(dice)]
    return TieFields(
        kind=TieKind.MEMBER_OF,
        from_node=plan.person(person),
        to_node=organization(plan, employer),
        role_title=dice.pick(TITLES[level]),
        level=level,
        primary=primary,
        since=day_before(dice, 12),
    )


def _active_in(plan: Plan, person: int, employer: int, dice: Dice) -> TieFields:
    return TieFields(
        kind=TieKind.ACTIVE_IN,
        from_node=plan.person(person),
        to_node=seat(plan, employer),
        capacity=dice.pick(tuple(Capacity)),
        since=day_before(dice, 12),
    )
