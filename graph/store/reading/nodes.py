"""Reading nodes on behalf of a viewer: by id, in pages, and from node to node."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.kinds import NodeKind
from graph.model.nodes import Node
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading.built import node_of
from graph.store.reading.filters import NodeFilter
from graph.store.reading.matching import match
from graph.store.reading.neighbors import neighbors
from graph.store.reading.relations import Neighbor, Relation
from graph.store.reading.sorting import Order, sort_of
from graph.store.reading.window import Window
from graph.store.visibility import parameters, readable, visible

BY_NAME: Final = Order()
FIRST_PAGE: Final = Page()


@dataclass(frozen=True, slots=True)
class NodeReader:
    """What exists for one viewer. Every method raises StoreUnavailable when the server does not answer in time."""

    database: Database
    viewer: Viewer

    async def by_ids(self, kind: NodeKind, ids: Sequence[str]) -> list[Node | None]:
        """The nodes of `kind` behind `ids`, in that order, in one statement; a former id gives the node that took its
        place. None: no such node, or not to be seen; no caller can tell which."""
        statement = f"""
UNWIND $ids AS id
OPTIONAL MATCH (alias:Alias {{id: id}})-[:OF]->(successor:{kind})
WITH id, coalesce(successor.id, id) AS current
MATCH (node:{kind} {{id: current}}) WHERE {visible(kind, "node")}
RETURN id, {readable(kind, "node")} AS node"""
        rows = await self.database.rows(statement, ids=list(dict.fromkeys(ids)), **parameters(self.viewer))
        found = {row["id"]: node_of(kind, row["node"]) for row in rows}
        return [found.get(id) for id in ids]

    async def page(
        self,
        kind: NodeKind,
        filter: NodeFilter | None = None,
        order: Order = BY_NAME,
        page: Page = FIRST_PAGE,
    ) -> Slice[Node]:
        """A page of the nodes of `kind` that `filter` lets through, and how many these are, in one statement.

        Raises InvalidValue for an order that the kind does not have or a text that is too long, and CursorUnreadable
        for a cursor of another list or order.
        """
        window = Window(("node",), (readable(kind, "node"),), sort_of(kind, order), page)
        matching = match(kind, filter)
        given = {**matching.parameters, **window.parameters, **parameters(self.viewer)}
        rows = await self.database.rows(matching.text + window.text, **given)
        return window.slice(rows[0], lambda shown: node_of(kind, shown[0]))

    async def neighbors(self, relation: Relation, requests: Sequence[tuple[str, Page]]) -> list[Slice[Neighbor]]:
        """For each id its page of neighbors, in that order, in one statement for all ids with the same page.

        By the neighbors' names. What is unknown or not to be seen has no neighbors. Raises CursorUnreadable.
        """
        return await neighbors(self.database, self.viewer, relation, requests)
