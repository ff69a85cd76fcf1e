"""`kommune360 seed` as somebody types it, against a running server."""

import asyncio

import pytest
from typer import Typer
from typer.testing import CliRunner, Result

from graph.store.address import ServerAddress
from graph.store.database import Database
from graph.store.migrations import migrate
from service.commands.seed import seed
from tests.servers.emptying import empty


async def emptied(address: ServerAddress) -> None:
    async with await Database.connect(address) as database:
        await migrate(database)
        await empty(database)


@pytest.fixture
def app(embedded_server: ServerAddress, monkeypatch: pytest.MonkeyPatch) -> Typer:
    """The command, on the tests' own server, with an empty database."""
    monkeypatch.setenv("KOMMUNE360_DATABASE_URI", embedded_server.uri)
    monkeypatch.setenv("KOMMUNE360_DATABASE_USER", embedded_server.user)
    monkeypatch.setenv("KOMMUNE360_DATABASE_PASSWORD", embedded_server.password.get_secret_value())
    monkeypatch.setenv("KOMMUNE360_DATABASE_NAME", embedded_server.database or "")
    asyncio.run(emptied(embedded_server))
    return program()


def program() -> Typer:
    command = Typer()
    command.command("seed")(seed)
    return command


def run(app: Typer, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def test_the_demo_is_told_kind_by_kind_and_twice_is_the_same_as_once(app: Typer) -> None:
    first, second = run(app, "demo"), run(app, "--language", "de")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Person: 613 created, 0 changed, 0 as before." in first.stdout.splitlines()
    assert "Person: 0 neu, 0 geändert, 613 wie zuvor." in second.stdout.splitlines()
    refused = run(app, "national", "--people", "1000")
    assert refused.exit_code == 1
    assert "--beside" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("demo", "--people", "5000"), "--people goes with national only; demo has its own size."),
        (("national", "--people", "5"), "5 people are not possible here. Allowed: 1000 to 100000."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_is_not_possible_is_refused_before_anything_is_opened(
    arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOMMUNE360_DATABASE_URI", "bolt://localhost:1")
    result = run(program(), *arguments, "--language", "en")
    assert result.exit_code == 2
    assert said in result.stderr
