"""The connection, on every server."""

from graph.store.database import Database


async def test_a_read_sees_what_was_just_written(database: Database) -> None:
    await database.write(lambda transaction: transaction.rows("CREATE (:Topic {id: $id})", id="x"))
    assert await database.rows("MATCH (t:Topic) RETURN t.id AS id") == [{"id": "x"}]
