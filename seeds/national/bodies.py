"""The organizations of the national network: an administration per district, and others beside them."""

from array import array
from collections.abc import Iterator
from functools import cache
from typing import Final

from graph.model.kinds import NodeKind, OrganizationKind, Sector, TieKind, TieSource
from graph.model.nodes import OrganizationFields
from graph.model.ties import NodeRef, TieFields
from seeds.calendar import day_before
from seeds.dice import Wheel
from seeds.national.plan import Plan
from seeds.national.topics import a_topic
from seeds.places import administration_of, bare_name, districts
from seeds.rows import SeedNode, municipality, topic

SORTS: Final = (
    ("Jugendhilfe {place} gGmbH", OrganizationKind.PROVIDER, Sector.CIVIL_SOCIETY),
    ("Familienbündnis {place} e. V.", OrganizationKind.ASSOCIATION, Sector.CIVIL_SOCIETY),
    ("Elterninitiative {place}", OrganizationKind.INITIATIVE, Sector.CIVIL_SOCIETY),
    ("Jugendamt {place}", OrganizationKind.AUTHORITY, Sector.ADMINISTRATION),
    ("Gesundheitsamt {place}", OrganizationKind.AUTHORITY, Sector.ADMINISTRATION),
    ("Ratsausschuss Jugend {place}", OrganizationKind.COUNCIL, Sector.POLITICS),
    ("Hochschulinstitut Kindheit {place}", OrganizationKind.UNIVERSITY, Sector.SCIENCE),
    ("Wohnbau {place} eG", OrganizationKind.COMPANY, Sector.OTHER),
)
SORT_MIX: Final = Wheel((4, 3, 3, 4, 2, 2, 1, 1))
TIES_EACH: Final = 1.5


def organizations(plan: Plan) -> Iterator[SeedNode]:
    """All organizations, in the order of their numbers; the first 400 administer the districts in their order."""
    for number, place in enumerate(districts()):
        fields = OrganizationFields(
            name=administration_of(place), kind=OrganizationKind.AUTHORITY, sector=Sector.ADMINISTRATION
        )
        yield SeedNode(plan.source, _key(number), fields)
    dice, seats = plan.dice("organizations"), seats_of(plan)
    for number in range(len(districts()), plan.organizations):
        name, kind, sector = SORTS[SORT_MIX.turn(dice)]
        full = f"{name.format(place=bare_name(districts()[seats[number]]))} {number}"
        yield SeedNode(plan.source, _key(number), OrganizationFields(name=full, kind=kind, sector=sector))


@cache
def seats_of(plan: Plan) -> "array[int]":
    """Which district each organization sits in, by the numbers of both."""
    dice, seats = plan.dice("seats"), array("H", range(plan.organizations))
    for community in range(plan.communities):
        numbers = plan.organizations_of(community)
        own = [number for number in numbers if number < len(districts())]
        for number in numbers[len(own) :]:
            seats[number] = dice.pick(own)
    return seats


def organization(plan: Plan, number: int) -> NodeRef:
    """The end of a tie at an organization."""
    return plan.ref(NodeKind.ORGANIZATION, number)


def seat(plan: Plan, number: int) -> NodeRef:
    """The end of a tie at the district where an organization sits."""
    return municipality(districts()[seats_of(plan)[number]])


def organization_ties(plan: Plan) -> Iterator[TieFields]:
    """Where organizations sit, what they administer and work on, and who works with whom."""
    dice = plan.dice("organization ties")
    for number in range(plan.organizations):
        yield TieFields(kind=TieKind.LOCATED_IN, from_node=organization(plan, number), to_node=seat(plan, number))
    for number, place in enumerate(districts()):
        own = organization(plan, number)
        yield TieFields(kind=TieKind.ADMINISTERS, from_node=own, to_node=municipality(place))
    for community in range(plan.communities):
        yield from _collaborations(plan, community)
        for number in plan.organizations_of(community):
            subject = topic(a_topic(plan, community, dice))
            yield TieFields(
                kind=TieKind.WORKS_ON, from_node=organization(plan, number), to_node=subject, engagement="ACTIVE"
            )


def _collaborations(plan: Plan, community: int) -> Iterator[TieFields]:
    dice, numbers = plan.dice(f"organizations that work together/{community}"), plan.organizations_of(community)
    pairs = {
        (min(pair), max(pair)): None for _ in range(round(TIES_EACH * len(numbers))) if (pair := dice.some(numbers, 2))
    }
    for one, other in pairs:
        yield TieFields(
            kind=TieKind.COLLABORATES_WITH,
            from_node=organization(plan, one),
            to_node=organization(plan, other),
            since=day_before(dice, 8),
            strength=dice.between(1, 5),
            source=TieSource.SURVEY,
        )


def _key(number: int) -> str:
    return f"{NodeKind.ORGANIZATION}/{number}"
