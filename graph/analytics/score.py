"""The multiplier score: how well an actor connects, seen in four ways that do not measure the same."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from graph.analytics.ranks import doubled_midranks
from graph.network.arrays import F64
from graph.network.network import Network

PARTS: Final = {"betweenness": 1, "two_step_reach": 1, "participation": 1, "constraint": -1}
"""What the score is made of, and whether more or less of it is better."""


def scores(network: Network, columns: Mapping[str, NDArray[Any]]) -> F64:
    """The mean of the mid-rank percentiles of the parts among the actors with a tie; 0 for all others: (n,)."""
    tied = network.degrees > 0
    found = np.zeros(network.size)
    if tied.any():
        doubled = sum(doubled_midranks(sign * columns[name][tied]) for name, sign in PARTS.items())
        found[tied] = doubled / (2 * len(PARTS) * np.count_nonzero(tied))
    return found
