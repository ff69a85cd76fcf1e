"""A walk through pages while others write: whoever was not written meanwhile is met once, forward as backward."""

import asyncio
from collections.abc import AsyncIterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.ids import new_id
from graph.model.kinds import NodeKind
from graph.model.nodes import PersonFields
from graph.model.time import now
from graph.store.database import Database, Row
from graph.store.pages import Page
from graph.store.reading import NodeReader, Order, OrderBy
from graph.store.records import properties_of
from tests.servers.emptying import empty
from tests.store.town import MEMBER

NAMES = st.text("abäöß -", min_size=1, max_size=3).filter(str.strip)
VISIBILITIES = st.sampled_from(["NETWORK", "NETWORK", "MANAGERS"])
PEOPLE = st.lists(st.tuples(NAMES, VISIBILITIES), min_size=1, max_size=25)
WRITES = st.lists(
    st.tuples(st.sampled_from(["create", "rename", "hide", "delete"]), st.integers(0), NAMES), max_size=12
)
ORDERS = st.builds(Order, st.sampled_from([OrderBy.NAME, OrderBy.CREATED_AT, OrderBy.UPDATED_AT]), st.booleans())

CREATE = "UNWIND $rows AS row CREATE (person:Person) SET person = row"
RENAME = "MATCH (person:Person {id: $id}) SET person += $row"
HIDE = "MATCH (person:Person {id: $id}) SET person.visibility = 'MANAGERS'"
DELETE = "MATCH (person:Person {id: $id}) DETACH DELETE person"


def stored(name: str, visibility: str = "NETWORK") -> Row:
    fields = PersonFields.model_validate({"name": name, "visibility": visibility})
    return {**properties_of(fields), "id": new_id(), "created_at": now(), "updated_at": now(), "revision": 1}


async def send(database: Database, statement: str, **parameters: object) -> None:
    await database.write(lambda transaction: transaction.rows(statement, **parameters))


async def write(database: Database, ids: list[str], writes: list[tuple[str, int, str]]) -> set[str]:
    """Do the writes one after the other; return the ids that were written."""
    touched: set[str] = set()
    for what, place, name in writes:
        id, row = ids[place % len(ids)], stored(name)
        match what:
            case "create":
                await send(database, CREATE, rows=[row])
            case "rename":
                await send(database, RENAME, id=id, row={key: row[key] for key in ("name", "sort_key", "updated_at")})
            case "hide":
                await send(database, HIDE, id=id)
            case _:
                await send(database, DELETE, id=id)
        touched.add(row["id"] if what == "create" else id)
    return touched


async def walk(reader: NodeReader, order: Order, size: int, *, backward: bool) -> AsyncIterator[str]:
    """The ids met on a walk, in the order of the walk."""
    cursor: str | None = None
    while True:
        asked = Page.of(last=size, before=cursor) if backward else Page.of(first=size, after=cursor)
        page = await reader.page(NodeKind.PERSON, None, order, asked)
        for node in reversed(page.items) if backward else page.items:
            yield node.id
        if not (page.has_previous if backward else page.has_next):
            return
        cursor = page.cursors[0 if backward else -1]


async def walked(reader: NodeReader, order: Order, size: int, *, backward: bool) -> list[str]:
    return [id async for id in walk(reader, order, size, backward=backward)]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=PEOPLE, writes=WRITES, order=ORDERS, size=st.integers(1, 4))
async def test_a_walk_forward_is_the_walk_backward_reversed_for_all_that_nobody_wrote_meanwhile(
    migrated: Database, people: list[tuple[str, str]], writes: list[tuple[str, int, str]], order: Order, size: int
) -> None:
    await empty(migrated)
    rows = [stored(name, visibility) for name, visibility in people]
    await send(migrated, CREATE, rows=rows)
    reader = NodeReader(migrated, MEMBER)
    before = await walked(reader, order, 100, backward=False)
    forward, backward, touched = await asyncio.gather(
        walked(reader, order, size, backward=False),
        walked(reader, order, size, backward=True),
        write(migrated, [row["id"] for row in rows], writes),
    )
    untouched = [id for id in before if id not in touched]
    assert [id for id in forward if id not in touched] == untouched
    assert [id for id in backward if id not in touched] == untouched[::-1]
    hidden = {row["id"] for row in rows if row["visibility"] == "MANAGERS"}
    assert not hidden & {*forward, *backward}
