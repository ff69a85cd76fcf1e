"""How many statements an operation takes: as many as it has levels, however large its pages are."""

from collections import Counter
from typing import Any, Final

import pytest

from graph.model.permissions import Role
from tests.schema.conftest import Api
from tests.schema.network import PEOPLE

COLLABORATORS: Final = """query ($first: Int) { people(first: $first) { edges { node { name
  collaborators(first: $first) { totalCount edges { node { name } tie { strength } } } } } } }"""
DEEP: Final = """query ($first: Int) { people(first: $first) { edges { node { organizations(first: $first) {
  edges { node { people(first: $first) { edges { node { topics(first: $first) {
  edges { node { labelDe } } } } } } } } } } } } }"""
WIDE: Final = """query ($first: Int) { people(first: $first) { edges { node {
  collaborators(first: $first) { totalCount } organizations(first: $first) { totalCount }
  topics(first: $first) { totalCount } projects(first: $first) { totalCount } } } } }"""
ENDS: Final = """query ($first: Int) { people(first: $first) { edges { node { collaborators(first: $first) {
  edges { tie { from { id } to { id } } } } } } } }"""
SEARCH: Final = 'query ($first: Int) { search(text: "a", first: $first) { edges { node { id } } } }'
GAPS: Final = """query ($first: Int) { network { gaps(first: $first) { edges { node {
  a { ... on Node { id } } reasons { subjects { id } ties { id } }
  introducers { actor { ... on Node { id } } reasons { subjects { id } } } } } } } }"""
MULTIPLIERS: Final = """query ($first: Int) { network { multipliers(first: $first) { edges { node {
  actor { ... on Person { name } } reasons { subjects { id } ties { id from { id } } } } } } } }"""


async def count(api: Api, statements: list[str], document: str, first: int, role: Role) -> int:
    """How many statements a document takes on pages of this size."""
    await api.ask(document, role, first=first)  # versions and consents are read once, snapshots built
    statements.clear()
    await api.ask(document, role, first=first)
    return len(statements)


@pytest.mark.parametrize(
    ("document", "budget"),
    [(COLLABORATORS, 2), (DEEP, 4), (WIDE, 5), (ENDS, 3), (SEARCH, 1)],
    ids=["collaborators", "deep", "wide", "ends", "search"],
)
@pytest.mark.parametrize("first", [2, 8])
async def test_a_list_takes_one_statement_a_level(
    api: Api, statements: list[str], document: str, budget: int, first: int
) -> None:
    assert await count(api, statements, document, first, Role.MEMBER) == budget


@pytest.mark.parametrize("document", [GAPS, MULTIPLIERS], ids=["gaps", "multipliers"])
@pytest.mark.parametrize("first", [2, 12])
async def test_an_analysis_reads_each_kind_of_node_and_tie_behind_its_reasons_once(
    api: Api, statements: list[str], document: str, first: int
) -> None:
    assert await count(api, statements, document, first, Role.MANAGER) <= 10
    read = Counter(one for one in statements if "Consent" not in one)
    assert set(read.values()) <= {1, 2}  # two: the people of the page, and those of its reasons
    assert [one for one, times in read.items() if times == 2 and "(node:Person" not in one] == []


async def test_the_pages_counted_were_not_empty(api: Api) -> None:
    answer: Any = await api.ask(COLLABORATORS, first=12)
    assert len(answer["people"]["edges"]) == len(PEOPLE)
    assert sum(edge["node"]["collaborators"]["totalCount"] for edge in answer["people"]["edges"]) > 20
