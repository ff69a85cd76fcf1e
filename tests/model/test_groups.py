"""Which post counts, and what group follows from it."""

from datetime import date

import pytest

from graph.model.groups import UNKNOWN, GroupedActor, Grouping, Post, current_post, group_of
from graph.model.kinds import ActorKind, Level, Sector

DAY = date(2026, 6, 1)
OLD = Post("b", since="2010", level=Level.SPECIALIST, sector=Sector.SCIENCE, role_title="Referentin", land="05")
NEW = Post("a", since="2020", level=Level.LEADERSHIP, sector=Sector.ADMINISTRATION)
ENDED = Post("0", since="2000", until="2026", primary=True, level=Level.POLITICAL)


def person(*posts: Post, sector: Sector | None = None, level: Level | None = None) -> GroupedActor:
    return GroupedActor(ActorKind.PEOPLE, sector=sector, level=level, posts=posts)


def test_the_primary_post_counts_before_a_longer_one() -> None:
    primary = Post("z", since="2025", primary=True)
    assert current_post((OLD, NEW, primary), DAY) == primary


def test_the_longest_running_post_counts_where_none_is_primary() -> None:
    assert current_post((NEW, OLD), DAY) == OLD


def test_a_post_without_beginning_runs_longest() -> None:
    always = Post("z")
    assert current_post((OLD, always), DAY) == always


def test_the_smallest_id_counts_among_equals() -> None:
    assert current_post((Post("b"), Post("a")), DAY) == Post("a")


def test_an_ended_post_does_not_count_however_primary() -> None:
    assert current_post((ENDED,), DAY) is None
    assert current_post((ENDED, NEW), DAY) == NEW


@pytest.mark.parametrize(
    ("by", "group"),
    [
        (Grouping.SECTOR, "SCIENCE"),
        (Grouping.LEVEL, "SPECIALIST"),
        (Grouping.ROLE, "Referentin"),
        (Grouping.LAND, "05"),
    ],
)
def test_the_group_is_that_of_the_post(by: Grouping, group: str) -> None:
    assert group_of(person(OLD, sector=Sector.OTHER, level=Level.POLITICAL), by, DAY) == group


def test_the_person_counts_only_where_the_post_is_silent() -> None:
    silent = Post("a", level=Level.LEADERSHIP)
    actor = person(silent, sector=Sector.CIVIL_SOCIETY, level=Level.POLITICAL)
    assert group_of(actor, Grouping.SECTOR, DAY) == "CIVIL_SOCIETY"
    assert group_of(actor, Grouping.LEVEL, DAY) == "LEADERSHIP"


def test_nothing_known_is_unknown() -> None:
    assert {group_of(person(), by, DAY) for by in Grouping} == {UNKNOWN}


def test_organizations_bring_their_own_groups() -> None:
    actor = GroupedActor(ActorKind.ORGANIZATIONS, sector=Sector.POLITICS, land="11", posts=(OLD,))
    assert group_of(actor, Grouping.SECTOR, DAY) == "POLITICS"
    assert group_of(actor, Grouping.LAND, DAY) == "11"
