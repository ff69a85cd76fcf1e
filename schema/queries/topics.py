"""Topics at the root: which of them, in which order."""

from typing import Annotated

import strawberry

from graph.model.kinds import NodeKind
from graph.model.permissions import Permission
from graph.store.reading import TopicFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import OrderField, Ordering
from schema.types.topic import Topic


@strawberry.input(description="Which topics to list; what is left out does not narrow the list.")
class TopicFilter:
    text: str | None = strawberry.field(
        default=None, description="Each of these words begins a word of the German or English label."
    )
    broader: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Stands below one of these, at any depth."
    )

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            broader=raw_ids(self.broader, NodeKind.TOPIC),
        )


@strawberry.input(description="In which order to list topics.")
class TopicOrder(Ordering):
    by: OrderField = strawberry.field(default=OrderField.NAME, description="By what.")


@strawberry.type
class TopicsQueries:
    @resolved("All topics.", needs=Permission.READ_PUBLIC, cost=1)
    async def topics(
        self,
        info: Info,
        *,
        filter: Annotated[
            TopicFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[TopicOrder | None, strawberry.argument(description="Null: by name.")] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Topic]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, Topic, wanted, given(order_by), page)
