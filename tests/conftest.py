"""What all tests share: the servers, and a database that is migrated and empty."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest

from graph.store.address import ServerAddress
from graph.store.database import Database
from graph.store.embedded import EmbeddedServer
from graph.store.migrations import migrate
from tests.servers.emptying import empty
from tests.servers.missing import ServerMissing
from tests.servers.neo4j import neo4j_server

NOT_TESTED = "NOT TESTED: "
os.environ.setdefault("ARCADEDB_JVM_ARGS", "-XX:TieredStopAtLevel=1")  # 40 % less CPU for a start; none runs long


@pytest.fixture(scope="session")
async def embedded(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmbeddedServer]:
    """The embedded server, one for the whole run."""
    async with EmbeddedServer(tmp_path_factory.mktemp("embedded")) as server:
        yield server


@pytest.fixture(scope="session")
def embedded_server(embedded: EmbeddedServer) -> ServerAddress:
    """Where the embedded server answers."""
    return embedded.address


@pytest.fixture(scope="session")
def real_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerAddress]:
    """A real Neo4j, one for the whole run; without one the test is skipped, or fails where CI is set."""
    try:
        with neo4j_server(tmp_path_factory.mktemp("neo4j") / "home") as address:
            yield address
    except ServerMissing as missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{NOT_TESTED}{missing}")


@pytest.fixture(scope="session", params=["embedded_server", "real_neo4j"], ids=["embedded", "neo4j"])
def address(request: pytest.FixtureRequest) -> ServerAddress:
    """Where a server answers: each test that asks for one, or for a database, runs on both kinds."""
    server: ServerAddress = request.getfixturevalue(request.param)
    return server


@pytest.fixture(scope="session")
async def migrated(address: ServerAddress) -> AsyncIterator[Database]:
    """A migrated database with whatever the tests before have left in it."""
    async with await Database.connect(address) as database:
        await migrate(database)
        yield database


@pytest.fixture
async def database(migrated: Database) -> AsyncIterator[Database]:
    """A migrated, empty database. Observers that a test adds are gone with it."""
    await empty(migrated)
    yield migrated
    migrated.observers.clear()


@pytest.fixture(scope="session")
async def migrated_embedded(embedded_server: ServerAddress) -> AsyncIterator[Database]:
    """The embedded server's database, migrated."""
    async with await Database.connect(embedded_server) as database:
        await migrate(database)
        yield database


@pytest.fixture
async def embedded_database(migrated_embedded: Database) -> AsyncIterator[Database]:
    """A migrated, empty database on the embedded server only, for what does not depend on the server."""
    await empty(migrated_embedded)
    yield migrated_embedded
    migrated_embedded.observers.clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in the last lines what could not be tested: a skipped server is no tested server."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = {str(report.longrepr[2]) for report in skipped if NOT_TESTED in str(report.longrepr)}
    for reason in sorted(reasons):
        terminalreporter.section("A SERVER WAS NOT TESTED", sep="!", red=True, bold=True)
        terminalreporter.write_line(reason, red=True, bold=True)
