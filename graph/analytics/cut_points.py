"""Cut points: actors without whom parts of their component would lose touch (Hopcroft & Tarjan 1973)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from typing import cast

import networkx as nx

from graph.network.network import Network

Blocks = tuple[Set[str], ...]


def blocks_of_cut_points(network: Network) -> Mapping[str, Blocks]:
    """For each cut point the blocks that meet in it: sets of actors that stay in touch when any one of them is gone.

    Without the cut point its component falls into as many parts, each with the rest of one block.
    """
    blocks_of: dict[str, list[Set[str]]] = defaultdict(list)
    blocks = cast("Iterable[set[str]]", nx.biconnected_components(network.graph))  # its stubs say lists of them
    for block in blocks:
        for id in block:
            blocks_of[id].append(block)
    return {id: tuple(meeting) for id, meeting in blocks_of.items() if len(meeting) > 1}
