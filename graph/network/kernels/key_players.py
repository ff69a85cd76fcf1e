"""Key players who together reach the most (KPP-POS: Borgatti 2006), chosen one after another."""

from typing import NamedTuple

import numpy as np

from graph.network.arrays import F64, I32, Bools
from graph.network.kernels.compile import as_read_only, kernel, part


class KeyPlayers(NamedTuple):
    """Who was chosen, in that order, and what each added to what those before reached."""

    chosen: I32
    gains: F64


def key_players(
    indptr: I32,
    indices: I32,
    count: int,
    steps: int = 2,
    *,
    worth: F64 | None = None,
    eligible: Bools | None = None,
    included: I32 | None = None,
) -> KeyPlayers:
    """At most `count` more nodes so that most is within `steps` of them and those `included`, themselves counted.

    Each adds the most that is left, of equal ones the first by position, nobody who adds nothing: at least 1 − 1/e of
    what any set reaches (Nemhauser, Wolsey & Fisher 1978). `worth` (n,) ≥ 0 is what a node counts, 1 if not given; only
    `eligible` (n,) nodes are chosen. A gain never grows, so few are computed anew (Minoux 1978).
    """
    size = indptr.size - 1
    by_node = np.ones(size) if worth is None else worth
    may_be = np.ones(size, np.bool_) if eligible is None else eligible
    first = np.empty(0, np.int32) if included is None else included
    network = Network(as_read_only(indptr, np.int32), as_read_only(indices, np.int32))
    people = People(as_read_only(by_node, np.float64), as_read_only(may_be, np.bool_), as_read_only(first, np.int32))
    return KeyPlayers(*_chosen(network, people, int(count), int(steps)))


class Network(NamedTuple):
    """Contacts of each node as CSR."""

    indptr: I32
    indices: I32


class People(NamedTuple):
    """What nodes count, who may be chosen, and who is in the set from the beginning."""

    worth: F64
    eligible: Bools
    included: I32


class Space(NamedTuple):
    """What a search works in, (n,) each; `met` holds the number of a search and is never cleared."""

    left: F64  # what reaching a node still counts
    met: I32
    near: I32


@part
def _within(network: Network, node: int, steps: int, search: int, space: Space) -> int:
    """Lists in `near` the nodes within `steps` of one, itself included. Returns how many they are."""
    space.near[0], space.met[node] = node, search
    begin, end = 0, 1
    for _ in range(steps):
        count = end
        for at in range(begin, end):
            for other in network.indices[network.indptr[space.near[at]] : network.indptr[space.near[at] + 1]]:
                if space.met[other] != search:
                    space.met[other], space.near[count] = search, other
                    count += 1
        begin, end = end, count
    return end


@part
def _gain(many: int, space: Space) -> float:
    gain = 0.0
    for node in space.near[:many]:
        gain += space.left[node]
    return gain


@part
def _take(many: int, space: Space) -> None:
    for node in space.near[:many]:
        space.left[node] = 0.0


@part
def _bound(network: Network, steps: int, left: F64, limits: F64) -> None:
    """Lowers `limits` to what walks lead to, a node counted as often as they do: more than it adds, but no search."""
    walks = left.copy()
    for _ in range(steps):
        below = walks.copy()
        for node in range(walks.size):
            walks[node] = left[node]
            for other in network.indices[network.indptr[node] : network.indptr[node + 1]]:
                walks[node] += below[other]
    for node in range(walks.size):
        limits[node] = min(limits[node], walks[node] * (1 + 1e-9))  # added up in another order than a gain


@kernel
def _chosen(network: Network, people: People, count: int, steps: int) -> tuple[I32, F64]:
    size = people.worth.size
    space = Space(people.worth.copy(), np.full(size, -1, np.int32), np.empty(size, np.int32))
    search = 0
    for node in people.included:
        _take(_within(network, node, steps, search, space), space)
        search += 1
    limits = np.where(people.eligible, np.inf, 0.0)
    chosen, gains = np.empty(min(count, size), np.int32), np.empty(min(count, size))
    for place in range(chosen.size):
        _bound(network, steps, space.left, limits)
        best, most = int(np.argmax(limits)), 0.0
        for at in range(-1, size):  # the most promising before all others: few of them can then be better
            node = best if at < 0 else at
            if limits[node] > most or (limits[node] == most and node < best):
                limits[node] = _gain(_within(network, node, steps, search, space), space)
                search += 1
                if limits[node] > most or (limits[node] == most and node < best):
                    best, most = node, limits[node]
        if most == 0:
            return chosen[:place], gains[:place]
        chosen[place], gains[place] = best, most
        _take(_within(network, best, steps, search, space), space)
        search += 1
    return chosen, gains
