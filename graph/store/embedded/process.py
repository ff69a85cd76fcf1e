"""One run of the embedded server's process."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import graph
from graph.model.errors import ServerFailed
from graph.store.embedded.bounds import Bounds
from graph.store.embedded.folder import DataFolder

PROGRAM: Final = "graph.store.embedded.child"
ROOT: Final = Path(graph.__file__).parents[1]
START_SECONDS: Final = 120.0
STOP_SECONDS: Final = 15.0
LOG_BYTES: Final = 1_000_000


@dataclass(slots=True)
class ServerProcess:
    """A child that answers. It ends by itself when this process does."""

    process: Process

    @classmethod
    async def start(cls, folder: DataFolder, port: int, bounds: Bounds) -> "ServerProcess":
        """Start the program and wait until the server answers. Raises ServerFailed, naming the log file."""
        shorten(folder.log)
        with folder.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", PROGRAM, str(folder.path), str(port)),
                *(str(bounds.heap_mb), str(bounds.statement_seconds)),
                cwd=ROOT,
                stdin=PIPE,
                stdout=PIPE,
                stderr=log,
                start_new_session=True,
            )
        child = cls(process)
        try:
            await child.ready(folder)
        except BaseException:
            await child.stop()
            raise
        return child

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self.process.pid

    async def ready(self, folder: DataFolder) -> None:
        """Return when the server answers. Raises ServerFailed when it ends before, or takes too long."""
        output = cast("asyncio.StreamReader", self.process.stdout)
        try:
            async with asyncio.timeout(START_SECONDS):
                line = await output.readline()
        except TimeoutError:
            line = b""
        if not line:
            raise ServerFailed("The embedded database did not come up. What it said is in {log}.", log=str(folder.log))

    async def wait(self) -> int:
        """The exit code, once the process has ended."""
        return await self.process.wait()

    async def stop(self) -> None:
        """Let the server stop in order, and end it if it does not."""
        cast("asyncio.StreamWriter", self.process.stdin).close()
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await self.process.wait()
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


def shorten(log: Path) -> None:
    """Set a log file aside that has grown long; the one before it goes."""
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.replace(log.with_suffix(".log.1"))
