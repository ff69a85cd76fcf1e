"""The supervisor of the embedded server: it owns the child process and keeps it running."""

import asyncio
import logging
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from graph.model.errors import DataFolderInUse, ServerFailed, StoreError
from graph.store.address import ServerAddress
from graph.store.embedded.bounds import Bounds
from graph.store.embedded.folder import DataFolder
from graph.store.embedded.port import check_free, free_port
from graph.store.embedded.process import ServerProcess

FIRST_PAUSE: Final = 0.2
LONGEST_PAUSE: Final = 30.0
PATIENCE: Final = 1.0  # a command that looks whether there is a server holds the lock for a moment

log = logging.getLogger(__name__)


class EmbeddedServer:
    """A database server on `path` while the context is open.

    Entering raises DataFolderInUse when another supervisor runs on the folder, PortTaken when something else listens
    on `port`, and ServerFailed, naming the log file, when the server does not come up. A server that falls later is
    started again on the same port, however often; `restarts` counts.
    """

    def __init__(
        self, path: Path, *, heap_mb: int = 512, port: int | None = None, statement_seconds: int = 120
    ) -> None:
        self.folder = DataFolder.at(path)
        self.port = port or free_port()
        self.bounds = Bounds(heap_mb, statement_seconds)
        self.restarts = 0
        self._held = AsyncExitStack()

    @property
    def address(self) -> ServerAddress:
        """Where the server is spoken to. It stays the same when the server is started again."""
        return self.folder.address(self.port)

    @property
    def pid(self) -> int | None:
        """The process that runs the server just now."""
        return self._process.pid

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as held:
            if not held.enter_context(self.folder.lock("server", PATIENCE)):
                raise DataFolderInUse(
                    "Another service already runs its database in {folder}. Stop that one first, or give this one a "
                    "data folder of its own.",
                    folder=str(self.folder.path),
                )
            self._process = await self._start()
            held.push_async_callback(self._stop)
            self._held = held.pop_all()
        self._watch = asyncio.create_task(self._keep_running(), name="embedded server")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._held.aclose()

    async def _start(self) -> ServerProcess:
        self.folder.running_file.unlink(missing_ok=True)
        check_free(self.port)
        try:
            process = await ServerProcess.start(self.folder, self.port, self.bounds)
        except ServerFailed:
            check_free(self.port)  # somebody may just have taken it, and that is the better answer
            raise
        self.folder.announce(self.port)
        return process

    async def _stop(self) -> None:
        self._watch.cancel()
        await asyncio.gather(self._watch, return_exceptions=True)
        self.folder.running_file.unlink(missing_ok=True)
        await self._process.stop()

    async def _keep_running(self) -> None:
        while True:
            code = await self._process.wait()
            log.error("The embedded database fell (exit code %s) and is started again.", code)
            await self._start_again()

    async def _start_again(self) -> None:
        pause = FIRST_PAUSE
        while True:
            self.restarts += 1
            try:
                self._process = await self._start()
            except StoreError as error:
                log.error("The embedded database did not come up again: %s", error)  # noqa: TRY400 - we try again
            else:
                return
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
