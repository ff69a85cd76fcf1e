"""Refusals: decided from the document and its variables, before anything runs."""

from typing import Final

import pytest

from graph.model.permissions import Permission, Role
from tests.schema.conftest import Api

PEOPLE: Final = "{ network { multipliers { totalCount } } }"
GROUPS: Final = "{ network(scope: {actors: ORGANIZATIONS}) { gaps { totalCount } } }"
BY_VARIABLE: Final = "query ($scope: NetworkScopeInput) { network(scope: $scope) { gaps { totalCount } } }"
IN_FRAGMENTS: Final = """query { network { ...a } }
fragment a on Network { ... on Network { ...b } } fragment b on Network { multipliers { totalCount } }"""
TWO_NETWORKS: Final = """query {
  groups: network(scope: {actors: MUNICIPALITIES}) { ...ranked }
  people: network(scope: {actors: PEOPLE}) { ...ranked }
} fragment ranked on Network { multipliers { totalCount } }"""


@pytest.mark.parametrize(
    ("document", "role", "permission"),
    [
        ("{ projects { totalCount } }", Role.ANONYMOUS, Permission.READ_NETWORK),
        ("{ people { edges { node { collaborators { totalCount } } } } }", Role.ANONYMOUS, Permission.READ_NETWORK),
        ("{ topics { edges { node { projects { totalCount } } } } }", Role.ANONYMOUS, Permission.READ_NETWORK),
        (GROUPS, Role.ANONYMOUS, Permission.ANALYZE_GROUPS),
        ("{ network(scope: {sectors: SCIENCE}) { summary { density } } }", Role.ANONYMOUS, Permission.ANALYZE_GROUPS),
        (PEOPLE, Role.MEMBER, Permission.ANALYZE_PEOPLE),
        (IN_FRAGMENTS, Role.MEMBER, Permission.ANALYZE_PEOPLE),
        (TWO_NETWORKS, Role.MEMBER, Permission.ANALYZE_PEOPLE),
    ],
)
async def test_a_document_is_refused_before_it_runs(
    api: Api, statements: list[str], document: str, role: Role, permission: Permission
) -> None:
    await api.sign_in(role)
    statements.clear()
    answer = (await api.post(document, role)).json()
    assert "data" not in answer
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["FORBIDDEN"]
    assert all("path" not in error for error in answer["errors"])
    assert permission in answer["errors"][0]["message"]
    assert statements == []


@pytest.mark.parametrize("scope", [None, {}, {"actors": "PEOPLE"}])
async def test_a_scope_in_a_variable_decides_as_one_in_the_document(api: Api, scope: object) -> None:
    assert await api.refused(BY_VARIABLE, Role.MEMBER, scope=scope) == ["FORBIDDEN"]


async def test_members_rank_organizations_and_strategists_people(api: Api) -> None:
    await api.ask(BY_VARIABLE, Role.MEMBER, scope={"actors": "ORGANIZATIONS"})
    await api.ask(BY_VARIABLE, Role.STRATEGY, scope={"actors": "PEOPLE"})


async def test_what_is_skipped_needs_nothing(api: Api) -> None:
    document = "query ($network: Boolean!) { viewer { role } projects @include(if: $network) { totalCount } }"
    assert await api.ask(document, Role.ANONYMOUS, network=False) == {"viewer": {"role": "ANONYMOUS"}}
    assert await api.refused(document, Role.ANONYMOUS, network=True) == ["FORBIDDEN"]


async def test_the_refusal_is_german_for_germans(api: Api) -> None:
    headers = {"accept-language": "de-AT,de;q=0.9,en;q=0.5"}
    answer = (await api.client.post("/graphql", json={"query": PEOPLE}, headers=headers)).json()
    assert answer["errors"][0]["message"].startswith("Dafür ist das Recht")
