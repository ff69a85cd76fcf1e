"""Search over all kinds."""

from typing import Annotated

import strawberry
from strawberry import relay

from graph.model.errors import InvalidValue
from graph.model.kinds import DIRECTORY_KINDS, NodeKind
from graph.model.permissions import Permission
from graph.store.reading import search
from schema.connections import PART, Edge, page_info
from schema.context import Info
from schema.fields import resolved
from schema.pages import After, Before, First, Last, given, page_of
from schema.registry import shown

LONGEST = 200


@strawberry.type(description="A page of what was found, best first.")
class SearchConnection:
    edges: list[Edge[relay.Node]] = strawberry.field(description="What was found, in order.", metadata=PART)
    page_info: relay.PageInfo = strawberry.field(description="What lies before and after this page.", metadata=PART)
    total_count: int = strawberry.field(description="How many were found in all.")


@strawberry.type
class SearchQueries:
    @resolved(
        "Finds nodes by their names, also while they are being typed: each word begins a word of the name; "
        "after these come names that contain it elsewhere. ä, ae and a are the same, so are ß and ss.",
        needs=Permission.READ_PUBLIC,
        cost=5,
    )
    async def search(
        self,
        info: Info,
        text: Annotated[str, strawberry.argument(description="What to look for, up to 200 characters.")],
        *,
        kinds: Annotated[
            list[NodeKind] | None, strawberry.argument(description="Only these kinds; null: all.")
        ] = strawberry.UNSET,
        first: First = strawberry.UNSET,
        after: After = strawberry.UNSET,
        last: Last = strawberry.UNSET,
        before: Before = strawberry.UNSET,
    ) -> SearchConnection:
        if len(text) > LONGEST:
            raise InvalidValue(
                "{name} is longer than the {max_length} characters allowed.",
                field="text",
                name="text",
                max_length=LONGEST,
            )
        page = page_of(first, after, last, before)
        among = tuple(given(kinds) or DIRECTORY_KINDS)
        found = await search(info.context.database, info.context.viewer, text, among, page)
        places = zip(found.items, found.cursors, strict=True)
        return SearchConnection(
            edges=[Edge(cursor=cursor, node=shown(node)) for node, cursor in places],
            page_info=page_info(found),
            total_count=found.total,
        )
