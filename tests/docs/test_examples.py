"""What the documentation shows is what the service answers on the demo network."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from graph.answers.answers import Answers
from graph.answers.store_source import StoreSource
from graph.model.permissions import Role
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.writing import AccountReader, AccountWriter
from seeds import seed_demo
from service.app import PATH, create_app
from service.running import Running
from service.settings import Settings
from service.sign_in.tokens import ISSUER, Subject, Tokens
from service.sign_in.viewers import Viewers
from tests.docs.examples import PAGES, Example, examples

EXAMPLES = tuple(examples())


@pytest.fixture
async def demo(embedded_database: Database, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """The service on the demo network."""
    await seed_demo(embedded_database)
    settings = Settings.model_validate({"_env_file": None, "data": tmp_path, "demo_sign_in": False})
    viewers = Viewers(Tokens(b"a secret for tests, thirty-two bytes long"), AccountReader(embedded_database))
    async with Answers(StoreSource.over(embedded_database)) as answers:
        running = Running(settings, embedded_database, answers, viewers)
        transport = httpx.ASGITransport(create_app(running))
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            for role in Role:
                if role is not Role.ANONYMOUS:
                    await AccountWriter(embedded_database, system("tests")).save(ISSUER, role, role)
                    token = viewers.tokens.issue(Subject(ISSUER, role), timedelta(hours=1))
                    client.headers[f"token-{role}"] = token
            yield client


async def ask(client: httpx.AsyncClient, example: Example) -> object:
    """The answer to an example, as JSON."""
    token = client.headers.get(f"token-{example.role}")
    headers = {"authorization": f"Bearer {token}"} if token else {}
    answer = await client.post(PATH, json={"query": example.query}, headers=headers)
    return rounded(answer.json())


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
