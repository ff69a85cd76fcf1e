"""Betweenness (Freeman 1977): whose absence would lengthen the ways of others, exactly or from some sources."""

from random import Random
from typing import Final

import numpy as np

from graph.network.arrays import F64, I32, I64
from graph.network.kernels.brandes import LANES, dependencies
from graph.network.kernels.compile import as_read_only
from graph.network.kernels.components import components
from graph.network.kernels.order import reordered
from graph.network.kernels.threads import in_threads, shares_of
from graph.network.kernels.weighted_betweenness import passing_by_length

BATCHES_EACH: Final = 20
"""Not fewer, as each share needs fresh memory: 3 ms at 10k people, as much as a batch takes."""
FEWEST: Final = 2
"""With fewer others than these there is nobody to stand between."""


def betweenness(
    indptr: I32,
    indices: I32,
    sources: I32 | None = None,
    *,
    lengths: I64 | None = None,
    normalized: bool = True,
    threads: int = 1,
) -> F64:
    """The share of shortest paths between others that lead through each node, (n,), as in NetworkX.

    Exact without `sources`. From some of them (see `drawn`) it is an estimate, scaled by how many sources could have
    led through a node: one fewer for a source, hence NaN for a single one. O(n m), 1.1 s for 10k people and 45k ties.
    With `lengths` (2m,) > 0, integers, paths are short by length and it takes some 20 times as long.
    """
    size = indptr.size - 1
    if size - 1 < FEWEST:
        return np.zeros(size)
    begin = np.arange(size, dtype=np.int32) if sources is None else sources
    if lengths is None:
        found = passing(indptr, indices, begin, threads)
    else:
        found = passing_by_length(indptr, indices, lengths, begin, threads)
    return found * _scale(size, sources, normalized=normalized)


def drawn(size: int, count: int, seed: int | Random) -> I32:
    """The sources that NetworkX draws for k = `count` among `size` nodes with this seed; all when it asks for all."""
    random = seed if isinstance(seed, Random) else Random(seed)  # noqa: S311 - a sample, not a secret
    return np.array(range(size) if count == size else random.sample(range(size), count), np.int32)


def passing(indptr: I32, indices: I32, sources: I32, threads: int = 1) -> F64:
    """What shortest paths from the sources to all make pass through each node: (n,), the same for any `threads`."""
    order, rows, columns = reordered(indptr, indices)
    component = as_read_only(components(rows, columns), np.int32)
    chosen = np.zeros(order.size, np.bool_)
    chosen[sources] = True
    starts = as_read_only(np.flatnonzero(chosen[order]), np.int32)  # neighbours go in one batch: they share levels

    def of_share(share: range) -> F64:
        part = starts[share.start * LANES : share.stop * LANES]
        return dependencies(rows, columns, component, as_read_only(part, np.int32))

    found = np.zeros(order.size)
    for part in in_threads(of_share, shares_of(-(-starts.size // LANES), BATCHES_EACH), threads):
        found[order] += part
    return found


def _scale(size: int, sources: I32 | None, *, normalized: bool) -> F64:
    """By what each node is multiplied: pairs come from both ends, and a source is never between itself and others."""
    others = size - 1
    whole = 1 / (others - 1) if normalized else others / 2
    if sources is None or sources.size == size:
        return np.full(size, whole / others)
    scale = np.full(size, whole / sources.size)
    scale[sources] = whole / (sources.size - 1) if sources.size > 1 else np.nan
    return scale
