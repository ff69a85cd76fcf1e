"""Support offers at the root: which of them, in which order."""

from typing import Annotated

import strawberry

from graph.model.kinds import Impulse, Level, NodeKind, OfferKind, ProjectStage
from graph.model.permissions import Permission
from graph.store.reading import SupportOfferFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import OrderField, Ordering
from schema.types.support_offer import SupportOffer


@strawberry.input(description="Which support offers to list; what is left out does not narrow the list.")
class SupportOfferFilter:
    text: str | None = strawberry.field(default=None, description="Each of these words begins a word of the title.")
    topics: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Is about one of these topics, or a narrower one."
    )
    kinds: list[OfferKind] | None = strawberry.field(default=None, description="Is one of these.")
    stages: list[ProjectStage] | None = strawberry.field(
        default=None, description="Is for projects of one of these stages."
    )
    impulses: list[Impulse] | None = strawberry.field(
        default=None, description="Is for projects with one of these first pushes."
    )
    levels: list[Level] | None = strawberry.field(default=None, description="Is for people of one of these levels.")

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            topics=raw_ids(self.topics, NodeKind.TOPIC),
            kinds=tuple(self.kinds or ()),
            stages=tuple(self.stages or ()),
            impulses=tuple(self.impulses or ()),
            levels=tuple(self.levels or ()),
        )


@strawberry.input(description="In which order to list support offers.")
class SupportOfferOrder(Ordering):
    by: OrderField = strawberry.field(default=OrderField.NAME, description="By what.")


@strawberry.type
class SupportOffersQueries:
    @resolved("What helps municipal change-makers.", needs=Permission.READ_PUBLIC, cost=1)
    async def support_offers(
        self,
        info: Info,
        *,
        filter: Annotated[
            SupportOfferFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[
            SupportOfferOrder | None, strawberry.argument(description="Null: by name.")
        ] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[SupportOffer]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, SupportOffer, wanted, given(order_by), page)
