"""A real Neo4j for the tests, started from its jars."""

import os
import secrets
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import neo4j
from pydantic import SecretStr

from graph.store.address import ServerAddress
from graph.store.embedded.port import free_port
from tests.servers.jars import jars
from tests.servers.java import java
from tests.servers.missing import ServerMissing

VERSION: Final = os.environ.get("KOMMUNE360_TEST_NEO4J", "5.26.12")
START_SECONDS: Final = 200.0
OPENED: Final = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
CONFIGURATION: Final = """\
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
dbms.usage_report.enabled=false
"""
TIED_TO_US: Final = '"$@" & cat; kill -9 $!'  # ends when our end of the pipe closes, even if we are killed


@contextmanager
def neo4j_server(home: Path, version: str = VERSION) -> Iterator[ServerAddress]:
    """A Neo4j of `version` with its data under `home`. Raises ServerMissing where the machine cannot run one."""
    command, port = command_line(home, version), free_port()
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").write_text(CONFIGURATION.format(port=port))
    with (home / "output.log").open("wb") as log:
        process = subprocess.Popen(
            ["sh", "-c", TIED_TO_US, "sh", *command],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    with process:
        address = ServerAddress(f"bolt://127.0.0.1:{port}", "neo4j", SecretStr(secrets.token_urlsafe(16)), "neo4j")
        set_password(address, home / "output.log")
        yield address


def command_line(home: Path, version: str) -> list[str]:
    """How the server is started: from 2025 on releases are named by year, need Java 25 and have another main class."""
    by_year = int(version.split(".", maxsplit=1)[0]) >= 2025
    major = 25 if by_year else 17
    program = java(major)
    if program is None:
        raise ServerMissing(f"Neo4j {version} needs Java {major}. Install it, or name it in JAVA_HOME_{major}.")
    main = "org.neo4j.server.Neo4jCommunity" if by_year else "org.neo4j.server.CommunityEntryPoint"
    return [
        *(str(program), "-Xms256m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED),
        *("-cp", f"{jars(version)}/*", main, f"--home-dir={home}", f"--config-dir={home}/conf"),
    ]


def set_password(address: ServerAddress, log: Path) -> None:
    """Wait until the server answers and give its user a password; before that it takes no statement."""
    deadline = time.monotonic() + START_SECONDS
    change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
    with neo4j.GraphDatabase.driver(address.uri, auth=("neo4j", "neo4j"), max_transaction_retry_time=1.0) as driver:
        while True:
            try:
                driver.execute_query(change, new=address.password.get_secret_value(), database_="system")
            except (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.TransientError):
                if time.monotonic() > deadline:
                    raise ServerMissing(f"Neo4j did not come up: {log.read_text()[-500:]}") from None
                time.sleep(0.2)
            else:
                return
