"""How a kernel is compiled, and how its arguments come to it."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar, cast

import numpy as np
from numba import njit
from numba.extending import register_jitable
from numpy.typing import DTypeLike, NDArray

GLUE: Final = sha256(
    b"".join(Path(__file__).with_name(name).read_bytes() for name in ("compile.py", "instruction.py"))
).hexdigest()
"""What all kernels are made with: when it changes, none may come from the cache."""

P = ParamSpec("P")
R = TypeVar("R")


def kernel(function: Callable[P, R]) -> Callable[P, R]:
    """Compiled at the first call, cached, without the GIL. A division by zero gives inf or NaN, as in NumPy.

    No fastmath (NaN has a meaning here) and no parallel=True (two threads that call it abort the process).
    """
    compiled: Any = njit(nogil=True, cache=True, error_model="numpy")(function)
    file = compiled._cache._cache_file  # noqa: SLF001 - Numba looks at the kernel's own file alone
    file._source_stamp = (*file._source_stamp, GLUE)  # noqa: SLF001
    return cast("Callable[P, R]", compiled)


def part(function: Callable[P, R]) -> Callable[P, R]:
    """A piece that kernels of the same file share. Not of another file: their cache would keep its old code."""
    return register_jitable(function)


def inlined(function: Callable[P, R]) -> Callable[P, R]:
    """A part that is written out where it is called: for inner loops whose values stay in registers."""
    return register_jitable(inline="always")(function)


def as_read_only(array: NDArray[Any], dtype: DTypeLike) -> NDArray[Any]:
    """A view, or a copy where type or layout differ, that Numba takes for read-only: it compiles writable ones anew."""
    view = np.ascontiguousarray(array, dtype).view()
    view.flags.writeable = False
    return view
