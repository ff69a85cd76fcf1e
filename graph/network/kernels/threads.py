"""Threads that share out the work of a kernel, such that their number does not show in the answer."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import Final, TypeVar

S = TypeVar("S")
T = TypeVar("T")

FEWEST: Final = 4
"""Into how many shares work is cut at least. Not into as many as there are threads: floats are added up by share, and
the number of threads would move their last digit."""


def in_threads(function: Callable[[S], T], shares: Sequence[S], threads: int = 1) -> Iterator[T]:
    """What `function` gives for each share, in the order of the shares, each as soon as it and those before are done.

    Raises what `function` raises; then, and when the caller stops asking, shares not yet begun are dropped.
    """
    if threads == 1 or len(shares) < 2:
        yield from map(function, shares)
        return
    with ThreadPoolExecutor(threads, thread_name_prefix="kernel") as pool:
        yield from pool.map(function, shares)


def shares_of(size: int, each: int) -> list[range]:
    """The positions 0 to `size` − 1 in contiguous shares of about `each`, at least four. Depends on nothing else."""
    count = min(size, max(FEWEST, size // each))
    bounds = [size * share // count for share in range(count + 1)] if count else []
    return [range(low, high) for low, high in pairwise(bounds)]
