"""Structural holes (Burt 1992) of all nodes in one pass over the triangles, in the whole network, not the ego's alone.

p_ij = w_ij / Σ_k w_ik and l_ij = (p_ij + Σ_q p_iq p_qj)². What a shared contact q adds, w_iq w_qj / Σ_k w_qk, is the
same from both ends: it is gathered once for each edge.
"""

from dataclasses import dataclass
from math import log

import numpy as np

from graph.network.arrays import F64, I32
from graph.network.kernels.compile import as_read_only, kernel
from graph.network.kernels.orientation import each_once, orient


@dataclass(frozen=True, slots=True)
class Holes:
    """Burt's measures of each node, all (n,), NaN without contacts; hierarchy is 0/0 and NaN with one contact too."""

    constraint: F64
    effective_size: F64
    hierarchy: F64
    degrees: I32

    @property
    def efficiency(self) -> F64:
        """Effective size for each contact: from 1/d to 1."""
        found: F64 = self.effective_size / np.maximum(self.degrees, 1)
        return found


def structural_holes(indptr: I32, indices: I32, weights: F64 | None = None) -> Holes:
    """Constraint Σ_j l_ij, effective size and hierarchy, by `weights` (2m,) > 0 or with all ties alike. O(m^1.5).

    Effective size is Σ_j (1 − Σ_q p_iq m_jq) with m_jq = w_jq / max_k w_jk, without weights d − 2t/d (Borgatti 1997).
    (NetworkX 3.6.1 takes the maximum of the wrong row where all nodes are asked for, networkx#8906.)
    Hierarchy is Σ_j r_j ln r_j / (d ln d) with r_j = d l_ij / Σ_k l_ik: 0 where all contacts constrain alike.
    """
    oriented = orient(indptr, indices)
    degrees = as_read_only(np.diff(indptr), np.int32)
    if weights is None:
        once, sums = as_read_only(np.ones(oriented.heads.size), np.float64), as_read_only(degrees, np.float64)
        shared, redundant = _shared(oriented.starts, oriented.heads, sums)
    else:
        once = each_once(weights, oriented)
        sums, largest = _sums_and_maxima(oriented.starts, oriented.heads, once)
        shared, redundant = _shared_weighted(oriented.starts, oriented.heads, once, sums, largest)
    last = as_read_only(sums, np.float64), as_read_only(once + shared, np.float64)
    constraint, hierarchy = _constraint(oriented.starts, oriented.heads, degrees, *last)
    return Holes(constraint, np.where(degrees > 0, degrees - redundant, np.nan), hierarchy, degrees)


@kernel
def _shared(starts: I32, heads: I32, degrees: F64) -> tuple[F64, F64]:
    shared, redundant, inverse = np.zeros(heads.size), np.zeros(degrees.size), 1 / degrees
    edge_to = np.full(degrees.size, -1, np.int32)
    for tail in range(degrees.size):
        for edge in range(starts[tail], starts[tail + 1]):
            edge_to[heads[edge]] = edge
        for edge in range(starts[tail], starts[tail + 1]):
            head = heads[edge]
            for across in range(starts[head], starts[head + 1]):
                third = heads[across]
                other = edge_to[third]
                if other >= starts[tail]:
                    shared[edge] += inverse[third]
                    shared[other] += inverse[head]
                    shared[across] += inverse[tail]
                    redundant[tail] += 2
                    redundant[head] += 2
                    redundant[third] += 2
    return shared, redundant / degrees


@kernel
def _sums_and_maxima(starts: I32, heads: I32, weights: F64) -> tuple[F64, F64]:
    sums, largest = np.zeros(starts.size - 1), np.zeros(starts.size - 1)
    for tail in range(sums.size):
        for edge in range(starts[tail], starts[tail + 1]):
            for end in (tail, np.int64(heads[edge])):
                sums[end] += weights[edge]
                largest[end] = max(largest[end], weights[edge])
    return sums, largest


@kernel
def _shared_weighted(starts: I32, heads: I32, weights: F64, sums: F64, largest: F64) -> tuple[F64, F64]:
    shared, redundant = np.zeros(heads.size), np.zeros(sums.size)
    by_sum, by_largest = 1 / sums, 1 / largest
    edge_to = np.full(sums.size, -1, np.int32)
    for tail in range(sums.size):
        for edge in range(starts[tail], starts[tail + 1]):
            edge_to[heads[edge]] = edge
        for edge in range(starts[tail], starts[tail + 1]):
            head, one = heads[edge], weights[edge]
            for across in range(starts[head], starts[head + 1]):
                third, two = heads[across], weights[across]
                other = edge_to[third]
                if other >= starts[tail]:
                    three = weights[other]
                    shared[edge] += two * three * by_sum[third]
                    shared[other] += one * two * by_sum[head]
                    shared[across] += one * three * by_sum[tail]
                    redundant[tail] += two * (one * by_largest[third] + three * by_largest[head])
                    redundant[head] += three * (one * by_largest[third] + two * by_largest[tail])
                    redundant[third] += one * (three * by_largest[head] + two * by_largest[tail])
    return shared, redundant / sums


@kernel
def _constraint(starts: I32, heads: I32, degrees: I32, sums: F64, bonds: F64) -> tuple[F64, F64]:
    constraint, weighed = np.zeros(sums.size), np.zeros(sums.size)
    for tail in range(sums.size):
        for edge in range(starts[tail], starts[tail + 1]):
            square = bonds[edge] ** 2
            logarithm = square * log(square)
            for end in (tail, np.int64(heads[edge])):
                constraint[end] += square
                weighed[end] += logarithm
    for node in range(sums.size):
        degree, squares = degrees[node], constraint[node]
        # the sum over r ln r, with r and its logarithm taken apart: one logarithm for each edge, not two
        spread = weighed[node] * degree / squares + degree * log(degree / squares)
        weighed[node] = max(spread, 0.0) / (degree * log(degree)) if degree > 1 else np.nan
        constraint[node] = squares / sums[node] ** 2 if degree else np.nan
    return constraint, weighed
