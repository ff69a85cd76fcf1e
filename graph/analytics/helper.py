"""The one helper process, for libraries whose state is global to a process. It does one thing at a time."""

import atexit
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import Lock
from typing import Final, ParamSpec, TypeVar

from graph.analytics.leiden import end_with_parent

P = ParamSpec("P")
R = TypeVar("R")


class Helper:
    """A process that is spawned (a fork would copy the locks of our threads) when it is first needed, ends with us, and
    is replaced once for a call in which it dies."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pool: ProcessPoolExecutor | None = None

    def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What `function`, importable by name, returns for the arguments. Waits; never call it on an event loop."""
        pool = self._running()
        try:
            return pool.submit(function, *args, **kwargs).result()
        except BrokenProcessPool:
            self._drop(pool)
            return self._running().submit(function, *args, **kwargs).result()

    def close(self) -> None:
        """End the process, if there is one. The next call would start another."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)

    def _running(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                context = get_context("spawn")
                self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=end_with_parent)
            return self._pool

    def _drop(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._pool is broken:
                self._pool = None


HELPER: Final = Helper()
atexit.register(HELPER.close)  # else the pool is taken apart after what it is made of, with a complaint
