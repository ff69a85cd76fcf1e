"""Pairs of actors without a tie that share topics, best first, without ever holding all pairs.

Scores are summed as whole numbers of 2⁻³² in floats, which are exact in any order, so that equal pairs are equal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from graph.network.arrays import F64, I64
from graph.network.network import Network

UNIT: Final = 2.0**32
CELLS: Final = 2_000_000
"""How many pairs are looked at at once."""


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of actors, positions in the network with one < other, and what their shared topics weigh in units."""

    one: I64
    other: I64
    units: F64

    def best(self, keep: int) -> "Pairs":
        """The `keep` heaviest, equal ones by position."""
        order = np.lexsort((self.other, self.one, -self.units))[:keep]
        return Pairs(self.one[order], self.other[order], self.units[order])

    def heavier(self, units: float) -> "Pairs":
        """Those above a weight."""
        above = self.units > units
        return Pairs(self.one[above], self.other[above], self.units[above])

    def and_(self, more: "Pairs") -> "Pairs":
        """These and more."""
        one, other = np.concatenate((self.one, more.one)), np.concatenate((self.other, more.other))
        return Pairs(one, other, np.concatenate((self.units, more.units)))


def rarities(size: int, topics: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """ln(N/n_t) of each topic, for N actors of whom n_t work on it."""
    counts: dict[str, int] = {}
    for of_actor in topics.values():
        for topic in of_actor:
            counts[topic] = counts.get(topic, 0) + 1
    return {topic: log(size / counts[topic]) for topic in sorted(counts)}


def best_pairs(
    network: Network, listed: Sequence[int], topics: Mapping[str, Sequence[str]], keep: int
) -> tuple[Pairs, int]:
    """The `keep` pairs of listed actors, positions in order, without a tie and of the heaviest shared topics; and how
    many pairs there are."""
    works_on = _incidence(network, listed, topics)
    weights = [max(1.0, float(round(rarity * UNIT))) for rarity in rarities(network.size, topics).values()]
    weighted = csr_array((np.array(weights)[works_on.indices], works_on.indices, works_on.indptr), works_on.shape)
    tied = _ties(network, listed)
    found, total = Pairs(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)), 0
    rows = max(1, CELLS // max(len(listed), 1))
    for first in range(0, len(listed), rows):
        shared = weighted[first : first + rows] @ works_on.T
        open_pairs = _above_diagonal(shared - shared * tied[first : first + rows], first)
        total += open_pairs.one.size
        threshold = found.units[-1] if found.one.size == keep else 0.0  # equal ones of later rows would come after
        found = found.and_(open_pairs.heavier(float(threshold))).best(keep)
    position = np.array(listed, np.int64)
    return Pairs(position[found.one], position[found.other], found.units), total


def _incidence(network: Network, listed: Sequence[int], topics: Mapping[str, Sequence[str]]) -> "csr_array[np.float64]":
    column = {topic: at for at, topic in enumerate(sorted({topic for found in topics.values() for topic in found}))}
    of_listed = [[column[topic] for topic in topics.get(network.ids[at], ())] for at in listed]
    indptr = np.concatenate(([0], np.cumsum([len(found) for found in of_listed], dtype=np.int64)))
    indices = np.array([at for found in of_listed for at in found], np.int64)
    return csr_array((np.ones(indices.size), indices, indptr), shape=(len(listed), len(column)))


def _ties(network: Network, listed: Sequence[int]) -> "csr_array[np.float64]":
    ones = np.ones(network.indices.size)
    ties = csr_array((ones, network.indices, network.indptr), shape=(network.size, network.size))
    return ties[listed][:, listed]


def _above_diagonal(shared: "csr_array[np.float64]", first: int) -> Pairs:
    cells = shared.tocoo()
    row, column = cells.row.astype(np.int64) + first, cells.col.astype(np.int64)
    above = (column > row) & (cells.data > 0)
    return Pairs(row[above], column[above], cells.data[above])
