"""`network`: who connects us, who should meet, with reasons, scope, snapshot, and what was left out."""

from typing import Any, Final

import pytest

from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.permissions import Role
from graph.store.writing import ConsentWriter, Decision, NodeWriter
from tests.schema.conftest import Api
from tests.schema.network import PEOPLE, VIEWER, WITHOUT_CONSENT

MULTIPLIERS: Final = """
query ($scope: NetworkScopeInput, $by: MultiplierMeasure! = SCORE, $first: Int, $after: String) {
  network(scope: $scope) { snapshot { id isCurrent } multipliers(orderBy: $by, first: $first, after: $after) {
    totalCount leftOut { value text } method { name exact } snapshot { id } pageInfo { hasNextPage endCursor }
    edges { cursor node { rank score actor { ... on Person { name } ... on Organization { name } }
      measures { degree constraint isCutPoint } reasons { code value subjects { id } ties { kind } } } } } } }"""
GAPS: Final = """query ($scope: NetworkScopeInput, $first: Int) { network(scope: $scope) { gaps(first: $first) {
  totalCount leftOut { value text } edges { node { score distance
    a { ... on Person { name } } b { ... on Person { name } }
    sharedTopics { rarity topic { labelDe } } reasons { code value subjects { id } ties { kind from { id } to { id } } }
    introducers { actor { ... on Person { name } } reasons { code } } } } } } }"""
SUMMARY: Final = """query ($scope: NetworkScopeInput) { network(scope: $scope) {
  scope { actors ties asOf maxGroupSize topics { slug } municipalities { name } sectors }
  summary { actors { value text } ties { value text } density meanDegree } } }"""
ONE: Final = "query ($id: ID!) { network { multiplier(actor: $id) { rank actor { ... on Person { name } } } } }"


def names(connection: Any) -> list[str]:  # noqa: ANN401 - JSON
    """Who is on a page."""
    return [edge["node"]["actor"]["name"] for edge in connection["edges"]]


async def test_who_joins_two_circles_comes_first_with_reasons(api: Api) -> None:
    ranking = (await api.ask(MULTIPLIERS, Role.STRATEGY))["network"]["multipliers"]
    best = ranking["edges"][0]["node"]
    assert (best["actor"]["name"], best["rank"]) == ("Anna Ahrens", 1)
    assert best["measures"]["isCutPoint"]
    assert {"ON_SHORTEST_PATHS", "CUT_POINT"} <= {reason["code"] for reason in best["reasons"]}
    assert ranking["method"] == {"name": "BRANDES", "exact": True}


async def test_who_has_not_agreed_is_in_no_list_and_counted(api: Api) -> None:
    for role, left_out in ((Role.STRATEGY, (None, "fewer than 5")), (Role.MANAGER, (1, "1"))):
        ranking = (await api.ask(MULTIPLIERS, role, first=100))["network"]["multipliers"]
        assert WITHOUT_CONSENT not in names(ranking)
        assert ranking["totalCount"] == len(PEOPLE) - 1
        assert (ranking["leftOut"]["value"], ranking["leftOut"]["text"]) == left_out


async def test_a_withdrawal_holds_from_the_next_request_on(api: Api) -> None:
    assert "Anna Ahrens" in names((await api.ask(MULTIPLIERS, Role.MANAGER))["network"]["multipliers"])
    for given in (False, True):
        decision = Decision(purpose=ConsentPurpose.RANKINGS, given=given, source="form")
        await ConsentWriter(api.running.database, VIEWER).record(api.network.refs["Anna"].id, [decision])
        ranking = (await api.ask(MULTIPLIERS, Role.MANAGER))["network"]["multipliers"]
        assert ("Anna Ahrens" in names(ranking)) is given


async def test_the_words_of_a_figure_are_german_for_germans(api: Api) -> None:
    await api.sign_in(Role.STRATEGY)
    headers = {**api.headers[Role.STRATEGY], "accept-language": "de"}
    answer = (await api.client.post("/graphql", json={"query": MULTIPLIERS}, headers=headers)).json()
    assert answer["data"]["network"]["multipliers"]["leftOut"]["text"] == "weniger als 5"


