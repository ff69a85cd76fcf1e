"""Structural holes (Burt 1992) in the unweighted network: whose contacts would not meet without them."""

from collections.abc import Mapping
from typing import cast

import networkx as nx
import numpy as np

from graph.network.arrays import F64, I64
from graph.network.network import Network


def constraint(network: Network) -> F64:
    """Burt's constraint of each actor in the whole network, from 0 (free) upward, NaN without contacts: (n,)."""
    found = np.full(network.size, np.nan)
    if network.tied.size:
        # never with `nodes`: that way is hundreds of times slower
        values: dict[str, float] = nx.constraint(network.tied.graph)
        found[network.degrees > 0] = np.fromiter(values.values(), np.float64, len(values))
    return found


def triangles(network: Network) -> I64:
    """How many ties there are between the contacts of each actor: (n,)."""
    found = cast("Mapping[str, int]", nx.triangles(network.graph))
    return np.fromiter(found.values(), np.int64, network.size)


def effective_size(network: Network, triangles: I64) -> F64:
    """Contacts, redundant ones taken off: d − 2t/d (Borgatti 1997, Connections 20(1), 35–38), NaN without any: (n,).

    Not by `nx.effective_size`, which holds n² numbers at once.
    """
    redundant = np.full(network.size, np.nan)
    np.divide(2 * triangles, network.degrees, out=redundant, where=network.degrees > 0)
    sizes: F64 = network.degrees - redundant
    return sizes
