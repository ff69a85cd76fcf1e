"""How much quicker the ties of a whole graph are read in collected columns than row by row, on the embedded server.

    python -m benchmarks.snapshot [--people N] [--ties N] [--rounds N]

Both sides read the same values of the same ties into the same arrays; only the way over the wire differs. The time is
what passes, since the server works too; the CPU is that of this process, which is what is missing elsewhere meanwhile.
"""

import argparse
import asyncio
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import neo4j
import numpy as np

from benchmarks.ratio import ratio
from graph.model.ids import imported_id
from graph.store.database import Database, Row
from graph.store.embedded import EmbeddedServer
from graph.store.migrations import migrate
from graph.store.reading.bulk.arrays import Arrays
from graph.store.reading.bulk.nodes import load_nodes
from graph.store.reading.bulk.stretches import STRETCHES
from graph.store.reading.bulk.ties import arrays_of, finished, load_ties, positions_of

SEED: Final = 7
BATCH: Final = 5_000
SECONDS: Final = 600.0
PEOPLE: Final = "UNWIND $rows AS row CREATE (person:Person) SET person = row"
TIES: Final = """
UNWIND $rows AS row MATCH (one:Person {id: row.one}) MATCH (other:Person {id: row.other})
CREATE (one)-[tie:COLLABORATES_WITH]->(other) SET tie = row.tie"""


def people(count: int) -> list[Row]:
    """Invented people."""
    ids = (imported_id("benchmark", str(number)) for number in range(count))
    return [{"id": id, "visibility": "NETWORK", "sort_key": id} for id in ids]


def ties_between(people: list[Row], count: int) -> Iterator[Row]:
    """Random ties, the same at every run."""
    dice = random.Random(SEED)  # noqa: S311 - nothing secret
    for number in range(count):
        one, other = sorted(person["id"] for person in dice.sample(people, 2))
        id = imported_id("benchmark tie", str(number))
        tie = {"id": id, "key": id, "since": f"20{dice.randrange(10, 26)}", "strength": dice.randrange(1, 6)}
        yield {"one": one, "other": other, "tie": tie}


async def fill(database: Database, statement: str, rows: Iterable[Row]) -> None:
    """Write rows in batches."""
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        await send(database, statement, batch)


async def send(database: Database, statement: str, rows: list[Row]) -> None:
    """Write one batch."""
    await database.write(lambda transaction: transaction.rows(statement, rows=rows), timeout=SECONDS)


async def ties_row_by_row(database: Database, nodes: Arrays) -> Arrays:
    """What `load_ties` gives, with a record for each tie. It asks the driver itself, for the least that this costs."""
    positions, parts = positions_of(nodes), []
    for stretch in STRETCHES:
        columns: Row = {name: [] for name in stretch.columns}
        values = ", ".join(f"{value} AS {name}" for name, value in stretch.columns.items())
        async with database.driver.session(database=database.name, fetch_size=-1) as session:
            statement = neo4j.Query(f"{stretch.match} RETURN {values}", timeout=SECONDS)
            async for record in await session.run(statement, first="", last="~"):
                for name, value in zip(columns, record, strict=True):
                    columns[name].append(value)
        parts.append(arrays_of(columns, stretch, positions))
    return finished(parts, nodes)


def same(one: Arrays, other: Arrays) -> bool:
    """Whether both have the same ties, and some."""
    return one["ids"].size > 0 and all(np.array_equal(one[name], other[name]) for name in one | other)


async def compare(database: Database, rounds: int) -> dict[str, str]:
    """The ratios of time that passes and of CPU, collected against row by row, on a database with ties."""
    nodes, loop = await load_nodes(database), asyncio.get_running_loop()

    def measured(clock: Callable[[], float]) -> str:
        def ours() -> Arrays:
            return asyncio.run_coroutine_threadsafe(load_ties(database, nodes), loop).result()

        def theirs() -> Arrays:
            return asyncio.run_coroutine_threadsafe(ties_row_by_row(database, nodes), loop).result()

        return str(ratio(ours, theirs, same, rounds, clock))

    clocks = {"time": time.perf_counter, "CPU of the client": time.process_time}
    return {name: await asyncio.to_thread(measured, clock) for name, clock in clocks.items()}


async def run(people_count: int, tie_count: int, rounds: int) -> None:
    """Fill an embedded server of its own, compare, and print."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            EmbeddedServer(Path(folder) / "data", heap_mb=2048) as server,
            await Database.connect(server.address, statement_timeout=SECONDS) as database,
        ):
            await migrate(database)
            invented = people(people_count)
            await fill(database, PEOPLE, invented)
            await fill(database, TIES, ties_between(invented, tie_count))
            begin = time.perf_counter()
            found = await load_ties(database, await load_nodes(database))
            rate = found["ids"].size / (time.perf_counter() - begin)
            size = f"{people_count} people, {tie_count} ties, seed {SEED}"
            for name, result in (await compare(database, rounds)).items():
                print(f"snapshot by collect · {size} · {name}: {result} · {os.cpu_count()} CPU")
            print(f"first load, nodes included: {rate:,.0f} ties per second")


def main() -> None:
    """Read the sizes and run."""
    parser = argparse.ArgumentParser(description="Ties read in collected columns against row by row.")
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--ties", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    asyncio.run(run(given.people, given.ties, given.rounds))


if __name__ == "__main__":
    main()
