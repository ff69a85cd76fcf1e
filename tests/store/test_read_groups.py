"""The filters by sector and level follow the one rule of groups, `group_of`, whatever posts a person has."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.groups import GroupedActor, Grouping, Post, group_of
from graph.model.kinds import ActorKind, Capacity, Level, NodeKind, Sector, TieKind
from graph.model.ties import TieFields
from graph.store.database import Database
from graph.store.pages import Page
from graph.store.reading import NodeReader, Order, PersonFilter
from tests.servers.emptying import empty
from tests.store.town import MANAGER, M, O, P, add_nodes, add_ties, id_of, tie_of

SECTORS = {f"office-{sector.lower()}": sector for sector in Sector}
DATES = st.sampled_from([None, "2018", "2019", "2019-01", "2019-01-01", "2019-06-15", "2020"])
DAYS = st.sampled_from([date(2018, 12, 31), date(2019, 1, 1), date(2019, 6, 15), date(2020, 1, 1)])
LEVELS = st.sampled_from([None, *Level])


@st.composite
def posts(draw: st.DrawFn) -> dict[str, Any]:
    since = draw(DATES)
    until = draw(st.sampled_from([None, "2019-07", "2021"])) if since != "2020" else None
    common = {
        "level": draw(LEVELS),
        "primary": draw(st.sampled_from([None, True, False])),
        "since": since,
        "until": until,
    }
    if draw(st.booleans()):
        return {"kind": TieKind.MEMBER_OF, "at": (O, draw(st.sampled_from(sorted(SECTORS)))), "values": common}
    own = {"capacity": draw(st.sampled_from([None, *Capacity]))}
    return {"kind": TieKind.ACTIVE_IN, "at": (M, draw(st.sampled_from(["01", "02"]))), "values": common | own}


PEOPLE = st.lists(
    st.tuples(LEVELS, st.sampled_from([None, *Sector]), st.lists(posts(), max_size=4)), min_size=1, max_size=12
)


def post_of(tie: TieFields) -> Post:
    own = Sector(tie.capacity) if tie.capacity else None
    sector = SECTORS[tie.to_node.id] if tie.kind is TieKind.MEMBER_OF else own
    return Post(id_of(tie), tie.since, tie.until, primary=bool(tie.primary), level=tie.level, sector=sector)


async def listed(database: Database, filter: PersonFilter) -> set[str]:
    page = await NodeReader(database, MANAGER).page(NodeKind.PERSON, filter, Order(), Page.of(first=100))
    return {node.id for node in page.items}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=PEOPLE, day=DAYS)
async def test_people_are_filtered_by_the_group_that_group_of_gives(
    migrated: Database, people: list[tuple[Level | None, Sector | None, list[dict[str, Any]]]], day: date
) -> None:
    await empty(migrated)
    await add_nodes(migrated, O, {id: {"name": id, "sector": sector} for id, sector in SECTORS.items()})
    await add_nodes(migrated, M, {"01": {"name": "One", "kind": "LAND"}, "02": {"name": "Two", "kind": "LAND"}})
    actors: dict[str, GroupedActor] = {}
    rows, ties = {}, {}
    for number, (level, sector, held) in enumerate(people):
        id = f"person-{number}"
        own = [tie_of(post["kind"], (P, id), post["at"], post["values"]) for post in held]
        ties.update({tie.key: tie for tie in own})
        rows[id] = {"name": id, "fallback_level": level, "fallback_sector": sector}
        known = [post_of(tie) for key, tie in ties.items() if tie.from_node.id == id]
        actors[id] = GroupedActor(ActorKind.PEOPLE, sector, level, posts=known)
    await add_nodes(migrated, P, rows)
    await add_ties(migrated, ties.values())
    for chosen in Level:
        expected = {id for id, actor in actors.items() if group_of(actor, Grouping.LEVEL, day) == chosen}
        assert await listed(migrated, PersonFilter(levels=(chosen,), active_on=day)) == expected
    for wanted in Sector:
        expected = {id for id, actor in actors.items() if group_of(actor, Grouping.SECTOR, day) == wanted}
        assert await listed(migrated, PersonFilter(sectors=(wanted,), active_on=day)) == expected


@pytest.mark.parametrize("primary", [True, None])
async def test_a_primary_post_goes_before_a_longer_one(database: Database, primary: bool | None) -> None:
    await add_nodes(database, O, {id: {"name": id, "sector": sector} for id, sector in SECTORS.items()})
    await add_nodes(database, P, {"ada": {"name": "Ada"}})
    long = tie_of(TieKind.MEMBER_OF, (P, "ada"), (O, "office-science"), {"since": "2001"})
    new = tie_of(TieKind.MEMBER_OF, (P, "ada"), (O, "office-politics"), {"since": "2020", "primary": primary})
    await add_ties(database, [long, new])
    expected = Sector.POLITICS if primary else Sector.SCIENCE
    assert await listed(database, PersonFilter(sectors=(expected,))) == {"ada"}
