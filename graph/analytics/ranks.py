"""From figures to places: mid-rank percentiles, and places that equal figures share."""

from typing import Final

import numpy as np

from graph.network.arrays import F64, I64, Bools

PART_SAME: Final = 1e-9
SAME: Final = 1e-12
"""Figures that differ by less than this, or by less than that part of themselves, are equal: sums of the same numbers
in another order differ by as much."""


def levels(values: F64) -> I64:
    """For each value how many clearly different values are smaller: equal values share a number, (n,)."""
    order = np.argsort(values, kind="stable")
    ascending = values[order]
    larger = np.maximum(np.abs(ascending[1:]), np.abs(ascending[:-1]))
    rises = np.diff(ascending) > np.maximum(PART_SAME * larger, SAME)
    found = np.empty(values.size, np.int64)
    found[order] = np.concatenate((np.zeros(min(values.size, 1), np.int64), np.cumsum(rises)))
    return found


def doubled_midranks(values: F64) -> I64:
    """Twice how many values lie below each, and once how many equal it, itself among them: whole numbers, (n,).

    Over 2n they are the mid-rank percentiles, from 1/2n to 1 − 1/2n, 1/2 on average.
    """
    level = levels(values)
    equal = np.bincount(level)
    below = np.cumsum(equal) - equal
    return 2 * below[level] + equal[level]


def places(values: F64, counted: Bools) -> I64:
    """One more than how many of the counted values are clearly larger, for each value, counted or not: (n,)."""
    level = levels(values)
    of_level = np.bincount(level[counted], minlength=int(level.max(initial=0)) + 1)
    above = of_level.sum() - np.cumsum(of_level)
    found: I64 = above[level] + 1
    return found
