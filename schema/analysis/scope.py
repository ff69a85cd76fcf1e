"""What is looked at: asked for as an input, and given back with defaults filled in."""

from datetime import date
from typing import Self

import strawberry

from graph.model.kinds import ActorKind, Level, NodeKind, Sector, TieKind
from graph.network import scope as networks
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.loading import in_order
from schema.types.municipality import Municipality
from schema.types.topic import Topic


@strawberry.input(description="Which network to look at. What is left out does not narrow it.")
class NetworkScopeInput:
    actors: ActorKind = strawberry.field(default=ActorKind.PEOPLE, description="Who stands in it.")
    ties: list[TieKind] | None = strawberry.field(default=None, description="What ties them; null: what usually does.")
    topics: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Only actors who work on one of these topics, or on a narrower one."
    )
    municipalities: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Only actors of one of these municipalities, or of a part of one."
    )
    sectors: list[Sector] | None = strawberry.field(default=None, description="Only actors of one of these sectors.")
    levels: list[Level] | None = strawberry.field(default=None, description="Only people of one of these levels.")
    min_strength: int | None = strawberry.field(
        default=None, description="Without direct ties that are recorded as weaker: 1 to 5."
    )
    max_group_size: int = strawberry.field(
        default=networks.MAX_GROUP_SIZE, description="A shared project or the like of more people ties nobody."
    )
    as_of: date | None = strawberry.field(default=None, description="The network as of this day; null: today.")
    snapshot: strawberry.ID | None = strawberry.field(
        default=None, description="Of the same state of the graph as an earlier answer."
    )

    def scope(self) -> networks.NetworkScope:
        """The scope that is asked for. Raises InvalidValue."""
        return networks.NetworkScope(
            actors=self.actors,
            ties=tuple(self.ties or ()),
            topics=raw_ids(self.topics, NodeKind.TOPIC),
            municipalities=raw_ids(self.municipalities, NodeKind.MUNICIPALITY),
            sectors=tuple(self.sectors or ()),
            levels=tuple(self.levels or ()),
            min_strength=self.min_strength,
            max_group_size=self.max_group_size,
            as_of=self.as_of,
        )


@strawberry.type(description="Which network an answer is about, with defaults filled in.")
class NetworkScope:
    actors: ActorKind = strawberry.field(description="Who stands in it.")
    ties: list[TieKind] = strawberry.field(description="What ties them.")
    sectors: list[Sector] = strawberry.field(description="Only actors of one of these sectors; empty: of any.")
    levels: list[Level] = strawberry.field(description="Only people of one of these levels; empty: of any.")
    min_strength: int | None = strawberry.field(description="Without direct ties that are recorded as weaker.")
    max_group_size: int = strawberry.field(description="A shared project or the like of more people ties nobody.")
    as_of: date = strawberry.field(description="The day of which the network is.")
    stored: strawberry.Private[networks.NetworkScope]

    @classmethod
    def of(cls, scope: networks.NetworkScope) -> Self:
        """A scope as clients see it."""
        return cls(
            actors=scope.actors,
            ties=list(scope.ties),
            sectors=list(scope.sectors),
            levels=list(scope.levels),
            min_strength=scope.min_strength,
            max_group_size=scope.max_group_size,
            as_of=scope.day,
            stored=scope,
        )

    @resolved("Only actors who work on one of these topics, or on a narrower one; empty: on any.", cost=1, items=5)
    async def topics(self, info: Info) -> list[Topic]:
        return await in_order(info, NodeKind.TOPIC, self.stored.topics, Topic)

    @resolved("Only actors of one of these municipalities, or of a part of one; empty: of any.", cost=1, items=5)
    async def municipalities(self, info: Info) -> list[Municipality]:
        return await in_order(info, NodeKind.MUNICIPALITY, self.stored.municipalities, Municipality)
