"""The unlinked pairs that have most in common, found without looking at all that have something in common.

What a pair has in common is worth at most what the poorer of both owns: the richest nodes come first, each meets those
before it, and the search ends where nobody can be among the best. Features that together cannot lift a pair that far
are not searched, only added up for pairs that have others (MaxScore: Turtle & Flood 1995, IP&M 31(6), 831–850).
"""

from math import floor, log2
from typing import Final, NamedTuple

import numpy as np

from graph.network.arrays import F64, I32, I64
from graph.network.kernels.common import common
from graph.network.kernels.compile import as_read_only, kernel, part

LARGEST_SUM: Final = 61
"""Worths are counted in whole parts of a power of two, such that no sum exceeds 2^61: equal is equal in any order."""


class Pairs(NamedTuple):
    """Pairs of nodes, the smaller position first, (pairs, 2), and their scores, (pairs,)."""

    ends: I32
    scores: F64


class Rows(NamedTuple):
    """The features of each node, or its contacts: `entries[starts[node] : starts[node + 1]]`, ascending."""

    starts: I32
    entries: I32


class Orders(NamedTuple):
    """Nodes by what they own, most first, these sums, and features by worth, highest first."""

    nodes: I32
    riches: I64
    features: I32


class Best(NamedTuple):
    """The best pairs so far as a heap with the worst of them on top."""

    scores: I64
    lows: I32
    highs: I32


def top_pairs(contacts: Rows, owned: Rows, worth: F64, first: int) -> Pairs:
    """The `first` pairs that are not in contact and whose common features are worth most, equal ones by position.

    `worth` (features,) ≥ 0. Fewer where fewer have a feature in common. O(Σ d²) over features with d owners at most,
    O(n + owned) memory. With `contacts` as features and their `adamic_adar` this is link prediction, with topics and
    ln(N/n_t) it finds gaps.
    """
    whole = _whole(owned, worth)
    sums = np.concatenate(([0], np.cumsum(whole[owned.entries])))
    riches = sums[owned.starts[1:]] - sums[owned.starts[:-1]]
    nodes, features = np.argsort(-riches, kind="stable"), np.argsort(-whole, kind="stable")
    orders = Orders(_int32(nodes), as_read_only(riches, np.int64), _int32(features))
    rows = Rows(*map(_int32, contacts)), Rows(*map(_int32, owned))
    scores, lows, highs = _search(*rows, as_read_only(whole, np.int64), orders, int(first))
    order = np.lexsort((highs, lows, -scores))
    ends = np.stack((lows, highs), axis=1)[order]
    return Pairs(ends, common(*owned, worth, ends).sums)


def _int32(array: I32 | I64) -> I32:
    found: I32 = as_read_only(array, np.int32)
    return found


def _whole(owned: Rows, worth: F64) -> I64:
    largest = float(np.add.reduceat(np.append(worth[owned.entries], 0.0), owned.starts[:-1]).max(initial=0.0))
    return np.rint(np.ldexp(worth, min(50, LARGEST_SUM - floor(log2(largest + 1)) - 1))).astype(np.int64)


