"""One line of the table: the same question to two engines."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from benchmarks.ratio import Clock, Ratio, ratio, seconds
from graph.network.arrays import F64

Answer = Callable[[], Any]
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """`theirs` may do only a part of the work, 1/`share` of it: then `ours_of_part` is what must be equal."""

    name: str
    peer: str
    ours: Answer
    theirs: Answer
    ours_of_part: Answer | None = None
    share: float = 1.0

    def run(self, clock: Clock) -> Ratio:
        """The quotient of times, and if theirs is but a part, of their time for the whole in proportion."""
        if self.ours_of_part is not None:
            first = seconds(self.ours, clock)
            assert alike(self.ours_of_part(), self.theirs()), self.name
            found = replace(ratio(self.ours, self.theirs, lambda *_: True, ROUNDS, clock), first_call=first)
        else:
            found = ratio(self.ours, self.theirs, alike, ROUNDS, clock)
        return replace(
            found,
            median=found.median * self.share,
            lowest=found.lowest * self.share,
            highest=found.highest * self.share,
        )


def alike(one: F64, other: F64) -> bool:
    """Whether two answers agree to nine digits; what is undefined has to be so in both."""
    return np.allclose(np.asarray(one, np.float64), np.asarray(other, np.float64), rtol=1e-9, atol=1e-9, equal_nan=True)
