"""A policy position and what leads on from there."""

from datetime import date

import strawberry

from graph.model.kinds import NodeKind, PositionStatus, TieKind
from graph.store.reading import Direction
from schema.registry import Recorded, shows
from schema.relations import tied
from schema.types.ties_to import MunicipalityTies, OrganizationTies, PersonTies, TopicTies


@shows(NodeKind.POLICY_POSITION)
@strawberry.type(description="A position that the network stands for.")
class PolicyPosition(Recorded):
    title: str = strawberry.field(description="What it is called.")
    statement: str | None = strawberry.field(description="What it says.")
    status: PositionStatus = strawberry.field(description="How far it has come.")
    published_on: date | None = strawberry.field(description="The day of its publication; null: not published.")

    people: PersonTies = tied(
        TieKind.ENDORSES, Direction.IN, NodeKind.PERSON, "The people who stand behind it, and as what."
    )
    organizations: OrganizationTies = tied(
        TieKind.ENDORSES, Direction.IN, NodeKind.ORGANIZATION, "The organizations that stand behind it."
    )
    municipalities: MunicipalityTies = tied(
        TieKind.ENDORSES, Direction.IN, NodeKind.MUNICIPALITY, "The municipalities that stand behind it."
    )
    topics: TopicTies = tied(TieKind.ABOUT, Direction.OUT, NodeKind.TOPIC, "What it is about.")
