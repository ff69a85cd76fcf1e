"""On what actors work on a day: as ACTIVE or EXPERT in a topic, or through a current project about it."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np

from graph.model.columns import NODE_CODES, STILL, TIE_CODES
from graph.model.kinds import ActorKind, Engagement, NodeKind, ProjectStage, TieKind
from graph.network.arrays import I32, Bools, frozen
from graph.network.memberships import PROJECT_TIES, Memberships
from graph.network.snapshot import Snapshot

AT_WORK: Final = [TIE_CODES["engagement"].index(engagement) for engagement in (Engagement.ACTIVE, Engagement.EXPERT)]
ENDED: Final = NODE_CODES["stage"].index(ProjectStage.ENDED)
NO_TIE: Final = -1


@dataclass(frozen=True, eq=False)
class ActorTopics:
    """Who works on what, as positions in a snapshot, in order of actor, topic and ties; several rows may say the same.

    `ties` (2, rows) is why: the WORKS_ON tie and NO_TIE, or the actor's tie to a project and that project's to the
    topic. Topics are those named, not broader ones.
    """

    actors: I32
    topics: I32
    ties: I32

    @classmethod
    def on(cls, snapshot: Snapshot, kind: ActorKind, day: date) -> "ActorTopics":
        """What the actors of a kind work on that day. A project is current while its interval holds that day, unless
        it is marked as ended without a day."""
        rows = np.concatenate((_stated(snapshot, kind, day), _through_projects(snapshot, kind, day)), axis=1)
        actors, topics, first, second = rows[:, np.lexsort(rows[::-1])]
        return cls(frozen(actors), frozen(topics), frozen(np.stack((first, second))))

    @cached_property
    def pairs(self) -> tuple[I32, I32]:
        """Each actor and topic once, in order: actors, topics."""
        if not self.actors.size:
            return self.actors, self.topics
        new = (np.diff(self.actors, prepend=-1) != 0) | (np.diff(self.topics, prepend=-1) != 0)
        return frozen(self.actors[new]), frozen(self.topics[new])

    def behind(self, actor: int, topic: int) -> list[int]:
        """The positions of the ties that say that an actor works on a topic, each once."""
        row = slice(*np.searchsorted(self.actors, (actor, actor + 1)))
        ties = self.ties[:, row][:, self.topics[row] == topic].T.ravel()
        return [tie for tie in dict.fromkeys(ties.tolist()) if tie != NO_TIE]


def _stated(snapshot: Snapshot, kind: ActorKind, day: date) -> I32:
    ties = snapshot.ties_on(TieKind.WORKS_ON, day)
    ties = ties[np.isin(snapshot.tie_values["engagement"][ties], AT_WORK)]
    ties = ties[_active(snapshot, kind, day)[snapshot.tie_from[ties]]]
    rows = (snapshot.tie_from[ties], snapshot.tie_to[ties], ties, np.full(ties.size, NO_TIE))
    return np.stack(rows).astype(np.int32)


def _active(snapshot: Snapshot, kind: ActorKind, day: date) -> Bools:
    return snapshot.active_on(day) & snapshot.of_kind(kind.node_kind)


def _through_projects(snapshot: Snapshot, kind: ActorKind, day: date) -> I32:
    """Each membership in a current project with each of the project's topics: (4, rows)."""
    members = Memberships.on(snapshot, kind, PROJECT_TIES[kind], day)
    about = snapshot.ties_on(TieKind.ABOUT, day)
    about = about[_current(snapshot)[snapshot.tie_from[about]]]
    about = about[np.argsort(snapshot.tie_from[about], kind="stable")]
    projects = snapshot.tie_from[about]
    first = np.searchsorted(projects, members.groups)
    counts = np.searchsorted(projects, members.groups, side="right") - first
    row = np.repeat(np.arange(counts.size), counts)
    at = np.arange(row.size) - np.repeat(np.cumsum(counts) - counts, counts) + first[row]
    rows = (members.actors[row], snapshot.tie_to[about[at]], members.ties[row], about[at])
    return np.stack(rows).astype(np.int32)


def _current(snapshot: Snapshot) -> Bools:
    """Which nodes are projects that have not ended on an unknown day; on which days they hold says their interval."""
    ended = (snapshot.node_values["stage"] == ENDED) & (snapshot.node_until == STILL)
    current: Bools = snapshot.of_kind(NodeKind.PROJECT) & ~ended
    return current
