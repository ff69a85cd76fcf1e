"""Nodes in an order that brings contacts close to each other, so that what is read together lies together."""

from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import reverse_cuthill_mckee

from graph.network.arrays import I32
from graph.network.kernels.compile import as_read_only, kernel


class Reordered(NamedTuple):
    """The same network with its nodes in another order; `order` (n,) says which was which."""

    order: I32
    indptr: I32
    indices: I32


def reordered(indptr: I32, indices: I32) -> Reordered:
    """The network in reverse Cuthill–McKee order (SciPy), rows not sorted. O(m log d)."""
    size = indptr.size - 1
    matrix = csr_array((np.ones(indices.size, np.int8), indices, indptr), shape=(size, size))
    order = np.asarray(reverse_cuthill_mckee(matrix, symmetric_mode=True)) if size else np.empty(0)
    given = (as_read_only(array, np.int32) for array in (order, indptr, indices))
    return Reordered(*(as_read_only(array, np.int32) for array in _moved(*given)))


@kernel
def _moved(order: I32, indptr: I32, indices: I32) -> tuple[I32, I32, I32]:
    places, starts, moved = np.empty(order.size, np.int32), np.zeros(order.size + 1, np.int32), np.empty_like(indices)
    for place in range(order.size):
        node = order[place]
        places[node] = place
        starts[place + 1] = starts[place] + indptr[node + 1] - indptr[node]
    for place in range(order.size):
        begin = indptr[order[place]]
        for entry in range(starts[place], starts[place + 1]):
            moved[entry] = places[indices[begin + entry - starts[place]]]
    return order, starts, moved
