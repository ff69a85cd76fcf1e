"""An import that is killed half-way and repeated ends in the graph of one that nobody disturbed."""

import asyncio
import signal
from datetime import date
from pathlib import Path

import pytest

from graph.model.kinds import ConsentPurpose, NodeKind
from graph.store.address import ServerAddress
from graph.store.database import Database
from tests.exchange.canonical import canonical, count
from tests.exchange.commands import start
from tests.exchange.conftest import Files, bring, refer
from tests.servers.emptying import empty

PEOPLE = 5_200  # more than one transaction
TIES = 4_000


def many(files: Files) -> Path:
    """A folder with thousands of people who work with each other."""
    people = "".join(f"{n};Person {n};NETWORK\n" for n in range(PEOPLE))
    ties = "".join(f"{n};{n + 1};{n % 5 + 1}\n" for n in range(TIES))
    topics = "".join(f"{n};ganztag;ACTIVE\n" for n in range(TIES))
    return files(
        {
            "people.csv": f"key;name;visibility\n{people}",
            "collaborates_with.csv": f"from;to;strength\n{ties}",
            "works_on.csv": f"from;to;engagement\n{topics}",  # still to come when the first ties are there
        }
    )


async def wait_for(database: Database, statement: str, process: asyncio.subprocess.Process) -> None:
    """Return as soon as `statement` counts something. The process must not have ended by then."""
    while process.returncode is None:
        (row,) = await database.rows(statement, timeout=60)
        if row["found"]:
            return
        await asyncio.sleep(0.05)
    pytest.fail("The import ended before it could be killed.")


MOMENTS = (
    "MATCH (consent:Consent) RETURN count(consent) AS found",
    "MATCH (:Person)-[tie:COLLABORATES_WITH]->(:Person) RETURN count(tie) AS found",
)


@pytest.mark.timeout(900)  # many thousand rows, several times over
async def test_killed_again_and_again_it_ends_as_undisturbed(
    graph: Database, address: ServerAddress, files: Files
) -> None:
    command = (many(files), "--source", "test", "--consent", "RANKINGS", "--consent-date", "2024-05-01")
    for moment in MOMENTS:
        killed = await start(address, *command)
        await wait_for(graph, moment, killed)
        killed.send_signal(signal.SIGKILL)
        assert await killed.wait() == -signal.SIGKILL
    half = await canonical(graph)
    repeated = await start(address, *command)
    _, problems = await repeated.communicate()
    assert repeated.returncode == 0, problems.decode()
    after = await canonical(graph)
    assert await count(graph, NodeKind.PERSON) == PEOPLE
    assert len(half) < len(after)  # the last one was killed half-way, too
    await empty(graph)
    await refer(graph)
    await bring(graph, command[0], consents={ConsentPurpose.RANKINGS: True}, consent_date=date(2024, 5, 1))
    assert after == await canonical(graph)
