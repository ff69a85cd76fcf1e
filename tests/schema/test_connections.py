"""Connections: pages with their ties, forward and backward, in both directions along a tie."""

from typing import Any, Final

import pytest

from graph.model.permissions import Role
from tests.schema.conftest import Api
from tests.schema.network import PEOPLE

PAGE: Final = """query ($first: Int, $after: String, $last: Int, $before: String) {
  people(first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { name } } } }"""
COLLABORATORS: Final = """query ($id: ID!, $first: Int, $after: String) { node(id: $id) { ... on Person {
  collaborators(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { name } } }
} } }"""


def names(connection: Any) -> list[str]:  # noqa: ANN401 - JSON
    """Who is on a page."""
    return [edge["node"]["name"] for edge in connection["edges"]]


async def test_walking_forward_meets_everybody_once_and_backward_the_same_reversed(api: Api) -> None:
    forward, after, more = list[str](), None, True
    while more:
        page = (await api.ask(PAGE, first=5, after=after))["people"]
        forward, after, more = forward + names(page), page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
        assert page["totalCount"] == len(PEOPLE)
    backward, before, more = list[str](), None, True
    while more:
        page = (await api.ask(PAGE, last=5, before=before))["people"]
        backward, before = names(page) + backward, page["pageInfo"]["startCursor"]
        more = page["pageInfo"]["hasPreviousPage"]
    assert forward == backward == sorted(PEOPLE)


async def test_a_nested_page_goes_on_after_its_cursor(api: Api) -> None:
    first = (await api.ask(COLLABORATORS, id=api.id("Anna Ahrens"), first=2))["node"]["collaborators"]
    cursor = first["pageInfo"]["endCursor"]
    second = (await api.ask(COLLABORATORS, id=api.id("Anna Ahrens"), first=2, after=cursor))["node"]["collaborators"]
    assert first["totalCount"] == second["totalCount"] == 3
    assert sorted(names(first) + names(second)) == ["Bülent Börek", "Clara Çelik", "Emil Ebert"]
    assert first["pageInfo"]["hasNextPage"]
    assert not second["pageInfo"]["hasNextPage"]


async def test_a_page_without_anything_has_no_cursors(api: Api) -> None:
    page = (await api.ask(COLLABORATORS, id=api.id("Anna Ahrens"), first=100, after=None))["node"]["collaborators"]
    beyond = await api.ask(COLLABORATORS, id=api.id("Anna Ahrens"), first=5, after=page["pageInfo"]["endCursor"])
    assert beyond["node"]["collaborators"]["edges"] == []
    assert beyond["node"]["collaborators"]["pageInfo"] == {"hasNextPage": False, "endCursor": None}


@pytest.mark.parametrize(
    "asked",
    [
        {"first": 0},
        {"first": 101},
        {"last": -1},
        {"first": 1, "last": 1},
        {"first": 1, "before": "x"},
        {"after": "not a cursor"},
        {"after": "WzEsIm8iXQ"},
    ],
)
async def test_a_page_that_cannot_be_is_refused(api: Api, asked: dict[str, object]) -> None:
    answer = (await api.post(PAGE, Role.MEMBER, **asked)).json()
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["BAD_USER_INPUT"]


async def test_a_cursor_of_another_order_is_refused(api: Api) -> None:
    cursor = (await api.ask(PAGE, first=1))["people"]["pageInfo"]["endCursor"]
    other = "query ($c: String) { people(first: 1, after: $c, orderBy: {by: CREATED_AT}) { totalCount } }"
    assert "BAD_USER_INPUT" in (await api.post(other, c=cursor)).text
    nested = "query ($c: String) { topics(first: 1, after: $c) { totalCount } }"
    assert "BAD_USER_INPUT" in (await api.post(nested, c=cursor)).text


async def test_a_tie_is_seen_from_both_of_its_ends(api: Api) -> None:
    answer = await api.ask(
        """query ($person: ID!, $organization: ID!) {
          person: node(id: $person) { ... on Person {
            organizations { edges { node { name } tie { id roleTitle level since } } } } }
          organization: node(id: $organization) { ... on Organization {
            people { edges { node { name } tie { id roleTitle level since } } } } } }""",
        person=api.id("Emil Ebert"),
        organization=api.id("Hochschule"),
    )
    [outward], [inward] = answer["person"]["organizations"]["edges"], answer["organization"]["people"]["edges"]
    assert outward["tie"] == inward["tie"]
    assert (outward["node"]["name"], inward["node"]["name"]) == ("Hochschule", "Emil Ebert")
    assert (inward["tie"]["roleTitle"], inward["tie"]["level"], inward["tie"]["since"]) == (
        "Professur",
        "LEADERSHIP",
        "2020",
    )


async def test_every_field_along_ties_can_be_asked_for(api: Api) -> None:
    """Whatever the kinds of both ends: a field of the schema that the store does not know would fail here."""
    answer = await api.ask("{ __schema { types { name fields { name type { ofType { name } } } } } }", Role.ADMIN)
    kinds = {
        "Person": "Anna Ahrens",
        "Organization": "Jugendamt",
        "Municipality": "Düsseldorf",
        "Topic": "Frühe Hilfen",
    }
    kinds |= {"Project": "Lotsen", "SupportOffer": "Begleitung", "Event": "Jahrestreffen"}
    kinds |= {"PolicyPosition": "Gemeinsam planen"}
    totals = 0
    for one in answer["__schema"]["types"]:
        fields = [
            field["name"]
            for field in one["fields"] or ()
            if ((field["type"]["ofType"] or {}).get("name") or "").endswith("TieConnection")
        ]
        if one["name"] in kinds:
            asked = " ".join(f"{name} {{ totalCount edges {{ node {{ id }} tie {{ id kind }} }} }}" for name in fields)
            document = f"query ($id: ID!) {{ node(id: $id) {{ ... on {one['name']} {{ {asked} }} }} }}"
            found = (await api.ask(document, Role.ADMIN, id=api.id(kinds[one["name"]])))["node"]
            totals += sum(connection["totalCount"] for connection in found.values())
    assert totals >= 40
