"""A service whose four writers never rest: `python -m tests.servers.writers FOLDER FIRST LAST`.

It writes the jobs FIRST to LAST, prints `pid N` for its server and then each job's number once it is acknowledged. A
write that was not acknowledged is repeated, as `Database.write` asks for.
"""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

from graph.model.errors import StoreUnavailable
from graph.store.database import Database
from graph.store.embedded import EmbeddedServer
from graph.store.migrations import migrate

WRITE = "MERGE (job:Job {id: $id})"


async def write(database: Database, numbers: Iterator[int]) -> None:
    """Write one job after the other until all are written."""
    for number in numbers:
        while True:
            try:
                await database.write(lambda transaction, n=number: transaction.rows(WRITE, id=f"{n}"))  # type: ignore[misc]
                break
            except StoreUnavailable:
                await asyncio.sleep(0.1)
        print(number, flush=True)  # noqa: T201 - its output


async def main(folder: str, first: str, last: str) -> None:
    """Run until all is written."""
    numbers = iter(range(int(first), int(last) + 1))
    async with EmbeddedServer(Path(folder)) as server, await Database.connect(server.address) as database:
        await migrate(database)
        print("pid", server.pid, flush=True)  # noqa: T201 - its output
        await asyncio.gather(*(write(database, numbers) for _ in range(4)))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
