"""The first row of a file: which column stands where, in English or German, in any order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from graph.exchange.reading.columns import Column, Content, columns_of
from graph.model.errors import InvalidFields, InvalidValue
from graph.model.search_text import fold


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a file by position; None where a column has neither a name nor a use."""

    columns: tuple[Column | None, ...]
    written: Mapping[str, str]  # name of a column -> as this file writes it

    def by_name(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row by the name of their column. Raises InvalidValue when there are too many or too few."""
        if len(cells) != len(self.columns) and (len(cells) < len(self.columns) or any(cells[len(self.columns) :])):
            template = (
                "This row has {found} cells, the header has {expected}. A text with a separator or a line break in it "
                "stands in quotation marks; an empty cell at the end needs its separator too."
            )
            raise InvalidValue(template, found=len(cells), expected=len(self.columns))
        placed = list(zip(self.columns, cells, strict=False))
        if any(cell for column, cell in placed if column is None):
            raise InvalidValue("There is a value in a column that has no name. Name the column or empty it.")
        return {column.name: cell for column, cell in placed if column is not None}


def known(content: Content, cells: Sequence[str]) -> int:
    """How many of `cells` name a column of `content`."""
    by_name = _by_name(content)
    return sum(fold(cell) in by_name for cell in cells)


def header_of(content: Content, cells: Sequence[str]) -> Header:
    """The header that `cells` are. Raises InvalidValue or InvalidFields for columns that are unknown, twice or missing.

    What stands in an unknown one is repeated only when the row is surely a header: else it might be somebody's name.
    """
    cells = _without_empty_end(cells)
    by_name = _by_name(content)
    columns = tuple(by_name.get(fold(cell)) for cell in cells)
    if not any(columns):
        template = "The first row has to name the columns; it names none of those allowed: {allowed}."
        raise InvalidValue(template, allowed=_allowed(content))
    missing = [column for column in columns_of(content) if column.required and column not in columns]
    problems = [InvalidValue("The column {name} is missing.", name=column.name) for column in missing]
    problems += [_unknown(content, cell, n, sure=not missing) for n, cell in _unnamed(cells, columns)]
    problems += _twice(cells, columns)
    if problems:
        raise problems[0] if len(problems) == 1 else InvalidFields(tuple(problems))
    written = {column.name: cell for column, cell in zip(columns, cells, strict=True) if column is not None}
    return Header(columns, written)


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    return cells[: max((number for number, cell in enumerate(cells, 1) if cell), default=0)]


@cache
def _by_name(content: Content) -> dict[str, Column]:
    return {fold(name): column for column in columns_of(content) for name in column.names}


def _unnamed(cells: Sequence[str], columns: Sequence[Column | None]) -> list[tuple[int, str]]:
    return [(n, cell) for n, (cell, column) in enumerate(zip(cells, columns, strict=True), 1) if cell and not column]


def _unknown(content: Content, cell: str, number: int, *, sure: bool) -> InvalidValue:
    if not sure:
        template = "The name of column {number} is none of those allowed: {allowed}."
        return InvalidValue(template, number=number, allowed=_allowed(content))
    by_name = _by_name(content)
    nearest = by_name[get_close_matches(fold(cell), by_name, n=1, cutoff=0.0)[0]].name
    template = "There is no column {value} here. The nearest is {nearest}; allowed: {allowed}."
    return InvalidValue(template, value=repr(cell), nearest=nearest, allowed=_allowed(content))


def _twice(cells: Sequence[str], columns: Sequence[Column | None]) -> list[InvalidValue]:
    template = "The columns {first} and {second} mean the same. Keep one of them."
    first: dict[Column, str] = {}
    problems = []
    for column, cell in zip(columns, cells, strict=True):
        if column is not None and column in first:
            problems.append(InvalidValue(template, first=repr(first[column]), second=repr(cell)))
        elif column is not None:
            first[column] = cell
    return problems


def _allowed(content: Content) -> str:
    return ", ".join(column.name for column in columns_of(content))
