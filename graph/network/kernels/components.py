"""Connected components."""

import numpy as np

from graph.network.arrays import I32
from graph.network.kernels.compile import as_read_only, kernel


def components(indptr: I32, indices: I32) -> I32:
    """The component of each node, numbered from 0 in the order of their first nodes: (n,). O(n + m)."""
    return _components(as_read_only(indptr, np.int32), as_read_only(indices, np.int32))


@kernel
def _components(indptr: I32, indices: I32) -> I32:
    found = np.full(indptr.size - 1, -1, np.int32)
    waiting = np.empty(found.size, np.int32)
    count = 0
    for root in range(found.size):
        if found[root] >= 0:
            continue
        found[root], waiting[0], left = count, root, 1
        while left:
            left -= 1
            node = waiting[left]
            for other in indices[indptr[node] : indptr[node + 1]]:
                if found[other] < 0:
                    found[other], waiting[left] = count, other
                    left += 1
        count += 1
    return found
