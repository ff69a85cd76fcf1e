"""Node kinds: what is refused, in what words, and what is never repeated."""

import pytest

from graph.model.errors import InvalidFields, InvalidValue
from graph.model.kinds import DIRECTORY_KINDS, Visibility
from graph.model.messages import Language
from graph.model.nodes import (
    FIELDS,
    STORED,
    EventFields,
    MunicipalityFields,
    NodeFields,
    PersonFields,
    PolicyPositionFields,
    TopicFields,
    own_id,
)
from graph.model.validation import build


def test_every_directory_kind_has_its_fields_and_its_stored_form() -> None:
    assert set(FIELDS) == set(STORED) == set(DIRECTORY_KINDS)


@pytest.mark.parametrize("kind", DIRECTORY_KINDS)
def test_what_is_searched_sorted_and_personal_are_fields(kind: str) -> None:
    fields = next(fields for of, fields in FIELDS.items() if of == kind)
    assert {*fields.searched, fields.sorted_by, *fields.personal, *(fields.interval or ())} <= set(fields.model_fields)


def test_contact_details_are_not_searched() -> None:
    assert PersonFields.searched == ("name",)


def test_a_person_is_for_managers_until_somebody_decides() -> None:
    assert PersonFields(name="Ada").visibility is Visibility.MANAGERS


@pytest.mark.parametrize(
    ("fields", "values", "message"),
    [
        (
            MunicipalityFields,
            {"ags": "5111", "name": "x", "kind": "MUNICIPALITY"},
            "'5111' is no AGS. Write its digits",
        ),
        (
            MunicipalityFields,
            {"ags": "05111", "name": "x", "kind": "LAND"},
            "LAND has a key of 2 digits; '05111' has 5",
        ),
        (MunicipalityFields, {"ags": "05", "name": "x", "kind": "LAND", "latitude": 91}, "91 is not allowed here"),
        (TopicFields, {"slug": "Frühe Hilfen", "label_de": "a", "label_en": "b"}, "'Frühe Hilfen' is no slug"),
        (EventFields, {"title": "x", "held_on": "soon"}, "'soon' is no date"),
        (
            PersonFields,
            {"name": "x", "active_from": "2020", "active_until": "2019"},
            "active_until '2019' is not after",
        ),
        (PersonFields, {}, "name is missing"),
        (PersonFields, {"name": " "}, "name is empty"),
        (
            PersonFields,
            {"name": "x", "visibility": "ALL"},
            "'ALL' is not allowed here. Allowed: 'PUBLIC', 'NETWORK' or",
        ),
        (PersonFields, {"name": "x", "fax": "1"}, "There is no fax here. Allowed: name, email"),
        (PolicyPositionFields, {"title": "x", "status": "PUBLISHED"}, "published_on belongs to PUBLISHED positions"),
        (PolicyPositionFields, {"title": "x", "published_on": "2020-01-01"}, "published_on belongs to PUBLISHED"),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(
    fields: type[NodeFields], values: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidValue) as refusal:
        build(fields, values)
    assert message in str(refusal.value)
    assert refusal.value.text(Language.DE) != str(refusal.value)


@pytest.mark.parametrize("field", sorted(PersonFields.personal))
@pytest.mark.parametrize("value", ["secret-" * 2000, 4711_4711, ["secret-"]])
def test_a_personal_value_is_never_repeated(field: str, value: object) -> None:
    with pytest.raises(InvalidValue) as refusal:
        build(PersonFields, {"name": "x", field: value})
    assert refusal.value.field == field
    for language in Language:
        assert "secret-" not in refusal.value.text(language)
        assert "4711" not in refusal.value.text(language)


def test_all_wrong_values_are_reported_at_once() -> None:
    with pytest.raises(InvalidFields) as refusal:
        build(PersonFields, {"name": "", "email": "nobody", "visibility": "ALL"})
    assert [problem.field for problem in refusal.value.problems] == ["name", "email", "visibility"]


def test_municipalities_and_topics_bring_their_own_id() -> None:
    topic = TopicFields(slug="fruehe-hilfen", label_de="Frühe Hilfen", label_en="Early support")
    assert own_id(topic) == "fruehe-hilfen"
    assert own_id(PersonFields(name="Ada")) is None
