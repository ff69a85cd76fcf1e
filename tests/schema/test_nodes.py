"""`node` and `nodes`: anything by its global id, and nothing that the viewer may not see."""

from typing import Final

import pytest

from graph.model.ids import new_id
from graph.model.kinds import TieKind
from graph.model.permissions import Role
from schema.ids import global_id
from tests.schema.conftest import Api
from tests.schema.network import HIDDEN, NODES

UNKNOWN: Final = "019a0000-0000-7000-8000-000000000000"
NODE: Final = "query ($id: ID!) { node(id: $id) { __typename id ... on Person { name email } } }"
NODES_BY_ID: Final = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
TIE_OF: Final = """query ($id: ID!) { node(id: $id) { ... on Person { collaborators(first: 1) { edges { tie {
    id kind strength source evidence from { id } to { id } } } } } } }"""
TIE: Final = """query ($id: ID!) { node(id: $id) { ... on Tie {
    id kind strength source evidence from { id } to { id } } } }"""


async def test_a_person_is_found_by_global_id(api: Api) -> None:
    id = api.id("Bülent Börek")
    answer = await api.ask(NODE, id=id)
    assert answer["node"] == {"__typename": "Person", "id": id, "name": "Bülent Börek", "email": "1@example.org"}


async def test_every_kind_of_node_is_found_in_the_order_asked_for(api: Api) -> None:
    names = [str(getattr(nodes[0], type(nodes[0]).sorted_by)) for nodes in NODES.values()]
    answer = await api.ask(NODES_BY_ID, ids=[api.id(name) for name in names])
    assert [node["id"] for node in answer["nodes"]] == [api.id(name) for name in names]
    assert [node["__typename"] for node in answer["nodes"]] == [kind.value for kind in NODES]


async def test_a_tie_is_a_node_and_is_found_by_its_id(api: Api) -> None:
    [edge] = (await api.ask(TIE_OF, id=api.id("Jan Jäger")))["node"]["collaborators"]["edges"]
    assert (await api.ask(TIE, id=edge["tie"]["id"]))["node"] == edge["tie"]
    assert {edge["tie"]["from"]["id"], edge["tie"]["to"]["id"]} == {api.id("Ilse Imhof"), api.id("Jan Jäger")}


@pytest.mark.parametrize("role", [Role.ANONYMOUS, Role.MEMBER, Role.STRATEGY])
async def test_a_hidden_node_and_an_unknown_one_look_the_same(api_with_hidden: Api, role: Role) -> None:
    hidden, unknown = api_with_hidden.id(HIDDEN), global_id("Person", new_id())
    answers = [await api_with_hidden.post(NODE, role, id=id) for id in (hidden, unknown)]
    assert answers[0].content == answers[1].content
    assert answers[0].json()["data"] == {"node": None}


async def test_managers_see_whom_others_do_not(api_with_hidden: Api) -> None:
    answer = await api_with_hidden.ask(NODE, Role.MANAGER, id=api_with_hidden.id(HIDDEN))
    assert answer["node"]["name"] == HIDDEN


async def test_anonymous_viewers_find_nobody_of_the_network(api: Api) -> None:
    assert (await api.ask(NODE, Role.ANONYMOUS, id=api.id("Bülent Börek")))["node"] is None
    assert (await api.ask(NODE, Role.ANONYMOUS, id=api.id("Anna Ahrens")))["node"]["name"] == "Anna Ahrens"


@pytest.mark.parametrize(
    "id",
    [
        global_id("Nothing", "1"),
        global_id("Consent", "1"),
        global_id("Tie", "1"),
        global_id("Tie", f"{TieKind.GAVE}:1"),
        global_id("Tie", f"{TieKind.COLLABORATES_WITH}:{UNKNOWN}"),
    ],
)
async def test_an_id_of_what_does_not_exist_is_null(api: Api, id: str) -> None:
    assert await api.ask(NODE, Role.ADMIN, id=id) == {"node": None}


@pytest.mark.parametrize("id", ["", "abc", "UGVyc29u", "ÄÖÜ", global_id("Person", ""), global_id("Person", "a b")])
async def test_what_cannot_be_an_id_is_refused_without_being_repeated(api: Api, id: str) -> None:
    answer = (await api.post(NODE, id=id)).json()
    assert answer["data"] == {"node": None}
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert not id or id not in answer["errors"][0]["message"]


async def test_more_than_100_ids_are_refused(api: Api) -> None:
    answer = (await api.post(NODES_BY_ID, ids=[api.id("Jan Jäger")] * 101)).json()
    assert answer["errors"][0]["extensions"] == {"code": "BAD_USER_INPUT", "field": "ids"}
