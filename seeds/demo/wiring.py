"""The ties that make the planted truth true: who works with whom around connectors, gaps and cut points."""

from collections.abc import Iterator
from functools import cache

from seeds.demo.cast import Member, by_id, ordinary
from seeds.demo.places import ALL_REGIONS, NATIONWIDE
from seeds.demo.truth import CONNECTORS, CUT_POINTS, GAPS
from seeds.dice import Dice

Pair = tuple[Member, Member]


def planted_pairs() -> Iterator[Pair]:
    """Pairs of people who work together because the truth wants it, each once."""
    yield from _around_connectors()
    yield from _around_gaps()
    yield from _around_cut_points()


@cache
def in_the_thick(region: int) -> tuple[Member, ...]:
    """The third of a region's ordinary people to whom others turn most."""
    people = sorted(ordinary(region), key=lambda member: -member.weight)
    return tuple(people[: len(people) // 3])


def _around_connectors() -> Iterator[Pair]:
    dice = Dice("demo", "connectors")
    for connector in CONNECTORS:
        person = by_id()[connector.person]
        for region in connector.regions:
            for other in dice.some(in_the_thick(region), 2):
                yield person, other


def _around_gaps() -> Iterator[Pair]:
    dice = Dice("demo", "gaps")
    nation = ALL_REGIONS.index(NATIONWIDE)
    for gap in GAPS:
        introducer = by_id()[gap.introducer]
        for person, region in zip((gap.one, gap.other), gap.regions, strict=True):
            end = by_id()[person]
            yield introducer, end
            for colleague in dice.some(ordinary(region), 3):
                yield end, colleague
        for colleague in dice.some(ordinary(nation), 2):
            yield introducer, colleague


def _around_cut_points() -> Iterator[Pair]:
    dice = Dice("demo", "cut points")
    for cut_point in CUT_POINTS:
        person = by_id()[cut_point.person]
        branch = [by_id()[one] for one in cut_point.branch]
        yield from zip(branch, (*branch[1:], branch[0]), strict=True)  # a ring: inside, nobody is indispensable
        for member in branch[::2]:
            yield person, member
        for colleague in dice.some(in_the_thick(cut_point.region), 3):
            yield person, colleague
