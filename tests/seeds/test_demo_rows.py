"""The demo is as large and as varied as it claims, and every row of it can be stored."""

import re
from collections import Counter
from functools import cache

import pytest

from graph.model.kinds import (
    EventFormat,
    Impulse,
    Level,
    MunicipalityKind,
    NodeKind,
    OfferKind,
    PositionStatus,
    ProjectStage,
    Sector,
    TieKind,
    Visibility,
)
from graph.model.nodes import (
    EventFields,
    OrganizationFields,
    PersonFields,
    PolicyPositionFields,
    ProjectFields,
    SupportOfferFields,
)
from graph.model.ties import WRITABLE_TIES, TieFields
from graph.model.time import holds
from seeds.calendar import DAY
from seeds.demo import rows
from seeds.demo.people import consents
from seeds.demo.places import PLACES
from seeds.names.invent import DRAMA_BLOCKS
from seeds.places import administration_of, inside, place
from seeds.reference.load import topics
from seeds.rows import SeedNode

OF_REFERENCE = {TieKind.BROADER, TieKind.RELATED_TO, TieKind.SUCCEEDED_BY}


@cache
def nodes() -> tuple[SeedNode, ...]:
    return tuple(rows.nodes())


@cache
def ties() -> tuple[TieFields, ...]:
    return tuple(rows.ties())


def people() -> list[PersonFields]:
    return [node.fields for node in nodes() if isinstance(node.fields, PersonFields)]


def test_the_demo_has_about_600_people_in_150_organizations_and_60_municipalities() -> None:
    counts = Counter(node.fields.kind_of_node for node in nodes())
    assert 580 <= counts[NodeKind.PERSON] <= 630
    assert 140 <= counts[NodeKind.ORGANIZATION] <= 160
    assert counts[NodeKind.PROJECT] >= 100
    assert counts[NodeKind.SUPPORT_OFFER] >= 20
    assert counts[NodeKind.EVENT] >= 20
    assert counts[NodeKind.POLICY_POSITION] >= 8
    assert 58 <= len({tie.to_node.id for tie in ties() if tie.kind is TieKind.ADMINISTERS}) <= 62


def test_every_id_and_every_key_of_a_tie_is_there_once() -> None:
    assert len({node.id for node in nodes()}) == len(nodes())
    assert len({(node.source, node.key) for node in nodes()}) == len(nodes())
    assert len({tie.key for tie in ties()}) == len(ties())


def test_both_ends_of_every_tie_are_in_the_demo_or_the_reference_data() -> None:
    known = {node.ref for node in nodes()}
    slugs = {row.slug for row in topics()}
    for tie in ties():
        for end in (tie.from_node, tie.to_node):
            match end.kind:
                case NodeKind.MUNICIPALITY:
                    assert end.id in PLACES
                case NodeKind.TOPIC:
                    assert end.id in slugs
                case _:
                    assert end in known


def test_every_kind_of_tie_that_may_be_written_is_there() -> None:
    assert {tie.kind for tie in ties()} == set(WRITABLE_TIES) - OF_REFERENCE


