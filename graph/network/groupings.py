"""The group of each actor on a day, read from a snapshot and decided by `group_of`, the one rule."""

from collections.abc import Callable
from datetime import date

from graph.model.groups import GroupedActor, Grouping, group_of
from graph.model.kinds import ActorKind, Level, Sector
from graph.network.arrays import I32
from graph.network.posts import coded, land_of_place, lands_of_organizations, posts_of_people
from graph.network.snapshot import Snapshot


def groups(snapshot: Snapshot, kind: ActorKind, actors: I32, by: Grouping, day: date) -> list[str]:
    """The group of each of the actors, positions in the snapshot, on that day; UNKNOWN where nothing tells.

    By SECTOR, LEVEL or LAND: a snapshot has no role titles, so by ROLE all are UNKNOWN.
    """
    read = {
        ActorKind.PEOPLE: _people,
        ActorKind.ORGANIZATIONS: _organizations,
        ActorKind.MUNICIPALITIES: _municipalities,
    }[kind](snapshot, day)
    return [group_of(read(position), by, day) for position in actors.tolist()]


Read = Callable[[int], GroupedActor]


def _people(snapshot: Snapshot, day: date) -> Read:
    posts, values = posts_of_people(snapshot, day), snapshot.node_values
    return lambda position: GroupedActor(
        ActorKind.PEOPLE,
        sector=coded(Sector, values["sector"], position),
        level=coded(Level, values["level"], position),
        posts=posts.get(position, ()),
    )


def _organizations(snapshot: Snapshot, day: date) -> Read:
    lands, sectors = lands_of_organizations(snapshot, day), snapshot.node_values["sector"]
    return lambda position: GroupedActor(
        ActorKind.ORGANIZATIONS, sector=coded(Sector, sectors, position), land=lands.get(position)
    )


def _municipalities(snapshot: Snapshot, day: date) -> Read:
    del day  # a place lies in its Land for as long as it has its key
    return lambda position: GroupedActor(ActorKind.MUNICIPALITIES, land=land_of_place(snapshot, position))
