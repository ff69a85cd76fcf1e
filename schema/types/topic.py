"""A topic and what leads on from there."""

import strawberry

from graph.model.kinds import NodeKind, TieKind
from graph.store.reading import Direction
from schema.registry import Recorded, shows
from schema.relations import tied
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


@shows(NodeKind.TOPIC)
@strawberry.type(description="A shared topic, in a small tree.")
class Topic(Recorded):
    slug: str = strawberry.field(description="Its short name in addresses and files.")
    label_de: str = strawberry.field(description="What it is called in German.")
    label_en: str = strawberry.field(description="What it is called in English.")

    people: PersonTies = tied(TieKind.WORKS_ON, Direction.IN, NodeKind.PERSON, "Who works on it, and how deep.")
    organizations: OrganizationTies = tied(
        TieKind.WORKS_ON, Direction.IN, NodeKind.ORGANIZATION, "The organizations that work on it."
    )
    municipalities: MunicipalityTies = tied(
        TieKind.WORKS_ON, Direction.IN, NodeKind.MUNICIPALITY, "The municipalities that work on it."
    )
    broader: TopicTies = tied(TieKind.BROADER, Direction.OUT, NodeKind.TOPIC, "The wider topic that it belongs to.")
    narrower: TopicTies = tied(TieKind.BROADER, Direction.IN, NodeKind.TOPIC, "The topics that belong to it.")
    related: TopicTies = tied(TieKind.RELATED_TO, Direction.BOTH, NodeKind.TOPIC, "The topics that touch it.")
    projects: ProjectTies = tied(TieKind.ABOUT, Direction.IN, NodeKind.PROJECT, "The projects about it.")
    seeking_projects: ProjectTies = tied(
        TieKind.SEEKS, Direction.IN, NodeKind.PROJECT, "The projects that look for help in it."
    )
    support_offers: SupportOfferTies = tied(
        TieKind.ABOUT, Direction.IN, NodeKind.SUPPORT_OFFER, "The help that is offered in it."
    )
    policy_positions: PolicyPositionTies = tied(
        TieKind.ABOUT, Direction.IN, NodeKind.POLICY_POSITION, "The positions about it."
    )
    events: EventTies = tied(TieKind.ABOUT, Direction.IN, NodeKind.EVENT, "The events about it.")
