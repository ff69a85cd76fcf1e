"""A network, at which every analysis hangs."""

from typing import Annotated

import strawberry

from graph.answers.view import NetworkView
from graph.model.permissions import Permission
from schema.analysis.enums import MultiplierMeasure
from schema.analysis.gap import GapConnection
from schema.analysis.gap_pages import gap_page
from schema.analysis.multiplier import Multiplier, MultiplierConnection
from schema.analysis.multiplier_pages import multiplier_page, one_multiplier
from schema.analysis.scope import NetworkScope
from schema.analysis.snapshot import Snapshot
from schema.analysis.summary import NetworkSummary
from schema.context import Info
from schema.fields import resolved
from schema.needs import RANKING
from schema.pages import After, Before, First, Last, page_of

OrderBy = Annotated[MultiplierMeasure, strawberry.argument(description="By what they are ordered.")]


@strawberry.type(description="A network: one state of the graph, seen by one viewer in one scope.")
class Network:
    view: strawberry.Private[NetworkView]

    @resolved("What is looked at, with defaults filled in.", needs=Permission.READ_PUBLIC, cost=0)
    def scope(self) -> NetworkScope:
        return NetworkScope.of(self.view.scope)

    @resolved("The state of the graph that is looked at.", needs=Permission.READ_PUBLIC, cost=0)
    def snapshot(self) -> Snapshot:
        return Snapshot.of(self.view.snapshot)

    @resolved(
        "The network in a few figures; rounded for those who are not of the network.",
        needs=Permission.READ_PUBLIC,
        cost=20,
    )
    async def summary(self) -> NetworkSummary:
        return NetworkSummary.of(await self.view.summary())

    @resolved("Who connects the network, best first.", needs=RANKING, cost=100)
    async def multipliers(
        self,
        info: Info,
        *,
        order_by: OrderBy = MultiplierMeasure.SCORE,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> MultiplierConnection:
        return await multiplier_page(info, self.view, order_by, page_of(first, after, last, before))

    @resolved(
        "One actor as a connector: oneself, or somebody whom the viewer may ask about. Null: anybody else.",
        needs=Permission.ASK_FOR_ONESELF,
        cost=100,
    )
    async def multiplier(
        self, info: Info, actor: Annotated[strawberry.ID, strawberry.argument(description="The actor's global id.")]
    ) -> Multiplier | None:
        return await one_multiplier(info, self.view, actor)

    @resolved("Who should meet, widest gap first.", needs=RANKING, cost=100)
    async def gaps(
        self,
        info: Info,
        *,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> GapConnection:
        return await gap_page(info, self.view, page_of(first, after, last, before))
