"""What is wrong with files: one problem per place, each with what would be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from graph.model.errors import InvalidFields, InvalidInput
from graph.model.messages import Language, Message

KEPT: Final = 100_000

Refusal = tuple[InvalidInput, ...]
"""Why a row cannot be imported: one error for each value that is wrong."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `column` is as the file writes it; `value` None where unknown or perhaps personal."""

    file: str
    line: int | None
    column: str | None
    value: str | None
    message: Message

    def text(self, language: Language = Language.EN) -> str:
        """The whole sentence: where, what is wrong, what would be right."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        if self.column is not None:
            place += ", " + Message("column {column}", {"column": self.column}).text(language)
        return printable(f"{place}: {self.message.text(language)}")

    @property
    def place(self) -> tuple[str, int, str]:
        """What problems are sorted by."""
        return self.file, self.line or 0, self.column or ""


@dataclass(slots=True)
class Problems:
    """The problems found so far, and which rows they spoil. Beyond the first 100,000 they are only counted."""

    found: list[Problem] = field(default_factory=list)
    count: int = 0
    bad_lines: dict[str, set[int]] = field(default_factory=dict)
    unreadable: bool = False

    def add(self, problem: Problem, *, spoils_row: bool = True) -> None:
        """Note `problem`. If it is not of a row alone, no row of its file can be relied on."""
        self.count += 1
        if self.count <= KEPT:
            self.found.append(problem)
        if spoils_row and problem.line is not None:
            self.bad_lines.setdefault(problem.file, set()).add(problem.line)
        else:
            self.unreadable = True

    def refuse_file(self, file: str, error: InvalidInput, line: int | None = None) -> None:
        """Note that a file cannot be read, or not beyond `line`."""
        self.add(Problem(file, line, None, None, error.message), spoils_row=False)

    def sorted(self) -> list[Problem]:
        """The problems kept, by file, line and column."""
        return sorted(self.found, key=lambda problem: problem.place)


def printable(text: str) -> str:
    """`text` without what would steer a terminal: names of files and columns are whatever somebody gave them."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def single(error: InvalidInput) -> Refusal:
    """The errors that `error` is made of: one for each value."""
    return error.problems if isinstance(error, InvalidFields) else (error,)


def told_once(problems: Iterable[InvalidInput]) -> Refusal:
    """`problems` without those that say the same of the same place: a missing AGS is a missing key, too."""
    return tuple({(one.field, one.message.template): one for one in problems}.values())


def in_words_of_file(message: Message, written: Mapping[str, str]) -> Message:
    """`message` with the name of a field as the file's header writes it."""
    name = message.values.get("name")
    if not isinstance(name, str) or name not in written:
        return message
    return Message(message.template, {**message.values, "name": written[name]})
