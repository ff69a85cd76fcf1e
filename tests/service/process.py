"""The service as a process of its own."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx

ROOT: Final = Path(__file__).parents[2]
SECONDS: Final = 90


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(data: Path, **settings: str) -> dict[str, str]:
    """The environment of a program of ours, with these settings and no others."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("KOMMUNE360_")}
    given = {f"KOMMUNE360_{name.upper()}": value for name, value in settings.items()}
    return {**others, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "KOMMUNE360_DATA": str(data), **given}


@dataclass(slots=True)
class Service:
    """A running service."""

    process: asyncio.subprocess.Process
    client: httpx.AsyncClient
    log: Path

    async def ready(self) -> None:
        """Return when it is ready; fails when it ends before."""
        async with asyncio.timeout(SECONDS):
            while True:
                assert self.process.returncode is None, self.log.read_text()
                with suppress(httpx.TransportError):
                    if (await self.client.get("/readyz")).status_code == 200:
                        return
                await asyncio.sleep(0.1)

    async def ended(self) -> int:
        """Its exit code, once it has ended."""
        async with asyncio.timeout(SECONDS):
            return await self.process.wait()

    def tell(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self.process.send_signal(number)

    def children(self) -> list[int]:
        """The processes that it has started."""
        tasks = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in tasks.read_text().split()]


@asynccontextmanager
async def service(data: Path, *arguments: str, **settings: str) -> AsyncIterator[Service]:
    """`kommune360 serve` on a free port; killed at the end if it still runs."""
    port, log = free_port(), data.with_suffix(".log")
    with log.open("wb") as out:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "service.main", "serve", "--port", str(port), *arguments),
            cwd=data.parent,
            env=environment(data, **settings),
            stdout=out,
            stderr=asyncio.subprocess.STDOUT,
        )
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
        running = Service(process, client, log)
        try:
            await running.ready()
            yield running
        finally:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def command(data: Path, *arguments: str, **settings: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "service.main", *arguments),
        cwd=data.parent,
        env=environment(data, **settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(SECONDS):
        out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()
