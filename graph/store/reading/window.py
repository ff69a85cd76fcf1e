"""One page over the rows of a match: count, keyset and order in one piece of Cypher, without SKIP."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.store.pages import Page, Slice, cursor_at, values_at
from graph.store.reading.sorting import Sort
from graph.store.visibility import Parameters

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Window:
    """The text takes rows with the variables `names` and ends with the columns of `COLUMNS`.

    All rows are gathered once, with their keys, so that the total, what lies behind the cursor and the page come from
    the same rows. `shown` is what is returned of each row of the page. A cursor that does not fit raises
    CursorUnreadable when `parameters` are asked for, which is before anything is read.
    """

    names: tuple[str, ...]
    shown: tuple[str, ...]
    sort: Sort
    page: Page

    COLUMNS = "total, passed, items"

    @property
    def text(self) -> str:
        """The Cypher, to be put after a match."""
        width, keys = len(self.names), range(len(self.names), len(self.names) + len(self.sort.keys))
        direction = "DESC" if self._down else "ASC"
        rows = ", ".join((*self.names, *(key.expression for key in self.sort.keys)))
        named = ", ".join(f"row[{place}] AS {name}" for place, name in enumerate(self.names))
        return f"""
WITH collect([{rows}]) AS found
CALL (found) {{
  UNWIND found AS row
  WITH row WHERE {self._beyond(width)}
  WITH row ORDER BY {", ".join(f"row[{key}] {direction}" for key in keys)} LIMIT $limit
  WITH row, {named}
  RETURN collect([{", ".join((*self.shown, *(f"row[{key}]" for key in keys)))}]) AS items
}}
RETURN size(found) AS total, size([row IN found WHERE NOT {self._beyond(width)}]) AS passed, items"""

    @property
    def parameters(self) -> Parameters:
        """What the text needs: one item more than the page has tells whether there is another page."""
        limit = {"limit": self.page.size + 1}
        if self.page.cursor is None:
            return {**limit}
        types = tuple(key.holds for key in self.sort.keys)
        return {**limit, "at": list(values_at(self.page.cursor, self.sort.name, types))}

    def slice(self, row: Mapping[str, Any], build: Callable[[Sequence[Any]], T]) -> Slice[T]:
        """The page that a row of the statement holds; `build` makes an item of what `shown` gave."""
        items: list[list[Any]] = row["items"][: self.page.size]
        more, behind = len(row["items"]) > self.page.size, row["passed"] > 0
        if self.page.backward:
            items.reverse()
        return Slice(
            tuple(build(item[: len(self.shown)]) for item in items),
            tuple(cursor_at(self.sort.name, tuple(item[len(self.shown) :])) for item in items),
            has_next=behind if self.page.backward else more,
            has_previous=more if self.page.backward else behind,
            total=row["total"],
        )

    @property
    def _down(self) -> bool:
        return self.sort.descending != self.page.backward

    def _beyond(self, first: int) -> str:
        """Whether a row lies beyond the cursor; neither server compares tuples, so it is written out."""
        if self.page.cursor is None:
            return "true"
        sign = "<" if self._down else ">"
        text = ""
        for place in reversed(range(len(self.sort.keys))):
            value, at = f"row[{first + place}]", f"$at[{place}]"
            text = f"({value} {sign} {at} OR ({value} = {at} AND {text}))" if text else f"{value} {sign} {at}"
        return text
