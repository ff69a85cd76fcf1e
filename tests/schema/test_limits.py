"""Limits: what is too large, too deep or too expensive is refused fast, and everything says what it costs."""

from time import perf_counter
from typing import Final

import pytest

from graph.model.permissions import Role
from schema.limits.check import DEEPEST
from schema.limits.lexical import MOST_ALIASES, MOST_DIRECTIVES, MOST_TOKENS
from service.middleware import LARGEST_BODY
from tests.schema.conftest import Api

SECONDS: Final = 1.0  # what each of these takes is milliseconds; the machine may be busy


def nested(levels: int) -> str:
    """A document so many pairs of braces deep."""
    inner = "{ id }"
    for _ in range((levels - 3) // 3):
        inner = "{ narrower { edges { node " + inner + " } } }"
    return "{ topics { edges { node " + inner + " } } }"


def bomb(levels: int) -> str:
    """Fragments that spread the next one twice: followed naively, 2 to the power of `levels` spreads."""
    fragments = [f"fragment f{n} on Topic {{ ...f{n + 1} ...f{n + 1} }}" for n in range(levels)]
    return " ".join(("{ topics { edges { node { ...f0 } } } }", *fragments, f"fragment f{levels} on Topic {{ id }}"))


async def cost_of(api: Api, document: str, **variables: object) -> int:
    """What the service says that a document costs."""
    answer = (await api.post(document, Role.MANAGER, **variables)).json()
    cost: int = answer["extensions"]["cost"]["requested"]
    return cost


@pytest.mark.parametrize(
    ("document", "cost"),
    [
        ("{ viewer { role } }", 0),
        ("{ __schema { types { name } } }", 0),
        ("{ topics { totalCount } }", 1),
        ("{ topics { edges { node { slug } } } }", 1 + 20),
        ("{ topics(first: 3) { edges { node { slug } } } }", 1 + 3),
        ("{ topics(last: 3) { edges { node { slug } } } }", 1 + 3),
        ("{ topics(first: 100000) { edges { node { slug } } } }", 1 + 100),
        ("{ a: topics { totalCount } b: topics { totalCount } }", 2),
        ("{ topics(first: 5) { edges { node { people(first: 10) { edges { node { name } tie { id } } } } } } }", 61),
        ("{ topics(first: 5) { edges { node { ...f } } } } fragment f on Topic { people { totalCount } }", 1 + 5 * 2),
        ("{ network { summary { density } } }", 25),
    ],
)
async def test_a_document_costs_what_it_may_load(api: Api, document: str, cost: int) -> None:
    assert await cost_of(api, document) == cost


async def test_variables_count_with_their_values(api: Api) -> None:
    document = (
        "query ($n: Int = 7, $deep: Boolean!) { topics(first: $n) { edges { node @include(if: $deep) { id } } } }"
    )
    assert await cost_of(api, document, deep=True) == 8
    assert await cost_of(api, document, n=30, deep=True) == 31
    assert await cost_of(api, document, n=30, deep=False) == 1


async def test_what_costs_too_much_is_refused_and_says_what_it_would_cost(api: Api) -> None:
    inner = "people(first: 100) { edges { node { topics(first: 2) { edges { node { id } } } } } }"
    answer = (await api.post(f"{{ topics(first: 100) {{ edges {{ node {{ {inner} }} }} }} }}")).json()
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["QUERY_TOO_COMPLEX"]
    assert "data" not in answer
    assert answer["extensions"]["cost"] == {"requested": 1 + 100 * (1 + 1 + 100 * (1 + 1 + 2)), "allowed": 10_000}


async def test_twelve_levels_are_answered_and_thirteen_refused(api: Api) -> None:
    await api.ask(nested(DEEPEST).replace("topics", "topics(first: 1)").replace("narrower", "narrower(first: 1)"))
    assert await api.refused(nested(DEEPEST + 3).replace("{ edges", "(first: 1) { edges")) == ["QUERY_TOO_DEEP"]


async def test_fragments_do_not_hide_depth(api: Api) -> None:
    step = "narrower(first: 1) { edges { node { %s } } }"
    document = (
        "{ topics(first: 1) { edges { node { ...a } } } }"
        f" fragment a on Topic {{ {step % step % '...b'} }} fragment b on Topic {{ {step % step % 'id'} }}"
    )
    assert await api.refused(document) == ["QUERY_TOO_DEEP"]


@pytest.mark.parametrize("levels", [10, 45, 200])
async def test_a_fragment_bomb_is_answered_or_refused_at_once(api: Api, levels: int) -> None:
    began = perf_counter()
    answer = (await api.post(bomb(levels))).json()
    assert perf_counter() - began < SECONDS
    assert "data" in answer or answer["errors"][0]["extensions"]["code"] in {"QUERY_TOO_DEEP", "QUERY_TOO_LARGE"}


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("{ " + "viewer { role } " * MOST_TOKENS + "}", "QUERY_TOO_LARGE"),
        ("{ " + " ".join(f"a{n}: viewer {{ role }}" for n in range(MOST_ALIASES + 1)) + " }", "QUERY_TOO_LARGE"),
        ("{ viewer { " + "role @skip(if: false) " * (MOST_DIRECTIVES + 1) + "} }", "QUERY_TOO_LARGE"),
        ("{ " * 400 + "}" * 400, "GRAPHQL_PARSE_FAILED"),
        ("{ topics " * 600 + "}" * 600, "QUERY_TOO_DEEP"),
        (nested(99), "QUERY_TOO_DEEP"),
        ("{ ...f } fragment f on Query { ...f }", "GRAPHQL_VALIDATION_FAILED"),
        ("query { viewer { role } } " * 200, "GRAPHQL_VALIDATION_FAILED"),
        ("query { viewer { role } } " * 300, "QUERY_TOO_LARGE"),
        ("{ topics(first: " + "[" * 900 + "]" * 900 + ") { totalCount } }", "QUERY_TOO_DEEP"),
    ],
)
async def test_hostile_documents_are_refused_at_once(api: Api, document: str, code: str) -> None:
    await api.sign_in(Role.MEMBER)
    began = perf_counter()
    codes = await api.refused(document)
    assert perf_counter() - began < SECONDS
    assert set(codes) == {code}


async def test_aliases_within_the_limit_are_answered(api: Api) -> None:
    await api.ask("{ " + " ".join(f"a{n}: viewer {{ role }}" for n in range(MOST_ALIASES)) + " }")


async def test_a_body_above_the_limit_is_refused_before_it_is_read_as_json(api: Api) -> None:
    largest = await api.client.post("/graphql", content=b"x" * LARGEST_BODY)
    assert largest.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    larger = await api.client.post("/graphql", content=b"x" * (LARGEST_BODY + 1))
    assert larger.status_code == 413
    assert larger.json()["errors"][0]["extensions"]["code"] == "BODY_TOO_LARGE"


async def test_deeply_nested_variables_are_refused(api: Api) -> None:
    value: object = "x"
    for _ in range(500):
        value = [value]
    document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    assert await api.refused(document, ids=value) == ["BAD_USER_INPUT"]