@pytest.mark.parametrize(
    ("fields", "name", "words"),
    [
        (OrganizationFields, "sector", Sector),
        (PersonFields, "visibility", Visibility),
        (ProjectFields, "stage", ProjectStage),
        (ProjectFields, "impulse", Impulse),
        (SupportOfferFields, "kind", OfferKind),
        (PolicyPositionFields, "status", PositionStatus),
        (EventFields, "format", EventFormat),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_every_word_of_every_list_is_used(fields: type, name: str, words: type[Sector]) -> None:
    used = {getattr(node.fields, name) for node in nodes() if isinstance(node.fields, fields)}
    assert set(words) <= used


def test_everybody_has_one_primary_post_and_all_levels_occur() -> None:
    primary = [tie for tie in ties() if tie.primary]
    assert Counter(tie.from_node.id for tie in primary) == Counter(
        node.id for node in nodes() if isinstance(node.fields, PersonFields)
    )
    assert {tie.level for tie in primary} == set(Level)


def test_an_administration_has_at_most_one_head() -> None:
    heads = ("bürgermeister", "landrat", "landrät")
    held = [tie.to_node for tie in ties() if tie.primary and tie.role_title and _begins(tie.role_title, heads)]
    assert len(held) > 20
    assert len(set(held)) == len(held)


def _begins(title: str, heads: tuple[str, ...]) -> bool:
    return title.lower().removeprefix("ober").startswith(heads)


def test_role_titles_fit_the_gender_of_those_who_hold_them() -> None:
    titles = {tie.role_title for tie in ties() if tie.primary}
    assert {"Jugendhilfeplanerin", "Jugendhilfeplaner", "Leitung Jugendamt"} <= titles
    assert any(title and ":in" in title for title in titles)
    assert not any(title and "|" in title for title in titles)


def test_no_name_is_given_twice_and_the_names_are_of_many_origins() -> None:
    names = [person.name for person in people()]
    assert len(set(names)) == len(names)
    for sign in "äöüßşńğı-":
        assert any(sign in name for name in names), sign


def test_nobody_real_can_be_written_to_or_called() -> None:
    for person in people():
        assert person.email is None or re.fullmatch(r"[a-z.-]+@[a-z0-9-]+\.example\.org", person.email)
        assert person.phone is None or person.phone[:-4] in DRAMA_BLOCKS
    websites = [node.fields.website for node in nodes() if isinstance(node.fields, OrganizationFields)]
    assert all(website and website.endswith(".example.org") for website in websites)


def test_degrees_are_heavy_tailed_and_some_people_are_alone() -> None:
    degrees = Counter(
        end.id
        for tie in ties()
        if tie.kind is TieKind.COLLABORATES_WITH and holds(tie.since, tie.until, DAY)
        for end in (tie.from_node, tie.to_node)
        if end.kind is NodeKind.PERSON
    )
    ordered = sorted(degrees.values())
    assert max(ordered) > 5 * ordered[len(ordered) // 2]
    assert 12 <= len(people()) - len(degrees) <= 40


def test_people_work_mostly_within_their_sector() -> None:
    sector_of = {node.id: node.fields.sector for node in nodes() if isinstance(node.fields, OrganizationFields)}
    of_person = {tie.from_node.id: sector_of[tie.to_node.id] for tie in ties() if tie.primary}
    pairs = [
        (of_person[tie.from_node.id], of_person[tie.to_node.id])
        for tie in ties()
        if tie.kind is TieKind.COLLABORATES_WITH and tie.from_node.kind is NodeKind.PERSON
    ]
    inside_sector = sum(one == other for one, other in pairs) / len(pairs)
    shares = Counter(of_person.values())
    by_chance = sum((count / len(of_person)) ** 2 for count in shares.values())
    assert inside_sector > by_chance + 0.15


def test_most_people_have_agreed_to_most_and_some_have_withdrawn() -> None:
    answers = list(consents())
    given = Counter(one.purpose for one in answers if one.given)
    assert all(count > len(people()) * 0.15 for count in given.values())
    assert len({(one.person, one.purpose) for one in answers}) < len(answers)
    assert {one.person for one in answers} == {node.id for node in nodes() if isinstance(node.fields, PersonFields)}


@pytest.mark.parametrize("ags", PLACES)
def test_places_are_real_and_called_as_one_calls_them(ags: str) -> None:
    assert place(ags).kind in (
        MunicipalityKind.INDEPENDENT_CITY,
        MunicipalityKind.RURAL_DISTRICT,
        MunicipalityKind.MUNICIPALITY,
    )
    assert "(" not in administration_of(ags)
    assert inside(ags).startswith("im " if len(ags) == 5 else "in ")


def test_texts_are_filled_in_and_varied() -> None:
    projects = [node.fields for node in nodes() if isinstance(node.fields, ProjectFields)]
    texts = [text for one in projects for text in (one.title, one.summary, one.lessons) if text]
    texts += [person.about for person in people() if person.about]
    assert not [text for text in texts if "{" in text or ".." in text or "  " in text]
    assert len({one.title for one in projects}) > 0.9 * len(projects)
    assert len({one.summary for one in projects}) > 0.95 * len(projects)
