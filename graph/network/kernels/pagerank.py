"""PageRank: where one ends up who follows ties at random and now and then starts anew (Brin & Page 1998)."""

from typing import NamedTuple

import numpy as np

from graph.network.arrays import F64, I32
from graph.network.kernels.compile import as_read_only, kernel


class PageRank(NamedTuple):
    """Shares that add up to 1, (n,), and whether the last step moved them by less than was tolerated."""

    ranks: F64
    converged: bool


def pagerank(
    indptr: I32,
    indices: I32,
    weights: F64 | None = None,
    *,
    damping: float = 0.85,
    restart: F64 | None = None,
    tolerance: float = 1e-6,
    max_steps: int = 100,
) -> PageRank:
    """PageRank as NetworkX defines it: steps from equal shares until they move by less than n · `tolerance` in all.

    Ties are followed by weight. Who starts anew, or has no ties, goes to a node drawn by `restart` (n,), which adds up
    to 1; without it all are equally likely. O(m) for a step.
    """
    by_weight = np.ones(indices.size) if weights is None else weights
    goal = np.full(indptr.size - 1, 1 / max(indptr.size - 1, 1)) if restart is None else restart
    rows, columns = as_read_only(indptr, np.int32), as_read_only(indices, np.int32)
    limits = float(damping), float(tolerance), int(max_steps)
    floats = as_read_only(by_weight, np.float64), as_read_only(goal, np.float64)
    return PageRank(*_pagerank(rows, columns, floats, limits))


@kernel
def _pagerank(indptr: I32, indices: I32, floats: tuple[F64, F64], limits: tuple[float, float, int]) -> tuple[F64, bool]:
    (weights, restart), (damping, tolerance, max_steps) = floats, limits
    size = indptr.size - 1
    sums = np.array([weights[indptr[node] : indptr[node + 1]].sum() for node in range(size)])
    ranks, flows = np.full(size, 1 / max(size, 1)), np.empty(size)
    for _ in range(max_steps):
        without_ties = 0.0
        for node in range(size):
            flows[node] = ranks[node] / sums[node] if sums[node] else 0.0
            if not sums[node]:
                without_ties += ranks[node]
        moved = 0.0
        for node in range(size):
            flow = 0.0
            for entry in range(indptr[node], indptr[node + 1]):
                flow += flows[indices[entry]] * weights[entry]
            rank = damping * (flow + without_ties * restart[node]) + (1 - damping) * restart[node]
            moved += abs(rank - ranks[node])
            ranks[node] = rank
        if moved < size * tolerance:
            return ranks, True
    return ranks, size == 0
