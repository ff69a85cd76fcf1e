"""Projects at the root: which of them, in which order."""

from typing import Annotated

import strawberry

from graph.model.kinds import Impulse, NodeKind, ProjectStage
from graph.model.permissions import Permission
from graph.store.reading import ProjectFilter as Filter
from schema.connections import Connection
from schema.context import Info
from schema.fields import resolved
from schema.ids import raw_ids
from schema.pages import After, Before, First, Last, given, page_of
from schema.queries.listing import listing
from schema.queries.orders import OrderField, Ordering
from schema.types.project import Project


@strawberry.input(description="Which projects to list; what is left out does not narrow the list.")
class ProjectFilter:
    text: str | None = strawberry.field(default=None, description="Each of these words begins a word of the title.")
    topics: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Is about one of these topics, or a narrower one."
    )
    seeks: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Looks for help in one of these topics, or a narrower one."
    )
    municipalities: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Takes place in one of these municipalities or in a part of one, or is run by one."
    )
    stages: list[ProjectStage] | None = strawberry.field(default=None, description="Has come this far.")
    impulses: list[Impulse] | None = strawberry.field(default=None, description="Got its first push like this.")

    def filter(self) -> Filter:
        """The filter as the store knows it. Raises InvalidValue."""
        return Filter(
            text=self.text,
            topics=raw_ids(self.topics, NodeKind.TOPIC),
            seeks=raw_ids(self.seeks, NodeKind.TOPIC),
            municipalities=raw_ids(self.municipalities, NodeKind.MUNICIPALITY),
            stages=tuple(self.stages or ()),
            impulses=tuple(self.impulses or ()),
        )


@strawberry.input(description="In which order to list projects.")
class ProjectOrder(Ordering):
    by: OrderField = strawberry.field(default=OrderField.NAME, description="By what.")


@strawberry.type
class ProjectsQueries:
    @resolved("The projects of the network.", needs=Permission.READ_NETWORK, cost=1)
    async def projects(
        self,
        info: Info,
        *,
        filter: Annotated[
            ProjectFilter | None, strawberry.argument(description="Which of them; null: all.")
        ] = strawberry.UNSET,
        order_by: Annotated[ProjectOrder | None, strawberry.argument(description="Null: by name.")] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> Connection[Project]:
        asked, page = given(filter), page_of(first, after, last, before)
        wanted = None if asked is None else asked.filter()
        return await listing(info, Project, wanted, given(order_by), page)
