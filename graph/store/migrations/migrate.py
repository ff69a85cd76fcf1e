"""Taking the steps that a database lacks."""

import asyncio
from collections.abc import Sequence
from typing import Final

from graph.model.errors import AlreadyExists, DatabaseNewer, StoreError
from graph.store.database import Database, Transaction
from graph.store.migrations.migration import Migration
from graph.store.migrations.v0001_identity import V0001
from graph.store.migrations.v0002_writing import V0002

ALL: Final = (V0001, V0002)

ONE_SCHEMA: Final = "CREATE CONSTRAINT unique_Schema_id IF NOT EXISTS FOR (schema:Schema) REQUIRE schema.id IS UNIQUE"
VERSION: Final = "MATCH (schema:Schema {id: 'schema'}) RETURN schema.version AS version"
MY_TURN: Final = """
MERGE (schema:Schema {id: 'schema'}) ON CREATE SET schema.version = 0, schema.turns = 0
SET schema.turns = schema.turns + 1"""  # a write: whoever else is at it waits here, or has to try again
TAKEN: Final = "MATCH (schema:Schema {id: 'schema'}) SET schema.version = $number"

TRIES: Final = 5
SECONDS: Final = 600.0  # building an index over a national network takes its time


async def version(database: Database) -> int:
    """The number of the last step taken; 0 for an empty database."""
    rows = await database.rows(VERSION)
    return int(rows[0]["version"]) if rows else 0


async def migrate(database: Database, steps: Sequence[Migration] = ALL) -> list[int]:
    """Take the steps that the database lacks, in order, and return their numbers; nothing when it lacks none.

    Safe to call again after it broke off, and by several processes at once: each step is taken by one of them.
    Raises DatabaseNewer, before anything is written, when a newer program has been here.
    """
    newest = await version(database)
    if newest > len(steps):
        raise DatabaseNewer(
            "The database is at step {newest}, this program knows {known}. Start the newer program, or restore a "
            "backup that was made before it.",
            newest=newest,
            known=len(steps),
        )
    await declare(database, ONE_SCHEMA)
    return [step.number for step in steps[newest:] if await take(database, step)]


async def take(database: Database, step: Migration) -> bool:
    """Take one step; False when somebody else just did."""
    for declaration in step.declarations(database.dialect):
        await declare(database, declaration)

    async def change(transaction: Transaction) -> bool:
        await transaction.rows(MY_TURN)
        at = (await transaction.rows(VERSION))[0]["version"]
        if at != step.number - 1:
            return False
        await step.change(transaction)
        await transaction.rows(TAKEN, number=step.number)
        return True

    try:
        return await database.write(change, timeout=SECONDS)
    except AlreadyExists:  # two made the first Schema node at once
        return await database.write(change, timeout=SECONDS)


async def declare(database: Database, declaration: str) -> None:
    """Run one declaration. Servers let two of the same collide instead of letting the later one find it done."""
    for left in reversed(range(TRIES)):
        try:
            await database.write(lambda transaction: transaction.rows(declaration), timeout=SECONDS)
        except StoreError:
            if not left:
                raise
            await asyncio.sleep(0.1)
        else:
            return
