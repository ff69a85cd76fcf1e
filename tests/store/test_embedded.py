"""The embedded server: whom it serves, whom it refuses, and what it leaves in its folder."""

import asyncio
import socket
import stat
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from graph.model.errors import DataFolderInUse, PortTaken, ServerFailed, StoreError, StoreUnavailable
from graph.store.database import Database
from graph.store.embedded import EmbeddedServer, join
from graph.store.embedded.folder import DataFolder
from graph.store.embedded.process import LOG_BYTES, shorten
from tests.servers.processes import listening
from tests.store.test_database import ENDLESS, create, write

JOIN = """
import asyncio, sys
from pathlib import Path
from graph.store.database import Database
from graph.store.embedded import join

async def main():
    async with await Database.connect(join(Path(sys.argv[1]))) as database:
        print(await database.rows("MATCH (topic:Topic) RETURN topic.id AS id"))

asyncio.run(main())
"""


async def test_a_second_service_on_the_same_folder_is_refused_with_a_way_out(embedded: EmbeddedServer) -> None:
    with pytest.raises(DataFolderInUse, match="Stop that one first") as refused:
        await EmbeddedServer(embedded.folder.path).__aenter__()
    assert str(embedded.folder.path) in str(refused.value)


async def test_a_taken_port_is_refused_by_its_number(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortTaken, match=str(port)):
            await EmbeddedServer(tmp_path / "data", port=port).__aenter__()
    assert join(tmp_path / "data") is None


async def test_a_server_that_cannot_start_names_its_log(tmp_path: Path) -> None:
    (tmp_path / "databases").write_text("this is no folder")
    with pytest.raises(ServerFailed) as failed:
        await EmbeddedServer(tmp_path).__aenter__()
    assert str(tmp_path / "log" / "server.log") in str(failed.value)
    assert (tmp_path / "log" / "server.log").stat().st_size


async def test_a_command_beside_the_service_finds_its_server(
    embedded: EmbeddedServer, embedded_database: Database
) -> None:
    await create(embedded_database, "seen")
    command = [sys.executable, "-c", JOIN, str(embedded.folder.path)]
    beside = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=True, timeout=30)
    assert "seen" in beside.stdout


async def test_nobody_is_joined_where_no_server_runs(tmp_path: Path) -> None:
    assert join(tmp_path / "missing") is None
    folder = DataFolder.at(tmp_path / "killed")
    folder.announce(4711)  # a killed service leaves this behind
    assert join(folder.path) is None


async def test_a_server_that_is_just_starting_is_not_joined_yet(tmp_path: Path) -> None:
    folder = DataFolder.at(tmp_path / "data")
    with folder.lock("server"), pytest.raises(StoreUnavailable, match="starting"):
        join(folder.path)


async def test_only_this_machine_reaches_the_server_and_only_by_bolt(embedded: EmbeddedServer) -> None:
    assert embedded.pid
    assert listening(embedded.pid) == {(True, embedded.port)}


async def test_only_its_owner_can_look_into_the_data_folder(embedded: EmbeddedServer) -> None:
    def others(path: Path) -> int:
        return stat.S_IMODE(path.stat().st_mode) & 0o077

    assert others(embedded.folder.path) == others(embedded.folder.password_file) == 0
    (database,) = (embedded.folder.path / "databases").glob("*/")
    assert {others(path) for path in database.iterdir()} == {0}


def test_the_password_is_in_no_repr_and_no_command_line(embedded: EmbeddedServer) -> None:
    password = embedded.folder.password_file.read_text()
    assert len(password) > 30
    assert password not in repr(embedded.address)
    assert password not in Path(f"/proc/{embedded.pid}/cmdline").read_text()
    assert password not in Path(f"/proc/{embedded.pid}/environ").read_text()


async def test_the_log_of_the_server_repeats_no_value(embedded: EmbeddedServer, embedded_database: Database) -> None:
    await create(embedded_database, "secret-id")
    for statement in (
        "CREATE (:Topic {id: $id})",
        "RETURN toInteger([$id])",
        "RETURN 'secret-id' +",
        "RETURN duration($id)",
    ):
        with pytest.raises(Exception, match=r"database|taken"):
            await write(embedded_database, statement, id="secret-id")
    logs = [path for path in (embedded.folder.path / "log").iterdir() if path.is_file()]
    assert logs
    assert not [path for path in logs if "secret-id" in path.read_text()]


def test_a_lost_password_is_replaced(tmp_path: Path) -> None:
    folder = DataFolder.at(tmp_path)
    first = folder.password().get_secret_value()
    assert folder.password().get_secret_value() == first
    folder.users_file.parent.mkdir()
    folder.users_file.write_text("the server knows the first password")
    folder.password_file.unlink()
    assert folder.password().get_secret_value() != first
    assert not folder.users_file.exists()


def test_a_log_that_has_grown_long_is_set_aside(tmp_path: Path) -> None:
    log = tmp_path / "server.log"
    log.write_text("short")
    shorten(log)
    assert log.exists()
    log.write_bytes(b"x" * (LOG_BYTES + 1))
    shorten(log)
    assert [path.name for path in tmp_path.iterdir()] == ["server.log.1"]


async def test_data_password_and_schema_outlive_a_restart_and_no_statement_its_limit(tmp_path: Path) -> None:
    async with EmbeddedServer(tmp_path) as server, await Database.connect(server.address) as database:
        await create(database, "kept")
        password = server.address.password
    async with (
        EmbeddedServer(tmp_path, statement_seconds=1) as server,
        await Database.connect(server.address) as database,
    ):
        assert server.address.password == password
        assert await database.rows("MATCH (topic:Topic) RETURN topic.id AS id") == [{"id": "kept"}]
        begin = monotonic()
        with pytest.raises(StoreError):
            await database.rows(ENDLESS, timeout=30)
        assert monotonic() - begin < 10
    assert join(tmp_path) is None
    assert server.folder.announced() is None
