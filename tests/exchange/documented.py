"""The lists in docs/import.md that follow from the model; `python -m tests.exchange.documented` writes them anew."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Final

from graph.exchange.reading.columns import Column, Content, Shape, columns_of, sides
from graph.exchange.reading.german_words import FILES, WORDS
from graph.exchange.reading.layout import FILE_NAMES
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import allowed_ends

DOCS: Final = Path(__file__).parents[2] / "docs" / "import.md"

WRITTEN: Final = {
    Shape.KEY: "a key, at most 200 characters",
    Shape.LINE: "text",
    Shape.TEXT: "text, line breaks allowed",
    Shape.DATE: "date: `2019`, `2019-05`, `2019-05-12`, `05.2019`, `12.05.2019`",
    Shape.DAY: "day: `2019-05-12` or `12.05.2019`",
    Shape.WHOLE: "whole number: `1234567` or `1.234.567`",
    Shape.DECIMAL: "number: `51.5` or `51,5`",
    Shape.TRUTH: "`true` or `false`; also yes/no, ja/nein, 1/0, x",
}


def sections() -> dict[str, str]:
    """The generated parts of the page by the name that stands in their marks."""
    return {"files": _files(), "columns": "\n\n".join(map(_columns, FILE_NAMES)), "words": _words()}


def generated(page: str) -> dict[str, str]:
    """The same parts as they stand in `page`."""
    return dict(re.findall(r"<!-- begin (\w+) -->\n(.*?)\n<!-- end \1 -->", page, re.DOTALL))


def _files() -> str:
    head = ("File", "or in German", "holds", "from and to")
    rows = [(f"`{name}.csv`", f"`{FILES[of]}.csv`", str(of), _ends(of)) for of, name in FILE_NAMES.items()]
    return _table(head, rows)


def _ends(content: Content) -> str:
    return allowed_ends(content) if isinstance(content, TieKind) else ""


def _columns(content: Content) -> str:
    rows = [
        (f"`{column.name}`", ", ".join(f"`{name}`" for name in column.names[1:]), _cell(content, column))
        for column in columns_of(content)
    ]
    return f"### {FILE_NAMES[content]}.csv\n\n" + _table(("Column", "or", "holds"), rows)


def _cell(content: Content, column: Column) -> str:
    what = WRITTEN.get(column.shape) or _choice(column)
    if isinstance(content, TieKind) and column.name in ("from", "to"):
        kinds = sides(content)[column.name == "to"]
        what = f"key of {_listed(kinds)}"
    return f"**needed**; {what}" if column.required else what


def _choice(column: Column) -> str:
    many = "several, separated by `|`, " if column.shape is Shape.LIST else ""
    words = ", ".join(f"`{choice}`" for choice in column.choices) if column.choices else "slugs of topics"
    return f"{many}of {words}" if many else f"one of {words}"


def _listed(kinds: Iterable[NodeKind]) -> str:
    return " or ".join(kinds)


def _words() -> str:
    rows = [row for choices in WORDS for row in _german(choices)]
    return _table(("Of", "Word", "German words"), rows)


def _german(choices: type[StrEnum]) -> Iterator[tuple[str, str, str]]:
    words = sorted(WORDS[choices].items(), key=lambda pair: list(choices).index(pair[1]))
    for choice, pairs in groupby(words, key=lambda pair: pair[1]):
        yield choices.__name__, f"`{choice}`", ", ".join(word for word, _ in pairs)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [tuple(head), *map(tuple, rows)]
    lines.insert(1, ("---",) * len(lines[0]))
    return "\n".join("| " + " | ".join(cell or " " for cell in line) + " |" for line in lines)


def main() -> None:
    """Write the generated parts into the page."""
    page = DOCS.read_text(encoding="utf-8")
    for name, text in sections().items():
        begin, end = f"<!-- begin {name} -->", f"<!-- end {name} -->"
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}"
    DOCS.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