async def test_who_shares_rare_topics_and_has_no_tie_should_meet(api: Api) -> None:
    gaps = (await api.ask(GAPS, Role.STRATEGY))["network"]["gaps"]
    best = gaps["edges"][0]["node"]
    assert [best["a"]["name"], best["b"]["name"]] in (["Hanna Heß", "Jan Jäger"], ["Jan Jäger", "Hanna Heß"])
    assert {shared["topic"]["labelDe"] for shared in best["sharedTopics"]} == {"Frühe Hilfen", "Präventionskette"}
    assert best["distance"] == 2
    assert [one["actor"]["name"] for one in best["introducers"]] == ["Ilse Imhof"]
    assert {reason["code"] for reason in best["reasons"]} == {"SHARED_TOPIC"}
    assert all(tie["kind"] == "WORKS_ON" for reason in best["reasons"] for tie in reason["ties"])


@pytest.mark.parametrize("by", ["DEGREE", "CONSTRAINT", "PAGE_RANK"])
async def test_pages_of_a_ranking_go_on_in_its_order(api: Api, by: str) -> None:
    whole = names((await api.ask(MULTIPLIERS, Role.MANAGER, by=by, first=100))["network"]["multipliers"])
    walked, after, more = list[str](), None, True
    while more:
        page = (await api.ask(MULTIPLIERS, Role.MANAGER, by=by, first=4, after=after))["network"]["multipliers"]
        walked, after, more = walked + names(page), page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert walked == whole


async def test_backward_a_ranking_gives_its_end(api: Api) -> None:
    document = "query ($last: Int, $before: String) { network { multipliers(last: $last, before: $before) { " + (
        "pageInfo { hasPreviousPage hasNextPage startCursor } edges { node { actor { ... on Person { name } } } } } } }"
    )
    whole = names((await api.ask(MULTIPLIERS, Role.MANAGER, first=100))["network"]["multipliers"])
    last = (await api.ask(document, Role.MANAGER, last=3))["network"]["multipliers"]
    assert names(last) == whole[-3:]
    assert (last["pageInfo"]["hasPreviousPage"], last["pageInfo"]["hasNextPage"]) == (True, False)
    before = last["pageInfo"]["startCursor"]
    rest = (await api.ask(document, Role.MANAGER, last=100, before=before))["network"]["multipliers"]
    assert names(rest) == whole[:-3]


async def test_a_page_stays_on_the_snapshot_of_its_cursor_while_the_graph_moves_on(api: Api) -> None:
    first = (await api.ask(MULTIPLIERS, Role.MANAGER, first=4))["network"]["multipliers"]
    person = api.network.refs["Ilse"]
    await NodeWriter(api.running.database, VIEWER).update(
        NodeKind.PERSON, person.id, {"active_until": "2020"}, revision=1
    )
    moved = await api.ask(MULTIPLIERS, Role.MANAGER, first=4)
    for _ in range(50):
        if moved["network"]["snapshot"]["id"] != first["snapshot"]["id"]:
            break
        moved = await api.ask(MULTIPLIERS, Role.MANAGER, first=100)
    assert moved["network"]["snapshot"]["id"] != first["snapshot"]["id"]
    second = await api.ask(MULTIPLIERS, Role.MANAGER, first=100, after=first["pageInfo"]["endCursor"])
    assert second["network"]["multipliers"]["snapshot"] == first["snapshot"]
    assert second["network"]["multipliers"]["totalCount"] == first["totalCount"]


async def test_cursors_of_another_scope_order_tier_or_list_are_refused(api: Api) -> None:
    cursor = (await api.ask(MULTIPLIERS, Role.MANAGER, first=1))["network"]["multipliers"]["edges"][0]["cursor"]
    others: list[tuple[Role, dict[str, Any]]] = [
        (Role.MANAGER, {"by": "DEGREE"}),
        (Role.MANAGER, {"scope": {"minStrength": 3}}),
        (Role.MANAGER, {"scope": {"actors": "ORGANIZATIONS"}}),
        (Role.STRATEGY, {}),
    ]
    for role, changed in others:
        answer = (await api.post(MULTIPLIERS, role, after=cursor, **changed)).json()
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT", (role, changed)


