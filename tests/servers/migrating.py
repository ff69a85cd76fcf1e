"""A process that migrates a database: `python -m tests.servers.migrating`, with the address as JSON on its input.

It prints the numbers of the steps that it took. Its last step turns data, so that taken twice it would show.
"""

import asyncio
import json
import sys

from pydantic import SecretStr

from graph.store.address import ServerAddress
from graph.store.database import Database, Transaction
from graph.store.migrations import migrate
from graph.store.migrations.migrate import ALL
from graph.store.migrations.migration import Migration


async def add_one(transaction: Transaction) -> None:
    """A change that is not the same when done twice."""
    await transaction.rows("MERGE (topic:Topic {id: 'counter'}) SET topic.n = coalesce(topic.n, 0) + 1")


STEPS = (*ALL, *(Migration(len(ALL) + more, "a test", lambda _: [], add_one) for more in range(1, 6)))


async def main() -> None:
    """Migrate, and say what was done."""
    given = json.loads(sys.stdin.readline())
    address = ServerAddress(given["uri"], given["user"], SecretStr(given["password"]), given["database"])
    async with await Database.connect(address) as database:
        print("connected", flush=True)  # noqa: T201 - its output
        sys.stdin.readline()
        print(json.dumps(await migrate(database, STEPS)), flush=True)  # noqa: T201 - its output


if __name__ == "__main__":
    asyncio.run(main())
