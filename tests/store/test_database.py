"""The connection, on every server."""

import asyncio
import logging
from datetime import UTC, date, datetime, timedelta, timezone
from time import monotonic
from typing import Any

import pytest
from pydantic import SecretStr

from graph.model.errors import AlreadyExists, InvalidValue, StoreError, StoreUnavailable
from graph.model.kinds import NodeKind
from graph.store.address import ServerAddress
from graph.store.database import Database, Transaction
from graph.store.embedded.port import free_port

CREATE = "CREATE (topic:Topic {id: $id}) RETURN topic.id AS id"
IDS = "MATCH (topic:Topic) RETURN topic.id AS id ORDER BY id"
ENDLESS = "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH a * b AS c WHERE c < 0 RETURN count(c) AS n"


async def write(database: Database, statement: str, /, **parameters: object) -> None:
    """Run one statement in a transaction of its own."""
    await database.write(lambda transaction: transaction.rows(statement, **parameters), timeout=60)


async def create(database: Database, id: str) -> None:
    """Make one node."""
    await write(database, CREATE, id=id)


async def test_a_read_sees_what_was_just_written(database: Database) -> None:
    await create(database, "x")
    assert await database.rows(IDS) == [{"id": "x"}]


async def test_a_write_that_raises_leaves_nothing(database: Database) -> None:
    async def half(transaction: Transaction) -> None:
        await transaction.rows(CREATE, id="half")
        raise LookupError

    with pytest.raises(LookupError):
        await database.write(half)
    assert await database.rows(IDS) == []


async def test_points_in_time_come_back_in_utc_and_days_as_days(database: Database) -> None:
    moment = datetime(2026, 5, 4, 3, 2, 1, 123456, tzinfo=UTC)
    elsewhere, day = moment.astimezone(timezone(timedelta(hours=2))), date(2026, 5, 4)
    change = "CREATE (:Change {id: 'c', at: $at, day: $day, all: $all})"
    await write(database, change, at=elsewhere, day=day, all=[elsewhere, moment])
    (row,) = await database.rows("MATCH (c:Change) RETURN c.at AS at, c {.day, .all} AS c, [[c.at]] AS deep")
    assert row == {"at": moment, "c": {"day": day, "all": [moment, moment]}, "deep": [[moment]]}
    assert row["at"].tzinfo is UTC


async def test_words_of_the_vocabulary_are_stored_as_their_text(database: Database) -> None:
    assert await database.rows("RETURN $kind AS kind, $kinds AS kinds", kind=NodeKind.PERSON, kinds=[*NodeKind]) == [
        {"kind": "Person", "kinds": [kind.value for kind in NodeKind]}
    ]


async def test_a_taken_id_is_refused_without_repeating_it(database: Database) -> None:
    await create(database, "secret-id")
    with pytest.raises(AlreadyExists) as refused:
        await create(database, "secret-id")
    assert "secret-id" not in f"{refused.value}{refused.value.__cause__}{refused.value.__context__}"


async def test_a_taken_key_of_a_tie_is_refused(database: Database) -> None:
    tie = "MERGE (a:Topic {id: 'a'}) MERGE (b:Topic {id: 'b'}) CREATE (a)-[:BROADER {id: $id, key: 'k'}]->(b)"
    await write(database, tie, id="one")
    with pytest.raises(AlreadyExists):
        await write(database, tie, id="two")
    assert await database.rows("MATCH (:Topic)-[tie]->(:Topic) RETURN tie.id AS id") == [{"id": "one"}]


async def test_no_update_is_lost_among_64_writers(database: Database) -> None:
    await create(database, "counter")
    add = "MATCH (topic:Topic {id: 'counter'}) SET topic.n = coalesce(topic.n, 0) + 1"
    await asyncio.gather(*(write(database, add) for _ in range(64)))
    assert await database.rows("MATCH (topic:Topic) RETURN topic.n AS n") == [{"n": 64}]


async def test_merges_of_one_key_at_once_make_one_node_and_all_succeed(database: Database) -> None:
    merge = "MERGE (topic:Topic {id: $id}) ON CREATE SET topic.n = 1 ON MATCH SET topic.n = topic.n + 1"

    async def slowly(transaction: Transaction) -> None:
        await transaction.rows(merge, id="same")
        await asyncio.sleep(0.1)  # the embedded server lets all make their own node, and refuses all but one

    await asyncio.gather(*(database.write(slowly, timeout=60) for _ in range(8)))
    assert await database.rows("MATCH (topic:Topic) RETURN topic.n AS n") == [{"n": 8}]


