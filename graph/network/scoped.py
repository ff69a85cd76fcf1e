"""A snapshot looked at through a scope: its network, and all that explains it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.model.groups import Grouping
from graph.model.kinds import NodeKind, TieKind
from graph.network.actors import actors_in
from graph.network.arrays import I32, Bools, frozen
from graph.network.bonds import Bond, Bonds
from graph.network.collaboration import Collaboration
from graph.network.groupings import groups
from graph.network.memberships import Memberships
from graph.network.network import Network
from graph.network.projection import shared_groups
from graph.network.scope import NetworkScope
from graph.network.snapshot import Snapshot, TieRef
from graph.network.topics import ActorTopics


@dataclass(frozen=True, eq=False)
class ScopedNetwork:
    """The network of a snapshot in a scope. `actors` are the positions in the snapshot of the network's actors."""

    snapshot: Snapshot
    scope: NetworkScope
    network: Network
    actors: I32
    bonds: Bonds

    def between(self, one: str, other: str) -> tuple[Bond, ...]:
        """What ties two actors of the network, by id."""
        position = self.network.position
        return self.bonds.between(position[one], position[other])

    @cached_property
    def sectors(self) -> Mapping[str, str]:
        """The sector of each actor on the scope's day, or UNKNOWN."""
        found = groups(self.snapshot, self.scope.actors, self.actors, Grouping.SECTOR, self.scope.day)
        return dict(zip(self.network.ids, found, strict=True))

    @cached_property
    def topics(self) -> Mapping[str, tuple[str, ...]]:
        """The topics that each actor works on, in order; actors without any are absent."""
        actors, topics = self._actor_topics.pairs
        found: dict[str, tuple[str, ...]] = {}
        for actor, topic in zip(self.snapshot.ids_of(actors), self.snapshot.ids_of(topics), strict=True):
            found[actor] = (*found.get(actor, ()), topic)
        return {id: found[id] for id in self.network.ids if id in found}

    def why_on(self, actor: str, topic: str) -> tuple[TieRef, ...]:
        """The ties that say that an actor of the network works on a topic: to it, or through current projects."""
        (at,) = self.snapshot.positions(NodeKind.TOPIC, [topic]).tolist()
        ties = self._actor_topics.behind(int(self.actors[self.network.position[actor]]), at)
        return tuple(self.snapshot.tie(tie) for tie in ties)

    @cached_property
    def _actor_topics(self) -> ActorTopics:
        return ActorTopics.on(self.snapshot, self.scope.actors, self.scope.day)


def look(snapshot: Snapshot, scope: NetworkScope) -> ScopedNetwork:
    """The network of a snapshot in a scope; a scope without actors has an empty one."""
    scope = scope.filled()
    chosen = actors_in(snapshot, scope)
    bonds = _bonds(snapshot, scope, chosen)
    return ScopedNetwork(snapshot, scope, _network(scope, bonds, chosen), bonds.actors, bonds)


def _bonds(snapshot: Snapshot, scope: NetworkScope, chosen: Bools) -> Bonds:
    direct = chosen if TieKind.COLLABORATES_WITH in scope.ties else np.zeros_like(chosen)
    positions = np.flatnonzero(chosen).astype(np.int32)
    return Bonds(
        snapshot,
        frozen(positions[np.argsort(snapshot.node_ids[positions], kind="stable")]),
        Collaboration.on(snapshot, direct, scope.min_strength, scope.day),
        Memberships.on(snapshot, scope.actors, scope.ties, scope.day),
        scope.max_group_size,
    )


def _network(scope: NetworkScope, bonds: Bonds, chosen: Bools) -> Network:
    direct = bonds.collaboration
    one, other, weights = shared_groups(bonds.memberships, chosen, scope.max_group_size)
    place = np.empty(chosen.size, np.int32)
    place[bonds.actors] = np.arange(bonds.actors.size, dtype=np.int32)
    return Network.of(
        scope.actors.node_kind,
        bonds.snapshot.ids_of(bonds.actors),
        place[np.concatenate((direct.one, one))],
        place[np.concatenate((direct.other, other))],
        np.concatenate((direct.weights, weights)),
    )
