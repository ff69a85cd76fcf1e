"""A project and what leads on from there."""

import strawberry

from graph.model.kinds import Impulse, NodeKind, ProjectStage, TieKind
from graph.store.reading import Direction
from schema.registry import Recorded, shows
from schema.relations import tied
from schema.scalars import PartialDate
from schema.types.ties_to import MunicipalityTies, OrganizationTies, PersonTies, SupportOfferTies, TopicTies


@shows(NodeKind.PROJECT)
@strawberry.type(description="A local undertaking (Vorhaben).")
class Project(Recorded):
    title: str = strawberry.field(description="What it is called.")
    summary: str | None = strawberry.field(description="What it is about.")
    lessons: str | None = strawberry.field(description="What others may learn from it.")
    stage: ProjectStage = strawberry.field(description="How far it has come.")
    impulse: Impulse | None = strawberry.field(description="Where it got its first push.")
    active_from: PartialDate | None = strawberry.field(description="When it began; null: not known.")
    active_until: PartialDate | None = strawberry.field(
        description="The first day on which it is over; null: it goes on."
    )

    people: PersonTies = tied(
        TieKind.CONTRIBUTES_TO, Direction.IN, NodeKind.PERSON, "Who contributes to it, and as what."
    )
    organizations: OrganizationTies = tied(
        TieKind.RUNS, Direction.IN, NodeKind.ORGANIZATION, "The organizations that run it."
    )
    running_municipalities: MunicipalityTies = tied(
        TieKind.RUNS, Direction.IN, NodeKind.MUNICIPALITY, "The municipalities that run it."
    )
    municipalities: MunicipalityTies = tied(
        TieKind.TAKES_PLACE_IN, Direction.OUT, NodeKind.MUNICIPALITY, "Where it takes place."
    )
    topics: TopicTies = tied(TieKind.ABOUT, Direction.OUT, NodeKind.TOPIC, "What it is about.")
    seeks: TopicTies = tied(TieKind.SEEKS, Direction.OUT, NodeKind.TOPIC, "In what it looks for help.")
    support_offers: SupportOfferTies = tied(
        TieKind.USES, Direction.OUT, NodeKind.SUPPORT_OFFER, "The help it uses or has used, and how much it helped."
    )
