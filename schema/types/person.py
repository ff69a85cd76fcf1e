"""A person and what leads on from there."""

import strawberry

from graph.model.kinds import Level, NodeKind, Sector, TieKind, Visibility
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
    TopicTies,
)


@shows(NodeKind.PERSON)
@strawberry.type(description="A person who acts in the network, as the viewer may see them.")
class Person(Recorded):
    name: str = strawberry.field(description="The name, as the person wants it shown.")
    email: str | None = strawberry.field(
        description="Null unless the person agreed to be contacted, or the viewer may see it anyway."
    )
    phone: str | None = strawberry.field(
        description="Null unless the person agreed to be contacted, or the viewer may see it anyway."
    )
    about: str | None = strawberry.field(description="What the person says about themselves.")
    visibility: Visibility = strawberry.field(description="Who may see this person at all.")
    fallback_level: Level | None = strawberry.field(
        description="The level; counts only where no current post gives one."
    )
    fallback_sector: Sector | None = strawberry.field(
        description="The sector; counts only where no current post gives one."
    )
    active_from: PartialDate | None = strawberry.field(
        description="Since when the person acts in the network; null: always."
    )
    active_until: PartialDate | None = strawberry.field(description="The first day on which no longer; null: still.")

    collaborators: PersonTies = tied(
        TieKind.COLLABORATES_WITH, Direction.BOTH, NodeKind.PERSON, "The people this person works together with."
    )
    organizations: OrganizationTies = tied(
        TieKind.MEMBER_OF,
        Direction.OUT,
        NodeKind.ORGANIZATION,
        "The organizations this person belongs to, with role and level.",
    )
    municipalities: MunicipalityTies = tied(
        TieKind.ACTIVE_IN, Direction.OUT, NodeKind.MUNICIPALITY, "Where this person holds a post or mandate."
    )
    topics: TopicTies = tied(
        TieKind.WORKS_ON, Direction.OUT, NodeKind.TOPIC, "What this person works on, and how deep."
    )
    projects: ProjectTies = tied(
        TieKind.CONTRIBUTES_TO, Direction.OUT, NodeKind.PROJECT, "The projects this person contributes to."
    )
    policy_positions: PolicyPositionTies = tied(
        TieKind.ENDORSES, Direction.OUT, NodeKind.POLICY_POSITION, "The positions this person stands behind."
    )
    events: EventTies = tied(TieKind.ATTENDED, Direction.OUT, NodeKind.EVENT, "The events this person was at.")
