"""GraphQL over HTTP: methods, media types, status codes, headers."""

import httpx
import pytest

from service.app import create_app
from service.running import Running

QUERY = "{ viewer { role } }"
WRONG = "{ nothing }"
GRAPHQL = "application/graphql-response+json"
JSON = "application/json"


async def ask(client: httpx.AsyncClient, query: str, accept: str) -> httpx.Response:
    """The answer to a query for a client that accepts this."""
    return await client.post("/graphql", json={"query": query}, headers={"accept": accept})


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", JSON),
        ("", JSON),
        (JSON, JSON),
        (GRAPHQL, GRAPHQL),
        (f"{GRAPHQL}; charset=utf-8, {JSON}; charset=utf-8", GRAPHQL),
        (f"{JSON}, {GRAPHQL};q=0.5", JSON),
        (f"{JSON};q=0.2, {GRAPHQL};q=0.5", GRAPHQL),
        (f"{GRAPHQL};q=nonsense, {JSON}", JSON),
    ],
)
async def test_the_answer_has_the_media_type_that_the_client_prefers(
    client: httpx.AsyncClient, accept: str, media_type: str
) -> None:
    answer = await ask(client, QUERY, accept)
    assert answer.headers["content-type"].split(";")[0] == media_type
    assert answer.json()["data"] == {"viewer": {"role": "ANONYMOUS"}}


async def test_only_the_newer_media_type_says_by_its_status_that_something_was_refused(
    client: httpx.AsyncClient,
) -> None:
    assert (await ask(client, WRONG, GRAPHQL)).status_code == 400
    assert (await ask(client, WRONG, JSON)).status_code == 200
    assert (await ask(client, QUERY, GRAPHQL)).status_code == 200
    assert (await ask(client, '{ node(id: "x") { id } }', GRAPHQL)).status_code == 200


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", JSON),
        (b"{", JSON),
        (b"[]", JSON),
        (b'[{"query": "{ viewer { role } }"}]', JSON),
        (b'"text"', JSON),
        (b"7", JSON),
        (b"null", JSON),
        (b"[" * 50_000, JSON),
        (b'{"query": "{ viewer { role } }", "variables": {"a": "\\ud800"}}', JSON),
        (b'{"query": "{ viewer { role } }", "operationName": 7}', JSON),
        (b'{"query": "{ viewer { role } }", "operationName": {}}', JSON),
        (b"{}", JSON),
        (b'{"query": 7}', JSON),
        (b'{"query": "{ viewer { role } }", "variables": []}', JSON),
        (b'{"query": "{ viewer { role } }", "operationName": "Other"}', JSON),
        (b"\xff\xfe", JSON),
        (b"query=%7Bviewer%7D", "application/x-www-form-urlencoded"),
        (b"x", "multipart/form-data; boundary=x"),
    ],
)
async def test_what_is_no_graphql_request_is_refused_in_graphqls_shape(
    client: httpx.AsyncClient, body: bytes, content_type: str
) -> None:
    answer = await client.post("/graphql", content=body, headers={"content-type": content_type})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


async def test_queries_come_by_get_and_mutations_do_not(client: httpx.AsyncClient) -> None:
    assert (await client.get("/graphql", params={"query": QUERY})).json()["data"] == {"viewer": {"role": "ANONYMOUS"}}
    assert (await client.get("/graphql", params={"query": "mutation { x }"})).status_code == 400


async def test_by_setting_queries_do_not_come_by_get(running: Running) -> None:
    running.settings = running.settings.model_copy(update={"queries_by_get": False, "demo_sign_in": False})
    transport = httpx.ASGITransport(create_app(running))
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as other:
        assert (await other.get("/graphql", params={"query": QUERY})).status_code >= 400
        assert (await other.post("/graphql", json={"query": QUERY})).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
async def test_other_methods_are_not_allowed(client: httpx.AsyncClient, method: str) -> None:
    assert (await client.request(method, "/graphql", json={"query": QUERY})).status_code == 405


async def test_no_page_of_documentation_is_served_that_loads_code_from_elsewhere(client: httpx.AsyncClient) -> None:
    for path in ("/docs", "/redoc", "/openapi.json"):
        assert (await client.get(path)).status_code == 404
    page = await client.get("/graphql", headers={"accept": "text/html"})
    assert page.status_code == 404
    assert "unpkg" not in page.text


async def test_every_answer_has_an_id_and_is_kept_by_nobody(client: httpx.AsyncClient) -> None:
    given, other = "0123456789abcdef", 'evil"}\n{"level":'
    answer = await client.post("/graphql", json={"query": QUERY}, headers={"x-request-id": given})
    assert answer.headers["x-request-id"] == given
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    made = await client.post("/graphql", json={"query": QUERY}, headers={"x-request-id": other})
    assert len(made.headers["x-request-id"]) == 36


async def test_a_mistake_of_ours_says_nothing_of_itself(client: httpx.AsyncClient, running: Running) -> None:
    running.viewers = None  # type: ignore[assignment]  # whatever breaks
    answer = await client.post("/graphql", json={"query": QUERY})
    assert answer.status_code == 500
    assert answer.json()["errors"][0]["extensions"]["code"] == "INTERNAL_SERVER_ERROR"
    assert "NoneType" not in answer.text
