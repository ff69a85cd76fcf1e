"""Demo sign-in: every role for everybody on this machine, and nothing for anybody else."""

import httpx
import pytest

from service.app import create_app
from service.running import Running
from service.sign_in.tokens import Tokens

WHO = {"query": "{ viewer { role } }"}


@pytest.mark.parametrize("role", ["MEMBER", "strategy", "MANAGER", "ADMIN"])
async def test_it_hands_out_a_token_of_each_role(client: httpx.AsyncClient, role: str) -> None:
    handed = (await client.post(f"/demo/sign-in?role={role}")).json()
    answer = await client.post("/graphql", json=WHO, headers={"authorization": f"Bearer {handed['token']}"})
    assert answer.json()["data"]["viewer"]["role"] == role.upper() == handed["role"]


@pytest.mark.parametrize("role", ["", "ANONYMOUS", "ROOT"])
async def test_no_other_role_is_handed_out(client: httpx.AsyncClient, role: str) -> None:
    answer = await client.post(f"/demo/sign-in?role={role}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_a_person_who_does_not_exist_cannot_be_signed_in_as(client: httpx.AsyncClient) -> None:
    assert (await client.post("/demo/sign-in?role=MEMBER&person=nobody")).status_code == 400


async def test_its_page_loads_nothing_from_anywhere(client: httpx.AsyncClient) -> None:
    page = await client.get("/demo")
    assert page.text.count("<button>") == 4
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "//" not in page.text.replace("<!doctype html>", "")


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "kommune.example"},
        {"host": "127.0.0.1.kommune.example:8000"},
        {"host": ""},
        {"x-forwarded-for": "192.0.2.7"},
        {"forwarded": "for=192.0.2.7"},
        {"x-real-ip": "192.0.2.7"},
    ],
)
@pytest.mark.parametrize("path", ["/demo/sign-in?role=ADMIN", "/graphql"])
async def test_while_it_is_on_nobody_gets_in_by_another_name_or_a_proxy(
    client: httpx.AsyncClient, headers: dict[str, str], path: str
) -> None:
    answer = await client.post(path, json=WHO, headers=headers)
    assert answer.status_code == 421
    assert "KOMMUNE360_DEMO_SIGN_IN" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1", "[::1]:8000"])
async def test_all_names_of_this_machine_are_let_in(client: httpx.AsyncClient, host: str) -> None:
    assert (await client.get("/healthz", headers={"host": host})).status_code == 200


async def test_switched_off_it_is_not_there_and_its_tokens_are_worth_nothing(
    client: httpx.AsyncClient, running: Running
) -> None:
    token = (await client.post("/demo/sign-in?role=ADMIN")).json()["token"]
    running.settings = running.settings.model_copy(update={"demo_sign_in": False})
    off = create_app(running)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(off), base_url="http://kommune.example") as other:
        assert (await other.get("/demo")).status_code == 404
        assert (await other.post("/demo/sign-in?role=ADMIN")).status_code == 404
    with pytest.raises(Exception, match="not valid"):
        Tokens(running.viewers.tokens.key).read(token)
