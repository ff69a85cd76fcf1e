"""What lies below: narrower topics, and the parts of municipalities, on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Final

import numpy as np

from graph.model.kinds import NodeKind, TieKind
from graph.network.arrays import Bools
from graph.network.snapshot import Snapshot

UPWARD: Final = {NodeKind.TOPIC: TieKind.BROADER, NodeKind.MUNICIPALITY: TieKind.PART_OF}
"""By which ties one climbs from the part to the whole: a topic to the BROADER one, a part to what it is PART_OF."""


def with_all_below(snapshot: Snapshot, kind: NodeKind, ids: Iterable[str], day: date) -> Bools:
    """Which nodes are one of `ids`, of `kind`, or below one of them on that day: (n,). Unknown ids choose nothing."""
    ties = snapshot.ties_on(UPWARD[kind], day)
    part, whole = snapshot.tie_from[ties], snapshot.tie_to[ties]
    chosen = np.zeros(snapshot.node_count, np.bool_)
    chosen[snapshot.positions(kind, ids)] = True
    while not chosen[below := part[chosen[whole]]].all():
        chosen[below] = True
    return chosen
