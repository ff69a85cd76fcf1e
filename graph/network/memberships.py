"""Who belonged to which group on a day: the two-mode side from which ties between actors are derived."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np

from graph.model.kinds import ActorKind, NodeKind, TieKind
from graph.network.arrays import I32, frozen
from graph.network.snapshot import Snapshot

GROUP_OF: Final[dict[tuple[ActorKind, TieKind], NodeKind]] = {
    (ActorKind.PEOPLE, TieKind.CONTRIBUTES_TO): NodeKind.PROJECT,
    (ActorKind.PEOPLE, TieKind.MEMBER_OF): NodeKind.ORGANIZATION,
    (ActorKind.PEOPLE, TieKind.ATTENDED): NodeKind.EVENT,
    (ActorKind.ORGANIZATIONS, TieKind.MEMBER_OF): NodeKind.PERSON,
    (ActorKind.ORGANIZATIONS, TieKind.RUNS): NodeKind.PROJECT,
    (ActorKind.MUNICIPALITIES, TieKind.RUNS): NodeKind.PROJECT,
    (ActorKind.MUNICIPALITIES, TieKind.TAKES_PLACE_IN): NodeKind.PROJECT,
    (ActorKind.MUNICIPALITIES, TieKind.ACTIVE_IN): NodeKind.PERSON,
}
"""What groups the actors of a kind by a kind of tie. A person groups the organizations that it is a member of."""

PROJECT_TIES: Final[dict[ActorKind, tuple[TieKind, ...]]] = {
    ActorKind.PEOPLE: (TieKind.CONTRIBUTES_TO,),
    ActorKind.ORGANIZATIONS: (TieKind.RUNS,),
    ActorKind.MUNICIPALITIES: (TieKind.RUNS, TieKind.TAKES_PLACE_IN),
}
"""By which ties an actor is part of a project."""


@dataclass(frozen=True, eq=False)
class Memberships:
    """Memberships as positions in a snapshot, in order of group, actor, tie; several ties may say the same."""

    groups: I32
    actors: I32
    ties: I32

    @classmethod
    def on(cls, snapshot: Snapshot, actors: ActorKind, kinds: tuple[TieKind, ...], day: date) -> "Memberships":
        """Those of a kind of actor by some kinds of tie, where tie, actor and group are all there on that day."""
        parts = [_of_kind(snapshot, actors, kind, day) for kind in kinds if (actors, kind) in GROUP_OF]
        groups, members, ties = np.concatenate([*parts, np.empty((3, 0), np.int32)], axis=1)
        order = np.lexsort((ties, members, groups))
        return cls(frozen(groups[order]), frozen(members[order]), frozen(ties[order]))

    @cached_property
    def pairs(self) -> tuple[I32, I32]:
        """Each group and member once, in order: groups, actors."""
        if not self.groups.size:
            return self.groups, self.actors
        new = (np.diff(self.groups, prepend=-1) != 0) | (np.diff(self.actors, prepend=-1) != 0)
        return frozen(self.groups[new]), frozen(self.actors[new])


def _of_kind(snapshot: Snapshot, actors: ActorKind, kind: TieKind, day: date) -> I32:
    ties = snapshot.ties_on(kind, day)
    one, other = snapshot.tie_from[ties], snapshot.tie_to[ties]
    active, is_actor = snapshot.active_on(day), snapshot.of_kind(actors.node_kind)
    is_group = snapshot.of_kind(GROUP_OF[actors, kind])
    forward, backward = is_actor[one] & is_group[other], is_actor[other] & is_group[one]
    members, groups = np.where(forward, one, other), np.where(forward, other, one)
    there = (forward | backward) & active[members] & active[groups]
    return np.stack((groups, members, ties))[:, there].astype(np.int32)
