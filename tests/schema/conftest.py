"""The schema as its clients meet it: over HTTP, signed in by tokens, on a real database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from graph.answers import Answers
from graph.model.permissions import Role
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.writing import AccountReader, AccountWriter
from schema.ids import global_id
from service.app import PATH, create_app
from service.running import Running
from service.settings import Settings
from service.sign_in.tokens import ISSUER, Subject, Tokens
from service.sign_in.viewers import Viewers
from tests.schema.network import SmallNetwork

ROLES = tuple(Role)


@dataclass
class Api:
    """A client of the service, as any role."""

    client: httpx.AsyncClient
    running: Running
    network: SmallNetwork
    headers: dict[Role, dict[str, str]] = field(default_factory=dict)

    async def sign_in(self, role: Role, person: str | None = None) -> None:
        """Be somebody of this role from now on, and the person of this name."""
        if role is Role.ANONYMOUS:
            self.headers[role] = {}
            return
        person_id = self.network.refs[person].id if person else None
        await AccountWriter(self.running.database, system("tests")).save(ISSUER, role, role, person_id=person_id)
        token = self.running.viewers.tokens.issue(Subject(ISSUER, role), timedelta(hours=1))
        self.headers[role] = {"authorization": f"Bearer {token}"}

    async def post(self, document: str, role: Role = Role.MEMBER, **variables: object) -> httpx.Response:
        """The whole answer to a document."""
        if role not in self.headers:
            await self.sign_in(role)
        body = {"query": document, "variables": variables}
        return await self.client.post(PATH, json=body, headers=self.headers[role])

    async def ask(self, document: str, role: Role = Role.MEMBER, **variables: object) -> Any:  # noqa: ANN401 - JSON
        """What was asked for; fails on any error."""
        answer = (await self.post(document, role, **variables)).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    async def refused(self, document: str, role: Role = Role.MEMBER, **variables: object) -> list[str]:
        """The codes of what was refused before anything ran."""
        answer = (await self.post(document, role, **variables)).json()
        assert "data" not in answer, answer
        assert all("path" not in error for error in answer["errors"])
        return [error["extensions"]["code"] for error in answer["errors"]]

    def id(self, name: str) -> str:
        """The global id of a node of the network, by its name."""
        ref = self.network.refs[name]
        return global_id(ref.kind, ref.id)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that nothing outside of the test touches."""
    return Settings.model_validate({"_env_file": None, "data": tmp_path, "demo_sign_in": False})


@pytest.fixture
async def api(embedded_database: Database, settings: Settings) -> AsyncIterator[Api]:
    """The service over the small network on the embedded server."""
    async with serving(embedded_database, settings) as one:
        yield one


@asynccontextmanager
async def serving(database: Database, settings: Settings) -> AsyncIterator[Api]:
    """The service over the small network."""
    network = await SmallNetwork.written(database)
    viewers = Viewers(Tokens(b"a secret for tests, thirty-two bytes long"), AccountReader(database))
    async with Answers(database, pause=0.05) as answers:
        running = Running(settings, database, answers, viewers)
        transport = httpx.ASGITransport(create_app(running))
        async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
            yield Api(client, running, network)


@pytest.fixture
def statements(api: Api) -> list[str]:
    """Every statement from now on, but those that look an account up."""
    seen: list[str] = []

    def note(statement: str) -> None:
        if ":Account" not in statement:
            seen.append(statement)

    api.running.database.observers.append(note)
    return seen
