"""From shared groups to weighted ties between their members (Newman 2001, Physical Review E 64, 016132)."""

import numpy as np

from graph.network.arrays import F64, I32, I64, Bools, runs
from graph.network.memberships import Memberships


def shared_groups(memberships: Memberships, chosen: Bools, max_group_size: int) -> tuple[I32, I32, F64]:
    """The pairs of chosen actors in each group, with 1/(n−1) for its n members, chosen or not.

    Groups of one tie nobody, nor do those of more than `max_group_size`. A pair comes once for each group that it
    shares, groups of a size together: positions of the two, and the weights.
    """
    groups, actors = memberships.pairs
    begins = runs(groups)
    sizes = np.diff(begins)
    size_of = np.repeat(sizes, sizes)
    kept = chosen[actors] & (size_of <= max_group_size)
    return _pairs(groups[kept], actors[kept], size_of[kept])


def _pairs(groups: I32, actors: I32, size_of: I64) -> tuple[I32, I32, F64]:
    begins = runs(groups)[:-1]
    counts = np.diff(runs(groups))
    ones, others, weights = [np.empty(0, np.int32)], [np.empty(0, np.int32)], [np.empty(0)]
    for count in np.unique(counts[counts > 1]).tolist():
        of_count = begins[counts == count]
        members = actors[of_count[:, None] + np.arange(count)]
        first, second = np.triu_indices(count, 1)
        ones.append(members[:, first].ravel())
        others.append(members[:, second].ravel())
        weights.append(np.repeat(1 / (size_of[of_count] - 1), first.size))
    return np.concatenate(ones), np.concatenate(others), np.concatenate(weights)
