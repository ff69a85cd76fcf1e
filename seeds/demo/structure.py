"""How organizations and places stand to each other: seats, parts, umbrellas, and who works with whom."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import NodeKind, TieKind, TieSource
from graph.model.ties import NodeRef, TieFields
from seeds.calendar import day_before
from seeds.demo.bodies import Body, bodies
from seeds.demo.places import REGIONS
from seeds.demo.source import DEMO
from seeds.dice import Dice
from seeds.rows import municipality

NETWORK_MEMBERS: Final = 0.6
"""How many of the demo's places are members of the nationwide network office."""
NEIGHBORS: Final = 1.6
"""Collaborations of organizations per organization within a region."""


def structure() -> Iterator[TieFields]:
    """LOCATED_IN, ADMINISTERS, PART_OF and MEMBER_OF of organizations and places, then their collaborations."""
    for body in bodies():
        yield from _standing(body)
    dice = Dice("demo", "structure")
    network = organization("netzwerkstelle")
    for ags in (ags for region in REGIONS for ags in region.places if dice.chance(NETWORK_MEMBERS)):
        since = day_before(dice, 5)
        yield TieFields(kind=TieKind.MEMBER_OF, from_node=municipality(ags), to_node=network, since=since)
    yield from _collaborations(dice)


def organization(key: str) -> NodeRef:
    """The end of a tie at one of the demo's organizations."""
    return DEMO.ref(NodeKind.ORGANIZATION, f"organization/{key}")


def _standing(body: Body) -> Iterator[TieFields]:
    own, seat = body.node.ref, municipality(body.seat)
    yield TieFields(kind=TieKind.LOCATED_IN, from_node=own, to_node=seat)
    if body.administers is not None:
        yield TieFields(kind=TieKind.ADMINISTERS, from_node=own, to_node=municipality(body.administers))
    if body.part_of is not None:
        yield TieFields(kind=TieKind.PART_OF, from_node=own, to_node=organization(body.part_of))
    if body.umbrella is not None:
        yield TieFields(kind=TieKind.MEMBER_OF, from_node=own, to_node=organization(body.umbrella), since="2018")


def _collaborations(dice: Dice) -> Iterator[TieFields]:
    ends = [*_between_organizations(dice), *_between_places(dice), *_with_helpers(dice)]
    for one, other in dict.fromkeys(tuple(sorted(pair)) for pair in ends):
        yield TieFields(
            kind=TieKind.COLLABORATES_WITH,
            from_node=one,
            to_node=other,
            since=day_before(dice, 7),
            strength=dice.between(1, 5) if dice.chance(0.8) else None,
            source=TieSource.SURVEY,
        )


def _between_organizations(dice: Dice) -> Iterator[tuple[NodeRef, NodeRef]]:
    for number in range(len(REGIONS)):
        there = [body.node.ref for body in bodies() if body.region == number]
        for _ in range(round(NEIGHBORS * len(there))):
            one, other = dice.some(there, 2)
            yield one, other
    everywhere = [body.node.ref for body in bodies()]
    for _ in range(40):
        one, other = dice.some(everywhere, 2)
        yield one, other


def _between_places(dice: Dice) -> Iterator[tuple[NodeRef, NodeRef]]:
    for region in REGIONS:
        for _ in range(4):
            one, other = dice.some(region.places, 2)
            yield municipality(one), municipality(other)
    for _ in range(20):
        one, other = (dice.pick(region.places) for region in dice.some(REGIONS, 2))
        yield municipality(one), municipality(other)


def _with_helpers(dice: Dice) -> Iterator[tuple[NodeRef, NodeRef]]:
    helpers = [body.node.ref for body in bodies() if body.administers is None and body.part_of is None]
    for region in REGIONS:
        for helper in dice.some(helpers, 3):
            yield helper, municipality(dice.pick(region.places))
