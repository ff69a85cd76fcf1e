"""A person whom only managers may see leaves no trace in any answer to anybody else, byte for byte.

Every operation is asked twice of the same service, before and after the person and all her ties are written. What is
compared is the whole body: totals, orders, cursors, snapshot ids, counts of who was left out.
"""

from typing import Any, Final

import pytest

from graph.model.permissions import Role
from tests.schema.conftest import Api
from tests.schema.network import HIDDEN, HIDDEN_VALUES, PEOPLE
from tests.schema.operations import GAPS, PAGE, SUMMARY, Operation, analyses, directory

LOWER: Final = (Role.ANONYMOUS, Role.MEMBER, Role.STRATEGY)
FILTERED: Final = f"query ($filter: PersonFilter) {{ people(filter: $filter) {{ {PAGE} }} }}"
SEARCH: Final = f"query ($text: String!) {{ search(text: $text) {{ {PAGE} edges {{ cursor node {{ id }} }} }} }}"
NARROWED: Final = f"query ($scope: NetworkScopeInput) {{ network(scope: $scope) {{ {SUMMARY} {GAPS} }} }}"
BY_ID: Final = (
    "query ($id: ID!) { node(id: $id) { id } }",
    "query ($id: ID!) { nodes(ids: [$id, $id]) { id } }",
    "query ($id: ID!) { network { multiplier(actor: $id) { rank } } }",
)


def everything(api: Api, role: Role) -> list[Operation]:
    """All that a role may ask, and what somebody might ask who suspects something."""
    filters: list[dict[str, Any]] = [
        {"topics": [api.id("Gesundheit")]},
        {"organizations": [api.id("Jugendamt")]},
        {"municipalities": [api.id("Nordrhein-Westfalen")]},
        {"levels": ["POLITICAL", "LEADERSHIP"], "sectors": ["SCIENCE"], "activeOn": "2024-01-01"},
    ]
    scopes: list[dict[str, Any]] = [
        {"topics": [api.id("Präventionskette")]},
        {"municipalities": [api.id("Düsseldorf")], "ties": ["ATTENDED", "MEMBER_OF"]},
        {"levels": ["LEADERSHIP"], "minStrength": 5},
    ]
    return [
        *directory(role),
        *analyses(role),
        *((FILTERED, {"filter": one}) for one in filters),
        *((SEARCH, {"text": text}) for text in ("v", "veronika ver", "borg", "veronika@", "099", "a")),
        *((NARROWED, {"scope": scope}) for scope in scopes if role is Role.STRATEGY),
    ]


async def answers(api: Api, role: Role, operations: list[Operation]) -> list[bytes]:
    """The whole body of the answer to each; none is a refusal, which would prove nothing."""
    bodies = [(await api.post(document, role, **variables)).content for document, variables in operations]
    assert [body for body in bodies if b'"errors"' in body] == []
    return bodies


async def test_no_answer_changes_when_a_hidden_person_is_there(api: Api) -> None:
    before = {role: await answers(api, role, everything(api, role)) for role in LOWER}
    await api.network.add_hidden()
    after = {role: await answers(api, role, everything(api, role)) for role in LOWER}
    for role in LOWER:
        for (document, variables), one, other in zip(everything(api, role), before[role], after[role], strict=True):
            assert one == other, (role, document, variables)


@pytest.mark.parametrize("role", LOWER)
async def test_none_of_her_values_is_in_any_answer(api_with_hidden: Api, role: Role) -> None:
    bodies = await answers(api_with_hidden, role, everything(api_with_hidden, role))
    found = b"".join(bodies).decode()
    assert [value for value in HIDDEN_VALUES if value in found] == []


async def test_managers_are_shown_all_of_it(api_with_hidden: Api) -> None:
    bodies = await answers(api_with_hidden, Role.MANAGER, directory(Role.MANAGER))
    found = b"".join(bodies).decode()
    assert [value for value in HIDDEN_VALUES if value not in found] == []
    assert f'"totalCount":{len(PEOPLE) + 1}' in found


@pytest.mark.parametrize("role", LOWER)
@pytest.mark.parametrize("document", BY_ID)
async def test_her_id_is_answered_like_one_that_does_not_exist(api_with_hidden: Api, role: Role, document: str) -> None:
    her, nobody = api_with_hidden.id(HIDDEN), api_with_hidden.id(HIDDEN)[:-4] + "MDAw"
    one, other = [(await api_with_hidden.post(document, role, id=id)).content for id in (her, nobody)]
    assert one == other


@pytest.mark.parametrize("role", Role)
async def test_her_values_are_in_no_error_and_no_log_line(
    api_with_hidden: Api, role: Role, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    wrong: list[Operation] = [
        (SEARCH, {"text": HIDDEN * 20}),
        ("query ($v: Int) { people(first: $v) { totalCount } }", {"v": HIDDEN}),
        ("query ($v: String) { people(after: $v) { totalCount } }", {"v": HIDDEN}),
        ("query ($v: ID!) { node(id: $v) { id } }", {"v": HIDDEN}),
        (
            "query ($v: PersonFilter) { people(filter: $v) { totalCount } }",
            {"v": {"topics": [api_with_hidden.id(HIDDEN)]}},
        ),
    ]
    asked = [*everything(api_with_hidden, Role.STRATEGY), (SEARCH, {"text": HIDDEN}), *wrong]
    answers = [(await api_with_hidden.post(document, role, **variables)).json() for document, variables in asked]
    errors = [answer["errors"] for answer in answers if "errors" in answer]
    said = "".join(capfd.readouterr()) + caplog.text + str(errors)
    assert "operation" in said
    assert len(errors) >= len(wrong)
    assert [value for value in HIDDEN_VALUES if value in said] == []
