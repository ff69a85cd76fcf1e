"""What given pairs have in common: contacts for link prediction, topics for gaps."""

from typing import NamedTuple

import numpy as np

from graph.network.arrays import F64, I32
from graph.network.kernels.compile import as_read_only, kernel


class Common(NamedTuple):
    """Of each pair, (pairs,): how many features both own, and what these are worth in all."""

    counts: I32
    sums: F64


def common(starts: I32, owned: I32, worth: F64, pairs: I32) -> Common:
    """What the two of each of the `pairs` (pairs, 2) both own; rows of `owned` ascend. O(their rows) for a pair."""
    rows, features, ends = (as_read_only(array, np.int32) for array in (starts, owned, pairs))
    return Common(*_common(rows, features, ends, as_read_only(worth, np.float64)))


def adamic_adar(indptr: I32) -> F64:
    """What each node is worth as a contact in common: 1 / ln d (Adamic & Adar 2003), 0 where no two can share it."""
    degrees = np.diff(indptr).astype(np.float64)
    return np.where(degrees > 1, 1 / np.log(np.maximum(degrees, 2)), 0.0)


def resource_allocation(indptr: I32) -> F64:
    """What each node is worth as a contact in common: 1 / d (Zhou, Lü & Zhang 2009), 0 for isolates."""
    degrees = np.diff(indptr)
    return np.where(degrees > 0, 1 / np.maximum(degrees, 1), 0.0)


def jaccard(indptr: I32, indices: I32, pairs: I32) -> F64:
    """The share of the contacts of either that both have (Jaccard 1901), 0 where neither has any: (pairs,)."""
    both = common(indptr, indices, np.ones(indptr.size - 1), pairs).counts
    either = np.diff(indptr)[pairs].sum(axis=1) - both
    return np.where(either > 0, both / np.maximum(either, 1), 0.0)


@kernel
def _common(starts: I32, owned: I32, pairs: I32, worth: F64) -> tuple[I32, F64]:
    counts, sums = np.zeros(len(pairs), np.int32), np.zeros(len(pairs))
    for pair in range(len(pairs)):
        one, other = pairs[pair]
        at, to = starts[other], starts[other + 1]
        for feature in owned[starts[one] : starts[one + 1]]:
            while at < to and owned[at] < feature:
                at += 1
            if at < to and owned[at] == feature:
                counts[pair] += 1
                sums[pair] += worth[feature]
    return counts, sums
