"""Search: names as they are typed, over all kinds, and only what the viewer may see."""

from typing import Final

import pytest

from graph.model.permissions import Role
from tests.schema.conftest import Api

SEARCH: Final = """query ($text: String!, $kinds: [NodeKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage }
    edges { node { __typename ... on Person { name } ... on Organization { name } ... on Municipality { name }
      ... on Topic { labelDe } ... on Project { title } ... on Event { title } } } } }"""


async def found(api: Api, text: str, role: Role = Role.MEMBER, **more: object) -> list[str]:
    """What is found, as it is called."""
    page = (await api.ask(SEARCH, role, text=text, **more))["search"]
    return [next(value for name, value in edge["node"].items() if name != "__typename") for edge in page["edges"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("borek", "Bülent Börek"),
        ("BOEREK", "Bülent Börek"),
        ("Börek Bül", "Bülent Börek"),
        ("dressen", "Dörte Dreßen"),
        ("düssel", "Düsseldorf"),
        ("05111000", "Düsseldorf"),
        ("westf", "Nordrhein-Westfalen"),
        ("early", "Frühe Hilfen"),
        ("lots", "Lotsen"),
        ("treffen", "Jahrestreffen"),
    ],
)
async def test_a_name_is_found_while_it_is_typed(api: Api, text: str, name: str) -> None:
    assert await found(api, text) == [name]


async def test_only_the_kinds_asked_for_are_found(api: Api) -> None:
    assert await found(api, "h", kinds=["ORGANIZATION"]) == ["Hochschule"]
    assert {"Hochschule", "Hanna Heß"} <= {*await found(api, "h")}
    assert await found(api, "h", kinds=["EVENT"]) == []


@pytest.mark.parametrize("text", ["", "  ", "-*-", '"', "a* OR *", "[x TO y]", "\u0000", "ß" * 200])
async def test_signs_and_query_syntax_are_no_words(api: Api, text: str) -> None:
    assert await found(api, text) == []


async def test_pages_go_on_and_never_repeat(api: Api) -> None:
    names, after, more = list[str](), None, True
    while more:
        page = (await api.ask(SEARCH, text="h", first=2, after=after))["search"]
        names += [edge["node"].get("name") or str(edge["node"]) for edge in page["edges"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert len(names) == len(set(names)) == page["totalCount"] > 2


async def test_anonymous_viewers_find_the_public_only(api: Api) -> None:
    assert await found(api, "anna", Role.ANONYMOUS) == ["Anna Ahrens"]
    assert await found(api, "bülent", Role.ANONYMOUS) == []
    assert await found(api, "lotsen", Role.ANONYMOUS) == []


async def test_a_text_of_more_than_200_characters_is_refused(api: Api) -> None:
    answer = (await api.post(SEARCH, text="a" * 201)).json()
    assert answer["errors"][0]["extensions"] == {"code": "BAD_USER_INPUT", "field": "text"}
