"""The service as a process: it starts, is joined by commands, ends in order, and leaves nothing running."""

import asyncio
import json
import signal
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from tests.service.process import Service, command, free_port, service

WHO: Final = {"query": "{ viewer { role } }"}
SLOW: Final = {"query": "{ network { multipliers { totalCount } gaps { totalCount } } }"}  # compiles, builds, ranks


def alive(pid: int) -> bool:
    """Whether a process still runs."""
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"


async def is_gone(pid: int) -> bool:
    """Whether a process has ended within 20 seconds."""
    for _ in range(200):
        if not alive(pid):
            return True
        await asyncio.sleep(0.1)
    return False


def said(running: Service) -> list[Any]:
    """The lines of its log that are JSON."""
    return [json.loads(line) for line in running.log.read_text().splitlines() if line.startswith("{")]


async def ask(running: Service, token: str, body: object) -> httpx.Response:
    """The answer to somebody who is signed in."""
    return await running.client.post("/graphql", json=body, headers={"authorization": f"Bearer {token}"})


async def test_a_command_beside_the_service_joins_its_database_and_the_end_comes_in_order(data_folder: Path) -> None:
    async with service(data_folder, drain_seconds="1") as running:
        [child] = running.children()
        code, out, err = await command(data_folder, "token", "--role", "manager")
        assert code == 0, err
        token, name = out.strip(), err.split()[4].rstrip(".")
        assert (await ask(running, token, WHO)).json()["data"]["viewer"]["role"] == "MANAGER"

        slow = asyncio.create_task(ask(running, token, SLOW))
        await asyncio.sleep(0.2)
        running.tell(signal.SIGTERM)
        await asyncio.sleep(0.3)
        assert (await running.client.get("/readyz")).status_code == 503  # said while requests are still served
        assert (await slow).json()["data"]["network"]["multipliers"]["totalCount"] == 0
        assert await running.ended() == 0
        assert not alive(child)
        assert running.log.read_text().endswith("Ended in order.\n")
        assert not [line for line in said(running) if line["level"] in {"error", "warning"}]

        assert not (data_folder / "running.json").exists()
    code, out, err = await command(data_folder, "token", "--revoke", name)
    assert (code, "is ended" in out) == (0, True), err


async def test_an_ended_account_is_refused_by_the_running_service_at_once(data_folder: Path) -> None:
    async with service(data_folder) as running:
        _, out, err = await command(data_folder, "token", "--role", "MEMBER", language="de")
        name = err.split()[3].rstrip(".")
        assert (await ask(running, out.strip(), WHO)).status_code == 200
        assert (await command(data_folder, "token", "--revoke", name))[0] == 0
        assert (await ask(running, out.strip(), WHO)).status_code == 401


async def test_killed_it_takes_its_database_with_it(data_folder: Path) -> None:
    async with service(data_folder) as running:
        [child] = running.children()
        running.tell(signal.SIGKILL)
        assert await running.ended() == -signal.SIGKILL
        assert await is_gone(child)


async def test_a_second_service_on_the_same_folder_is_refused_with_what_to_do(data_folder: Path) -> None:
    async with service(data_folder):
        code, _, err = await command(data_folder, "serve", "--port", str(free_port()))
        assert code == 1
        assert "Another service already runs its database in" in err
        assert "Traceback" not in err


async def test_a_port_that_is_taken_is_named_before_anything_starts(data_folder: Path) -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        code, _, err = await command(data_folder, "serve", "--port", str(port), language="de")
    assert (code, f"Port {port} auf 127.0.0.1 ist belegt" in err) == (1, True)
    assert not data_folder.exists()  # noqa: ASYNC240 - one look


@pytest.mark.parametrize(
    ("settings", "arguments", "told"),
    [
        ({"demo_sign_in": "true"}, ("--host", "0.0.0.0"), "loopback only"),  # noqa: S104 - that is the point
        ({"token_secret": "short"}, (), "KOMMUNE360_TOKEN_SECRET"),
        ({"databse_uri": "bolt://x"}, (), "KOMMUNE360_DATABASE_URI"),
    ],
)
async def test_it_does_not_start_with_a_wrong_setting(
    data_folder: Path, settings: dict[str, str], arguments: tuple[str, ...], told: str
) -> None:
    code, _, err = await command(data_folder, "serve", *arguments, **settings)
    assert (code, told in err) == (2, True)
    assert not data_folder.exists()  # noqa: ASYNC240 - one look
