"""Who is in a scope: the actors of its kind that are active on its day and pass its filters."""

from collections.abc import Collection

import numpy as np

from graph.model.groups import Grouping
from graph.model.kinds import ActorKind, NodeKind, TieKind
from graph.network.arrays import I32, Bools
from graph.network.groupings import groups
from graph.network.hierarchy import with_all_below
from graph.network.scope import NetworkScope
from graph.network.snapshot import Snapshot
from graph.network.topics import ActorTopics

PLACE_TIES = {
    ActorKind.PEOPLE: (TieKind.ACTIVE_IN,),
    ActorKind.ORGANIZATIONS: (TieKind.LOCATED_IN, TieKind.ADMINISTERS),
}


def actors_in(snapshot: Snapshot, scope: NetworkScope) -> Bools:
    """Which nodes of the snapshot are actors in the scope: (n,)."""
    chosen = snapshot.of_kind(scope.actors.node_kind) & snapshot.active_on(scope.day)
    if scope.topics:
        chosen &= _at_work_on(snapshot, scope)
    if scope.municipalities:
        chosen &= _in_places(snapshot, scope)
    if scope.sectors:
        chosen &= _in_groups(snapshot, scope, chosen, Grouping.SECTOR, scope.sectors)
    if scope.levels:
        chosen &= _in_groups(snapshot, scope, chosen, Grouping.LEVEL, scope.levels)
    return chosen


def _at_work_on(snapshot: Snapshot, scope: NetworkScope) -> Bools:
    wanted = with_all_below(snapshot, NodeKind.TOPIC, scope.topics, scope.day)
    actors, topics = ActorTopics.on(snapshot, scope.actors, scope.day).pairs
    return _marked(snapshot, actors[wanted[topics]])


def _in_places(snapshot: Snapshot, scope: NetworkScope) -> Bools:
    wanted = with_all_below(snapshot, NodeKind.MUNICIPALITY, scope.municipalities, scope.day)
    if scope.actors is ActorKind.MUNICIPALITIES:
        return wanted
    ties = np.concatenate([snapshot.ties_on(kind, scope.day) for kind in PLACE_TIES[scope.actors]])
    return _marked(snapshot, snapshot.tie_from[ties[wanted[snapshot.tie_to[ties]]]])


def _in_groups(snapshot: Snapshot, scope: NetworkScope, among: Bools, by: Grouping, wanted: Collection[str]) -> Bools:
    positions = np.flatnonzero(among).astype(np.int32)
    found = groups(snapshot, scope.actors, positions, by, scope.day)
    return _marked(snapshot, positions[np.isin(found, list(wanted))])


def _marked(snapshot: Snapshot, positions: I32) -> Bools:
    marks = np.zeros(snapshot.node_count, np.bool_)
    marks[positions] = True
    return marks
