"""Results that are computed once, in worker threads, and kept while there is room."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import anyio
import anyio.to_thread

T = TypeVar("T")


class Kept:
    """Results by key. Whoever asks for what is being computed waits for the same result; the least recently used are
    dropped when the weights of all exceed `capacity`. For the tasks of one event loop."""

    def __init__(self, capacity: int, threads: int) -> None:
        self._capacity = capacity
        self._limiter = anyio.CapacityLimiter(threads)
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._running: dict[Hashable, asyncio.Task[Any]] = {}

    async def get(self, key: Hashable, compute: Callable[[], T], weigh: Callable[[T], int]) -> T:
        """What `compute` returns, called in a thread unless its result is kept. What it raises is not kept. A caller
        that is cancelled leaves the work to the others."""
        if key in self._kept:
            self._kept.move_to_end(key)
            value: T = self._kept[key][0]
            return value
        if key not in self._running:
            task = asyncio.create_task(self._compute(key, compute, weigh))
            task.add_done_callback(
                lambda done: done.cancelled() or done.exception()
            )  # else asyncio warns if none waits
            self._running[key] = task
        result: T = await asyncio.shield(self._running[key])
        return result

    async def run(self, work: Callable[[], T]) -> T:
        """What `work` returns, called in one of the threads and not kept."""
        return await anyio.to_thread.run_sync(work, limiter=self._limiter)

    async def close(self) -> None:
        """Forget everything; whoever still waits is cancelled once the work in its thread is over."""
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        self._kept.clear()

    async def _compute(self, key: Hashable, compute: Callable[[], T], weigh: Callable[[T], int]) -> T:
        try:
            result = await self.run(compute)
            self._keep(key, result, weigh(result))
            return result
        finally:
            del self._running[key]

    def _keep(self, key: Hashable, result: object, weight: int) -> None:
        self._kept[key] = result, weight
        total = sum(weight for _, weight in self._kept.values())
        while total > self._capacity and len(self._kept) > 1:
            _, (_, dropped) = self._kept.popitem(last=False)
            total -= dropped
