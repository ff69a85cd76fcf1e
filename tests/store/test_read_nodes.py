"""Nodes by id and in pages, as each viewer may see them."""

from datetime import UTC, datetime
from typing import get_args

import pytest

from graph.model.errors import CursorUnreadable, InvalidValue
from graph.model.kinds import DIRECTORY_KINDS, NodeKind
from graph.model.nodes import Node, Person
from graph.model.permissions import Role
from graph.model.viewer import ANONYMOUS, Viewer
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading import NodeReader, Order, OrderBy, orders_of
from tests.store.town import ADMIN, MANAGER, MEMBER, NODES, SEEN, VIEWERS, alias, build, statements

EVERY_ORDER = [
    (kind, Order(by, descending)) for kind in DIRECTORY_KINDS for by in orders_of(kind) for descending in (False, True)
]


@pytest.fixture(scope="module")
async def town(migrated: Database) -> Database:
    await build(migrated)
    await alias(migrated, "05111", NodeKind.MUNICIPALITY, "05111000")
    await alias(migrated, "carl-before-the-merger", NodeKind.PERSON, "carl")
    return migrated


def ids(page: Slice[Node]) -> list[str]:
    return [node.id for node in page.items]


async def walk(reader: NodeReader, kind: NodeKind, order: Order, size: int, *, backward: bool = False) -> list[str]:
    found: list[str] = []
    cursor: str | None = None
    while True:
        asked = Page.of(last=size, before=cursor) if backward else Page.of(first=size, after=cursor)
        page = await reader.page(kind, None, order, asked)
        assert (page.has_next if backward else page.has_previous) == (cursor is not None)
        found = ids(page) + found if backward else found + ids(page)
        if not (page.has_previous if backward else page.has_next):
            return found
        cursor = page.cursors[0 if backward else -1]


async def test_nodes_come_in_the_order_of_the_ids_asked_for(town: Database) -> None:
    found = await NodeReader(town, MANAGER).by_ids(NodeKind.PERSON, ["zoe", "nobody", "anna", "zoe"])
    assert [node and node.id for node in found] == ["zoe", None, "anna", "zoe"]


async def test_a_node_of_another_kind_is_not_found(town: Database) -> None:
    assert await NodeReader(town, ADMIN).by_ids(NodeKind.ORGANIZATION, ["anna"]) == [None]


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.role)
async def test_a_hidden_person_is_as_absent_as_one_that_never_was(town: Database, viewer: Viewer) -> None:
    found = await NodeReader(town, viewer).by_ids(NodeKind.PERSON, ["anna", "bela", "carl", "dora", "emil", "zoe"])
    assert [node.id for node in found if node] == SEEN[viewer.role]


async def test_a_former_id_gives_the_node_that_took_its_place(town: Database) -> None:
    reader = NodeReader(town, ANONYMOUS)
    found = await reader.by_ids(NodeKind.MUNICIPALITY, ["05111", "05111000"])
    assert [node and node.id for node in found] == ["05111000", "05111000"]
    assert await reader.by_ids(NodeKind.PERSON, ["carl-before-the-merger"]) == [None]


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [
        (ANONYMOUS, {"anna": "anna@example.org", "zoe": None}),
        (MEMBER, {"anna": "anna@example.org", "zoe": None, "bela": None, "emil": "emil@example.org"}),
        (Viewer(Role.MEMBER, "zoe's account", "zoe"), {"zoe": "zoe@example.org", "bela": None}),
        (MANAGER, {"zoe": "zoe@example.org", "bela": "bela@example.org", "carl": "carl@example.org"}),
    ],
    ids=["anonymous", "member", "oneself", "manager"],
)
async def test_contact_details_need_consent_or_rights(
    town: Database, viewer: Viewer, seen: dict[str, str | None]
) -> None:
    found = await NodeReader(town, viewer).by_ids(NodeKind.PERSON, list(seen))
    assert {node.id: node.email for node in found if isinstance(node, Person)} == seen


async def test_one_sees_oneself_though_hidden(town: Database) -> None:
    own = NodeReader(town, Viewer(Role.MEMBER, "carl's account", "carl"))
    assert [node and node.id for node in await own.by_ids(NodeKind.PERSON, ["carl"])] == ["carl"]
    assert (await own.page(NodeKind.PERSON)).total == 6


@pytest.mark.parametrize("kind", DIRECTORY_KINDS)
async def test_every_kind_reads_back_as_it_was_written(town: Database, kind: NodeKind) -> None:
    page = await NodeReader(town, MANAGER).page(kind)
    assert {type(node) for node in page.items} <= set(get_args(Node))
    for node in page.items:
        stored = node.model_dump(exclude_unset=False)
        assert {name: stored[name] for name in NODES[kind][node.id]} == NODES[kind][node.id]
        assert (node.revision, node.created_at.tzinfo) == (1, UTC)


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.role)
async def test_a_page_holds_and_counts_only_who_may_be_seen(town: Database, viewer: Viewer) -> None:
    page = await NodeReader(town, viewer).page(NodeKind.PERSON)
    assert (ids(page), page.total) == (SEEN[viewer.role], len(SEEN[viewer.role]))


