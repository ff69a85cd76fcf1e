"""How far it is from one node to all others, in steps or by integer lengths."""

from heapq import heappop, heappush

import numpy as np

from graph.network.arrays import I32, I64
from graph.network.kernels.compile import as_read_only, kernel

UNREACHED = -1


def steps_from(indptr: I32, indices: I32, source: int) -> I32:
    """The number of steps from the source to each node, −1 where no way leads: (n,). O(n + m)."""
    return _steps(as_read_only(indptr, np.int32), as_read_only(indices, np.int32), int(source))


def lengths_from(indptr: I32, indices: I32, lengths: I64, source: int) -> I64:
    """The length of the shortest path to each node, −1 where none leads: (n,). `lengths` (2m,) > 0. O(m log n)."""
    rows, columns = as_read_only(indptr, np.int32), as_read_only(indices, np.int32)
    return _lengths(rows, columns, as_read_only(lengths, np.int64), int(source))


@kernel
def _steps(indptr: I32, indices: I32, source: int) -> I32:
    found, waiting = np.full(indptr.size - 1, UNREACHED, np.int32), np.empty(indptr.size - 1, np.int32)
    found[source], waiting[0], count = 0, source, 1
    for at in range(found.size):
        if at == count:
            break
        node = waiting[at]
        for other in indices[indptr[node] : indptr[node + 1]]:
            if found[other] == UNREACHED:
                found[other], waiting[count] = found[node] + 1, other
                count += 1
    return found


@kernel
def _lengths(indptr: I32, indices: I32, lengths: I64, source: int) -> I64:
    found = np.full(indptr.size - 1, UNREACHED, np.int64)
    found[source] = 0
    heap = [(np.int64(0), np.int64(source))]
    while heap:
        length, node = heappop(heap)
        if length > found[node]:
            continue
        for entry in range(indptr[node], indptr[node + 1]):
            other, way = np.int64(indices[entry]), length + lengths[entry]
            if found[other] == UNREACHED or way < found[other]:
                found[other] = way
                heappush(heap, (way, other))
    return found
