"""Chance that falls the same on every machine: named streams over `Random.random()`, the one method whose sequence
Python promises to keep."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """One stream of chance. Its name is its seed, so that a change in one place of a seed leaves the others alone."""

    def __init__(self, *name: str | int) -> None:
        # a text is hashed by SHA-512 here, so PYTHONHASHSEED does not matter
        self._random = Random("/".join(map(str, name)))  # noqa: S311 - a seed has no secrets

    def real(self) -> float:
        """A number in [0, 1)."""
        return self._random.random()

    def below(self, limit: int) -> int:
        """A whole number from 0 to `limit` − 1."""
        return int(self._random.random() * limit)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + self.below(high - low + 1)

    def chance(self, share: float) -> bool:
        """True in `share` of all cases."""
        return self._random.random() < share

    def pick(self, items: Sequence[T]) -> T:
        """One of `items`."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different positions of `items`, or all of them where there are fewer, in random order."""
        rest = list(items)
        chosen = min(count, len(rest))
        for place in range(chosen):
            other = place + self.below(len(rest) - place)
            rest[place], rest[other] = rest[other], rest[place]
        return rest[:chosen]

    def heavy_tailed(self, exponent: float, highest: float) -> float:
        """A weight from 1 to `highest` whose density falls like weight ** −exponent, as degrees in networks do."""
        return min(highest, math.pow(1.0 - self._random.random(), -1.0 / (exponent - 1.0)))


class Wheel:
    """Positions to be drawn in proportion to their weights; many draws from the same weights are cheap."""

    def __init__(self, weights: Sequence[float]) -> None:
        # whole numbers, so that rounding of sums cannot differ between machines
        self._sums = list(accumulate(max(1, round(1000 * weight)) for weight in weights))

    def turn(self, dice: Dice) -> int:
        """A position, drawn in proportion to its weight."""
        return bisect_right(self._sums, dice.below(self._sums[-1]))
