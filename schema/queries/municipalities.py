"""Municipalities at the root: which of them, in which order."""

from typing import Annotated

import strawberry

from graph.model.kinds import MunicipalityKind, NodeKind
from graph.model.permissions import Permission
from graph.store.reading import MunicipalityFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import MunicipalityOrderField, Ordering
from schema.types.municipality import Municipality


@strawberry.input(description="Which municipalities to list; what is left out does not narrow the list.")
class MunicipalityFilter:
    text: str | None = strawberry.field(
        default=None, description="Each of these words begins a word of the name, or the key."
    )
    kinds: list[MunicipalityKind] | None = strawberry.field(default=None, description="Is one of these.")
    land: str | None = strawberry.field(default=None, description="Lies in the Land with this key of 2 digits.")
    district: str | None = strawberry.field(default=None, description="Lies in the district with this key of 5 digits.")
    part_of: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Is a part of one of these, at any depth."
    )
    population_from: int | None = strawberry.field(default=None, description="Has at least so many inhabitants.")
    population_to: int | None = strawberry.field(default=None, description="Has fewer inhabitants than this.")

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            kinds=tuple(self.kinds or ()),
            land=self.land,
            district=self.district,
            part_of=raw_ids(self.part_of, NodeKind.MUNICIPALITY),
            population_from=self.population_from,
            population_to=self.population_to,
        )


@strawberry.input(description="In which order to list municipalities.")
class MunicipalityOrder(Ordering):
    by: MunicipalityOrderField = strawberry.field(default=MunicipalityOrderField.NAME, description="By what.")


@strawberry.type
class MunicipalitiesQueries:
    @resolved("All Länder, districts, municipalities and associations.", needs=Permission.READ_PUBLIC, cost=1)
    async def municipalities(
        self,
        info: Info,
        *,
        filter: Annotated[
            MunicipalityFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[
            MunicipalityOrder | None, strawberry.argument(description="Null: by name.")
        ] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Municipality]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, Municipality, wanted, given(order_by), page)
