"""Connections: pages of nodes, with or without the ties that lead to them."""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

import strawberry
from strawberry import relay

from graph.store.pages import Slice
from graph.store.reading import Neighbor
from schema.registry import shown
from schema.types.tie import Tie

T = TypeVar("T")
N = TypeVar("N")
PART: Final = {"cost": 0, "items": 1}
"""Of what comes with its connection anyway: the connection knows how many there are, and each node costs."""


@strawberry.type(description="A node and its place in a page.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="Where it stands: go on `after` or `before` it.")
    node: T = strawberry.field(description="The node.")


@strawberry.type(description="A page of nodes.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = strawberry.field(description="The nodes of this page, in order.", metadata=PART)
    page_info: relay.PageInfo = strawberry.field(description="What lies before and after this page.", metadata=PART)
    total_count: int = strawberry.field(description="How many there are on all pages.")

    @classmethod
    def of(cls, page: Slice[N], show: Callable[[N], T]) -> "Connection[T]":
        """A slice of what is stored, each item as `show` shows it."""
        places = zip(page.items, page.cursors, strict=True)
        return Connection(
            edges=[Edge(cursor=cursor, node=show(item)) for item, cursor in places],
            page_info=page_info(page),
            total_count=page.total,
        )


@strawberry.type(description="A node, the tie that leads to it, and its place in a page.")
class TieEdge(Generic[T]):
    cursor: str = strawberry.field(description="Where it stands: go on `after` or `before` it.")
    node: T = strawberry.field(description="The node at the other end.")
    tie: Tie = strawberry.field(description="What joins the two.", metadata=PART)


@strawberry.type(description="A page of nodes that are tied to one, with the ties. Two nodes can have several ties.")
class TieConnection(Generic[T]):
    edges: list[TieEdge[T]] = strawberry.field(
        description="The ties of this page with their nodes, in order.", metadata=PART
    )
    page_info: relay.PageInfo = strawberry.field(description="What lies before and after this page.", metadata=PART)
    total_count: int = strawberry.field(description="How many ties there are on all pages.")

    @classmethod
    def of(cls, page: Slice[Neighbor]) -> "TieConnection[Any]":
        """A slice of neighbors, each as its own kind is shown."""
        places = zip(page.items, page.cursors, strict=True)
        return TieConnection(
            edges=[TieEdge(cursor=at, node=shown(item.node), tie=Tie.of(item.tie)) for item, at in places],
            page_info=page_info(page),
            total_count=page.total,
        )


def page_info(page: Slice[N]) -> relay.PageInfo:
    """What Relay wants to know of a slice."""
    return relay.PageInfo(
        has_next_page=page.has_next,
        has_previous_page=page.has_previous,
        start_cursor=page.cursors[0] if page.cursors else None,
        end_cursor=page.cursors[-1] if page.cursors else None,
    )
