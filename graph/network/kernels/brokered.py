"""Whom each node stands between: pairs of its contacts that have no tie, by the groups of all three."""

from typing import Final, NamedTuple

import numpy as np

from graph.network.arrays import I32, I64
from graph.network.kernels.compile import as_read_only, kernel, part

ROLES: Final = 5
COORDINATOR, ITINERANT, REPRESENTATIVE, GATEKEEPER, LIAISON = range(ROLES)


class Brokered(NamedTuple):
    """What `brokered` counts of each of n nodes. A pair is open if its two have no tie; it counts if both have a group.

    `roles` (n, 5): ordered open pairs by role, none for a node without a group. `pairs` (n,): ordered open pairs.
    `sharing` (n,): ordered pairs of open pairs that share an end. `across` (n,): open pairs of two groups, each once.
    `alone` (n,): those of them that no other node, with a group or without, has ties to.
    """

    roles: I64
    pairs: I64
    sharing: I64
    across: I64
    alone: I64


def brokered(indptr: I32, indices: I32, groups: I32) -> Brokered:
    """Count the open pairs around each node; `groups` (n,) are numbers, −1 where a node has none. O(Σ d²).

    From one to the other through a broker: coordinator a–a–a, itinerant a–b–a, representative a–a–b, gatekeeper a–b–b,
    liaison a–b–c (Gould & Fernandez 1989, Sociological Methodology 19, 89–126). Without directions the two in the
    middle are equal.
    """
    arrays = (as_read_only(array, np.int32) for array in (indptr, indices, groups))
    roles, pairs, sharing, across, alone = _brokered(*arrays)
    return Brokered(roles, pairs, sharing, across // 2, alone // 2)  # each open pair was met from both ends


@part
def _role(one: int, between: int, other: int) -> int:
    if one == other:
        return COORDINATOR if between == one else ITINERANT
    if between == one:
        return REPRESENTATIVE
    return GATEKEEPER if between == other else LIAISON


@kernel
def _brokered(indptr: I32, indices: I32, groups: I32) -> tuple[I64, I64, I64, I64, I64]:
    size = groups.size
    roles = np.zeros((size, ROLES), np.int64)
    pairs, sharing = np.zeros(size, np.int64), np.zeros(size, np.int64)
    across, alone = np.zeros(size, np.int64), np.zeros(size, np.int64)
    beside, seen = np.full(size, -1, np.int32), np.full(size, -1, np.int32)  # hold the one: never need clearing
    only, met = np.empty(size, np.int32), np.empty(size, np.int32)
    for one in range(size):
        mine = groups[one]
        if mine < 0:
            continue
        beside[one] = one
        contacts = indices[indptr[one] : indptr[one + 1]]
        beside[contacts] = one
        many = 0
        for broker in contacts:
            between, count = groups[broker], 0
            for other in indices[indptr[broker] : indptr[broker + 1]]:
                theirs = groups[other]
                if beside[other] == one or theirs < 0:
                    continue
                count += 1
                across[broker] += mine != theirs
                if seen[other] == one:
                    only[other] = -1
                else:
                    seen[other], only[other], met[many] = one, broker, other
                    many += 1
                if between >= 0:
                    roles[broker, _role(mine, between, theirs)] += 1
            pairs[broker] += count
            sharing[broker] += count * (count - 1)
        for other in met[:many]:
            if only[other] >= 0 and groups[other] != mine:
                alone[only[other]] += 1
    return roles, pairs, sharing, across, alone
