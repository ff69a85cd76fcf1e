"""What came of an import: per file how many were created, changed and left alone, and what was wrong."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, NamedTuple

from graph.exchange.problems import Problem
from graph.exchange.reading.columns import Content
from graph.model.messages import Language, Message

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Step(NamedTuple):
    """How far the import is: `done` rows of a file, of `total` where that is known already."""

    writing: bool
    file: str
    done: int
    total: int | None


def ignore(_: "Step") -> None:
    """For whoever does not want to know how far it is."""


class Effect(StrEnum):
    """What an import does to a node or tie. The value is the name of the figure that counts it."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


OnStep = Callable[[Step], None]


@dataclass(slots=True)
class FileReport:
    """The rows of one file. `bad` were wrong themselves, `dependent` refer to one that was; both were not imported."""

    name: str
    content: Content
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    bad: int = 0
    dependent: int = 0

    def count(self, effect: Effect, by: int = 1) -> None:
        """Count a row by what it does."""
        setattr(self, effect, getattr(self, effect) + by)


@dataclass(slots=True)
class ImportReport:
    """The whole import. `refused`: problems kept it from being written. When it was not `written`, after a dry run or
    because of these, the figures of the files say what would have come of the good rows."""

    files: list[FileReport] = field(default_factory=list)
    consents: int = 0
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    refused: bool = False
    written: bool = False


def write_problems(path: Path, problems: Iterable[Problem], language: Language) -> None:
    """All problems as a table that spreadsheets open. Raises OSError.

    What begins like a formula gets an apostrophe before it, or opening the report would run what a stranger typed.
    """
    head = ("file", "line", "column", "value", "message")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(Message(name).text(language) for name in head)
        for problem in problems:
            row = (problem.file, problem.line, problem.column, problem.value, problem.message.text(language))
            table.writerow(_harmless(cell) for cell in row)


def _harmless(cell: str | int | None) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text
