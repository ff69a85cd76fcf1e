"""Core numbers: how deep in the dense middle of the network an actor sits."""

import numpy as np

from graph.network.arrays import I32
from graph.network.kernels.compile import as_read_only, kernel


def core_numbers(indptr: I32, indices: I32) -> I32:
    """The largest k such that a node is in a part where all have k contacts: (n,). O(n + m).

    Batagelj & Zaveršnik 2003, arXiv cs/0310049: take away the node of smallest degree, again and again.
    """
    return _core_numbers(as_read_only(indptr, np.int32), as_read_only(indices, np.int32))


@kernel
def _core_numbers(indptr: I32, indices: I32) -> I32:
    cores = indptr[1:] - indptr[:-1]
    order = np.argsort(cores, kind="mergesort")
    place = np.empty(cores.size, np.int32)
    begins = np.zeros(cores.size + 1, np.int32)  # where the nodes of each remaining degree begin in `order`
    for at in range(order.size):
        place[order[at]] = at
        begins[cores[order[at]] + 1] += 1
    begins = np.cumsum(begins).astype(np.int32)
    for at in range(order.size):
        node = order[at]
        begins[cores[node]] = at + 1
        for other in indices[indptr[node] : indptr[node + 1]]:
            if cores[other] > cores[node]:  # becomes the first of its degree, then the last of the degree below
                first = begins[cores[other]]
                order[place[other]], place[order[first]] = order[first], place[other]
                order[first], place[other] = other, first
                begins[cores[other]] = first + 1
                cores[other] -= 1
    return cores
