"""The network that a page is of: that of its cursor, which stays on its own snapshot while the graph moves on."""

from typing import TypeVar

from graph.answers.view import NetworkView
from graph.store.pages import Page
from schema.analysis.pages import Ranking
from schema.context import Info

T = TypeVar("T")


async def view_of_page(info: Info, view: NetworkView, ranking: Ranking[T], page: Page) -> NetworkView:
    """`view`, or the same scope at the snapshot of the page's cursor. Raises CursorUnreadable, CursorExpired."""
    place = ranking.place(page)
    if place is None or place.snapshot == view.snapshot.id:
        return view
    return await info.context.answers.network(view.viewer, view.scope, place.snapshot)
