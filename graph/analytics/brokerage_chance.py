"""What brokerage is to be expected where groups are dealt out by chance.

The network and an actor's own group stay as they are; the groups of all others that have one are shuffled among them.
An actor brokers e open pairs, S ordered pairs of which share one end and D = e² − e − S none. A pair has a role with
probability p; two that share an end both have it with probability s, two that do not with q; all three follow from the
sizes of the groups, drawn without replacement. Then E = e·p and Var = e·p + S·s + D·q − (e·p)². `sna::brokerage` asks
about another chance: it keeps the groups and draws all ties anew, each alike, so that E = d²(1−d) × the number of pairs
for the density d, which is the same for all actors of a group and does not hold for ties without a direction.
"""

from collections.abc import Sequence
from math import perm
from typing import Final

import numpy as np

from graph.analytics.ranks import PART_SAME
from graph.network.arrays import F64, I32
from graph.network.kernels.brokered import ROLES, Brokered

WAYS: Final = np.array([2, 2, 1, 1, 2])
"""How many of the two orders of a pair are in a role: of a mixed pair, one is for the representative."""


def expected(counts: Brokered, groups: I32) -> tuple[F64, F64]:
    """Expectation and standard deviation of each actor's ordered pairs by role, (n, 5) each; NaN without a group."""
    sizes = np.bincount(groups[groups >= 0]).tolist()
    means, deviations = np.full(counts.roles.shape, np.nan), np.full(counts.roles.shape, np.nan)
    for group in range(len(sizes)):
        members = groups == group
        pairs = counts.pairs[members, None] / 2
        sharing = counts.sharing[members, None].astype(np.float64)
        mean, variance = _moments(pairs, sharing, chances(sizes, group))
        means[members], deviations[members] = mean * WAYS, np.sqrt(variance) * WAYS
    return means, deviations


def _moments(pairs: F64, sharing: F64, chance: F64) -> tuple[F64, F64]:
    mean = pairs * chance[0]
    apart = pairs * (pairs - 1) - sharing
    square = pairs * chance[0] + sharing * chance[1] + apart * chance[2]
    variance = square - mean**2
    variance[variance <= PART_SAME * square] = 0.0  # what rounding leaves of a figure that cannot vary
    return mean, variance


def chances(sizes: Sequence[int], own: int) -> F64:
    """The probability of each role for a pair, for both of two pairs that share an end, and for both of two that do
    not, (3, 5), around an actor of the group `own`; `sizes` are those of all groups, the actor included."""
    others = [size - (group == own) for group, size in enumerate(sizes)]
    inside, foreign = others[own], [size for group, size in enumerate(others) if group != own]
    outside, all_others = sum(foreign), sum(others)
    rows = (_pair(inside, outside, foreign), _sharing(inside, outside, foreign), _apart(inside, outside, foreign))
    found = np.zeros((3, ROLES))
    for at, (same, alike, mixed, different) in enumerate(rows):
        found[at] = np.array([same, alike, mixed, mixed, different]) / max(perm(all_others, at + 2), 1)
    return found


def _pair(inside: int, outside: int, foreign: Sequence[int]) -> tuple[int, int, int, int]:
    """In how many ways two are both inside, of one foreign group, one of them inside, of two foreign groups."""
    alike = _falling(foreign, 2)
    return perm(inside, 2), alike, 2 * inside * outside, perm(outside, 2) - alike


def _sharing(inside: int, outside: int, foreign: Sequence[int]) -> tuple[int, int, int, int]:
    """The same for i, k, l, of whom the pairs i–k and i–l are both so."""
    mixed = inside * perm(outside, 2) + outside * perm(inside, 2)
    different = sum(size * perm(outside - size, 2) for size in foreign)
    return perm(inside, 3), _falling(foreign, 3), mixed, different


def _apart(inside: int, outside: int, foreign: Sequence[int]) -> tuple[int, int, int, int]:
    """The same for i, k, l, m, of whom the pairs i–k and l–m are both so."""
    both_alike = _falling(foreign, 4) + _falling(foreign, 2) ** 2 - sum(perm(size, 2) ** 2 for size in foreign)
    one_alike = _falling(foreign, 2) * perm(max(outside - 2, 0), 2)
    different = perm(outside, 4) - 2 * one_alike + both_alike
    return perm(inside, 4), both_alike, 4 * perm(inside, 2) * perm(outside, 2), different


def _falling(sizes: Sequence[int], many: int) -> int:
    return sum(perm(size, many) for size in sizes)
