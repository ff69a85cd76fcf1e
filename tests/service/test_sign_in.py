"""Signing in: a token says who, the store says what they may do, with every request anew."""

from datetime import timedelta

import httpx
import pytest

from graph.model.kinds import NodeKind
from graph.model.nodes import PersonFields
from graph.model.permissions import Role
from graph.model.viewer import system
from graph.store.writing import AccountWriter, NodeWriter
from schema.ids import global_id
from service.running import Running
from service.sign_in.tokens import ISSUER, Subject

WHO = {"query": "{ viewer { role person { id name } } }"}
ANNA = Subject(ISSUER, "anna")


async def account(running: Running, role: Role, person: str | None = None) -> dict[str, str]:
    """The header of somebody who is signed in."""
    await AccountWriter(running.database, system("tests")).save(ANNA.issuer, ANNA.subject, role, person_id=person)
    return {"authorization": f"Bearer {running.viewers.tokens.issue(ANNA, timedelta(hours=1))}"}


async def who(client: httpx.AsyncClient, headers: dict[str, str]) -> object:
    """As what the service sees somebody."""
    return (await client.post("/graphql", json=WHO, headers=headers)).json()["data"]["viewer"]


async def test_without_a_token_one_is_anonymous(client: httpx.AsyncClient) -> None:
    assert await who(client, {}) == {"role": "ANONYMOUS", "person": None}


async def test_role_and_person_come_from_the_account(client: httpx.AsyncClient, running: Running) -> None:
    person = await NodeWriter(running.database, system("tests")).create(PersonFields(name="Anna"))
    headers = await account(running, Role.MEMBER, person.id)
    own = {"id": global_id(NodeKind.PERSON, person.id), "name": "Anna"}  # hidden from members, but not from herself
    assert await who(client, headers) == {"role": "MEMBER", "person": own}


async def test_a_change_of_role_holds_from_the_next_request_on(client: httpx.AsyncClient, running: Running) -> None:
    headers = await account(running, Role.MEMBER)
    await account(running, Role.MANAGER)
    assert await who(client, headers) == {"role": "MANAGER", "person": None}


async def test_the_token_of_an_account_that_was_ended_is_refused(client: httpx.AsyncClient, running: Running) -> None:
    headers = await account(running, Role.ADMIN)
    await account(running, Role.ANONYMOUS)
    assert (await client.post("/graphql", json=WHO, headers=headers)).status_code == 401


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer x.y.z", "bearer\tx"])
async def test_a_bad_token_is_refused_and_never_anonymous(client: httpx.AsyncClient, header: str) -> None:
    answer = await client.post("/graphql", json=WHO, headers={"authorization": header})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.json()["errors"][0]["extensions"] == {"code": "UNAUTHENTICATED"}
    assert "data" not in answer.json()


async def test_a_token_without_an_account_is_refused(client: httpx.AsyncClient, running: Running) -> None:
    token = running.viewers.tokens.issue(Subject(ISSUER, "nobody"), timedelta(hours=1))
    answer = await client.post("/graphql", json=WHO, headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 401
