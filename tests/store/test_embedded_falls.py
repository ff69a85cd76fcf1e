"""The embedded server: what happens when it, or the service that runs it, is killed."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from graph.store.database import Database
from graph.store.embedded import EmbeddedServer, join
from graph.store.embedded.port import is_free
from tests.servers.processes import alive, wait_until

LAST = 2000


def program(name: str, *arguments: object) -> "subprocess.Popen[str]":
    """A service of tests/servers in a process of its own."""
    command = [sys.executable, "-m", f"tests.servers.{name}", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def lines(process: "subprocess.Popen[str]") -> IO[str]:
    """What the program prints."""
    assert process.stdout is not None
    return process.stdout


async def test_a_server_that_falls_is_started_again_at_the_same_address(tmp_path: Path) -> None:
    async with EmbeddedServer(tmp_path) as server, await Database.connect(server.address) as database:
        fallen, address = server.pid, server.address
        assert fallen
        os.kill(fallen, signal.SIGKILL)
        await database.rows("RETURN 1 AS one", timeout=30)
        assert (server.restarts, server.address) == (1, address)
        assert server.pid != fallen
        assert join(tmp_path) == address


async def test_a_server_that_fell_while_its_port_was_taken_comes_up_later(tmp_path: Path) -> None:
    async with EmbeddedServer(tmp_path) as server:
        assert server.pid
        os.kill(server.pid, signal.SIGKILL)
        assert wait_until(lambda: is_free(server.port), seconds=5)  # the supervisor waits too: it shares our loop
        with socket.create_server(("127.0.0.1", server.port)):
            assert await asyncio.to_thread(wait_until, lambda: server.restarts == 2, 30)
        assert await asyncio.to_thread(wait_until, server.folder.announced, 30)


@pytest.mark.parametrize("how", ["", "forked"], ids=["", "while a fork holds its files open"])
async def test_the_server_dies_with_the_service_and_leaves_the_folder_free(tmp_path: Path, how: str) -> None:
    with program("supervise", tmp_path, *filter(None, [how])) as service:
        server, *fork = map(int, lines(service).readline().split())
        service.kill()
        assert wait_until(lambda: not alive(server), seconds=6)
        for pid in fork:
            os.kill(pid, signal.SIGKILL)
    async with EmbeddedServer(tmp_path) as after, await Database.connect(after.address) as database:
        await database.ping(5)


async def test_sigterm_stops_the_server_in_order_and_the_supervisor_starts_it_again(tmp_path: Path) -> None:
    async with EmbeddedServer(tmp_path) as server, await Database.connect(server.address) as database:
        assert server.pid
        os.kill(server.pid, signal.SIGTERM)
        assert await asyncio.to_thread(wait_until, lambda: server.restarts == 1, 10)
        await database.ping(30)


async def test_leaving_ends_the_server(tmp_path: Path) -> None:
    async with EmbeddedServer(tmp_path) as server:
        pid = server.pid
    assert pid
    assert not alive(pid)


async def written(path: Path) -> list[dict[str, Any]]:
    """The numbers of the jobs in a folder's database."""
    async with EmbeddedServer(path) as server, await Database.connect(server.address) as database:
        return await database.rows(
            "MATCH (job:Job) RETURN count(*) AS rows, collect(DISTINCT toInteger(job.id)) AS ids"
        )


def acknowledged(service: "subprocess.Popen[str]", until: int) -> list[int]:
    """The next jobs that the program says are written, up to `until` of them."""
    return [int(line) for _, line in zip(range(until), lines(service), strict=False)]


async def test_every_acknowledged_write_survives_the_server_being_killed(tmp_path: Path) -> None:
    with program("writers", tmp_path, 1, LAST) as service:
        server = int(lines(service).readline().removeprefix("pid "))
        done = acknowledged(service, LAST // 2)
        os.kill(server, signal.SIGKILL)
        done += acknowledged(service, LAST)
        assert service.wait(30) == 0
    (row,) = await written(tmp_path)
    assert sorted(done) == sorted(row["ids"]) == list(range(1, LAST + 1))
    assert row["rows"] == LAST


async def test_every_acknowledged_write_survives_the_service_being_killed(tmp_path: Path) -> None:
    with program("writers", tmp_path, 1, LAST) as service:
        lines(service).readline()
        done = acknowledged(service, LAST // 2)
        service.kill()
        done += acknowledged(service, LAST)
    with program("writers", tmp_path, max(done) + 5, LAST + 5) as service:
        lines(service).readline()
        done += acknowledged(service, LAST)
        assert service.wait(30) == 0
    (row,) = await written(tmp_path)
    assert len(done) >= LAST - 5
    assert set(done) <= set(row["ids"])
    assert row["rows"] == len(row["ids"]) <= len(done) + 4
