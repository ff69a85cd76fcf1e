"""All kernels compiled ahead, so that nobody waits for it with a question asked."""

import numpy as np

from graph.network.kernels.betweenness import betweenness
from graph.network.kernels.brokered import brokered
from graph.network.kernels.common import adamic_adar, common
from graph.network.kernels.components import components
from graph.network.kernels.cores import core_numbers
from graph.network.kernels.cut_points import bridges, cut_points
from graph.network.kernels.distances import distances
from graph.network.kernels.holes import structural_holes
from graph.network.kernels.key_players import key_players
from graph.network.kernels.local_constraint import local_constraint
from graph.network.kernels.pagerank import pagerank
from graph.network.kernels.paths import lengths_from, steps_from
from graph.network.kernels.top_pairs import Rows, top_pairs
from graph.network.kernels.triangles import clustering

PATH = np.array([0, 1, 3, 4], np.int32), np.array([1, 0, 2, 1], np.int32)
"""Three actors, the second between the others."""


def compile_kernels() -> None:
    """Compile what is not in the cache for this CPU, and load the rest: each kernel answers once."""
    weights, lengths, first = np.ones(4), np.ones(4, np.int64), np.zeros(1, np.int32)
    structural_holes(*PATH)
    structural_holes(*PATH, weights)
    local_constraint(*PATH, weights, first, first)
    betweenness(*PATH)
    betweenness(*PATH, lengths=lengths)
    distances(*PATH)
    steps_from(*PATH, 0)
    lengths_from(*PATH, lengths, 0)
    pagerank(*PATH)
    key_players(*PATH, 1)
    top_pairs(Rows(*PATH), Rows(*PATH), adamic_adar(PATH[0]), 1)
    common(*PATH, adamic_adar(PATH[0]), np.zeros((1, 2), np.int32))
    brokered(*PATH, np.zeros(3, np.int32))
    for measure in (clustering, core_numbers, components, cut_points, bridges):
        measure(*PATH)
