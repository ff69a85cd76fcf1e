"""Direct ties: who is recorded to collaborate with whom on a day, and how strongly."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.model.kinds import TieKind
from graph.network.arrays import F64, I32, Bools, frozen
from graph.network.snapshot import Snapshot

STRONGEST = 5
IF_UNKNOWN = 3


@dataclass(frozen=True, eq=False)
class Collaboration:
    """Pairs of actors as positions in a snapshot, each once, in order; the tie that counts for it, and its weight."""

    one: I32
    other: I32
    ties: I32
    weights: F64

    @classmethod
    def on(cls, snapshot: Snapshot, chosen: Bools, min_strength: int | None, day: date) -> "Collaboration":
        """The pairs of chosen actors that collaborate on a day: strength/5, 3/5 where the strength is unknown.

        A tie with a recorded strength below `min_strength` is none. Of several periods of a pair that hold the same
        day the strongest counts, of equally strong ones that of the smallest id.
        """
        ties = snapshot.ties_on(TieKind.COLLABORATES_WITH, day)
        ties = ties[chosen[snapshot.tie_from[ties]] & chosen[snapshot.tie_to[ties]]]
        strengths = snapshot.tie_strength[ties].astype(np.int32)
        if min_strength is not None:
            kept = (strengths == 0) | (strengths >= min_strength)
            ties, strengths = ties[kept], strengths[kept]
        strengths[strengths == 0] = IF_UNKNOWN
        ends = np.sort(np.stack((snapshot.tie_from[ties], snapshot.tie_to[ties])), axis=0)
        order = np.lexsort((ties, -strengths, ends[1], ends[0]))
        _, first = np.unique(ends[:, order], axis=1, return_index=True)
        best = order[first]
        one, other = ends[:, best]
        return cls(frozen(one), frozen(other), frozen(ties[best]), frozen(strengths[best] / STRONGEST))
