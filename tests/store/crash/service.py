"""A service that only writes: `python -m tests.store.crash.service FOLDER GENERATION`.

It runs the embedded server on FOLDER/data with four writers at once, appends a line to FOLDER/acknowledged for each
write that the store has confirmed, and keeps the server's process number in FOLDER/server.pid. It ends when killed.
"""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final, TypeVar

from graph.model.errors import StaleRevision, StoreUnavailable
from graph.model.kinds import NodeKind
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.embedded import EmbeddedServer
from graph.store.migrations import migrate
from graph.store.writing import NodeWriter, TieWriter
from tests.store.write_help import person, topic, works_on

T = TypeVar("T")

WRITERS: Final = 4
TOPICS: Final = tuple(f"topic-{number}" for number in range(8))  # each tie locks one: sometimes two writers meet


@dataclass(frozen=True)
class Acknowledged:
    """The file of what is confirmed. A line is whole as soon as it is written, whoever is killed afterwards."""

    file: int

    def note(self, *words: object) -> None:
        """Write one line."""
        os.write(self.file, (" ".join(map(str, words)) + "\n").encode())


async def until_stored(write: Callable[[], Awaitable[T]]) -> T:
    """Repeat a write until the store confirms it, as every caller may who was told that it does not answer."""
    while True:
        try:
            return await write()
        except StoreUnavailable:
            await asyncio.sleep(0.05)


async def write_on(database: Database, name: str, acknowledged: Acknowledged) -> None:
    """One writer: a person, a change of that person, a tie, and again."""
    nodes, ties = NodeWriter(database, system("crash")), TieWriter(database, system("crash"))
    for number in count():
        one = f"{name}-{number}"
        await until_stored(partial(nodes.create, person(one), id=one))
        acknowledged.note("node", one)
        await until_stored(partial(updated, nodes, one))
        acknowledged.note("update", one)
        await until_stored(partial(ties.create, works_on(one, TOPICS[number % len(TOPICS)]), id=one))
        acknowledged.note("tie", one)


async def updated(nodes: NodeWriter, id: str) -> None:
    """Change a person who is at revision 1. When it was stored although nobody said so, that is what was wanted."""
    try:
        await nodes.update(NodeKind.PERSON, id, {"about": id}, revision=1)
    except StaleRevision as stale:
        if (stale.current["revision"], stale.current["about"]) != (2, id):
            raise


async def tell_pid(server: EmbeddedServer, file: Path) -> None:
    """Keep the server's process number where the test finds it."""
    while True:
        draft = file.with_suffix(".new")
        draft.write_text(str(server.pid))
        draft.replace(file)
        await asyncio.sleep(0.05)


async def main(folder: Path, generation: str) -> None:
    """Write until killed."""
    acknowledged = Acknowledged(os.open(folder / "acknowledged", os.O_WRONLY | os.O_APPEND | os.O_CREAT))
    async with (
        EmbeddedServer(folder / "data", heap_mb=256) as server,
        await Database.connect(server.address) as database,
    ):
        await migrate(database)
        for slug in TOPICS:
            await NodeWriter(database, system("crash")).create(topic(slug))
        names = [f"{generation}-{writer}" for writer in range(WRITERS)]
        writers = (write_on(database, name, acknowledged) for name in names)
        await asyncio.gather(tell_pid(server, folder / "server.pid"), *writers)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
