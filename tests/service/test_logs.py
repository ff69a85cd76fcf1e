"""The log: one JSON object a line, which operation and how it went, and never a value."""

import asyncio
import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any, Final

import httpx
import pytest
import structlog

from service import logs
from service.running import Running

SECRET: Final = "Veronika Verborgen"


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What the service says, in its own way; pytest's is given back at the end."""
    root, stream = logging.getLogger(), StringIO()
    before = root.handlers, root.level
    logs.configure("info", stream)
    yield stream
    root.handlers, root.level = before
    structlog.reset_defaults()


def lines(log: StringIO) -> list[dict[str, Any]]:
    """What was logged."""
    return [json.loads(line) for line in log.getvalue().splitlines()]


async def test_an_operation_is_told_by_name_hash_cost_and_outcome(client: httpx.AsyncClient, log: StringIO) -> None:
    document = "query Find($text: String!) { search(text: $text) { totalCount } }"
    body = {"query": document, "variables": {"text": SECRET}}
    answer = await client.post("/graphql", json=body)
    [line] = [line for line in lines(log) if line["event"] == "operation"]
    assert line["operation"] == "Find"
    assert len(line["document"]) == 16
    assert (line["cost"], line["status"], line["codes"], line["role"]) == (5, 200, [], "ANONYMOUS")
    assert line["request"] == answer.headers["x-request-id"]
    assert SECRET not in json.dumps(line, ensure_ascii=False)


async def test_what_is_refused_is_told_by_its_code(client: httpx.AsyncClient, log: StringIO) -> None:
    await client.post("/graphql", json={"query": "{ projects { totalCount } }"})
    await client.get("/graphql", params={"query": '{ node(id: "' + SECRET + '") { id } }'})
    told = [line for line in lines(log) if line["event"] == "operation"]
    assert [line["codes"] for line in told] == [["FORBIDDEN"], ["BAD_USER_INPUT"]]
    assert SECRET not in json.dumps(told, ensure_ascii=False)


async def test_a_mistake_of_ours_is_told_by_its_kind_and_place_without_its_text(
    client: httpx.AsyncClient, running: Running, log: StringIO
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise KeyError(SECRET)

    running.answers.network = broken  # type: ignore[method-assign,assignment]
    await client.post("/graphql", json={"query": "{ network { summary { density } } }"})
    told = lines(log)
    [line] = [line for line in told if line["event"] == "unexpected error"]
    assert (line["level"], line["error"]) == ("error", "KeyError")
    assert "test_logs.py" in line["at"][-1]
    assert SECRET not in json.dumps(told)


def test_what_libraries_say_is_cut_to_who_said_it(log: StringIO) -> None:
    logging.getLogger("neo4j.pool").error("refused: %s", SECRET)
    try:
        int(SECRET)
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in %s", SECRET, extra={"values": SECRET})
    one, other = lines(log)
    assert (one["logger"], one["level"], one["event"]) == ("neo4j.pool", "error", "said by a library")
    assert (other["error"], other["at"][0].startswith("test_logs.py")) == ("ValueError", True)
    assert SECRET not in json.dumps([one, other])


async def test_a_task_that_nobody_waited_for_is_told_without_its_text(log: StringIO) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": SECRET, "exception": ValueError(SECRET)})
    [line] = lines(log)
    assert (line["logger"], line["error"]) == ("asyncio", "ValueError")
    assert SECRET not in json.dumps(line)
