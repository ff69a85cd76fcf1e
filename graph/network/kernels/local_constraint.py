"""How much one contact constrains an actor (Burt 1992), for chosen pairs."""

import numpy as np

from graph.network.arrays import F64, I32
from graph.network.kernels.compile import as_read_only, kernel


def local_constraint(indptr: I32, indices: I32, weights: F64, egos: I32, alters: I32) -> F64:
    """l_ij = (p_ij + Σ_q p_iq p_qj)² for each ego i and alter j, tied or not, in whole-network proportions: (pairs,).

    O(d_i + d_j) for a pair. NaN where the ego has no contacts.
    """
    rows, columns, ones, others = (as_read_only(array, np.int32) for array in (indptr, indices, egos, alters))
    return _local_constraint(rows, columns, ones, others, as_read_only(weights, np.float64))


@kernel
def _local_constraint(indptr: I32, indices: I32, egos: I32, alters: I32, weights: F64) -> F64:
    sums = np.array([weights[indptr[node] : indptr[node + 1]].sum() for node in range(indptr.size - 1)])
    found = np.full(egos.size, np.nan)
    for pair in range(egos.size):
        ego, alter = egos[pair], alters[pair]
        if indptr[ego] == indptr[ego + 1]:
            continue
        bond = 0.0
        at, to = indptr[alter], indptr[alter + 1]
        for entry in range(indptr[ego], indptr[ego + 1]):
            contact = indices[entry]
            if contact == alter:
                bond += weights[entry]
            while at < to and indices[at] < contact:
                at += 1
            if at < to and indices[at] == contact:
                bond += weights[entry] * weights[at] / sums[contact]
        found[pair] = (bond / sums[ego]) ** 2
    return found
