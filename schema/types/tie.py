"""A tie between two nodes; reasons and evidence point to it."""

from typing import TYPE_CHECKING, Annotated, Self, cast

import strawberry
from pydantic import BaseModel
from strawberry import relay

from graph.model.kinds import Capacity, Engagement, Level, NodeKind, TieKind, TieSource
from graph.model.ties import Tie as StoredTie
from schema.context import Info
from schema.fields import resolved
from schema.registry import Recorded, attributes, shown
from schema.scalars import PartialDate

if TYPE_CHECKING:
    from schema.types.topic import Topic


@strawberry.type(description="What joins two nodes, and since when. Which properties it has depends on its kind.")
class Tie(Recorded):
    kind: TieKind = strawberry.field(description="What joins the two.")
    since: PartialDate | None = strawberry.field(description="The first day on which it holds; null: always.")
    until: PartialDate | None = strawberry.field(description="The first day on which it no longer holds; null: still.")
    source: TieSource = strawberry.field(description="How we know of it.")
    evidence: str | None = strawberry.field(description="What shows that it holds. For network managers.")
    note: str | None = strawberry.field(description="A remark. For network managers.")
    strength: int | None = strawberry.field(description="Of a collaboration: 1 (loose) to 5 (close); null: unknown.")
    role_title: str | None = strawberry.field(description="Of a post: what its holder is called.")
    level: Level | None = strawberry.field(description="Of a post: its level.")
    primary: bool | None = strawberry.field(description="Of a post: whether it is its holder's main one.")
    capacity: Capacity | None = strawberry.field(description="Of ACTIVE_IN: in administration, politics or otherwise.")
    engagement: Engagement | None = strawberry.field(description="Of WORKS_ON: how deep the actor is in the topic.")
    role: str | None = strawberry.field(description="As what a person contributes, or an actor endorses.")
    contact: str | None = strawberry.field(description="Of OFFERS: whom to ask.")
    helped: int | None = strawberry.field(description="Of USES: how much it helped, 1 (little) to 5 (a lot).")
    lesson: str | None = strawberry.field(description="Of USES: what others can learn from it.")
    stored: strawberry.Private[StoredTie]

    @classmethod
    def of(cls, stored: BaseModel) -> Self:
        """A tie of the model as clients see it."""
        own = {name: getattr(stored, name) for name in attributes(cls) if name != "stored"}
        return cls(stored=cast("StoredTie", stored), **own)

    @classmethod
    def resolve_id(cls, root: Self, *, info: Info) -> str:  # noqa: ARG003 - the shape that Relay's Node gives
        """Kind and id, because the store looks a tie up by both."""
        return f"{root.kind}:{root.id}"

    @resolved("Where it begins. Null: not to be seen any more.", cost=1, name="from")
    async def from_end(self, info: Info) -> relay.Node | None:
        node = await info.context.loaders.node(self.stored.from_node.kind).load(self.stored.from_node.id)
        return None if node is None else shown(node)

    @resolved("Where it ends. Null: not to be seen any more.", cost=1, name="to")
    async def to_end(self, info: Info) -> relay.Node | None:
        node = await info.context.loaders.node(self.stored.to_node.kind).load(self.stored.to_node.id)
        return None if node is None else shown(node)

    @resolved("Of a collaboration: what it is about.", cost=1, items=5)
    async def topics(self, info: Info) -> list[Annotated["Topic", strawberry.lazy("schema.types.topic")]]:
        topics = await info.context.loaders.node(NodeKind.TOPIC).load_many(self.stored.topics or ())
        return [cast("Topic", shown(topic)) for topic in topics if topic is not None]
