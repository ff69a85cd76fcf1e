"""A file as a table: its rows as cells by column, read again from the beginning as often as needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, Self, TextIO

from graph.exchange.discretion import discreet, may_be_shown
from graph.exchange.problems import Problem, Problems, Refusal, in_words_of_file, single
from graph.exchange.reading.columns import Content
from graph.exchange.reading.encoding import text_of
from graph.exchange.reading.header import Header, header_of, known
from graph.exchange.reading.layout import FoundFile
from graph.exchange.reading.lines import DELIMITERS, named_delimiter, rows
from graph.model.errors import FileUnreadable, InvalidInput
from graph.model.kinds import NodeKind


class Row(NamedTuple):
    """A row of a table: the line it begins in and its cells."""

    line: int
    cells: list[str]


@dataclass(slots=True)
class Table:
    """A readable file. `name` is its own, `rows` how many it has once they were counted."""

    content: Content
    name: str
    text: TextIO
    delimiter: str
    header: Header
    rows: int = 0

    @classmethod
    def open(cls, file: FoundFile) -> Self:
        """The table in `file`. Raises FileUnreadable, InvalidValue or InvalidFields for what its header lacks."""
        text = text_of(file.path)
        try:
            delimiter = named_delimiter(text) or _delimiter(text, file.content)
            header = header_of(file.content, _first_row(text, delimiter))
        except BaseException:
            text.close()
            raise
        return cls(file.content, file.path.name, text, delimiter, header)

    def __iter__(self) -> Iterator[Row]:
        """All rows but the header. Raises FileUnreadable where the table breaks off, or when it has none."""
        below = map(Row._make, islice(rows(self.text, self.delimiter), 1, None))
        first = next(below, None)
        if first is None:
            raise FileUnreadable("The file names its columns but has no row below them. Fill it or leave it out.")
        yield first
        yield from below

    def values(self, row: Row) -> dict[str, str]:
        """The cells of `row` by the name of their column. Raises InvalidValue when there are too many or too few."""
        return self.header.by_name(row.cells)

    def refuse(self, problems: Problems, row: Row, refusal: Refusal) -> None:
        """Note for each value that is wrong in `row` where it stands, and what it is unless that may be personal."""
        for one in refusal:
            name = (one.field or "").partition(".")[0]
            column = self.header.written.get(name, name or None)
            message = in_words_of_file(one.message, self.header.written)
            if self.content is NodeKind.PERSON:
                message = discreet(message, column or "")
            problems.add(Problem(self.name, row.line, column, self._repeatable(row, name), message))

    def close(self) -> None:
        """Let go of the private copy."""
        self.text.close()

    def _repeatable(self, row: Row, name: str) -> str | None:
        cells = zip(self.header.columns, row.cells, strict=False)
        found = next((cell for column, cell in cells if column and column.name == name and column.repeatable), None)
        return None if found and self.content is NodeKind.PERSON and not may_be_shown(found) else found


def open_table(file: FoundFile, problems: Problems) -> Table | None:
    """The table in `file`; None, and why in `problems`, if it cannot be read."""
    try:
        return Table.open(file)
    except FileUnreadable as error:
        problems.refuse_file(file.path.name, error, error.line)
    except InvalidInput as error:
        for one in single(error):
            problems.refuse_file(file.path.name, one)
    return None


def _first_row(text: TextIO, delimiter: str) -> list[str]:
    for _, cells in rows(text, delimiter):
        return cells
    raise FileUnreadable("The file is empty. Its first row names the columns, each further one is a record.")


def _delimiter(text: TextIO, content: Content) -> str:
    """The separator by which the first row names most columns. Raises FileUnreadable if none reads it."""
    found: dict[str, int] = {}
    for delimiter in DELIMITERS:
        try:
            found[delimiter] = known(content, _first_row(text, delimiter))
        except FileUnreadable as error:
            refusal = error
    if not found:
        raise refusal
    return max(found, key=lambda delimiter: found[delimiter])
