"""Each edge once, from the end of smaller degree to the other: triangles are then found in O(m^1.5) at most."""

from typing import NamedTuple

import numpy as np

from graph.network.arrays import F64, I32
from graph.network.kernels.compile import as_read_only, kernel


class Oriented(NamedTuple):
    """`starts` (n + 1,) and `heads` (m,) as in CSR; `entries` (m,) is where each edge stands in the whole network."""

    starts: I32
    heads: I32
    entries: I32


def orient(indptr: I32, indices: I32) -> Oriented:
    """The edges from smaller to larger degree, equal degrees by position. O(n + m)."""
    found = _orient(as_read_only(indptr, np.int32), as_read_only(indices, np.int32))
    return Oriented(*(as_read_only(array, np.int32) for array in found))


def each_once(weights: F64, oriented: Oriented) -> F64:
    """The weights (m,) of oriented edges, from those (2m,) of the whole network."""
    return as_read_only(weights[oriented.entries], np.float64)


@kernel
def _orient(indptr: I32, indices: I32) -> tuple[I32, I32, I32]:
    starts = np.zeros(indptr.size, np.int32)
    heads, entries = np.empty(indices.size // 2, np.int32), np.empty(indices.size // 2, np.int32)
    count = 0
    for node in range(indptr.size - 1):
        degree = indptr[node + 1] - indptr[node]
        for entry in range(indptr[node], indptr[node + 1]):
            other = indices[entry]
            others = indptr[other + 1] - indptr[other]
            if degree < others or (degree == others and node < other):
                heads[count], entries[count] = other, entry
                count += 1
        starts[node + 1] = count
    return starts, heads, entries
