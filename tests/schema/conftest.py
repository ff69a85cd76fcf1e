"""The schema as its clients meet it: over HTTP, signed in by tokens, on a real database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from graph.model.permissions import Role
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.writing import AccountWriter
from schema.ids import global_id
from service.app import PATH, create_app
from service.running import Running
from service.settings import Settings
from service.sign_in.tokens import ISSUER, Subject
from tests.schema.network import SmallNetwork
from tests.servers.emptying import empty
from tests.serving import running_on

FINGERPRINT: Final = """
MATCH (node) WHERE NOT node:Account AND NOT node:Change AND NOT node:ChangeValues
RETURN count(node) AS nodes, sum(coalesce(node.revision, 0)) AS revisions, COUNT { ()-[]->() } AS ties,
       collect(DISTINCT CASE WHEN node:Person THEN node.id END) AS people"""


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


class Kept:
    """The network of the tests before, as long as nobody has touched the database since: writing it takes longer than
    most tests."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.network = SmallNetwork(database)
        self.seen: Any = None
        self.seen_with_hidden: Any = None

    async def untouched(self) -> SmallNetwork:
        """The network as it was written, anew if need be."""
        if self.seen is None or await self.fingerprint() != self.seen:
            await empty(self.database)
            self.network = await SmallNetwork.written(self.database)
            self.seen = await self.fingerprint()
        return self.network

    async def with_hidden(self) -> SmallNetwork:
        """The same with the hidden person."""
        if self.seen_with_hidden is None or await self.fingerprint() != self.seen_with_hidden:
            await (await self.untouched()).add_hidden()
            self.seen_with_hidden = await self.fingerprint()
        return self.network

    async def fingerprint(self) -> Any:  # noqa: ANN401 - to be compared only
        """What every write changes: which changes there are, but for those of sign-ins."""
        [row] = await self.database.rows(FINGERPRINT)
        return row | {"people": sorted(row["people"])}


@pytest.fixture(scope="session")
def kept(migrated_embedded: Database) -> Kept:
    """The network of all tests that only read."""
    return Kept(migrated_embedded)


@pytest.fixture
async def api(kept: Kept, settings: Settings) -> AsyncIterator[Api]:
    """The service over the small network on the embedded server."""
    async with serving(await kept.untouched(), settings) as one:
        yield one
    kept.database.observers.clear()


@pytest.fixture
async def api_with_hidden(kept: Kept, settings: Settings) -> AsyncIterator[Api]:
    """The same, with the person in it whom only managers may see."""
    async with serving(await kept.with_hidden(), settings) as one:
        yield one
    kept.database.observers.clear()


@asynccontextmanager
async def serving(network: SmallNetwork, settings: Settings) -> AsyncIterator[Api]:
    """The service over the small network."""
    async with running_on(network.database, settings) as running:
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
