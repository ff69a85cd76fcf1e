"""What the documentation shows is what the service answers on the demo network."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from graph.model.permissions import Role
from graph.store.database import Database
from seeds import seed_demo
from service.app import PATH, create_app
from service.settings import Settings
from tests.docs.examples import PAGES, Example, examples
from tests.serving import running_on

EXAMPLES = tuple(examples())


@pytest.fixture
async def demo(embedded_database: Database, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The service on the demo network, with demo sign-in as the pages say."""
    await seed_demo(embedded_database)
    settings = Settings.model_validate({"_env_file": None, "data": tmp_path})
    async with running_on(embedded_database, settings) as running:
        transport = httpx.ASGITransport(create_app(running))
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as client:
            yield client


async def ask(client: httpx.AsyncClient, example: Example) -> object:
    """The answer to an example, as JSON."""
    headers = {} if example.role is Role.ANONYMOUS else {"authorization": f"Bearer {await token(client, example.role)}"}
    answer = await client.post(PATH, json={"query": example.query}, headers=headers)
    return rounded(answer.json())


async def token(client: httpx.AsyncClient, role: Role) -> str:
    """What the demo sign-in hands out."""
    answer = await client.post("/demo/sign-in", params={"role": role})
    return str(answer.json()["token"])


def rounded(value: object) -> object:
    """JSON without the last digits of its numbers, which processors do not agree on."""
    match value:
        case float():
            return round(value, 9)
        case dict():
            return {name: rounded(inner) for name, inner in value.items()}
        case list():
            return [rounded(inner) for inner in value]
    return value


def test_the_documentation_has_examples() -> None:
    assert {example.page for example in EXAMPLES} >= {"README.md"}


async def test_a_documented_query_gives_the_documented_answer(demo: httpx.AsyncClient) -> None:
    wrong = {
        str(example): answer for example in EXAMPLES if (answer := await ask(demo, example)) != rounded(example.answer)
    }
    assert not wrong, wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]
