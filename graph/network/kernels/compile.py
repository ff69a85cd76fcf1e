"""How a kernel is compiled, and how its arguments come to it."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numpy as np
from numba import njit
from numba.extending import register_jitable
from numpy.typing import DTypeLike, NDArray

P = ParamSpec("P")
R = TypeVar("R")


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compiled at the first call, cached, without the GIL. A division by zero gives inf or NaN, as in NumPy.

    No fastmath (NaN has a meaning here) and no parallel=True (two threads that call it abort the process).
    """
    return cast("Callable[P, R]", njit(nogil=True, cache=True, error_model="numpy")(function))


def part(function: Callable[P, R]) -> Callable[P, R]:
    """A piece that kernels of the same file share. Not of another file: their cache would keep its old code."""
    return register_jitable(function)


def as_read_only(array: NDArray[Any], dtype: DTypeLike) -> NDArray[Any]:
    """A view, or a copy where type or layout differ, that Numba takes for read-only: it compiles writable ones anew."""
    view = np.ascontiguousarray(array, dtype).view()
    view.flags.writeable = False
    return view
