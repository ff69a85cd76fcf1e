"""Who works on which topic: people, organizations and municipalities."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import Engagement, NodeKind, TieKind, TieSource
from graph.model.ties import NodeRef, TieFields
from seeds.calendar import day_before
from seeds.demo.bodies import bodies
from seeds.demo.cast import Part, by_id, cast
from seeds.demo.places import REGIONS
from seeds.demo.topics import some_topics
from seeds.demo.truth import GAPS, RARE_TOPICS
from seeds.dice import Dice
from seeds.rows import municipality, topic

MIX: Final = (Engagement.INTERESTED,) * 3 + (Engagement.ACTIVE,) * 5 + (Engagement.EXPERT,) * 2
CURIOUS: Final = 0.12
"""How many are interested in a rare topic without working on it."""


def interests() -> Iterator[TieFields]:
    """All WORKS_ON ties."""
    yield from _of_people()
    yield from _of_gaps()
    dice = Dice("demo", "interests of organizations")
    for body in bodies():
        for slug in some_topics(dice, body.region, dice.between(1, 3)):
            yield _works_on(body.node.ref, slug, dice.pick(MIX[3:]), dice)
    for number, region in enumerate(REGIONS):
        for ags in region.places:
            for slug in some_topics(dice, number, dice.between(1, 3)):
                yield _works_on(municipality(ags), slug, Engagement.ACTIVE, dice)


def _of_people() -> Iterator[TieFields]:
    dice = Dice("demo", "interests of people")
    for member in cast():
        count = 1 if member.part is Part.GAP_END else dice.between(1, 3)
        for slug in some_topics(dice, member.region, count):
            yield _works_on(member.ref, slug, dice.pick(MIX), dice)
        if member.part is Part.ORDINARY and dice.chance(CURIOUS):
            yield _works_on(member.ref, dice.pick(RARE_TOPICS), Engagement.INTERESTED, dice)


def _of_gaps() -> Iterator[TieFields]:
    dice = Dice("demo", "interests of gaps")
    for gap in GAPS:
        for slug in gap.topics:
            for person in (gap.one, gap.other):
                yield _works_on(NodeRef(NodeKind.PERSON, person), slug, dice.pick(MIX[3:]), dice)
            introducer = by_id()[gap.introducer].ref
            yield _works_on(introducer, slug, Engagement.INTERESTED, dice)


def _works_on(actor: NodeRef, slug: str, engagement: Engagement, dice: Dice) -> TieFields:
    return TieFields(
        kind=TieKind.WORKS_ON,
        from_node=actor,
        to_node=topic(slug),
        engagement=engagement,
        since=day_before(dice, 6),
        source=TieSource.SURVEY,
    )
