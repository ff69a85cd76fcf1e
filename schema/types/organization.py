"""An organization and what leads on from there."""

import strawberry

from graph.model.kinds import NodeKind, OrganizationKind, Sector, TieKind
from graph.store.reading import Direction
from schema.registry import Recorded, shows
from schema.relations import tied
from schema.scalars import PartialDate
from schema.types.ties_to import (
    MunicipalityTies,
    OrganizationTies,
    PersonTies,
    PolicyPositionTies,
    ProjectTies,
    SupportOfferTies,
    TopicTies,
)


@shows(NodeKind.ORGANIZATION)
@strawberry.type(description="Where people work.")
class Organization(Recorded):
    name: str = strawberry.field(description="The name.")
    kind: OrganizationKind = strawberry.field(description="What it is.")
    sector: Sector = strawberry.field(description="Where in society it stands.")
    website: str | None = strawberry.field(description="Its web address.")
    active_from: PartialDate | None = strawberry.field(description="Since when it exists; null: always.")
    active_until: PartialDate | None = strawberry.field(description="The first day on which no longer; null: still.")

    people: PersonTies = tied(
        TieKind.MEMBER_OF, Direction.IN, NodeKind.PERSON, "The people who belong to it, with role and level."
    )
    member_organizations: OrganizationTies = tied(
        TieKind.MEMBER_OF, Direction.IN, NodeKind.ORGANIZATION, "The organizations that are its members."
    )
    member_municipalities: MunicipalityTies = tied(
        TieKind.MEMBER_OF, Direction.IN, NodeKind.MUNICIPALITY, "The municipalities that are its members."
    )
    umbrellas: OrganizationTies = tied(
        TieKind.MEMBER_OF, Direction.OUT, NodeKind.ORGANIZATION, "The organizations it is a member of."
    )
    collaborators: OrganizationTies = tied(
        TieKind.COLLABORATES_WITH, Direction.BOTH, NodeKind.ORGANIZATION, "The organizations it works together with."
    )
    collaborating_municipalities: MunicipalityTies = tied(
        TieKind.COLLABORATES_WITH, Direction.BOTH, NodeKind.MUNICIPALITY, "The municipalities it works together with."
    )
    parts: OrganizationTies = tied(TieKind.PART_OF, Direction.IN, NodeKind.ORGANIZATION, "Its parts.")
    part_of: OrganizationTies = tied(TieKind.PART_OF, Direction.OUT, NodeKind.ORGANIZATION, "What it is a part of.")
    seats: MunicipalityTies = tied(TieKind.LOCATED_IN, Direction.OUT, NodeKind.MUNICIPALITY, "Where it has its seat.")
    administers: MunicipalityTies = tied(
        TieKind.ADMINISTERS, Direction.OUT, NodeKind.MUNICIPALITY, "The municipalities whose administration it is."
    )
    topics: TopicTies = tied(TieKind.WORKS_ON, Direction.OUT, NodeKind.TOPIC, "What it works on, and how deep.")
    projects: ProjectTies = tied(TieKind.RUNS, Direction.OUT, NodeKind.PROJECT, "The projects it runs.")
    support_offers: SupportOfferTies = tied(
        TieKind.OFFERS, Direction.OUT, NodeKind.SUPPORT_OFFER, "The help it offers."
    )
    policy_positions: PolicyPositionTies = tied(
        TieKind.ENDORSES, Direction.OUT, NodeKind.POLICY_POSITION, "The positions it stands behind."
    )
