"""A support offer and what leads on from there."""

import strawberry

from graph.model.kinds import Impulse, Level, NodeKind, OfferKind, ProjectStage, TieKind
from graph.store.reading import Direction
from schema.registry import Recorded, shows
from schema.relations import tied
from schema.scalars import PartialDate
from schema.types.ties_to import MunicipalityTies, OrganizationTies, ProjectTies, TopicTies


@shows(NodeKind.SUPPORT_OFFER)
@strawberry.type(description="Help for municipal change-makers.")
class SupportOffer(Recorded):
    title: str = strawberry.field(description="What it is called.")
    kind: OfferKind = strawberry.field(description="What kind of help it is.")
    summary: str | None = strawberry.field(description="What it consists of.")
    stages: list[ProjectStage] = strawberry.field(description="For projects of which stages; empty: of all.")
    impulses: list[Impulse] = strawberry.field(description="For projects with which first push; empty: with any.")
    levels: list[Level] = strawberry.field(description="For people of which levels; empty: of all.")
    available_from: PartialDate | None = strawberry.field(description="Since when it is offered; null: always.")
    available_until: PartialDate | None = strawberry.field(description="The first day on which no longer; null: still.")

    organizations: OrganizationTies = tied(
        TieKind.OFFERS, Direction.IN, NodeKind.ORGANIZATION, "Who offers it, and whom to ask."
    )
    projects: ProjectTies = tied(
        TieKind.USES,
        Direction.IN,
        NodeKind.PROJECT,
        "The projects that use it or have used it, and how much it helped.",
    )
    municipalities: MunicipalityTies = tied(
        TieKind.USES, Direction.IN, NodeKind.MUNICIPALITY, "The municipalities that use it or have used it."
    )
    topics: TopicTies = tied(TieKind.ABOUT, Direction.OUT, NodeKind.TOPIC, "What it is about.")
