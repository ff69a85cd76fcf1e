"""One tier's view of the whole graph at one version: arrays in which nothing outside the tier has left a trace."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.model.columns import NODE_KINDS, TIE_KINDS, GraphColumns
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import NodeRef
from graph.model.viewer import Tier
from graph.network.arrays import I8, I32, Bools, Bytes, frozen, held

EVENT_TIES_FOR_YEARS: Final = 2


class TieRef(NamedTuple):
    """A tie by kind and id."""

    kind: TieKind
    id: str


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The nodes and ties of one tier, n and m of them, in the order of `GraphColumns`; all arrays are read-only.

    `id` is a digest of the arrays: the same content has the same id on every machine, and what a tier cannot see
    never changes it. Positions of nodes and ties are positions in these arrays.
    """

    id: str
    tier: Tier
    node_ids: Bytes
    node_kinds: I8
    node_since: I32
    node_until: I32
    node_values: Mapping[str, I32]
    tie_ids: Bytes
    tie_kinds: I8
    tie_from: I32
    tie_to: I32
    tie_since: I32
    tie_until: I32
    tie_strength: I8
    tie_values: Mapping[str, I32]

    @classmethod
    def of(cls, columns: GraphColumns, tier: Tier) -> "Snapshot":
        """The part of `columns` that exists for `tier`. Ties whose ends do not both exist there are dropped."""
        nodes = columns.node_visibility <= tier
        ties = _seen_ties(columns, nodes, tier)
        position = (np.cumsum(nodes) - 1).astype(np.int32)
        arrays: dict[str, NDArray[Any]] = {
            "node_ids": columns.node_ids[nodes],
            "node_kinds": columns.node_kinds[nodes],
            "node_since": columns.node_since[nodes],
            "node_until": columns.node_until[nodes],
            "tie_ids": columns.tie_ids[ties],
            "tie_kinds": columns.tie_kinds[ties],
            "tie_from": position[columns.tie_from[ties]],
            "tie_to": position[columns.tie_to[ties]],
            "tie_since": columns.tie_since[ties],
            "tie_until": columns.tie_until[ties],
            "tie_strength": columns.tie_strength[ties],
        }
        node_values = {name: frozen(values[nodes]) for name, values in columns.node_values.items()}
        tie_values = {name: frozen(values[ties]) for name, values in columns.tie_values.items()}
        digest = _digest(
            {
                **arrays,
                **{f"node {name}": values for name, values in node_values.items()},
                **{f"tie {name}": values for name, values in tie_values.items()},
            }
        )
        kept = {name: frozen(array) for name, array in arrays.items()}
        return cls(id=digest, tier=tier, node_values=node_values, tie_values=tie_values, **kept)

    @property
    def node_count(self) -> int:
        """How many nodes exist for the tier."""
        return int(self.node_kinds.size)

    def of_kind(self, kind: NodeKind) -> Bools:
        """Which nodes are of a kind: (n,)."""
        of_kind: Bools = self.node_kinds == NODE_KINDS.index(kind)
        return of_kind

    def ties_on(self, kind: TieKind, day: date) -> I32:
        """The positions of the ties of a kind that hold on a day."""
        holds = held(self.tie_since, self.tie_until, day.toordinal())
        return np.flatnonzero(holds & (self.tie_kinds == TIE_KINDS.index(kind))).astype(np.int32)

    def active_on(self, day: date) -> Bools:
        """Which nodes are there on a day: (n,). An event counts for 24 months from its first day on."""
        active = held(self.node_since, self.node_until, day.toordinal())
        events = np.flatnonzero(self.of_kind(NodeKind.EVENT))
        active[events] = [_ties_until(held_on) > day.toordinal() >= held_on for held_on in self.node_since[events]]
        return active

    def id_of(self, position: int) -> str:
        """The id of the node at a position."""
        return bytes(self.node_ids[position]).decode()

    def ids_of(self, positions: I32) -> tuple[str, ...]:
        """The ids of the nodes at some positions, in that order."""
        return tuple(id.decode() for id in self.node_ids[positions].tolist())

    def node(self, position: int) -> NodeRef:
        """The node at a position by kind and id."""
        return NodeRef(NODE_KINDS[self.node_kinds[position]], self.id_of(position))

    def tie(self, position: int) -> TieRef:
        """The tie at a position by kind and id."""
        return TieRef(TIE_KINDS[self.tie_kinds[position]], bytes(self.tie_ids[position]).decode())

    def positions(self, kind: NodeKind, ids: Iterable[str]) -> I32:
        """Where the nodes of a kind stand that have these ids. Ids that do not exist for the tier are left out."""
        known = self._positions[kind]
        return np.array([known[id] for id in ids if id in known], np.int32)

    @cached_property
    def _positions(self) -> Mapping[NodeKind, Mapping[str, int]]:
        kinds: dict[NodeKind, dict[str, int]] = {kind: {} for kind in NODE_KINDS}
        for position, (kind, id) in enumerate(zip(self.node_kinds.tolist(), self.node_ids.tolist(), strict=True)):
            kinds[NODE_KINDS[kind]][id.decode()] = position
        return kinds


def _seen_ties(columns: GraphColumns, nodes: Bools, tier: Tier) -> Bools:
    seen = columns.tie_visibility <= tier
    for ends in (columns.tie_from, columns.tie_to):
        there = ends >= 0
        seen &= there
        seen[there] &= nodes[ends[there]]
    return seen


def _ties_until(held_on: int) -> int:
    """The first day on which an event no longer ties those who were there."""
    if held_on < 1:  # an event without a known day was always and ties nobody now
        return held_on
    day = date.fromordinal(held_on)
    try:
        return day.replace(year=day.year + EVENT_TIES_FOR_YEARS).toordinal()
    except ValueError:  # 29 February
        return date(day.year + EVENT_TIES_FOR_YEARS, 3, 1).toordinal()


def _digest(arrays: Mapping[str, NDArray[Any]]) -> str:
    """A digest of named arrays that depends on their values only, not on item sizes: a hidden node's long id would
    widen the ids of all."""
    digest = blake2b(digest_size=16)
    for name in sorted(arrays):
        array = arrays[name]
        plain = b"\n".join(array.tolist()) if array.dtype.kind == "S" else array.astype("<i4").tobytes()
        digest.update(f"{name} {array.size} {len(plain)}\n".encode() + plain)
    return digest.hexdigest()
