"""Triangles and clustering: how many of an actor's contacts know each other."""

import numpy as np

from graph.network.arrays import F64, I32, I64
from graph.network.kernels.compile import kernel
from graph.network.kernels.orientation import orient


def triangles(indptr: I32, indices: I32) -> I64:
    """How many edges there are between the contacts of each node: (n,)."""
    starts, heads, _ = orient(indptr, indices)
    return _triangles(starts, heads)


def clustering(indptr: I32, indices: I32) -> F64:
    """The share of pairs of contacts that are tied (Watts & Strogatz 1998), 0 with fewer than two contacts: (n,)."""
    degrees = np.diff(indptr).astype(np.float64)
    pairs = degrees * (degrees - 1)
    found: F64 = 2 * triangles(indptr, indices) / np.where(pairs > 0, pairs, 1)
    return found


@kernel
def _triangles(starts: I32, heads: I32) -> I64:
    found = np.zeros(starts.size - 1, np.int64)
    tail_of = np.full(found.size, -1, np.int32)  # holds the tail, not a flag: never needs clearing
    for tail in range(found.size):
        row = heads[starts[tail] : starts[tail + 1]]
        for head in row:
            tail_of[head] = tail
        for head in row:
            both = 0
            for third in heads[starts[head] : starts[head + 1]]:
                if tail_of[third] == tail:
                    both += 1
                    found[third] += 1
            found[head] += both
            found[tail] += both
    return found
