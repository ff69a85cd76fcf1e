"""How many times quicker one way is than another: a quotient from one run on one machine, never a time alone."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

T = TypeVar("T")
Clock = Callable[[], float]


class DifferentAnswers(Exception):
    """The two sides do not do the same work, so their times cannot be compared."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """`median` of the rounds' quotients, with the `lowest` and `highest` of them; `first_call` of ours in seconds."""

    median: float
    lowest: float
    highest: float
    first_call: float
    rounds: int

    def __str__(self) -> str:
        spread = f"{self.lowest:.1f}–{self.highest:.1f} in {self.rounds} rounds"
        return f"{self.median:.1f}× ({spread}) · first call {self.first_call:.2f} s"


def ratio(
    ours: Callable[[], T],
    theirs: Callable[[], T],
    same: Callable[[T, T], bool],
    rounds: int = 7,
    clock: Clock = time.process_time,
) -> Ratio:
    """How many times less time `ours` takes by `clock`: CPU of this process, or `time.perf_counter` where the work
    is done elsewhere. The first call stands apart: it compiles and fills caches.

    Both run in turn, so that a busy machine slows both. Raises DifferentAnswers before any timing.
    """
    first_call = seconds(ours, clock)
    if not same(ours(), theirs()):
        raise DifferentAnswers("Make the answers agree first; a ratio of different work means nothing.")
    quotients = sorted(quotient(ours, theirs, clock) for _ in range(rounds))
    return Ratio(median(quotients), quotients[0], quotients[-1], first_call, rounds)


def quotient(ours: Callable[[], object], theirs: Callable[[], object], clock: Clock) -> float:
    """Their time divided by ours, ours measured first."""
    taken = seconds(ours, clock)
    return seconds(theirs, clock) / taken


def seconds(work: Callable[[], object], clock: Clock) -> float:
    """How long `work` takes by `clock`."""
    begin = clock()
    work()
    return clock() - begin
