"""Events at the root: which of them, in which order."""

from datetime import date
from typing import Annotated

import strawberry

from graph.model.kinds import NodeKind
from graph.model.permissions import Permission
from graph.store.reading import EventFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import EventOrderField, Ordering
from schema.types.event import Event


@strawberry.input(description="Which events to list; what is left out does not narrow the list.")
class EventFilter:
    text: str | None = strawberry.field(default=None, description="Each of these words begins a word of the title.")
    topics: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Was about one of these topics, or a narrower one."
    )
    held_from: date | None = strawberry.field(default=None, description="Was held on this day or later.")
    held_to: date | None = strawberry.field(default=None, description="Was held before this day.")

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            topics=raw_ids(self.topics, NodeKind.TOPIC),
            held_from=self.held_from,
            held_to=self.held_to,
        )


@strawberry.input(description="In which order to list events.")
class EventOrder(Ordering):
    by: EventOrderField = strawberry.field(default=EventOrderField.NAME, description="By what.")


@strawberry.type
class EventsQueries:
    @resolved("All events.", needs=Permission.READ_PUBLIC, cost=1)
    async def events(
        self,
        info: Info,
        *,
        filter: Annotated[
            EventFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[EventOrder | None, strawberry.argument(description="Null: by name.")] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Event]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, Event, wanted, given(order_by), page)
