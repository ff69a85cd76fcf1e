"""What readers see after something was written since."""

from datetime import date

from graph.model.kinds import NodeKind, TieKind
from graph.model.nodes import Node
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading import Direction, NodeReader, Order, PersonFilter, Relation
from tests.store.town import MANAGER, MEMBER, M, O, P, T, add_ties, build, tie_of

EMPLOYERS = Relation(TieKind.MEMBER_OF, Direction.OUT, O)


def ids(page: Slice[Node]) -> list[str]:
    return [node.id for node in page.items]


async def test_a_cursor_goes_on_where_it_stood_though_its_node_is_gone(database: Database) -> None:
    await build(database)
    reader = NodeReader(database, MANAGER)
    cursor = (await reader.page(NodeKind.PERSON, None, Order(), Page.of(first=3))).cursors[2]
    await build(database, without="carl")
    page = await reader.page(NodeKind.PERSON, None, Order(), Page.of(first=2, after=cursor))
    assert (ids(page), page.has_next, page.has_previous, page.total) == (["dora", "emil"], True, True, 5)


async def test_two_periods_of_one_pair_are_two_neighbors(database: Database) -> None:
    await build(database)
    again = tie_of(TieKind.MEMBER_OF, (P, "bela"), (O, "jugendamt"), {"role_title": "Planung", "since": "2025"})
    await add_ties(database, [again])
    page = (await NodeReader(database, MEMBER).neighbors(EMPLOYERS, [("bela", Page.of())]))[0]
    assert ([neighbor.node.id for neighbor in page.items], {neighbor.tie.since for neighbor in page.items}) == (
        ["jugendamt"] * 2,
        {None, "2025"},
    )


async def test_parts_of_a_municipality_count_only_while_they_are_parts(database: Database) -> None:
    await build(database, without="05962032")
    moved = tie_of(TieKind.PART_OF, (M, "05111000"), (M, "06"), {"since": "2020", "until": "2021"})
    works = tie_of(TieKind.WORKS_ON, (P, "zoe"), (T, "planung"), {"engagement": "ACTIVE"})
    await add_ties(database, [moved, works])
    for day, expected in ((date(2020, 12, 31), ["zoe"]), (date(2021, 1, 1), [])):
        for topics in ((), ("planung",)):
            asked = PersonFilter(municipalities=("06",), topics=topics, active_on=day)
            page = await NodeReader(database, MEMBER).page(NodeKind.PERSON, asked)
            assert [node.id for node in page.items] == expected
