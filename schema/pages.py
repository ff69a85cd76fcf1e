"""The arguments of every page."""

from typing import Annotated, TypeVar

import strawberry

from graph.store.pages import Page

T = TypeVar("T")

First = Annotated[
    int | None,
    strawberry.argument(description="How many from the beginning, 1 to 100; 20 where no number is given."),
]
After = Annotated[str | None, strawberry.argument(description="Only what comes after this cursor.")]
Last = Annotated[int | None, strawberry.argument(description="How many from the end, 1 to 100.")]
Before = Annotated[str | None, strawberry.argument(description="Only what comes before this cursor.")]


def page_of(first: int | None, after: str | None, last: int | None, before: str | None) -> Page:
    """The page that the four arguments ask for, where an unset one is the same as null. Raises InvalidPage."""
    return Page.of(given(first), given(after), given(last), given(before))


def given(value: T | None) -> T | None:
    """An argument, None where it was left out."""
    return None if value is strawberry.UNSET else value
