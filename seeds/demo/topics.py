"""Which topics of the reference tree the people of the demo work on: few on the rare ones, many on a handful."""

from functools import cache
from typing import Final

from seeds.demo.truth import RARE_TOPICS
from seeds.dice import Dice, Wheel
from seeds.reference.load import topics

FAVORITES: Final = 4
HOME: Final = 0.55
"""How much of what a region works on are its own favorites."""


@cache
def common_topics() -> tuple[str, ...]:
    """All topics but the roots of the tree and the rare ones, the most popular first."""
    slugs = [row.slug for row in topics() if row.broader is not None and row.slug not in RARE_TOPICS]
    return tuple(Dice("demo", "popularity").some(slugs, len(slugs)))


@cache
def label(slug: str) -> str:
    """What a topic is called in German, without the remark in brackets."""
    return {row.slug: row.label_de.partition(" (")[0] for row in topics()}[slug]


@cache
def _popularity() -> Wheel:
    return Wheel([1 / (rank + 3) for rank in range(len(common_topics()))])


@cache
def favorites(region: int) -> tuple[str, ...]:
    """What the people of a region care about most."""
    return tuple(Dice("demo", "favorites", region).some(common_topics(), FAVORITES))


def some_topics(dice: Dice, region: int, count: int) -> list[str]:
    """`count` different common topics, as somebody in this region would choose them."""
    chosen: dict[str, None] = {}
    while len(chosen) < count:
        at_home = dice.chance(HOME)
        topic = dice.pick(favorites(region)) if at_home else common_topics()[_popularity().turn(dice)]
        chosen[topic] = None
    return list(chosen)
