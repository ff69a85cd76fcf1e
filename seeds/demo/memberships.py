"""Who has which post where: at an organization, before that at another, and in a place."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import Capacity, Level, Sector, TieKind, TieSource
from graph.model.ties import TieFields
from seeds.calendar import day_before
from seeds.demo.bodies import Body, bodies
from seeds.demo.cast import Member, Part, cast
from seeds.dice import Dice
from seeds.roles import in_form_for
from seeds.rows import municipality

ENDS_SOON: Final = ("2027-01-01", "2027-09-01", "2028-06-01", "2029-06-01", "2030-11-01")
CAPACITY_OF: Final = {Sector.ADMINISTRATION: Capacity.ADMINISTRATION, Sector.POLITICS: Capacity.POLITICS}
VOLUNTEERING: Final = 0.14
FORMER_POST: Final = 0.15
RESIDENT: Final = 0.85


def memberships() -> Iterator[TieFields]:
    """All posts: MEMBER_OF organizations, then ACTIVE_IN places."""
    dice = Dice("demo", "memberships")
    for member in cast():
        yield from _posts(member, dice)
    for member in cast():
        if member.level is Level.POLITICAL or dice.chance(RESIDENT):
            yield _active_in(member, dice)


def _posts(member: Member, dice: Dice) -> Iterator[TieFields]:
    elected = member.level is Level.POLITICAL
    yield _member_of(
        member,
        member.body,
        role_title=member.title,
        level=member.level,
        primary=True,
        since=day_before(dice, 12, newest_days=400),
        until=dice.pick(ENDS_SOON) if elected or dice.chance(0.04) else None,
    )
    if dice.chance(FORMER_POST):
        yield _member_of(
            member,
            _another(member, dice, nearby=True),
            role_title=in_form_for("Referentin|Referent|Referent:in", member.name.gender),
            since=f"{dice.between(2006, 2010)}",
            until=f"{dice.between(2011, 2013)}-{dice.between(1, 12):02d}",
        )
    # whoever was planted away from the others must not meet them at a club
    if member.part in (Part.ORDINARY, Part.CONNECTOR) and dice.chance(VOLUNTEERING):
        body = _another(member, dice, nearby=dice.chance(0.7))
        yield _member_of(member, body, role_title="Beirat", since=day_before(dice, 6))


def _another(member: Member, dice: Dice, *, nearby: bool) -> Body:
    others = [body for body in bodies() if body != member.body and (body.region == member.region) is nearby]
    return dice.pick(others)


def _member_of(
    member: Member,
    body: Body,
    *,
    role_title: str,
    since: str,
    until: str | None = None,
    level: Level | None = None,
    primary: bool | None = None,
) -> TieFields:
    return TieFields(
        kind=TieKind.MEMBER_OF,
        from_node=member.ref,
        to_node=body.node.ref,
        role_title=role_title,
        level=level,
        primary=primary,
        since=since,
        until=until,
        source=TieSource.MANUAL,
    )


def _active_in(member: Member, dice: Dice) -> TieFields:
    return TieFields(
        kind=TieKind.ACTIVE_IN,
        from_node=member.ref,
        to_node=municipality(member.body.seat),
        capacity=CAPACITY_OF.get(member.body.sector, Capacity.OTHER),
        since=day_before(dice, 10, newest_days=300),
        source=TieSource.MANUAL,
    )
