"""Making a database as empty as a freshly migrated one."""

from typing import Final

from graph.store.database import Database

SOME_NODES: Final = """
MATCH (node) WHERE NOT node:Schema WITH node LIMIT 20000
DETACH DELETE node RETURN count(*) AS gone"""


async def empty(database: Database) -> None:
    """Delete all nodes and ties; constraints, indexes and the number of the last migration stay."""
    while (await database.write(lambda transaction: transaction.rows(SOME_NODES), timeout=120))[0]["gone"]:
        pass
