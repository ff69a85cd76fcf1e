"""Pages: what a caller asks for, the cursors by which it goes on, and what it gets."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Generic, Self, TypeVar

from graph.model.errors import CursorUnreadable, PageAmbiguous, PageOutOfRange

T = TypeVar("T")
SortValue = str | int | datetime

LARGEST: Final = 100
DEFAULT: Final = 20
VERSION: Final = 1
LONGEST_CURSOR: Final = 4_000
INT64: Final = range(-(2**63), 2**63)


@dataclass(frozen=True, slots=True)
class Page:
    """`first` items after a cursor or `last` items before one; exactly one of the two is set."""

    first: int | None = DEFAULT
    after: str | None = None
    last: int | None = None
    before: str | None = None

    @classmethod
    def of(
        cls, first: int | None = None, after: str | None = None, last: int | None = None, before: str | None = None
    ) -> Self:
        """The page that the four arguments ask for; without a number, 20 items in the direction of the cursor.

        Raises PageAmbiguous where they ask for both directions, PageOutOfRange for a number outside 1 to 100.
        """
        forward, backward = first is not None or after is not None, last is not None or before is not None
        if forward and backward:
            raise PageAmbiguous("Ask for `first` with `after`, or for `last` with `before`, not for a mix of them.")
        size = DEFAULT if (number := last if backward else first) is None else number
        if not 1 <= size <= LARGEST:
            name, largest = ("last" if backward else "first"), LARGEST
            template = "{name} is {value}. Ask for 1 to {largest} at once."
            raise PageOutOfRange(template, field=name, name=name, value=size, largest=largest)
        return cls(None, None, size, before) if backward else cls(size, after)

    @property
    def backward(self) -> bool:
        """Whether the page is counted from its end."""
        return self.last is not None

    @property
    def size(self) -> int:
        """How many items the page has at most."""
        return self.last or self.first or DEFAULT

    @property
    def cursor(self) -> str | None:
        """Where the page begins, seen in its direction. None: at the very begin, or end."""
        return self.before if self.backward else self.after


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """The items of a page, in order, each with its cursor. `total` counts those of all pages."""

    items: tuple[T, ...]
    cursors: tuple[str, ...]
    has_next: bool
    has_previous: bool
    total: int


def cursor_at(order: str, values: tuple[SortValue, ...]) -> str:
    """The cursor of the item that has these values in `order`: opaque to callers, and good for that order only.

    The values are the item's own and part of what the viewer has just read, so the cursor tells nothing new.
    """
    plain = [value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value for value in values]
    text = json.dumps([VERSION, order, *plain], ensure_ascii=False, separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def values_at(cursor: str, order: str, types: tuple[type[SortValue], ...]) -> tuple[SortValue, ...]:
    """The values that a cursor of `order` carries, of these types. Raises CursorUnreadable for any other text."""
    try:
        read = tuple(_value(value, type) for value, type in zip(_plain(cursor), types, strict=True))
        is_ours = cursor_at(order, read) == cursor
    except (ValueError, TypeError, RecursionError, OverflowError):
        is_ours = False
    if not is_ours:
        raise CursorUnreadable("This cursor is none of this list in this order. Begin without a cursor.")
    return read


def _plain(cursor: str) -> list[object]:
    if len(cursor) > LONGEST_CURSOR:
        raise ValueError(len(cursor))
    parts: list[object] = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    _version, _order, *values = parts
    return values


def _value(value: object, wanted: type[SortValue]) -> SortValue:
    if wanted is datetime and type(value) is str:
        return datetime.fromisoformat(value).astimezone(UTC)
    if type(value) is str is wanted:
        return value
    if type(value) is int is wanted and value in INT64:
        return value
    raise ValueError(type(value))
