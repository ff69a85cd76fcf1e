"""The columns in which the whole graph leaves the store: structure only, no names, no personal values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from graph.model.kinds import (
    Capacity,
    Engagement,
    Impulse,
    Level,
    MunicipalityKind,
    NodeKind,
    PositionStatus,
    ProjectStage,
    Sector,
    TieKind,
    Visibility,
)
from graph.model.time import first_day
from graph.model.viewer import Tier

ALWAYS: Final = 0
STILL: Final = 2**31 - 1
UNKNOWN_CODE: Final = -1

NODE_KINDS: Final = tuple(NodeKind)
TIE_KINDS: Final = tuple(TieKind)
VISIBILITIES: Final = tuple(Visibility)
NODE_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "sector": tuple(Sector),  # of an organization; of a person the fallback
    "level": tuple(Level),  # of a person, the fallback
    "stage": tuple(ProjectStage),
    "impulse": tuple(Impulse),
    "status": tuple(PositionStatus),
    "municipality_kind": tuple(MunicipalityKind),
}
NODE_NUMBERS: Final = ("population",)
TIE_CODES: Final[Mapping[str, tuple[str, ...]]] = {
    "level": tuple(Level),
    "capacity": tuple(Capacity),
    "engagement": tuple(Engagement),
}
TIE_NUMBERS: Final = ("primary", "helped")

I8 = NDArray[np.int8]
I32 = NDArray[np.int32]
Bytes = NDArray[np.bytes_]


@dataclass(frozen=True, slots=True)
class GraphColumns:
    """All nodes of the directory kinds and all ties between them, at one version.

    n nodes in order of (kind, id), m ties in order of id. Codes are positions in the tuples above, UNKNOWN_CODE where
    nothing is stated. Days are proleptic ordinals (`date.toordinal`), ALWAYS and STILL where a bound is missing.
    `versions` says for each tier the newest Change that it could notice, with their count: "id:count".
    `node_visibility` is that of a person; a PUBLIC one without consent to PUBLICATION counts as NETWORK; of all other
    kinds it is what their kind and status allow (a project: NETWORK).
    """

    versions: Mapping[Tier, str]
    node_ids: Bytes  # (n,)
    node_kinds: I8  # (n,)
    node_visibility: I8  # (n,)
    node_since: I32  # (n,)
    node_until: I32  # (n,)
    node_values: Mapping[str, I32]  # each (n,), the names of NODE_CODES and NODE_NUMBERS
    tie_ids: Bytes  # (m,)
    tie_kinds: I8  # (m,)
    tie_visibility: I8  # (m,) the audience of the tie itself, both ends seen; MANAGERS: no tier below ALL
    tie_from: I32  # (m,) positions in node_ids
    tie_to: I32  # (m,)
    tie_since: I32  # (m,)
    tie_until: I32  # (m,)
    tie_strength: I8  # (m,) 1 to 5, 0 unknown
    tie_values: Mapping[str, I32]  # each (m,), the names of TIE_CODES and TIE_NUMBERS


def day_number(bound: str | None, missing: int) -> int:
    """A bound of an interval as a day number; `missing` (ALWAYS or STILL) where there is none."""
    return missing if bound is None else first_day(bound).toordinal()
