"""Which file holds what: `people.csv` or `Personen.csv` the people, `member_of.csv` or `mitglied_von.csv` posts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from graph.exchange.reading import german_words
from graph.exchange.reading.columns import Content
from graph.model.errors import FileUnreadable
from graph.model.kinds import NodeKind
from graph.model.search_text import fold
from graph.model.ties import WRITABLE_TIES

NODE_FILES: Final[Mapping[NodeKind, str]] = {  # in the order in which they are read and written
    NodeKind.TOPIC: "topics",
    NodeKind.MUNICIPALITY: "municipalities",
    NodeKind.ORGANIZATION: "organizations",
    NodeKind.PERSON: "people",
    NodeKind.PROJECT: "projects",
    NodeKind.SUPPORT_OFFER: "support_offers",
    NodeKind.POLICY_POSITION: "policy_positions",
    NodeKind.EVENT: "events",
}
FILE_NAMES: Final[Mapping[Content, str]] = dict(
    [*NODE_FILES.items(), *((kind, kind.lower()) for kind in WRITABLE_TIES)]
)
"""The English name of each file, without its ending, in the order in which the files are read and written."""

BY_NAME: Final[Mapping[str, Content]] = {
    fold(name): content for content, english in FILE_NAMES.items() for name in (english, german_words.FILES[content])
}
TABLES: Final = frozenset({".csv", ".tsv", ".txt"})
WORKBOOKS: Final = frozenset({".xlsx", ".xls", ".xlsm", ".ods", ".numbers"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file whose name says what it holds."""

    path: Path
    content: Content


def found_files(path: Path) -> tuple[list[FoundFile], list[tuple[str, FileUnreadable]]]:
    """The files to read at `path`, a folder or one file, in order; and for each that cannot be told its name and why.

    In a folder, files that are neither tables nor workbooks are not looked at, nor is what begins with a dot or '~'.
    """
    try:
        paths = _candidates(path) if path.is_dir() else [path]
    except OSError as error:
        return [], [(path.name, FileUnreadable("The file cannot be read: {reason}.", reason=error.strerror or ""))]
    found: dict[Content, FoundFile] = {}
    refused: list[tuple[str, FileUnreadable]] = []
    for one in paths:
        try:
            content = content_of(one.name)
            _refuse_second(found, content)
            found[content] = FoundFile(one, content)
        except FileUnreadable as error:
            refused.append((one.name, error))
    return [found[content] for content in FILE_NAMES if content in found], refused


def content_of(name: str) -> Content:
    """What the file called `name` holds. Raises FileUnreadable with the nearest name that would be right."""
    stem, ending = Path(name).stem, Path(name).suffix.lower()
    if ending in WORKBOOKS:
        raise FileUnreadable("This is a workbook. Save each sheet as 'CSV UTF-8' under the name of what it holds.")
    if (content := BY_NAME.get(fold(stem))) is not None:
        return content
    near = get_close_matches(fold(stem), BY_NAME, n=1, cutoff=0.0)
    nearest = FILE_NAMES[BY_NAME[near[0]]] if near else FILE_NAMES[NodeKind.PERSON]
    template = "The file's name does not say what it holds. The nearest name is {nearest}.csv; allowed: {allowed}."
    raise FileUnreadable(template, nearest=nearest, allowed=_listed(FILE_NAMES.values()))


def _candidates(folder: Path) -> list[Path]:
    return [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith((".", "~")) and _is_meant(path)
    ]


def _is_meant(path: Path) -> bool:
    """A notes.txt beside the tables is nothing to complain about."""
    ending = path.suffix.lower()
    return ending in TABLES - {".txt"} or ending in WORKBOOKS or (ending == ".txt" and fold(path.stem) in BY_NAME)


def _refuse_second(found: Mapping[Content, FoundFile], content: Content) -> None:
    if content in found:
        template = "{other} holds the same kind. Put both into one file."
        raise FileUnreadable(template, other=found[content].path.name)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{name}.csv" for name in names)
