"""Who works with whom: dense within regions and sectors, a few circles across them, and the planted pairs."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import TieKind, TieSource
from graph.model.ties import TieFields
from seeds.calendar import day_before
from seeds.demo.cast import Member, ordinary
from seeds.demo.places import ALL_REGIONS, REGIONS
from seeds.demo.topics import common_topics, some_topics
from seeds.demo.wiring import Pair, planted_pairs
from seeds.dice import Dice, Wheel

TIES_EACH: Final = 3.2
"""Ties within the region per person there; each counts for two."""
ACROSS_SECTORS: Final = 0.35
"""How readily people of different sectors work together, compared to those of one sector."""
CIRCLES: Final = 12
CIRCLE_SIZE: Final = 6
OVER: Final = 0.06
"""How many of the ordinary ties have ended."""
EVIDENCE: Final = (
    "Gemeinsame Antragstellung beim Land",
    "Beide im Steuerkreis der Präventionskette genannt",
    "Selbstauskunft in der Netzwerkbefragung 2025",
    "Gemeinsamer Vortrag auf der Fachtagung",
    "Kooperationsvereinbarung liegt vor",
)
NOTES: Final = (
    "Kennen sich aus einer gemeinsamen Fortbildung.",
    "Zusammenarbeit ruht zurzeit, soll wieder aufgenommen werden.",
    "Sehr vertrauensvoll, beide ansprechen, wenn es eilt.",
    "Kontakt läuft bisher nur über E-Mail.",
)


def collaborations() -> Iterator[TieFields]:
    """All collaborations between people."""
    dice = Dice("demo", "collaborations")
    for one, other in planted_pairs():
        yield _tie(one, other, dice, strength=dice.between(3, 5))
    for one, other in _ordinary_pairs():
        yield _tie(one, other, dice, over=dice.chance(OVER))


def _ordinary_pairs() -> Iterator[Pair]:
    dice = Dice("demo", "ordinary pairs")
    seen: set[frozenset[str]] = set()
    for number in range(len(ALL_REGIONS)):
        yield from _unseen(_within(number, dice), seen)
    yield from _unseen(_circles(dice), seen)


def _unseen(pairs: Iterator[Pair], seen: set[frozenset[str]]) -> Iterator[Pair]:
    for one, other in pairs:
        ends = frozenset((one.id, other.id))
        if len(ends) == 2 and ends not in seen:
            seen.add(ends)
            yield one, other


def _within(region: int, dice: Dice) -> Iterator[Pair]:
    people = ordinary(region)
    wheel = Wheel([member.weight for member in people])
    for _ in range(round(TIES_EACH * len(people) * 2)):
        one, other = people[wheel.turn(dice)], people[wheel.turn(dice)]
        alike = one.body.sector == other.body.sector
        if dice.chance(1.0 if alike else ACROSS_SECTORS):
            yield one, other


def _circles(dice: Dice) -> Iterator[Pair]:
    """Circles of people from different regions who meet over a topic: each knows the next two."""
    for _ in range(CIRCLES):
        regions = dice.some(range(len(REGIONS)), CIRCLE_SIZE)
        circle = [dice.pick(ordinary(region)) for region in regions]
        for place, member in enumerate(circle):
            yield member, circle[(place + 1) % CIRCLE_SIZE]


def _tie(one: Member, other: Member, dice: Dice, *, strength: int | None = None, over: bool = False) -> TieFields:
    topics = some_topics(dice, one.region, dice.between(0, 2))
    return TieFields(
        kind=TieKind.COLLABORATES_WITH,
        from_node=one.ref,
        to_node=other.ref,
        since=day_before(dice, 8, newest_days=800 if over else 30),
        until=day_before(dice, 2) if over else None,
        strength=strength or (None if dice.chance(0.15) else dice.between(1, 5)),
        topics=tuple(topic for topic in common_topics() if topic in topics) or None,
        source=dice.pick((TieSource.SURVEY, TieSource.SURVEY, TieSource.MANUAL, TieSource.EVENT)),
        evidence=dice.pick(EVIDENCE) if dice.chance(0.3) else None,
        note=dice.pick(NOTES) if dice.chance(0.08) else None,
    )
