"""Policy positions at the root: which of them, in which order."""

from typing import Annotated

import strawberry

from graph.model.kinds import NodeKind, PositionStatus
from graph.model.permissions import Permission
from graph.store.reading import PolicyPositionFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import OrderField, Ordering
from schema.types.policy_position import PolicyPosition


@strawberry.input(description="Which policy positions to list; what is left out does not narrow the list.")
class PolicyPositionFilter:
    text: str | None = strawberry.field(default=None, description="Each of these words begins a word of the title.")
    topics: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Is about one of these topics, or a narrower one."
    )
    status: list[PositionStatus] | None = strawberry.field(default=None, description="Has come this far.")

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            topics=raw_ids(self.topics, NodeKind.TOPIC),
            status=tuple(self.status or ()),
        )


@strawberry.input(description="In which order to list policy positions.")
class PolicyPositionOrder(Ordering):
    by: OrderField = strawberry.field(default=OrderField.NAME, description="By what.")


@strawberry.type
class PolicyPositionsQueries:
    @resolved("The positions of the network that the viewer may see.", needs=Permission.READ_PUBLIC, cost=1)
    async def policy_positions(
        self,
        info: Info,
        *,
        filter: Annotated[
            PolicyPositionFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[
            PolicyPositionOrder | None, strawberry.argument(description="Null: by name.")
        ] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[PolicyPosition]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, PolicyPosition, wanted, given(order_by), page)
