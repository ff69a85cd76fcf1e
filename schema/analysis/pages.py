"""Pages of a ranking that stands whole in memory. Their cursors carry its snapshot, scope and tier."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Generic, NamedTuple, TypeVar, cast

from graph.model.viewer import Tier
from graph.network.scope import NetworkScope
from graph.store.pages import Page, Slice, cursor_at, values_at

T = TypeVar("T")


class Place(NamedTuple):
    """What a cursor says: of which snapshot, where in the ranking, at which item."""

    snapshot: str
    at: int
    id: str


@dataclass(frozen=True, slots=True)
class Ranking(Generic[T]):
    """One ranking: of what in which order, for whom, over what. `key` tells its items apart."""

    name: str
    tier: Tier
    scope: NetworkScope
    key: Callable[[T], str]

    @property
    def order(self) -> str:
        """What a cursor of this ranking is good for, and for nothing else."""
        scope = blake2b(repr(self.scope).encode(), digest_size=8).hexdigest()
        return f"{self.name}:{self.tier.name}:{scope}"

    def place(self, page: Page) -> Place | None:
        """Where the page's cursor points; None: it has none. Raises CursorUnreadable."""
        if page.cursor is None:
            return None
        return Place(*cast("tuple[str, int, str]", values_at(page.cursor, self.order, (str, int, str))))

    def slice(self, items: Sequence[T], snapshot: str, page: Page, total: int) -> Slice[T]:
        """The page's items, of all items of a snapshot. Raises CursorUnreadable."""
        place = self.place(page)
        before, after = (len(items), 0) if place is None else self.around(items, place)
        begin, end = (max(0, before - page.size), before) if page.backward else (after, after + page.size)
        shown = range(begin, min(end, len(items)))
        cursors = tuple(cursor_at(self.order, (snapshot, at, self.key(items[at]))) for at in shown)
        return Slice(tuple(items[at] for at in shown), cursors, shown.stop < len(items), shown.start > 0, total)

    def around(self, items: Sequence[T], place: Place) -> tuple[int, int]:
        """Where to end before a place, and where to go on after it. An item that has left the list since, because
        somebody has withdrawn a consent, leaves its place behind."""
        at = next((at for at, item in enumerate(items) if self.key(item) == place.id), None)
        if at is None:
            left = max(0, min(place.at, len(items)))
            return left, left
        return at, at + 1
