"""Cut points and bridges: actors and ties without whom the network falls apart."""

import numpy as np

from graph.network.arrays import I32, Bools
from graph.network.kernels.compile import as_read_only, kernel


def cut_points(indptr: I32, indices: I32) -> Bools:
    """Which nodes leave more components behind than there were: (n,). O(n + m)."""
    parents, time, earliest = _walk(as_read_only(indptr, np.int32), as_read_only(indices, np.int32))
    is_root = parents == np.arange(parents.size)
    above = parents[~is_root]
    found = np.bincount(above, minlength=parents.size) > 1  # a root with two children
    found[~is_root] = False
    found[above[(earliest[~is_root] >= time[above]) & ~is_root[above]]] = True
    return found


def bridges(indptr: I32, indices: I32) -> I32:
    """The edges whose removal parts their ends: (bridges, 2), smaller position first, in ascending order. O(n + m)."""
    parents, time, earliest = _walk(as_read_only(indptr, np.int32), as_read_only(indices, np.int32))
    below = np.flatnonzero((parents != np.arange(parents.size)) & (earliest == time)).astype(np.int32)
    found: I32 = np.sort(np.stack((parents[below], below), axis=1), axis=1)
    return found[np.lexsort((found[:, 1], found[:, 0]))]


@kernel
def _walk(indptr: I32, indices: I32) -> tuple[I32, I32, I32]:
    """A depth-first walk (Tarjan 1972): the parent of each node (a root: itself), when each was met, and when the first
    was that it or a descendant touches other than by the edge to the parent."""
    size = indptr.size - 1
    parents, time, earliest = np.full(size, -1, np.int32), np.empty(size, np.int32), np.empty(size, np.int32)
    entry = indptr[:-1].copy()
    count = 0
    for root in range(size):
        if parents[root] >= 0:
            continue
        node, parents[root] = root, root
        time[root], earliest[root] = count, count
        count += 1
        while True:
            if entry[node] == indptr[node + 1]:
                if node == root:
                    break
                parent = parents[node]
                earliest[parent] = min(earliest[parent], earliest[node])
                node = parent
                continue
            other = indices[entry[node]]
            entry[node] += 1
            if parents[other] < 0:
                parents[other] = node
                time[other], earliest[other] = count, count
                node = other
                count += 1
            elif other != parents[node]:
                earliest[node] = min(earliest[node], time[other])
    return parents, time, earliest
