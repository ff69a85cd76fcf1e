"""What all steps of one import share: its options, what is known of keys and graph, and what was found so far."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.exchange.importing.keys import Keys
from graph.exchange.importing.lookup import Lookup, batches
from graph.exchange.importing.options import ImportOptions
from graph.exchange.importing.report import FileReport, ImportReport, OnStep, Step
from graph.exchange.problems import Problems
from graph.exchange.reading.table import Row, Table
from graph.model.errors import FileUnreadable
from graph.model.kinds import NodeKind


@dataclass(slots=True)
class Run:
    """One import under way. `dependent` are the lines of each file that refer to a row that cannot be imported."""

    options: ImportOptions
    lookup: Lookup
    on_step: OnStep
    keys: Keys
    problems: Problems = field(default_factory=Problems)
    reports: dict[str, FileReport] = field(default_factory=dict)
    dependent: dict[str, set[int]] = field(default_factory=dict)
    consents: int = 0

    def report(self, table: Table) -> FileReport:
        """The figures of a file."""
        return self.reports.setdefault(table.name, FileReport(table.name, table.content))

    def checked_rows(self, table: Table) -> Iterator[list[Row]]:
        """The rows of `table` in batches, counted on the way. Where it breaks off or has none, that is noted."""
        table.rows = 0
        for rows in batches(self._to_its_end(table)):
            yield rows
            table.rows += len(rows)
            self.on_step(Step(False, table.name, table.rows, None))

    def _to_its_end(self, table: Table) -> Iterator[Row]:
        try:
            yield from table
        except FileUnreadable as error:
            self.problems.refuse_file(table.name, error, error.line)
            if isinstance(table.content, NodeKind):
                self.keys.unread.add(table.content)

    def good_rows(self, table: Table, size: int) -> Iterator[list[Row]]:
        """The rows of `table` that are to be written, in batches of `size`."""
        left_out = self.left_out(table)
        return batches((row for row in table if row.line not in left_out), size)

    def afresh(self, table: Table) -> FileReport:
        """The figures of a file, from 0: what the check foresaw gives way to what is written."""
        self.reports.pop(table.name, None)
        return self.report(table)

    def to_write(self, table: Table) -> int:
        """How many rows of a checked table are to be written."""
        return table.rows - len(self.left_out(table))

    @property
    def refused(self) -> bool:
        """Whether what is wrong keeps the rest from being written."""
        return self.problems.unreadable or (self.problems.count > 0 and not self.options.skip_bad_rows)

    def result(self, *, written: bool) -> ImportReport:
        """What came of it all."""
        for name, report in self.reports.items():
            report.bad = len(self.problems.bad_lines.get(name, ()))
            report.dependent = len(self.dependent.get(name, ()))
        found = self.problems
        files = list(self.reports.values())
        return ImportReport(files, self.consents, found.sorted(), found.count, self.refused, written)

    def left_out(self, table: Table) -> set[int]:
        """The lines of the rows that are not imported."""
        return self.problems.bad_lines.get(table.name, set()) | self.dependent.get(table.name, set())
