"""Communities: groups that are tied more among themselves than to others, and how actors stand between them."""

from typing import Final

import numpy as np

from graph.analytics.helper import HELPER
from graph.analytics.leiden import leiden
from graph.network.arrays import F64, I32, I64, frozen
from graph.network.network import Network

SEED: Final = 360


def communities(network: Network, seed: int = SEED) -> I32:
    """The community of each actor, (n,), numbered in the order of their first actors; actors without ties are alone.

    By Leiden on the weighted network. Computed in the helper process: waits, never call it on an event loop.
    """
    tied = network.tied
    rows = np.repeat(np.arange(tied.size, dtype=np.int32), tied.degrees)
    once = rows < tied.indices
    labels = np.arange(network.size)
    if tied.size:
        found = HELPER.run(leiden, tied.size, rows[once], tied.indices[once], tied.weights[once], seed)
        labels[network.degrees > 0] = network.size + np.array(found)
    return numbered(labels)


def numbered(labels: I64) -> I32:
    """Labels as numbers from 0 in the order in which they first appear: (n,)."""
    _, first, label = np.unique(labels, return_index=True, return_inverse=True)
    number = np.empty(first.size, np.int32)
    number[np.argsort(first)] = np.arange(first.size, dtype=np.int32)
    return frozen(number[label])


def participation(network: Network, communities: I32) -> F64:
    """How evenly the weight of an actor's ties falls on communities: 1 − Σ(k_s/k)² (Guimerà & Amaral 2005, Nature 433).

    0 where all of it falls on one, NaN without ties: (n,).
    """
    actors, _, weights = _by_community(network, communities)
    strengths = np.bincount(actors, weights, network.size)
    squares = np.bincount(actors, np.square(weights), network.size)
    found = np.full(network.size, np.nan)
    np.divide(squares, np.square(strengths), out=found, where=strengths > 0)
    even: F64 = np.maximum(1 - found, 0)
    return even


def bridged(network: Network, communities: I32) -> I32:
    """In how many communities other than its own each actor has contacts: (n,)."""
    actors, others, _ = _by_community(network, communities)
    return np.bincount(actors[communities[actors] != others], minlength=network.size).astype(np.int32)


def _by_community(network: Network, communities: I32) -> tuple[I32, I32, F64]:
    """The weight of each actor's ties into each community it has contacts in: actors, communities, weights."""
    rows = np.repeat(np.arange(network.size, dtype=np.int64), network.degrees)
    count = int(communities.max(initial=0)) + 1
    pairs, where = np.unique(rows * count + communities[network.indices], return_inverse=True)
    actors, others = np.divmod(pairs, count)
    weights = np.bincount(where, network.weights, pairs.size).astype(np.float64)
    return actors.astype(np.int32), others.astype(np.int32), weights
