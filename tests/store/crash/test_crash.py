"""kill -9 in the middle of four writers: every acknowledged write is there afterwards, none twice."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from graph.store.database import Database
from graph.store.embedded import EmbeddedServer

ROOT: Final = Path(__file__).parents[3]
KILLS: Final = 3
WRITES_BETWEEN: Final = 700
SECONDS: Final = 120.0

NODES: Final = """
MATCH (node:Person) OPTIONAL MATCH (node)-[tie:WORKS_ON]->(:Topic)
RETURN node.id AS id, node.revision AS revision, node.about AS about, count(tie) AS ties, collect(tie.id) AS tie_ids"""
CHANGES: Final = """
MATCH (change:Change) UNWIND change.subjects AS subject
RETURN change.kind AS kind, subject, count(*) AS count"""


@dataclass(frozen=True)
class Folder:
    """What the service leaves behind."""

    path: Path

    @property
    def acknowledged(self) -> list[tuple[str, str]]:
        """What was confirmed: what was done, and to what."""
        file = self.path / "acknowledged"
        lines = file.read_text().splitlines() if file.exists() else []
        return [(words[0], words[1]) for words in map(str.split, lines)]

    @property
    def server(self) -> int:
        """The process of the database server."""
        return int((self.path / "server.pid").read_text())

    @contextmanager
    def service(self, generation: int) -> Iterator[subprocess.Popen[bytes]]:
        """The service, killed at the end."""
        command = [sys.executable, "-m", "tests.store.crash.service", str(self.path), str(generation)]
        with (self.path / "output").open("ab") as output:
            process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=output)
        try:
            yield process
        finally:
            process.kill()
            process.wait()

    def wait_for(self, writes: int, service: subprocess.Popen[bytes]) -> None:
        """Return when so many writes are acknowledged."""
        deadline = time.monotonic() + SECONDS
        while len(self.acknowledged) < writes:
            assert service.poll() is None, (self.path / "output").read_text()[-2000:]
            assert time.monotonic() < deadline, f"only {len(self.acknowledged)} writes"
            time.sleep(0.02)


async def test_a_killed_service_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for generation in range(1, KILLS + 1):
        with folder.service(generation) as service:
            await asyncio.to_thread(folder.wait_for, generation * WRITES_BETWEEN, service)
            service.kill()
    await check_all_there(folder)


async def test_a_killed_server_is_started_again_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with folder.service(1) as service:
        for kill in range(1, KILLS + 1):
            await asyncio.to_thread(folder.wait_for, kill * WRITES_BETWEEN, service)
            os.kill(folder.server, signal.SIGKILL)
        await asyncio.to_thread(folder.wait_for, KILLS * WRITES_BETWEEN + 100, service)
    await check_all_there(folder)


async def check_all_there(folder: Folder) -> None:
    """Compare what was acknowledged with what is stored."""
    async with EmbeddedServer(folder.path / "data") as server, await Database.connect(server.address) as database:
        stored = {row["id"]: row for row in await database.rows(NODES)}
        changes = Counter({(row["kind"], row["subject"]): row["count"] for row in await database.rows(CHANGES)})
    acknowledged = folder.acknowledged
    assert len(acknowledged) >= 2_000
    assert len(set(acknowledged)) == len(acknowledged)
    missing = [write for write in acknowledged if not is_there(stored, *write)]
    assert not missing
    for id, row in stored.items():
        assert changes["CREATED", id] == 1 + row["ties"], id  # a person and the person's tie have the same id here
        assert changes["UPDATED", id] == row["revision"] - 1, id
        assert row["ties"] <= 1, id
        assert row["revision"] <= 2, id


def is_there(stored: dict[str, Any], done: str, id: str) -> bool:
    """Whether one acknowledged write is stored."""
    row = stored.get(id)
    if row is None:
        return False
    return bool({"node": True, "update": row["about"] == id, "tie": row["tie_ids"] == [id]}[done])
