"""One page of one kind, which is all that the lists at the root are."""

from typing import TypeVar

from graph.store.pages import Page
from graph.store.reading import NodeFilter
from schema.connections import Connection
from schema.context import Info
from schema.queries.orders import Ordering, order_of
from schema.registry import Recorded, kind_of

R = TypeVar("R", bound=Recorded)


async def listing(
    info: Info, shown_as: type[R], wanted: NodeFilter | None, order: Ordering | None, page: Page
) -> Connection[R]:
    """The nodes of one kind that the viewer may see, filtered and in order: one statement. Raises InvalidPage."""
    found = await info.context.nodes.page(kind_of(shown_as), wanted, order_of(order), page)
    return Connection.of(found, shown_as.of)
