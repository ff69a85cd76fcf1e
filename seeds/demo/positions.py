"""The positions that the demo's network stands for, and who stands behind them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from graph.model.kinds import EndorsementRole, NodeKind, PositionStatus, Sector, TieKind
from graph.model.nodes import PolicyPositionFields
from graph.model.ties import NodeRef, TieFields
from seeds.calendar import day_before
from seeds.demo import tables
from seeds.demo.bodies import bodies
from seeds.demo.cast import Part, cast
from seeds.demo.places import REGIONS
from seeds.demo.source import DEMO
from seeds.demo.truth import HIDDEN, HIDDEN_ISOLATE
from seeds.dice import Dice
from seeds.rows import SeedNode, municipality, topic

AUTHORS: Final = 3
PEOPLE: Final = (6, 30)
ORGANIZATIONS: Final = (3, 14)
PLACES: Final = (1, 9)


def positions() -> Iterator[SeedNode]:
    """All positions."""
    for row in tables.read("positions"):
        yield SeedNode(DEMO, _key(row), _fields(row))


def position_ties() -> Iterator[TieFields]:
    """What each position is about, and who endorses it: people, organizations without a mandate, and places."""
    dice = Dice("demo", "positions")
    people = [member.ref for member in cast() if member.part is Part.ORDINARY]
    free = [body.node.ref for body in bodies() if body.sector not in (Sector.ADMINISTRATION, Sector.POLITICS)]
    places = [municipality(ags) for region in REGIONS for ags in region.places]
    for row in tables.read("positions"):
        own = DEMO.ref(NodeKind.POLICY_POSITION, _key(row))
        for slug in row["topics"].split():
            yield TieFields(kind=TieKind.ABOUT, from_node=own, to_node=topic(slug))
        for actors, bounds in ((people, PEOPLE), (free, ORGANIZATIONS), (places, PLACES)):
            chosen = dice.some(actors, dice.between(*bounds))
            authors = AUTHORS if actors is people else 0
            for number, actor in enumerate(chosen):
                role = EndorsementRole.AUTHOR if number < authors else EndorsementRole.SUPPORTER
                yield _endorses(actor, own, role, dice)
    for person in sorted(HIDDEN - {HIDDEN_ISOLATE}):  # a political opinion of somebody whom nobody may see
        first = DEMO.ref(NodeKind.POLICY_POSITION, "position/1")
        yield _endorses(NodeRef(NodeKind.PERSON, person), first, EndorsementRole.SUPPORTER, dice)


def _endorses(actor: NodeRef, position: NodeRef, role: EndorsementRole, dice: Dice) -> TieFields:
    since = day_before(dice, 2)
    return TieFields(kind=TieKind.ENDORSES, from_node=actor, to_node=position, role=role, since=since)


def _key(row: Mapping[str, str]) -> str:
    return f"position/{row['key']}"


def _fields(row: Mapping[str, str]) -> PolicyPositionFields:
    return PolicyPositionFields(
        title=row["title"],
        statement=row["statement"],
        status=PositionStatus(row["status"]),
        published_on=date.fromisoformat(row["published_on"]) if row["published_on"] else None,
    )
