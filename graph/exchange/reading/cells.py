"""From the text of a cell to a value: German numbers, dates and words as well as English ones."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from graph.exchange.reading.columns import Column, Shape, choices_by_word
from graph.exchange.reading.german_words import FALSE, TRUE
from graph.model.errors import InvalidValue
from graph.model.search_text import fold

GERMAN_DATE: Final = re.compile(r"(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})")
SPACES_IN_NUMBERS: Final = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'](?=\d)")
GROUPED: Final = re.compile(r"[+-]?\d{1,3}(\.\d{3})+", re.ASCII)
WHOLE: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII)
DECIMAL: Final = re.compile(r"[+-]?\d{1,18}(\.\d{1,18})?", re.ASCII)
SEPARATORS: Final = re.compile(r"[|;,\n]")


def value_of(column: Column, text: str) -> object:
    """What `text` says in `column`; an empty one is None, or an empty list. A word or date that is not understood stays
    as it is, for the model to refuse. Raises InvalidValue for what is no number or no day."""
    text = text.strip()
    if not text and (column.shape is not Shape.LIST or column.nullable):
        return None
    return READERS[column.shape](column, text)


def _line(_: Column, text: str) -> str:
    return " ".join(text.split())


def _text(_: Column, text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _date(_: Column, text: str) -> str:
    """'12.05.2019' as '2019-05-12', '05.2019' as '2019-05'."""
    match = GERMAN_DATE.fullmatch(text)
    if match is None:
        return text
    day, month, year = match.groups()
    try:
        whole = date(int(year), int(month), int(day or 1)).isoformat()
    except ValueError:
        return text
    return whole if day else whole[:7]


def _day(column: Column, text: str) -> date:
    try:
        return date.fromisoformat(_date(column, text))
    except ValueError:
        raise InvalidValue("{value} is no date. Write it as 2019-05-12.", value=repr(text)) from None


def _whole(_: Column, text: str) -> int:
    """Also '1.234.567' and '1 234 567': a whole number can mean nothing else by them."""
    bare = SPACES_IN_NUMBERS.sub("", text)
    if GROUPED.fullmatch(bare):
        bare = bare.replace(".", "")
    if not WHOLE.fullmatch(bare):
        raise InvalidValue("{value} is no whole number.", value=repr(text))
    return int(bare)


def _decimal(_: Column, text: str) -> float:
    """With a comma, as in '1.234,5', points only group; without one a point is a decimal point."""
    bare = SPACES_IN_NUMBERS.sub("", text)
    if "," in bare:
        grouped, _comma, rest = bare.rpartition(",")
        bare = f"{grouped.replace('.', '')}.{rest}"
    if not DECIMAL.fullmatch(bare):
        raise InvalidValue("{value} is no number.", value=repr(text))
    return float(bare)


def _truth(_: Column, text: str) -> object:
    folded = fold(text)
    return True if folded in TRUE else False if folded in FALSE else text


def _choice(column: Column, text: str) -> str:
    return text if column.choices is None else _meant(column.choices, text)


@lru_cache(maxsize=1_000)  # a file says the same few words again and again
def _meant(choices: type[StrEnum], text: str) -> str:
    return choices_by_word(choices).get(fold(text), text)


def _list(column: Column, text: str) -> tuple[str, ...]:
    items = (item.strip() for item in SEPARATORS.split(text))
    return tuple(dict.fromkeys(_choice(column, item) for item in items if item))


READERS: Final[Mapping[Shape, Callable[[Column, str], object]]] = {
    Shape.KEY: _line,
    Shape.LINE: _line,
    Shape.TEXT: _text,
    Shape.DATE: _date,
    Shape.DAY: _day,
    Shape.WHOLE: _whole,
    Shape.DECIMAL: _decimal,
    Shape.TRUTH: _truth,
    Shape.CHOICE: _choice,
    Shape.LIST: _list,
}
