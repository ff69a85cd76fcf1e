"""From text to rows of cells, each with the line it begins in; what is no table is refused with that line."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, TextIO

from graph.model.errors import FileUnreadable

DELIMITERS: Final = (";", ",", "\t")
SIGNS: Final = "".join(DELIMITERS)
LONGEST_LINE: Final = 1_000_000
NAMED_DELIMITER: Final = re.compile(r'"?sep=([;,|\t])"?\s*')  # a line of Excel's own before the header
GARBLED: Final = re.compile("Ã[¤¶¼Ÿ„–œ\x84\x96\x9c\x9f]|\ufffd")  # UTF-8 umlauts read as one byte a sign; a lost sign

Numbered = tuple[int, list[str]]


def rows(text: TextIO, delimiter: str) -> Iterator[Numbered]:
    """The rows of `text` from its beginning, empty ones left out, with their lines. Raises FileUnreadable."""
    text.seek(0)
    lines = _lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise _refusal(error, line) from None
        if any(cell.strip(SIGNS) for cell in cells) and not (
            line == 1 and NAMED_DELIMITER.fullmatch(delimiter.join(cells))
        ):
            yield line, cells


def named_delimiter(text: TextIO) -> str | None:
    """The delimiter that the first line names ('sep=;'), if it does. Raises FileUnreadable."""
    text.seek(0)
    first = next(_lines(text), "")
    match = NAMED_DELIMITER.fullmatch(first)
    return match[1] if match else None


def _lines(text: TextIO) -> Iterator[str]:
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        _check(line, number)
        yield unicodedata.normalize("NFC", line)  # macOS takes umlauts apart, and keys would not meet


def _check(line: str, number: int) -> None:
    if len(line) == LONGEST_LINE:
        template = "This line is longer than the {most} characters that a row may have. Is it a table?"
        raise FileUnreadable(template, line=number, most=LONGEST_LINE)
    if "\0" in line:
        raise FileUnreadable("There is a NUL byte in this line, so the file is no text. Export it anew.", line=number)
    if GARBLED.search(line):
        template = "Umlauts are garbled in this line: the file was once read in a wrong encoding. Export it anew."
        raise FileUnreadable(template, line=number)


def _refusal(error: csv.Error, line: int) -> FileUnreadable:
    if "field limit" in str(error):
        template = "A cell of the row that begins here is longer than {most} characters. Is a quotation mark open?"
        return FileUnreadable(template, line=line, most=csv.field_size_limit())
    return FileUnreadable(
        "The quotation marks of the row that begins here do not match. A cell in quotation marks ends with one, and "
        "one inside it is written twice.",
        line=line,
    )
