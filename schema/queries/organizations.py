"""Organizations at the root: which of them, in which order."""

from typing import Annotated

import strawberry

from graph.model.kinds import NodeKind, OrganizationKind, Sector
from graph.model.permissions import Permission
from graph.store.reading import OrganizationFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import OrderField, Ordering
from schema.types.organization import Organization


@strawberry.input(description="Which organizations to list; what is left out does not narrow the list.")
class OrganizationFilter:
    text: str | None = strawberry.field(default=None, description="Each of these words begins a word of the name.")
    municipalities: list[strawberry.ID] | None = strawberry.field(
        default=None,
        description="Has its seat in one of these municipalities or a part of one, or is its administration.",
    )
    topics: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Works on one of these topics, or on a narrower one."
    )
    kinds: list[OrganizationKind] | None = strawberry.field(default=None, description="Is one of these.")
    sectors: list[Sector] | None = strawberry.field(default=None, description="Is of one of these sectors.")

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            municipalities=raw_ids(self.municipalities, NodeKind.MUNICIPALITY),
            topics=raw_ids(self.topics, NodeKind.TOPIC),
            kinds=tuple(self.kinds or ()),
            sectors=tuple(self.sectors or ()),
        )


@strawberry.input(description="In which order to list organizations.")
class OrganizationOrder(Ordering):
    by: OrderField = strawberry.field(default=OrderField.NAME, description="By what.")


@strawberry.type
class OrganizationsQueries:
    @resolved("All organizations.", needs=Permission.READ_PUBLIC, cost=1)
    async def organizations(
        self,
        info: Info,
        *,
        filter: Annotated[
            OrganizationFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[
            OrganizationOrder | None, strawberry.argument(description="Null: by name.")
        ] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Organization]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, Organization, wanted, given(order_by), page)
