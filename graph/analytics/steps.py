"""How many others each actor reaches in how many steps, and what follows from it: closeness, harmonic, reach.

Breadth-first search from 64 · WORDS actors at once: a row of bits per actor says which of them have come by. Ties have
no direction, so the bits that are new at an actor are as well the actors that this one reaches in as many steps.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from graph.network.arrays import F64, I64
from graph.network.network import Network

WORDS: Final = 8

Bits = NDArray[np.uint64]


def reached_by_step(network: Network) -> I64:
    """How many actors each reaches in exactly 1, 2, … steps: (n, longest shortest path). O(n·m/64) time."""
    levels: list[I64] = []
    for first in range(0, network.size, 64 * WORDS):
        _search(network, first, levels)
    return np.stack(levels, axis=1) if levels else np.zeros((network.size, 0), np.int64)


def _search(network: Network, first: int, levels: list[I64]) -> None:
    """Add to `levels` what a search from the actors `first` and the 64 · WORDS − 1 next finds, step by step."""
    new = _starts(network.size, first)
    seen = new.copy()
    rows = np.flatnonzero(network.degrees)
    for step in range(network.size):
        reached = np.zeros_like(seen)
        reached[rows] = np.bitwise_or.reduceat(new[network.indices], network.indptr[rows])
        new = reached & ~seen
        seen |= new
        found = np.bitwise_count(new).sum(axis=1, dtype=np.int64)
        if not found.any():
            return
        if step == len(levels):
            levels.append(np.zeros(network.size, np.int64))
        levels[step] += found


def _starts(size: int, first: int) -> Bits:
    bits = np.zeros((size, WORDS), np.uint64)
    actors = np.arange(first, min(first + 64 * WORDS, size))
    word, bit = np.divmod(actors - first, 64)
    bits[actors, word] = np.left_shift(np.uint64(1), bit.astype(np.uint64))
    return bits


def closeness(reached: I64, size: int) -> F64:
    """Reachable share times reachable over total distance (Wasserman & Faust 1994), as NetworkX has it; 0 for those
    who reach nobody: (n,)."""
    count = reached.sum(axis=1)
    farness = (reached * np.arange(1, reached.shape[1] + 1)).sum(axis=1)
    found = np.zeros(count.size)
    np.divide(count * count, farness * (size - 1), out=found, where=farness > 0)
    return found


def harmonic(reached: I64) -> F64:
    """Σ 1/distance to all others, not normalised: (n,)."""
    sums: F64 = (reached / np.arange(1, reached.shape[1] + 1)).sum(axis=1)
    return sums


def within(reached: I64, steps: int) -> I64:
    """How many others each reaches in at most `steps` steps: (n,)."""
    count: I64 = reached[:, :steps].sum(axis=1)
    return count
