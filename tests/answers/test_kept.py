"""Results that are computed once and kept while there is room."""

import asyncio
import threading
import time

import pytest

from graph.answers.kept import Kept


class Work:
    """Counts how often it is done; each takes a moment."""

    def __init__(self) -> None:
        self.done = 0
        self.threads: set[int] = set()

    def __call__(self) -> int:
        time.sleep(0.02)
        self.done += 1
        self.threads.add(threading.get_ident())
        return self.done


def one(_: object) -> int:
    return 1


async def test_who_asks_while_it_is_computed_gets_the_same_result() -> None:
    kept, work = Kept(10, 2), Work()
    assert await asyncio.gather(*(kept.get("key", work, one) for _ in range(20))) == [1] * 20
    assert await kept.get("key", work, one) == 1


async def test_work_is_never_done_on_the_event_loop() -> None:
    kept, work = Kept(10, 2), Work()
    await kept.get("key", work, one)
    await kept.run(work)
    assert threading.get_ident() not in work.threads


async def test_the_least_recently_used_goes_when_there_is_no_more_room() -> None:
    kept, work = Kept(2, 1), Work()
    first, second = await kept.get("a", work, one), await kept.get("b", work, one)
    assert await kept.get("a", work, one) == first
    await kept.get("c", work, one)
    assert await kept.get("a", work, one) == first
    assert await kept.get("b", work, one) != second


async def test_heavy_results_take_the_room_of_several() -> None:
    kept, work = Kept(5, 1), Work()
    first = await kept.get("a", work, one)
    heavy = await kept.get("b", work, lambda _: 9)
    assert await kept.get("b", work, one) == heavy
    assert await kept.get("a", work, one) != first


async def test_what_was_raised_is_told_to_all_who_waited_and_not_kept() -> None:
    kept, work = Kept(10, 1), Work()

    def fails() -> int:
        work()
        raise ValueError

    results = await asyncio.gather(*(kept.get("key", fails, one) for _ in range(3)), return_exceptions=True)
    assert [type(result) for result in results] == [ValueError] * 3
    assert work.done == 1
    assert await kept.get("key", work, one) == 2


async def test_one_who_gives_up_leaves_the_work_to_the_others() -> None:
    kept, work = Kept(10, 1), Work()
    impatient = asyncio.create_task(kept.get("key", work, one))
    patient = asyncio.create_task(kept.get("key", work, one))
    await asyncio.sleep(0)
    impatient.cancel()
    assert await patient == 1
    with pytest.raises(asyncio.CancelledError):
        await impatient
    assert work.done == 1


async def test_no_more_threads_than_allowed_work_at_once() -> None:
    kept = Kept(10, 2)
    running, most, lock = 0, 0, threading.Lock()

    def work() -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.01)
        with lock:
            running -= 1

    await asyncio.gather(*(kept.run(work) for _ in range(8)))
    assert most == 2
