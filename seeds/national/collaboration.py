"""Who works with whom nationwide: heavy-tailed degrees, most ties within the planted communities."""

from array import array
from collections.abc import Iterator
from typing import Final

from graph.model.kinds import TieKind, TieSource
from graph.model.ties import TieFields
from seeds.calendar import day_before
from seeds.dice import Dice, Wheel
from seeds.national.plan import Plan
from seeds.national.topics import favorites

TIES_EACH: Final = 5
"""Collaborations per person; each counts for two."""
INSIDE: Final = 0.82
EXPONENT: Final = 2.5
HUB: Final = 40.0
STRENGTHS: Final = (None, 1, 2, 2, 3, 3, 3, 4, 4, 5)

Pair = tuple[int, int]


def collaborations(plan: Plan) -> Iterator[TieFields]:
    """All collaborations between people: community by community, then across them."""
    dice = plan.dice("collaborations")
    for community, pairs in _by_community(plan):
        topics = favorites(plan, community)
        for one, other in pairs:
            yield _tie(plan, one, other, topics, dice)
    for one, other in _across(plan):
        yield _tie(plan, one, other, (), dice)


def weights(plan: Plan) -> "array[float]":
    """How readily others turn to each person, by number."""
    dice = plan.dice("weights")
    return array("d", (dice.heavy_tailed(EXPONENT, HUB) for _ in range(plan.people)))


def _by_community(plan: Plan) -> Iterator[tuple[int, Iterator[Pair]]]:
    dice, weight = plan.dice("pairs inside"), weights(plan)
    for community in range(plan.communities):
        members = plan.part(community, plan.people)
        wheel = Wheel(weight[members.start : members.stop])
        wanted = round(len(members) * TIES_EACH * INSIDE)
        yield community, _inside(members, wheel, wanted, dice)


def _inside(members: range, wheel: Wheel, wanted: int, dice: Dice) -> Iterator[Pair]:
    seen: set[Pair] = set()
    while len(seen) < wanted:
        one, other = members[wheel.turn(dice)], members[wheel.turn(dice)]
        pair = (min(one, other), max(one, other))
        if one != other and pair not in seen:
            seen.add(pair)
            yield pair


def _across(plan: Plan) -> Iterator[Pair]:
    dice, wheel, community = plan.dice("pairs across"), Wheel(weights(plan)), plan.truth()
    seen: set[Pair] = set()
    while len(seen) < round(plan.people * TIES_EACH * (1 - INSIDE)):
        one, other = wheel.turn(dice), wheel.turn(dice)
        pair = (min(one, other), max(one, other))
        if community[one] != community[other] and pair not in seen:
            seen.add(pair)
            yield pair


def _tie(plan: Plan, one: int, other: int, topics: tuple[str, ...], dice: Dice) -> TieFields:
    return TieFields(
        kind=TieKind.COLLABORATES_WITH,
        from_node=plan.person(one),
        to_node=plan.person(other),
        since=day_before(dice, 8),
        strength=dice.pick(STRENGTHS),
        topics=(dice.pick(topics),) if topics and dice.chance(0.3) else None,
        source=TieSource.SURVEY,
    )
