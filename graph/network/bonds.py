"""Why two actors are tied: the collaboration recorded between them, and the groups that they share."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.model.kinds import TieKind
from graph.model.ties import NodeRef
from graph.network.arrays import I32
from graph.network.collaboration import Collaboration
from graph.network.memberships import Memberships
from graph.network.snapshot import Snapshot, TieRef


@dataclass(frozen=True, slots=True)
class Bond:
    """One part of what ties two actors. `weight` is its part of the tie's weight: strength/5, or 1/(n−1) of a group.

    `group` is what they share, None for a collaboration; `ties` are that collaboration, or both ends' to the group.
    """

    kind: TieKind
    weight: float
    ties: tuple[TieRef, ...]
    group: NodeRef | None = None


@dataclass(frozen=True, eq=False)
class Bonds:
    """All bonds of a network's actors, looked up by pair. `actors` are the actors' positions in the snapshot."""

    snapshot: Snapshot
    actors: I32
    collaboration: Collaboration
    memberships: Memberships
    max_group_size: int

    def between(self, one: int, other: int) -> tuple[Bond, ...]:
        """What ties two actors, given by their positions in the network: collaboration first, then groups by kind and
        id. Their weights add up to the weight of the tie; nothing, where there is no tie."""
        a, b = int(self.actors[one]), int(self.actors[other])
        mine, yours = self._groups_of.get(a, {}), self._groups_of.get(b, {})
        shared = sorted(mine.keys() & yours.keys())
        return (*self._direct(a, b), *(self._group_bond(group, mine[group] + yours[group]) for group in shared))

    def _direct(self, a: int, b: int) -> tuple[Bond, ...]:
        found = self._collaborations.get((min(a, b), max(a, b)))
        if found is None:
            return ()
        tie, weight = found
        return (Bond(TieKind.COLLABORATES_WITH, weight, (self.snapshot.tie(tie),)),)

    def _group_bond(self, group: int, ties: tuple[int, ...]) -> Bond:
        refs = tuple(self.snapshot.tie(tie) for tie in ties)
        return Bond(refs[0].kind, 1 / (self._sizes[group] - 1), refs, self.snapshot.node(group))

    @cached_property
    def _collaborations(self) -> Mapping[tuple[int, int], tuple[int, float]]:
        c = self.collaboration
        ends = zip(c.one.tolist(), c.other.tolist(), strict=True)
        return dict(zip(ends, zip(c.ties.tolist(), c.weights.tolist(), strict=True), strict=True))

    @cached_property
    def _sizes(self) -> Mapping[int, int]:
        sizes: dict[int, int] = defaultdict(int)
        for group in self.memberships.pairs[0].tolist():
            sizes[group] += 1
        return {group: size for group, size in sizes.items() if size <= self.max_group_size}

    @cached_property
    def _groups_of(self) -> Mapping[int, Mapping[int, tuple[int, ...]]]:
        """For each actor the groups that tie it, with its ties to them."""
        groups_of: dict[int, dict[int, tuple[int, ...]]] = defaultdict(dict)
        m = self.memberships
        for group, actor, tie in zip(m.groups.tolist(), m.actors.tolist(), m.ties.tolist(), strict=True):
            if group in self._sizes:
                groups_of[actor][group] = (*groups_of[actor].get(group, ()), tie)
        return groups_of
