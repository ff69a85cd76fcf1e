"""Which group a snapshot puts each actor in."""

from datetime import date

import numpy as np
import pytest

from graph.model.groups import Grouping
from graph.model.kinds import ActorKind, NodeKind, TieKind
from graph.model.viewer import Tier
from graph.network.groupings import groups
from graph.network.snapshot import Snapshot
from tests.network.drawing import Drawing

DAY = date(2024, 6, 1)


def group(drawing: Drawing, kind: ActorKind, id: str, by: Grouping) -> str:
    snapshot = Snapshot.of(drawing.columns(), Tier.ALL)
    return groups(snapshot, kind, snapshot.positions(kind.node_kind, [id]), by, DAY)[0]


def two_posts(**primary: int) -> Drawing:
    drawing = Drawing().people("a").node(NodeKind.ORGANIZATION, "university", sector="SCIENCE")
    drawing.node(NodeKind.MUNICIPALITY, "05111000", "06411000").tie(TieKind.LOCATED_IN, "university", "06411000")
    drawing.tie(
        TieKind.MEMBER_OF, "a", "university", since="2010", level="SPECIALIST", primary=primary.get("office", 0)
    )
    return drawing.tie(
        TieKind.ACTIVE_IN,
        "a",
        "05111000",
        since="2015",
        level="POLITICAL",
        capacity="POLITICS",
        primary=primary.get("seat", 0),
    )


@pytest.mark.parametrize(
    ("primary", "by", "expected"),
    [
        ("seat", Grouping.SECTOR, "POLITICS"),
        ("seat", Grouping.LEVEL, "POLITICAL"),
        ("seat", Grouping.LAND, "05"),
        ("office", Grouping.SECTOR, "SCIENCE"),
        ("office", Grouping.LEVEL, "SPECIALIST"),
        ("office", Grouping.LAND, "06"),
        ("neither", Grouping.SECTOR, "SCIENCE"),
        ("seat", Grouping.ROLE, "UNKNOWN"),
    ],
)
def test_the_primary_post_else_the_longest_says_the_group(primary: str, by: Grouping, expected: str) -> None:
    assert group(two_posts(**{primary: 1}), ActorKind.PEOPLE, "a", by) == expected


def test_organizations_have_their_own_sector_and_the_land_of_their_place() -> None:
    assert group(two_posts(), ActorKind.ORGANIZATIONS, "university", Grouping.SECTOR) == "SCIENCE"
    assert group(two_posts(), ActorKind.ORGANIZATIONS, "university", Grouping.LAND) == "06"


def test_municipalities_have_the_land_of_their_key_and_no_sector() -> None:
    assert group(two_posts(), ActorKind.MUNICIPALITIES, "05111000", Grouping.LAND) == "05"
    assert group(two_posts(), ActorKind.MUNICIPALITIES, "05111000", Grouping.SECTOR) == "UNKNOWN"


def test_no_actors_have_no_groups() -> None:
    snapshot = Snapshot.of(Drawing().columns(), Tier.ALL)
    assert groups(snapshot, ActorKind.PEOPLE, np.empty(0, np.int32), Grouping.SECTOR, DAY) == []
