"""The arrays that a network is made of: their types, read-only from birth, and which intervals hold a day."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from graph.model.columns import I8, I32, Bytes

__all__ = ["F64", "I8", "I32", "I64", "Bools", "Bytes", "frozen", "held", "runs"]

I64 = NDArray[np.int64]
F64 = NDArray[np.float64]
Bools = NDArray[np.bool_]
A = TypeVar("A", bound=NDArray[Any])


def frozen(array: A) -> A:
    """`array`, which from now on refuses to be written: snapshots and networks are shared between threads."""
    array.flags.writeable = False
    return array


def held(since: I32, until: I32, day: int) -> Bools:
    """Which of the intervals [since, until) hold the day, all three as day numbers."""
    return (since <= day) & (day < until)


def runs(sorted_keys: NDArray[Any]) -> I64:
    """Where each run of equal keys begins, and at last where the array ends: (runs + 1,)."""
    if not sorted_keys.size:
        return np.zeros(1, np.int64)
    changes = np.flatnonzero(sorted_keys[1:] != sorted_keys[:-1]) + 1
    return np.concatenate(([0], changes, [sorted_keys.size])).astype(np.int64)
