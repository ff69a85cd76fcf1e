"""A municipality and what leads on from there."""

import strawberry

from graph.model.kinds import MunicipalityKind, NodeKind, TieKind
from graph.store.reading import Direction
from schema.registry import Recorded, shows
from schema.relations import tied
from schema.scalars import PartialDate
from schema.types.ties_to import (
    EventTies,
    MunicipalityTies,
    OrganizationTies,
    PersonTies,
    PolicyPositionTies,
    ProjectTies,
    SupportOfferTies,
    TopicTies,
)


@shows(NodeKind.MUNICIPALITY)
@strawberry.type(description="A Land, rural district, independent city, municipality or association of municipalities.")
class Municipality(Recorded):
    ags: str = strawberry.field(description="The official municipality key (Amtlicher Gemeindeschlüssel).")
    name: str = strawberry.field(description="The name.")
    kind: MunicipalityKind = strawberry.field(description="What it is.")
    district: str | None = strawberry.field(description="The 5-digit key of its district or independent city.")
    nuts: str | None = strawberry.field(description="The European NUTS code.")
    population: int | None = strawberry.field(description="How many people live there.")
    population_year: int | None = strawberry.field(description="The year that the population is of.")
    population_is_estimate: bool = strawberry.field(
        description="Whether the population is an estimate and no official figure."
    )
    area_km2: float | None = strawberry.field(description="The area in square kilometres.")
    latitude: float | None = strawberry.field(description="Degrees north.")
    longitude: float | None = strawberry.field(description="Degrees east.")
    valid_from: PartialDate | None = strawberry.field(description="Since when it exists in this shape; null: always.")
    valid_to: PartialDate | None = strawberry.field(description="The first day on which no longer; null: still.")

    people: PersonTies = tied(TieKind.ACTIVE_IN, Direction.IN, NodeKind.PERSON, "Who holds a post or mandate there.")
    organizations: OrganizationTies = tied(
        TieKind.LOCATED_IN, Direction.IN, NodeKind.ORGANIZATION, "The organizations with a seat there."
    )
    administrations: OrganizationTies = tied(
        TieKind.ADMINISTERS, Direction.IN, NodeKind.ORGANIZATION, "The organizations that are its administration."
    )
    umbrellas: OrganizationTies = tied(
        TieKind.MEMBER_OF, Direction.OUT, NodeKind.ORGANIZATION, "The organizations it is a member of."
    )
    parts: MunicipalityTies = tied(
        TieKind.PART_OF,
        Direction.IN,
        NodeKind.MUNICIPALITY,
        "Its parts: districts of a Land, municipalities of a district.",
    )
    part_of: MunicipalityTies = tied(TieKind.PART_OF, Direction.OUT, NodeKind.MUNICIPALITY, "What it is a part of.")
    collaborators: MunicipalityTies = tied(
        TieKind.COLLABORATES_WITH, Direction.BOTH, NodeKind.MUNICIPALITY, "The municipalities it works together with."
    )
    collaborating_organizations: OrganizationTies = tied(
        TieKind.COLLABORATES_WITH, Direction.BOTH, NodeKind.ORGANIZATION, "The organizations it works together with."
    )
    topics: TopicTies = tied(TieKind.WORKS_ON, Direction.OUT, NodeKind.TOPIC, "What it works on, and how deep.")
    projects: ProjectTies = tied(
        TieKind.TAKES_PLACE_IN, Direction.IN, NodeKind.PROJECT, "The projects that take place there."
    )
    own_projects: ProjectTies = tied(TieKind.RUNS, Direction.OUT, NodeKind.PROJECT, "The projects it runs itself.")
    events: EventTies = tied(TieKind.TAKES_PLACE_IN, Direction.IN, NodeKind.EVENT, "The events that were held there.")
    support_offers: SupportOfferTies = tied(
        TieKind.USES, Direction.OUT, NodeKind.SUPPORT_OFFER, "The help it uses or has used."
    )
    policy_positions: PolicyPositionTies = tied(
        TieKind.ENDORSES, Direction.OUT, NodeKind.POLICY_POSITION, "The positions it stands behind."
    )
    successors: MunicipalityTies = tied(
        TieKind.SUCCEEDED_BY, Direction.OUT, NodeKind.MUNICIPALITY, "What took its place."
    )
    predecessors: MunicipalityTies = tied(
        TieKind.SUCCEEDED_BY, Direction.IN, NodeKind.MUNICIPALITY, "Whose place it took."
    )
