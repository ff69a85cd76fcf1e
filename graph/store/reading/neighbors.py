"""Pages of neighbors for many nodes at once."""

from collections.abc import Sequence
from typing import Any

from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading.built import node_of, tie_of
from graph.store.reading.relations import Neighbor, Relation
from graph.store.reading.sorting import Key, Sort
from graph.store.reading.window import Window
from graph.store.visibility import parameters, readable, readable_tie, tie_visible, visible


async def neighbors(
    database: Database, viewer: Viewer, relation: Relation, requests: Sequence[tuple[str, Page]]
) -> list[Slice[Neighbor]]:
    """See `NodeReader.neighbors`."""
    windows = {page: _window(relation, page) for _, page in requests}
    given = {page: window.parameters for page, window in windows.items()}  # a wrong cursor shows before any statement
    found: dict[tuple[str, Page], Slice[Neighbor]] = {}
    for page, window in windows.items():
        ids = list(dict.fromkeys(id for id, wanted in requests if wanted == page))
        rows = await database.rows(_statement(relation, window), ids=ids, **given[page], **parameters(viewer))
        found.update({(row["id"], page): window.slice(row, lambda shown: _neighbor(relation, shown)) for row in rows})
    nothing: Slice[Neighbor] = Slice((), (), has_next=False, has_previous=False, total=0)
    return [found.get(request, nothing) for request in requests]


def _window(relation: Relation, page: Page) -> Window:
    sort = Sort(relation.name, (Key("node.sort_key"), Key("tie.id")))
    return Window(("node", "tie"), (readable(relation.to, "node"), readable_tie(relation.kind, "tie")), sort, page)


def _statement(relation: Relation, window: Window) -> str:
    origins = "\n  UNION\n  ".join(
        f"MATCH (origin:{kind} {{id: id}}) WHERE {visible(kind, 'origin')} RETURN origin" for kind in relation.origins
    )
    return f"""
UNWIND $ids AS id
CALL (id) {{
  {origins}
}}
CALL (origin) {{
MATCH {relation.pattern} WHERE {tie_visible(relation.kind, *relation.ends)}{window.text}
}}
RETURN id, {window.COLUMNS}"""


def _neighbor(relation: Relation, shown: Sequence[Any]) -> Neighbor:
    return Neighbor(tie_of(shown[1]), node_of(relation.to, shown[0]))