async def test_a_snapshot_that_is_gone_says_so(api: Api) -> None:
    answer = (await api.post(SUMMARY, Role.MEMBER, scope={"actors": "ORGANIZATIONS", "snapshot": "0" * 32})).json()
    assert answer["errors"][0]["extensions"]["code"] == "CURSOR_EXPIRED"


async def test_the_same_snapshot_can_be_asked_for_again(api: Api) -> None:
    first = (await api.ask(MULTIPLIERS, Role.MANAGER))["network"]["snapshot"]
    again = await api.ask(MULTIPLIERS, Role.MANAGER, scope={"snapshot": first["id"]})
    assert again["network"]["snapshot"] == first


async def test_the_scope_comes_back_with_its_defaults_filled_in(api: Api) -> None:
    wanted = {"topics": [api.id("Gesundheit")], "municipalities": [api.id("Düsseldorf")], "asOf": "2024-05-02"}
    scope = (await api.ask(SUMMARY, Role.MEMBER, scope={**wanted, "sectors": ["SCIENCE"]}))["network"]["scope"]
    assert scope == {
        "actors": "PEOPLE",
        "ties": ["COLLABORATES_WITH", "CONTRIBUTES_TO"],
        "asOf": "2024-05-02",
        "maxGroupSize": 50,
        "topics": [{"slug": "gesundheit"}],
        "municipalities": [{"name": "Düsseldorf"}],
        "sectors": ["SCIENCE"],
    }


async def test_the_public_sees_sizes_rounded_and_no_ratios(api: Api) -> None:
    public = (await api.ask(SUMMARY, Role.ANONYMOUS))["network"]["summary"]
    assert public["actors"] == {"value": None, "text": "fewer than 5"}
    assert (public["density"], public["meanDegree"]) == (None, None)
    inside = (await api.ask(SUMMARY, Role.MEMBER))["network"]["summary"]
    assert inside["actors"] == {"value": len(PEOPLE), "text": str(len(PEOPLE))}


@pytest.mark.parametrize(
    "scope",
    [
        {"minStrength": 6},
        {"maxGroupSize": 1},
        {"ties": ["PART_OF"]},
        {"actors": "MUNICIPALITIES", "levels": ["POLITICAL"]},
        {"topics": ["VG9waWM6bmljaHRz"]},
    ],
)
async def test_a_scope_that_cannot_be_is_refused_with_what_is_allowed(api: Api, scope: object) -> None:
    answer = (await api.post(SUMMARY, Role.STRATEGY, scope=scope)).json()
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert answer["errors"][0]["path"] == ["network"]


async def test_organizations_are_ranked_for_members(api: Api) -> None:
    ranking = (await api.ask(MULTIPLIERS, Role.MEMBER, scope={"actors": "ORGANIZATIONS"}))["network"]["multipliers"]
    assert set(names(ranking)) == {"Jugendamt", "Hochschule"}


async def test_a_member_may_ask_about_oneself_and_nobody_else(api: Api) -> None:
    await api.sign_in(Role.MEMBER, "Anna Ahrens")
    own = await api.ask(ONE, Role.MEMBER, id=api.id("Anna Ahrens"))
    assert own["network"]["multiplier"] == {"rank": 1, "actor": {"name": "Anna Ahrens"}}
    assert (await api.ask(ONE, Role.MEMBER, id=api.id("Emil Ebert")))["network"]["multiplier"] is None
    assert (await api.ask(ONE, Role.STRATEGY, id=api.id("Emil Ebert")))["network"]["multiplier"]["rank"] > 1
    assert (await api.ask(ONE, Role.STRATEGY, id=api.id(WITHOUT_CONSENT)))["network"]["multiplier"] is None
    assert await api.refused(ONE, Role.ANONYMOUS, id=api.id("Emil Ebert")) == ["FORBIDDEN"]
