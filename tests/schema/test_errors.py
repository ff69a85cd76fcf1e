"""Errors as clients get them: a code from the closed list, a sentence of ours, and never a value or a trace."""

import inspect
from typing import Final

import pytest
from graphql import GraphQLError

from graph.model import errors
from graph.model.errors import GraphError
from graph.model.messages import Language
from graph.model.permissions import Role
from schema.errors import CODES, ErrorCode, code_of, told
from tests.schema.conftest import Api

TREE: Final = [one for _, one in inspect.getmembers(errors, inspect.isclass) if issubclass(one, GraphError)]
SECRET: Final = "Veronika Verborgen"


@pytest.mark.parametrize("error", TREE, ids=lambda one: one.__name__)
def test_every_error_of_ours_has_the_code_of_its_nearest_kind(error: type[GraphError]) -> None:
    code = code_of(error.__new__(error))
    nearest = next(kind for kind in error.__mro__ if kind in CODES)
    assert code is CODES[nearest]
    assert code is not ErrorCode.INTERNAL_SERVER_ERROR or issubclass(error, errors.StoreError) or error is GraphError


def test_an_error_that_is_not_ours_says_nothing_of_itself() -> None:
    raised = GraphQLError(SECRET, original_error=KeyError(SECRET))
    answer = told(raised, Language.EN)
    assert SECRET not in str(answer)
    assert answer["extensions"] == {"code": "INTERNAL_SERVER_ERROR"}
    assert told(raised, Language.DE)["message"].startswith("Bei uns ist etwas schiefgegangen")


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("{ viewer { role }", "GRAPHQL_PARSE_FAILED"),
        ("", "BAD_REQUEST"),
        ("# nothing", "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ node }", "GRAPHQL_VALIDATION_FAILED"),
        ("mutation { viewer { role } }", "GRAPHQL_VALIDATION_FAILED"),
        ('{ topics(first: "x") { totalCount } }', "GRAPHQL_VALIDATION_FAILED"),
        ("fragment f on Query { viewer { role } }", "BAD_REQUEST"),
    ],
)
async def test_a_document_that_is_wrong_is_refused_with_its_code(api: Api, document: str, code: str) -> None:
    assert set(await api.refused(document)) == {code}


@pytest.mark.parametrize(
    ("document", "value"),
    [
        ("query ($v: Int) { people(first: $v) { totalCount } }", SECRET),
        ("query ($v: String!) { search(text: $v) { totalCount } }", None),
        ("query ($v: String!) { search(text: $v) { totalCount } }", [SECRET]),
        ("query ($v: [ID!]!) { nodes(ids: $v) { id } }", [{SECRET: SECRET}]),
        ("query ($v: PersonFilter) { people(filter: $v) { totalCount } }", {"text": {"of": SECRET}}),
        ("query ($v: PersonFilter) { people(filter: $v) { totalCount } }", {SECRET: 1}),
        ("query ($v: PersonFilter) { people(filter: $v) { totalCount } }", {"levels": [SECRET]}),
        ("query ($v: PersonFilter) { people(filter: $v) { totalCount } }", {"activeOn": SECRET}),
        ("query ($v: PersonFilter) { people(filter: $v) { totalCount } }", {"topics": [SECRET]}),
        ("query ($v: String) { people(after: $v) { totalCount } }", SECRET),
        ("query ($v: NetworkScopeInput) { network(scope: $v) { scope { asOf } } }", {"snapshot": SECRET}),
        ("query ($v: NetworkScopeInput) { network(scope: $v) { scope { asOf } } }", {"maxGroupSize": SECRET}),
    ],
)
async def test_a_wrong_value_is_refused_and_not_repeated(api: Api, document: str, value: object) -> None:
    answer = await api.post(document, Role.STRATEGY, v=value)
    assert [error["extensions"]["code"] for error in answer.json()["errors"]] in (
        ["BAD_USER_INPUT"],
        ["CURSOR_EXPIRED"],
    )
    assert SECRET not in answer.text


async def test_a_wrong_variable_is_named_with_its_place_and_type(api: Api) -> None:
    document = "query ($scope: NetworkScopeInput!) { network(scope: $scope) { scope { asOf } } }"
    answer = (await api.post(document, scope={"actors": "PEOPLE", "levels": ["HIGH"]})).json()
    assert [error["message"] for error in answer["errors"]] == [
        "The variable $scope.levels[0] has a value that is not allowed there. Its type: NetworkScopeInput!."
    ]
