"""From lists as the server collects them to arrays."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from graph.model.columns import I32, UNKNOWN_CODE, Bytes, day_number

SECONDS: Final = 60.0
"""How long one record of some 100,000 rows may take: on a busy server more than a request would wait."""

D = TypeVar("D", bound=np.generic)
Arrays = dict[str, NDArray[Any]]


def ids(values: Sequence[str]) -> Bytes:
    """Ids as bytes; they are ASCII."""
    return np.array(values, np.bytes_)


def codes(values: Sequence[str], words: Sequence[str]) -> I32:
    """For each value its position in `words`; UNKNOWN_CODE where it is none of them."""
    code_of = {word: code for code, word in enumerate(words)}
    return np.array([code_of.get(value, UNKNOWN_CODE) for value in values], np.int32)


def days(values: Sequence[str], missing: int) -> I32:
    """Bounds of intervals as day numbers; `missing` for an empty text. Few dates occur, each is read once."""
    number_of = {value: day_number(value or None, missing) for value in set(values)}
    return np.array([number_of[value] for value in values], np.int32)


def joined(parts: Sequence[Arrays], order: Sequence[str]) -> Arrays:
    """The parts as one, sorted by the arrays of these names, the first of which decides first."""
    whole = {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
    places = np.lexsort([whole[name] for name in reversed(order)])
    return {name: array[places] for name, array in whole.items()}


def read_only(arrays: Mapping[str, NDArray[D]]) -> dict[str, NDArray[D]]:
    """The same arrays, which nobody can write to any more."""
    for array in arrays.values():
        array.flags.writeable = False
    return dict(arrays)
