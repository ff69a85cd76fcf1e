"""Lists at the root: filters, orders, and what each role finds in them."""

from typing import Any, Final

import pytest

from graph.model.permissions import Role
from tests.schema.conftest import Api
from tests.schema.network import PEOPLE, PUBLIC

LIST: Final = """query ($filter: {filter}, $order: {order}) {{
  {field}(filter: $filter, orderBy: $order) {{ totalCount edges {{ node {{ {name} }} }} }} }}"""
KINDS: Final = {
    "people": ("Person", "name"),
    "organizations": ("Organization", "name"),
    "municipalities": ("Municipality", "name"),
    "topics": ("Topic", "labelDe"),
    "projects": ("Project", "title"),
    "supportOffers": ("SupportOffer", "title"),
    "policyPositions": ("PolicyPosition", "title"),
    "events": ("Event", "title"),
}


async def found(api: Api, field: str, role: Role = Role.MEMBER, **variables: object) -> list[str]:
    """The names on the first page of a list."""
    kind, name = KINDS[field]
    document = LIST.format(filter=f"{kind}Filter", order=f"{kind}Order", field=field, name=name)
    page = (await api.ask(document, role, **variables))[field]
    assert page["totalCount"] == len(page["edges"])
    return [edge["node"][name] for edge in page["edges"]]


@pytest.mark.parametrize(
    ("field", "filter", "names"),
    [
        ("people", {"text": "bü b"}, ["Bülent Börek"]),
        ("people", {"text": "gross"}, ["Gero Groß"]),
        ("people", {"sectors": ["SCIENCE"]}, ["Emil Ebert"]),
        ("people", {"levels": ["POLITICAL"]}, ["Fatma Fuchs"]),
        ("people", {"levels": ["LEADERSHIP", "POLITICAL"]}, ["Emil Ebert", "Fatma Fuchs"]),
        ("people", {"activeOn": "2019-12-31", "sectors": ["SCIENCE"]}, []),
        ("organizations", {"kinds": ["AUTHORITY"]}, ["Jugendamt"]),
        ("organizations", {"sectors": ["SCIENCE", "POLITICS"]}, ["Hochschule"]),
        ("municipalities", {"kinds": ["LAND"]}, ["Nordrhein-Westfalen"]),
        ("municipalities", {"land": "05", "kinds": ["RURAL_DISTRICT"]}, ["Mettmann"]),
        ("municipalities", {"district": "05111"}, ["Düsseldorf"]),
        ("municipalities", {"populationFrom": 100, "populationTo": 1_000_000}, ["Mettmann"]),
        ("topics", {"text": "prevention"}, ["Präventionskette"]),
        ("projects", {"stages": ["RUNNING"]}, ["Lotsen"]),
        ("projects", {"stages": ["IDEA"]}, []),
        ("supportOffers", {"kinds": ["ACCOMPANIMENT"], "stages": ["IDEA"], "levels": ["POLITICAL"]}, ["Begleitung"]),
        ("policyPositions", {"status": ["DRAFT"]}, ["Noch im Entwurf"]),
        ("events", {"heldFrom": "2024-09-01", "heldTo": "2024-09-02"}, ["Jahrestreffen"]),
        ("events", {"heldTo": "2024-09-01"}, []),
        ("people", {"sectors": [], "levels": None}, sorted(PEOPLE)),
    ],
)
async def test_a_filter_leaves_what_fits_it(api: Api, field: str, filter: object, names: list[str]) -> None:
    assert await found(api, field, filter=filter) == names


@pytest.mark.parametrize(
    ("field", "name", "of", "names"),
    [
        ("people", "topics", "Gesundheit", ["Anna Ahrens", "Dörte Dreßen", "Hanna Heß", "Jan Jäger"]),
        ("people", "municipalities", "Nordrhein-Westfalen", ["Fatma Fuchs"]),
        ("people", "organizations", "Hochschule", ["Emil Ebert"]),
        ("organizations", "municipalities", "Nordrhein-Westfalen", ["Hochschule", "Jugendamt"]),
        ("municipalities", "partOf", "Nordrhein-Westfalen", ["Düsseldorf"]),
        ("topics", "broader", "Gesundheit", ["Frühe Hilfen"]),
        ("projects", "topics", "Gesundheit", ["Lotsen"]),
        ("projects", "seeks", "Präventionskette", ["Lotsen"]),
        ("projects", "municipalities", "Düsseldorf", ["Lotsen"]),
        ("supportOffers", "topics", "Präventionskette", ["Begleitung"]),
        ("policyPositions", "topics", "Präventionskette", []),
        ("events", "topics", "Gesundheit", []),
    ],
)
async def test_a_filter_looks_along_ties(api: Api, field: str, name: str, of: str, names: list[str]) -> None:
    assert await found(api, field, filter={name: [api.id(of)]}) == names


@pytest.mark.parametrize(
    ("field", "order", "first"),
    [
        ("people", {"descending": True}, "Lars Löwe"),
        ("people", {"by": "CREATED_AT"}, None),
        ("municipalities", {"by": "POPULATION", "descending": True}, "Nordrhein-Westfalen"),
        ("municipalities", {"by": "POPULATION"}, "Mettmann"),
        ("events", {"by": "HELD_ON"}, "Jahrestreffen"),
    ],
)
async def test_a_list_comes_in_the_order_asked_for(api: Api, field: str, order: object, first: str | None) -> None:
    names = await found(api, field, order=order)
    assert first is None or names[0] == first


@pytest.mark.parametrize(
    ("field", "filter"),
    [
        ("people", {"topics": ["nonsense"]}),
        ("people", {"topics": ["{person}"]}),
        ("municipalities", {"partOf": ["{person}"]}),
        ("people", {"topics": ["{person}"] * 101}),
    ],
)
async def test_an_id_of_the_wrong_kind_is_refused(api: Api, field: str, filter: dict[str, Any]) -> None:
    ids = {name: [id.format(person=api.id("Jan Jäger")) for id in values] for name, values in filter.items()}
    kind = KINDS[field][0]
    document = f"query ($filter: {kind}Filter) {{ {field}(filter: $filter) {{ totalCount }} }}"
    answer = (await api.post(document, filter=ids)).json()
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_everybody_sees_what_is_public_and_members_the_network(api: Api) -> None:
    assert await found(api, "people", Role.ANONYMOUS) == sorted(PUBLIC)
    assert await found(api, "people", Role.MEMBER) == sorted(PEOPLE)
    assert await found(api, "policyPositions", Role.ANONYMOUS) == ["Gemeinsam planen"]
    assert await found(api, "policyPositions", Role.MEMBER) == ["Gemeinsam planen", "Noch im Entwurf"]


async def test_contact_details_need_consent_and_notes_of_ties_a_manager(api: Api) -> None:
    document = """{ people { edges { node { name email phone
      collaborators(first: 1) { edges { tie { evidence } } } } } } }"""
    for role, shown in ((Role.MEMBER, 11), (Role.MANAGER, 12)):
        nodes = [edge["node"] for edge in (await api.ask(document, role))["people"]["edges"]]
        assert sum(node["email"] is not None for node in nodes) == shown
        assert sum(node["phone"] is not None for node in nodes) == shown
        evidence = {edge["tie"]["evidence"] for node in nodes for edge in node["collaborators"]["edges"]}
        assert evidence == ({"minutes"} if role is Role.MANAGER else {None})