@part
def _is_worse(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    if one[0] != other[0]:
        return one[0] < other[0]
    if one[1] != other[1]:
        return one[1] > other[1]
    return one[2] > other[2]


@part
def _at(best: Best, place: int) -> tuple[int, int, int]:
    return best.scores[place], best.lows[place], best.highs[place]


@part
def _put(best: Best, place: int, pair: tuple[int, int, int]) -> None:
    best.scores[place], best.lows[place], best.highs[place] = pair


@part
def _add(best: Best, filled: int, pair: tuple[int, int, int]) -> int:
    """Adds the pair if there is room or it is better than the worst. Returns how many there are."""
    place = filled
    if filled < best.scores.size:
        while place > 0 and _is_worse(pair, _at(best, (place - 1) // 2)):
            _put(best, place, _at(best, (place - 1) // 2))
            place = (place - 1) // 2
        _put(best, place, pair)
        return filled + 1
    if _is_worse(pair, _at(best, 0)):
        return filled
    place = 0
    while 2 * place + 1 < filled:
        below = 2 * place + 1
        if below + 1 < filled and _is_worse(_at(best, below + 1), _at(best, below)):
            below += 1
        if not _is_worse(_at(best, below), pair):
            break
        _put(best, place, _at(best, below))
        place = below
    _put(best, place, pair)
    return filled


@part
def _owners(owned: Rows, features: int, nodes: I32) -> tuple[I32, I32]:
    """The ranks of those who own each feature, ascending."""
    starts, owners = np.zeros(features + 1, np.int32), np.empty(owned.entries.size, np.int32)
    for feature in owned.entries:
        starts[feature + 1] += 1
    starts = np.cumsum(starts).astype(np.int32)
    ends = starts.copy()
    for rank in range(nodes.size):
        for feature in owned.entries[owned.starts[nodes[rank]] : owned.starts[nodes[rank] + 1]]:
            owners[ends[feature]] = rank
            ends[feature] += 1
    return starts, owners


@part
def _by_worth(owners: tuple[I32, I32], size: int, features: I32) -> tuple[I32, I32]:
    """What the nodes own, by rank, worth most first."""
    starts, ranks = owners
    rows, owned = np.zeros(size + 1, np.int32), np.empty(ranks.size, np.int32)
    for rank in ranks:
        rows[rank + 1] += 1
    rows = np.cumsum(rows).astype(np.int32)
    ends = rows.copy()
    for feature in features:
        for rank in ranks[starts[feature] : starts[feature + 1]]:
            owned[ends[rank]] = feature
            ends[rank] += 1
    return rows, owned


class Space(NamedTuple):
    """What a search works in; all by rank but the last, which is by feature. Marks hold a rank: never to be cleared."""

    scores: I64  # what is found in common with the node in hand
    met: I32  # by whom a score was begun
    others: I32  # whom the node in hand has met
    in_contact: I32  # with whom
    is_left: I32  # by whose pairs the feature was not searched


@part
def _meet(rank: int, owners: tuple[I32, I32], feature: int, gain: int, count: int, space: Space) -> int:  # noqa: PLR0917
    """Adds the feature to what those before `rank` have in common with it. Returns how many it has met."""
    starts, ranks = owners
    for other in ranks[starts[feature] : starts[feature + 1]]:
        if other >= rank:
            break
        if space.met[other] != rank:
            space.met[other], space.scores[other], space.others[count] = rank, 0, other
            count += 1
        space.scores[other] += gain
    return count


@part
def _left(rank: int, mine: I32, whole: I64, space: Space) -> int:
    """What a node owns of the features that were not searched for `rank`."""
    found = 0
    for feature in mine:
        if space.is_left[feature] == rank:
            found += whole[feature]
    return found


@kernel
def _search(contacts: Rows, owned: Rows, whole: I64, orders: Orders, first: int) -> tuple[I64, I32, I32]:
    size = orders.nodes.size
    owners = _owners(owned, whole.size, orders.nodes)
    rows, mine = _by_worth(owners, size, orders.features)
    ranks = np.empty(size, np.int32)
    ranks[orders.nodes] = np.arange(size).astype(np.int32)
    best = Best(np.empty(first, np.int64), np.empty(first, np.int32), np.empty(first, np.int32))
    marks = np.full(size, -1, np.int32), np.empty(size, np.int32), np.full(size, -1, np.int32)
    space = Space(np.zeros(size, np.int64), *marks, np.full(whole.size, -1, np.int32))
    filled, least = 0, -1
    for rank in range(size if first else 0):
        node = orders.nodes[rank]
        rest = orders.riches[node]
        if rest < least:
            break
        for contact in contacts.entries[contacts.starts[node] : contacts.starts[node + 1]]:
            space.in_contact[ranks[contact]] = rank
        count, entry = 0, rows[rank]
        while entry < rows[rank + 1] and rest >= least:
            count = _meet(rank, owners, mine[entry], whole[mine[entry]], count, space)
            rest -= whole[mine[entry]]
            entry += 1
        for left in range(entry, rows[rank + 1]):
            space.is_left[mine[left]] = rank
        for other in space.others[:count]:
            score = space.scores[other]
            if space.in_contact[other] != rank and score + rest >= least:
                if rest:
                    score += _left(rank, mine[rows[other] : rows[other + 1]], whole, space)
                low, high = min(node, orders.nodes[other]), max(node, orders.nodes[other])
                filled = _add(best, filled, (score, low, high))
                least = best.scores[0] if filled == first else -1
    return best.scores[:filled], best.lows[:filled], best.highs[:filled]
