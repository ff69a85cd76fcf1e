"""The posts of people on a day and the Länder of organizations, read from a snapshot."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, TypeVar

from graph.model.columns import ALWAYS, STILL, UNKNOWN_CODE
from graph.model.groups import Post
from graph.model.kinds import Capacity, Level, NodeKind, Sector, TieKind
from graph.network.arrays import I32
from graph.network.snapshot import Snapshot

C = TypeVar("C", Capacity, Level, Sector)

LAND_DIGITS: Final = 2


def coded(words: type[C], codes: I32, position: int) -> C | None:
    """What a column of codes says at a position; None where nothing is stated."""
    code = int(codes[position])
    return None if code == UNKNOWN_CODE else tuple(words)[code]


def land_of_place(snapshot: Snapshot, place: int) -> str:
    """The AGS of the Land in which a municipality lies: the first two digits of its own."""
    return snapshot.id_of(place)[:LAND_DIGITS]


def lands_of_organizations(snapshot: Snapshot, day: date) -> Mapping[int, str]:
    """The Land in which each organization is located; of several places that of the smallest tie id."""
    lands: dict[int, str] = {}
    for _, organization, place in _ties(snapshot, TieKind.LOCATED_IN, day):
        lands.setdefault(organization, land_of_place(snapshot, place))
    return lands


def posts_of_people(snapshot: Snapshot, day: date) -> Mapping[int, list[Post]]:
    """The posts that each person holds that day: in organizations, which give sector and Land, and in municipalities,
    where the capacity gives the sector."""
    posts: dict[int, list[Post]] = defaultdict(list)
    people, lands = snapshot.of_kind(NodeKind.PERSON), lands_of_organizations(snapshot, day)
    for tie, holder, organization in _ties(snapshot, TieKind.MEMBER_OF, day):
        if people[holder]:
            sector = coded(Sector, snapshot.node_values["sector"], organization)
            posts[holder].append(_post(snapshot, tie, sector, lands.get(organization)))
    for tie, holder, place in _ties(snapshot, TieKind.ACTIVE_IN, day):
        capacity = coded(Capacity, snapshot.tie_values["capacity"], tie)
        sector = Sector(capacity.value) if capacity else None
        posts[holder].append(_post(snapshot, tie, sector, land_of_place(snapshot, place)))
    return posts


def _post(snapshot: Snapshot, tie: int, sector: Sector | None, land: str | None) -> Post:
    return Post(
        snapshot.tie(tie).id,
        _bound(int(snapshot.tie_since[tie]), ALWAYS),
        _bound(int(snapshot.tie_until[tie]), STILL),
        primary=int(snapshot.tie_values["primary"][tie]) == 1,
        level=coded(Level, snapshot.tie_values["level"], tie),
        sector=sector,
        land=land,
    )


def _bound(day: int, missing: int) -> str | None:
    return None if day == missing else date.fromordinal(day).isoformat()


def _ties(snapshot: Snapshot, kind: TieKind, day: date) -> Iterable[tuple[int, int, int]]:
    ties = snapshot.ties_on(kind, day)
    ends = (snapshot.tie_from[ties].tolist(), snapshot.tie_to[ties].tolist())
    return zip(ties.tolist(), *ends, strict=True)
