"""Why an answer is what it is."""

from asyncio import gather
from typing import Self

import strawberry
from strawberry import relay

from graph.analytics import results
from graph.analytics.results import NodeRef, TieRef
from schema.analysis.enums import ReasonCode
from schema.context import Info
from schema.fields import resolved
from schema.registry import shown
from schema.types.tie import Tie


@strawberry.type(description="Why: a code, a figure, and the nodes and ties behind it. Say it in your own language.")
class Reason:
    code: ReasonCode = strawberry.field(description="What kind of reason it is.")
    value: float = strawberry.field(description="The figure; the code says of what.")
    nodes: strawberry.Private[tuple[NodeRef, ...]]
    tie_refs: strawberry.Private[tuple[TieRef, ...]]

    @classmethod
    def of(cls, reason: results.Reason) -> Self:
        """A reason as clients see it."""
        return cls(code=reason.code, value=reason.value, nodes=reason.subjects, tie_refs=reason.ties)

    @resolved("The nodes behind it.", cost=1, items=5)
    async def subjects(self, info: Info) -> list[relay.Node]:
        found = await gather(*(info.context.loaders.node(ref.kind).load(ref.id) for ref in self.nodes))
        return [shown(node) for node in found if node is not None]

    @resolved("The ties behind it.", cost=1, items=5)
    async def ties(self, info: Info) -> list[Tie]:
        found = await info.context.loaders.tie.load_many((ref.kind, ref.id) for ref in self.tie_refs)
        return [Tie.of(tie) for tie in found if tie is not None]
