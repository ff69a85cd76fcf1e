"""Health: the process is there, the database answers and is at the right step, and the service is not ending."""

from pathlib import Path

import httpx
import pytest

from graph.store.database import Database
from graph.store.embedded import EmbeddedServer
from service.running import Running


async def test_a_service_on_a_migrated_database_is_ready(client: httpx.AsyncClient) -> None:
    assert (await client.get("/healthz")).status_code == 200
    assert (await client.get("/readyz")).status_code == 200


async def test_one_that_is_ending_is_not_ready_and_still_alive(client: httpx.AsyncClient, running: Running) -> None:
    running.stopping = True
    assert (await client.get("/readyz")).status_code == 503
    assert (await client.get("/healthz")).status_code == 200


@pytest.mark.parametrize("change", [-1, 1])
async def test_one_on_a_database_at_another_step_is_not_ready(
    client: httpx.AsyncClient, running: Running, change: int
) -> None:
    step = "MATCH (schema:Schema) SET schema.version = schema.version + $by"
    await running.database.write(lambda transaction: transaction.rows(step, by=change))
    try:
        assert (await client.get("/readyz")).status_code == 503
    finally:
        await running.database.write(lambda transaction: transaction.rows(step, by=-change))


async def test_one_without_its_database_is_not_ready_and_says_so_within_seconds(
    client: httpx.AsyncClient, running: Running, tmp_path: Path
) -> None:
    async with EmbeddedServer(tmp_path / "other") as server:
        running.database = await Database.connect(server.address)
    answer = await client.get("/readyz", timeout=5)
    assert answer.status_code == 503
    asked = await client.post("/graphql", json={"query": "{ topics { totalCount } }"})
    await running.database.close()
    assert asked.json()["errors"][0]["extensions"]["code"] == "UNAVAILABLE"
