"""What the communities of the national network work on: every topic somewhere, each with favorites of its own."""

from functools import cache
from typing import Final

from seeds.dice import Dice, Wheel
from seeds.national.plan import Plan
from seeds.reference.load import topics

FAVORITES: Final = 5
HOME: Final = 0.6


@cache
def all_topics() -> tuple[str, ...]:
    """All topics but the roots of the tree, in the order of the tree."""
    return tuple(row.slug for row in topics() if row.broader is not None)


@cache
def _popularity() -> Wheel:
    return Wheel([1 / (rank + 4) for rank in range(len(all_topics()))])


@cache
def favorites(plan: Plan, community: int) -> tuple[str, ...]:
    """What a community cares about most."""
    return tuple(plan.dice(f"favorites/{community}").some(all_topics(), FAVORITES))


def a_topic(plan: Plan, community: int, dice: Dice) -> str:
    """A topic, as somebody in this community would choose it."""
    if dice.chance(HOME):
        return dice.pick(favorites(plan, community))
    return all_topics()[_popularity().turn(dice)]
