"""Migrations, on every server."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator

import pytest

from graph.model.errors import AlreadyExists, DatabaseNewer, StoreError
from graph.model.kinds import DIRECTORY_KINDS, NodeKind, TieKind
from graph.store.address import ServerAddress
from graph.store.database import Database, Transaction
from graph.store.migrations import migrate, version
from graph.store.migrations.migrate import ALL
from graph.store.migrations.migration import Migration
from tests.servers.emptying import empty
from tests.servers.migrating import STEPS, add_one
from tests.store.test_database import write

SET_VERSION = "MERGE (schema:Schema {id: 'schema'}) SET schema.version = $version"


@pytest.fixture
async def at_zero(database: Database) -> AsyncIterator[Database]:
    """A database without constraints that thinks it was never migrated, and is at the newest version afterwards."""
    for row in await database.rows("SHOW CONSTRAINTS YIELD name, type"):
        if "UNIQUENESS" in row["type"]:
            await write(database, f"DROP CONSTRAINT {row['name']}")
    await write(database, "MATCH (schema:Schema) DETACH DELETE schema")
    yield database
    await write(database, "MATCH (schema:Schema) DETACH DELETE schema")
    await empty(database)
    await migrate(database)


def test_steps_are_numbered_from_one_without_holes() -> None:
    assert [step.number for step in ALL] == list(range(1, len(ALL) + 1))


async def test_each_step_is_taken_once(at_zero: Database) -> None:
    assert await version(at_zero) == 0
    assert await migrate(at_zero) == [step.number for step in ALL]
    assert await version(at_zero) == len(ALL)
    assert await migrate(at_zero) == []


async def test_a_database_of_a_newer_program_is_refused_before_anything_is_written(at_zero: Database) -> None:
    await write(at_zero, SET_VERSION, version=len(ALL) + 1)
    seen: list[str] = []
    at_zero.observers.append(seen.append)
    with pytest.raises(DatabaseNewer, match=f"step {len(ALL) + 1}, this program knows {len(ALL)}"):
        await migrate(at_zero)
    assert len(seen) == 1


async def test_a_step_that_fails_is_not_noted_and_is_taken_next_time(at_zero: Database) -> None:
    async def fails(transaction: Transaction) -> None:
        await add_one(transaction)
        raise LookupError

    steps = [*ALL, Migration(len(ALL) + 1, "fails", lambda _: [], fails)]
    with pytest.raises(LookupError):
        await migrate(at_zero, steps)
    assert await version(at_zero) == len(ALL)
    assert await at_zero.rows("MATCH (topic:Topic) RETURN topic.n AS n") == []
    steps[-1] = Migration(len(ALL) + 1, "works", lambda _: [], add_one)
    assert await migrate(at_zero, steps) == [len(ALL) + 1]


async def test_a_declaration_that_cannot_be_made_is_an_error(at_zero: Database) -> None:
    broken = Migration(len(ALL) + 1, "broken", lambda _: ["CREATE CONSTRAINT OF NOTHING"])
    with pytest.raises(StoreError, match="cannot read"):
        await migrate(at_zero, [*ALL, broken])


async def test_of_processes_that_migrate_at_once_each_step_is_taken_by_one(
    at_zero: Database, address: ServerAddress
) -> None:
    given = json.dumps({
        "uri": address.uri,
        "user": address.user,
        "password": address.password.get_secret_value(),
        "database": address.database,
    })  # fmt: skip

    def all_at_once() -> list[list[int]]:
        command = [sys.executable, "-m", "tests.servers.migrating"]
        pipe = subprocess.PIPE
        processes = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(3)]
        for process in processes:
            assert process.stdin and process.stdout  # noqa: PT018 - both are pipes
            process.stdin.write(f"{given}\n")
            process.stdin.flush()
            assert process.stdout.readline() == "connected\n"
        for process in processes:
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        return [json.loads(process.communicate(timeout=60)[0]) for process in processes]

    taken = await asyncio.to_thread(all_at_once)
    assert sorted(number for numbers in taken for number in numbers) == [step.number for step in STEPS]
    assert await at_zero.rows("MATCH (topic:Topic {id: 'counter'}) RETURN topic.n AS n") == [{"n": 5}]


@pytest.mark.parametrize("kind", [*NodeKind, "Change", "ChangeValues", "Alias", "Job", "Lock"])
async def test_no_two_nodes_of_a_kind_have_one_id(database: Database, kind: str) -> None:
    statement = f"CREATE (:{kind} {{id: 'x'}})"
    await write(database, statement)
    with pytest.raises(AlreadyExists):
        await write(database, statement)


@pytest.mark.parametrize("name", ["id", "key"])
@pytest.mark.parametrize("kind", TieKind)
async def test_no_two_ties_of_a_kind_have_one_id_or_key(database: Database, kind: TieKind, name: str) -> None:
    statement = f"MERGE (a:Topic {{id: 'a'}}) MERGE (b:Topic {{id: 'b'}}) CREATE (a)-[:{kind} {{{name}: 'x'}}]->(b)"
    await write(database, statement)
    with pytest.raises(AlreadyExists):
        await write(database, statement)


@pytest.mark.parametrize("kind", DIRECTORY_KINDS)
async def test_every_kind_of_the_directory_is_searched_by_whole_folded_words(
    database: Database, kind: NodeKind
) -> None:
    await write(database, f"CREATE (:{kind} {{id: 'x', search_text: 'der frankfurt2 will die 1b'}})")
    search = "CALL db.index.fulltext.queryNodes($index, $text) YIELD node RETURN node.id AS id"
    index = database.dialect.search_index(kind)
    for word in ("der", "wil*", "frankfurt2", "frankfurt*", "1b", "die AND w*"):
        assert await database.rows(search, index=index, text=word) == [{"id": "x"}], word
    assert await database.rows(search, index=index, text="ankfurt2") == []
