"""People at the root: which of them, in which order."""

from datetime import date
from typing import Annotated

import strawberry

from graph.model.kinds import Level, NodeKind, Sector
from graph.model.permissions import Permission
from graph.store.reading import PersonFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import OrderField, Ordering
from schema.types.person import Person


@strawberry.input(description="Which people to list; what is left out does not narrow the list.")
class PersonFilter:
    text: str | None = strawberry.field(default=None, description="Each of these words begins a word of the name.")
    topics: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Works on one of these topics, or on a narrower one."
    )
    municipalities: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Is active in one of these municipalities, or in a part of one."
    )
    organizations: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Belongs to one of these organizations."
    )
    sectors: list[Sector] | None = strawberry.field(default=None, description="Is of one of these sectors.")
    levels: list[Level] | None = strawberry.field(default=None, description="Is of one of these levels.")
    active_on: date | None = strawberry.field(default=None, description="Acts in the network on this day.")

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            topics=raw_ids(self.topics, NodeKind.TOPIC),
            municipalities=raw_ids(self.municipalities, NodeKind.MUNICIPALITY),
            organizations=raw_ids(self.organizations, NodeKind.ORGANIZATION),
            sectors=tuple(self.sectors or ()),
            levels=tuple(self.levels or ()),
            active_on=self.active_on,
        )


@strawberry.input(description="In which order to list people.")
class PersonOrder(Ordering):
    by: OrderField = strawberry.field(default=OrderField.NAME, description="By what.")


@strawberry.type
class PeopleQueries:
    @resolved("The people whom the viewer may see.", needs=Permission.READ_PUBLIC, cost=1)
    async def people(
        self,
        info: Info,
        *,
        filter: Annotated[
            PersonFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[PersonOrder | None, strawberry.argument(description="Null: by name.")] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Person]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, Person, wanted, given(order_by), page)