async def test_a_statement_without_end_is_given_up_in_time(database: Database) -> None:
    begin = monotonic()
    with pytest.raises(StoreUnavailable):
        await database.rows(ENDLESS, timeout=0.5)
    assert monotonic() - begin < 2
    await database.ping(timeout=5)


# Cancelled while it connects, the driver leaves its socket to the garbage collector, which closes it with a warning.
@pytest.mark.filterwarnings("ignore:.*socket.socket:pytest.PytestUnraisableExceptionWarning", "ignore:unclosed")
async def test_cancelled_calls_leave_the_connection_usable(database: Database) -> None:
    slow = "UNWIND range(1, 200000) AS a RETURN count(a) AS n"
    calls = [asyncio.create_task(database.rows(slow)) for _ in range(120)]  # more than the driver has connections
    for number, call in enumerate(calls):
        await asyncio.sleep(0.002)
        calls[number // 2].cancel()
        call.cancel()
    await asyncio.gather(*calls, return_exceptions=True)
    await create(database, "after")
    answers = await asyncio.gather(*(database.rows(IDS) for _ in range(120)))
    assert answers == [[{"id": "after"}]] * 120


async def test_five_thousand_rows_of_long_texts_go_in_one_statement(database: Database) -> None:
    texts = ["ä" * 4000] * 5000  # 40 MB
    assert await database.rows("UNWIND $texts AS text RETURN sum(size(text)) AS n", texts=texts, timeout=60) == [
        {"n": 20_000_000}
    ]


async def test_observers_see_every_statement(database: Database) -> None:
    seen: list[str] = []
    database.observers.append(seen.append)
    await create(database, "x")
    await database.rows(IDS)
    assert seen == [CREATE, IDS]


async def test_no_value_reaches_a_log_even_at_the_finest_level(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await create(database, "secret-id")
    await database.rows("MATCH (topic {id: $id, nothing: $id}) RETURN id(topic) AS id", id="secret-id")
    for statement in (CREATE, "RETURN toInteger([$id]) AS number"):
        with pytest.raises((StoreError, AlreadyExists)):
            await write(database, statement, id="secret-id")
    assert "secret-id" not in caplog.text


@pytest.mark.parametrize("statement", ["RETURN 1/0 AS x", "RETURN $missing AS x", "RETURN", "CALL nothing.of.that()"])
async def test_a_refused_statement_is_an_error_of_ours(database: Database, statement: str) -> None:
    with pytest.raises(StoreError) as refused:
        await database.rows(statement)
    assert not isinstance(refused.value, StoreUnavailable)


async def test_a_wrong_password_is_refused_without_repeating_it(address: ServerAddress) -> None:
    wrong = ServerAddress(address.uri, address.user, SecretStr("not-the-password"), address.database)
    with pytest.raises(StoreError) as refused:
        await Database.connect(wrong)
    assert "password" in str(refused.value)
    assert "not-the-password" not in f"{refused.value}{wrong!r}"


async def test_where_nothing_listens_the_store_is_unavailable() -> None:
    nowhere = ServerAddress(f"bolt://127.0.0.1:{free_port()}", "neo4j", SecretStr("x"))
    with pytest.raises(StoreUnavailable):
        await Database.connect(nowhere, statement_timeout=2)


@pytest.mark.parametrize("uri", ["http://localhost:7687", "localhost:7687", "bolt://", "bolt://me:secret@localhost"])
def test_an_address_that_is_none_is_refused_without_repeating_it(uri: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        ServerAddress(uri, "neo4j", SecretStr("x"))
    assert refused.value.field == "uri"
    assert "secret" not in str(refused.value)


async def test_the_dialect_knows_the_search_index(database: Database) -> None:
    await write(database, "CREATE (:Topic {id: 't', search_text: 'fruhe hilfen'})")
    search = "CALL db.index.fulltext.queryNodes($index, $text) YIELD node RETURN node.id AS id"

    async def found(text: str) -> list[dict[str, Any]]:
        return await database.rows(search, index=database.dialect.search_index("Topic"), text=text)

    assert await found("fru* AND hilf*") == [{"id": "t"}]
    assert await found("fru* AND hilfx*") == []