async def test_projects_and_drafts_are_for_the_network(town: Database) -> None:
    for viewer, projects, positions in ((ANONYMOUS, 0, 1), (MEMBER, 2, 2)):
        reader = NodeReader(town, viewer)
        assert (await reader.page(NodeKind.PROJECT)).total == projects
        assert (await reader.page(NodeKind.POLICY_POSITION)).total == positions


@pytest.mark.parametrize(("kind", "order"), EVERY_ORDER, ids=str)
async def test_pages_of_any_size_make_up_the_whole_in_both_directions(
    town: Database, kind: NodeKind, order: Order
) -> None:
    reader = NodeReader(town, MANAGER)
    whole = ids(await reader.page(kind, None, order, Page.of(first=100)))
    assert len(whole) == len(set(whole)) == len(NODES[kind])
    for size in (1, 2, 5) if kind is NodeKind.PERSON else (2,):
        assert await walk(reader, kind, order, size) == whole
        assert await walk(reader, kind, order, size, backward=True) == whole


@pytest.mark.parametrize(
    ("kind", "order"), [pair for pair in EVERY_ORDER if pair[1].by is not OrderBy.POPULATION], ids=str
)
async def test_descending_is_ascending_reversed(town: Database, kind: NodeKind, order: Order) -> None:
    reader, other = NodeReader(town, MANAGER), Order(order.by, not order.descending)
    assert ids(await reader.page(kind, None, order)) == ids(await reader.page(kind, None, other))[::-1]


async def test_names_are_ordered_as_they_are_folded(town: Database) -> None:
    cities = await NodeReader(town, ANONYMOUS).page(NodeKind.MUNICIPALITY)
    assert [node.id for node in cities.items] == ["05111000", "06", "05962024", "05962032", "05962", "05"]


@pytest.mark.parametrize(
    ("descending", "expected"),
    [
        (False, ["05962032", "05962", "05111000", "06", "05", "05962024"]),
        (True, ["05", "06", "05111000", "05962", "05962032", "05962024"]),
    ],
)
async def test_an_unknown_population_comes_last_in_both_orders(
    town: Database, descending: bool, expected: list[str]
) -> None:
    page = await NodeReader(town, ANONYMOUS).page(NodeKind.MUNICIPALITY, None, Order(OrderBy.POPULATION, descending))
    assert ids(page) == expected


async def test_an_order_that_a_kind_does_not_have_is_refused(town: Database) -> None:
    with pytest.raises(InvalidValue, match=r"Person cannot be ordered by POPULATION\. Allowed: NAME, CREATED_AT"):
        await NodeReader(town, MEMBER).page(NodeKind.PERSON, None, Order(OrderBy.POPULATION))


async def test_a_cursor_of_another_order_or_kind_is_refused_before_anything_is_read(town: Database) -> None:
    reader = NodeReader(town, MEMBER)
    cursor = (await reader.page(NodeKind.PERSON, None, Order(), Page.of(first=1))).cursors[0]
    with statements(town) as sent:
        for kind, order in EVERY_ORDER:
            if (kind, order) != (NodeKind.PERSON, Order()):
                with pytest.raises(CursorUnreadable):
                    await reader.page(kind, None, order, Page.of(after=cursor))
    assert sent == []


async def test_times_keep_their_microseconds_in_cursors(town: Database) -> None:
    reader, order = NodeReader(town, MEMBER), Order(OrderBy.UPDATED_AT)
    page = await reader.page(NodeKind.TOPIC, None, order, Page.of(first=2))
    assert page.items[0].updated_at <= datetime.now(UTC)
    again = await reader.page(NodeKind.TOPIC, None, order, Page.of(last=1, before=page.cursors[1]))
    assert again.items == page.items[:1]


@pytest.mark.parametrize("first", [1, 3, 100])
async def test_a_page_takes_one_statement_whatever_its_size(town: Database, first: int) -> None:
    reader = NodeReader(town, MEMBER)
    with statements(town) as sent:
        page = await reader.page(NodeKind.MUNICIPALITY, None, Order(), Page.of(first=first))
    assert len(page.items) == min(first, 6)
    assert len(sent) == 1


async def test_many_ids_take_one_statement(town: Database) -> None:
    with statements(town) as sent:
        found = await NodeReader(town, MEMBER).by_ids(NodeKind.MUNICIPALITY, ["05", "06", "05962", "05111"] * 25)
    assert len([node for node in found if node]) == 100
    assert len(sent) == 1
