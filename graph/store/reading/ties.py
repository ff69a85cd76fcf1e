"""Reading ties on behalf of a viewer: by id and in pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.kinds import TieKind
from graph.model.ties import Tie
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading.built import tie_of
from graph.store.reading.nodes import FIRST_PAGE
from graph.store.reading.sorting import Key, Sort
from graph.store.reading.window import Window
from graph.store.visibility import parameters, readable_tie, tie_visible


@dataclass(frozen=True, slots=True)
class TieReader:
    """The ties that one viewer may see. Every method raises StoreUnavailable when no answer came in time."""

    database: Database
    viewer: Viewer

    async def by_ids(self, ids: Sequence[tuple[TieKind, str]]) -> list[Tie | None]:
        """The ties behind `ids`, in that order, in one statement for each kind. None as for nodes."""
        found: dict[tuple[TieKind, str], Tie] = {}
        for kind in dict.fromkeys(kind for kind, _ in ids):
            statement = f"""
MATCH (source)-[tie:{kind}]->(target) WHERE tie.id IN $ids AND {tie_visible(kind, "source", "target")}
RETURN {readable_tie(kind, "tie")} AS tie"""
            wanted = list(dict.fromkeys(id for of, id in ids if of is kind))
            rows = await self.database.rows(statement, ids=wanted, **parameters(self.viewer))
            found.update({(kind, tie.id): tie for row in rows for tie in [tie_of(row["tie"])]})
        return [found.get(wanted) for wanted in ids]

    async def page(self, kind: TieKind, page: Page = FIRST_PAGE) -> Slice[Tie]:
        """A page of the ties of `kind`, by id, and how many there are, in one statement. Raises CursorUnreadable."""
        window = Window(("tie",), (readable_tie(kind, "tie"),), Sort(kind, (Key("tie.id"),)), page)
        matching = f"MATCH (source)-[tie:{kind}]->(target) WHERE {tie_visible(kind, 'source', 'target')}"
        rows = await self.database.rows(matching + window.text, **window.parameters, **parameters(self.viewer))
        return window.slice(rows[0], lambda shown: tie_of(shown[0]))
