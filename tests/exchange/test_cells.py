"""What stands in a cell, as German and English writers and their spreadsheets write it."""

from datetime import date
from enum import StrEnum
from itertools import combinations

import pytest

from graph.exchange.importing.records import node_fields, tie_fields
from graph.exchange.reading.cells import value_of
from graph.exchange.reading.columns import Column, Content, Shape, choices_by_word, columns_of
from graph.exchange.reading.german_words import FILES, HEADERS, WORDS
from graph.exchange.reading.layout import FILE_NAMES
from graph.model.errors import InvalidFields, InvalidValue
from graph.model.kinds import DIRECTORY_KINDS, Level, NodeKind, ProjectStage, Sector, TieKind, Visibility
from graph.model.nodes import PersonFields, SupportOfferFields
from graph.model.search_text import fold
from graph.model.ties import WRITABLE_TIES, NodeRef

CONTENTS: list[Content] = [*DIRECTORY_KINDS, *WRITABLE_TIES]


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (Shape.LINE, "  Anna \u00a0 Maria\nSchmidt ", "Anna Maria Schmidt"),
        (Shape.TEXT, " one\r\ntwo ", "one\ntwo"),
        (Shape.DATE, "2019", "2019"),
        (Shape.DATE, "2019-05", "2019-05"),
        (Shape.DATE, "12.05.2019", "2019-05-12"),
        (Shape.DATE, "1.5.2019", "2019-05-01"),
        (Shape.DATE, "05.2019", "2019-05"),
        (Shape.DATE, "spring", "spring"),
        (Shape.DAY, "12.5.2019", date(2019, 5, 12)),
        (Shape.WHOLE, "1.234.567", 1_234_567),
        (Shape.WHOLE, "1 234\u00a0567", 1_234_567),
        (Shape.WHOLE, "12", 12),
        (Shape.DECIMAL, "1.234,5", 1234.5),
        (Shape.DECIMAL, "51,05", 51.05),
        (Shape.DECIMAL, "51.05", 51.05),
        (Shape.DECIMAL, "-3", -3.0),
        (Shape.TRUTH, "Ja", True),
        (Shape.TRUTH, "x", True),
        (Shape.TRUTH, "FALSCH", False),
        (Shape.TRUTH, "perhaps", "perhaps"),
        (Shape.KEY, " p 1 ", "p 1"),
        (Shape.LINE, " \t", None),
    ],
)
def test_a_cell_means(shape: Shape, text: str, value: object) -> None:
    assert value_of(Column("x", shape), text) == value


@pytest.mark.parametrize("text", ["twelve", "1,5", "1.23", "12a", "1e3", "9" * 19, "٣"])
def test_no_whole_number_is_guessed(text: str) -> None:
    with pytest.raises(InvalidValue, match="no whole number"):
        value_of(Column("x", Shape.WHOLE), text)


@pytest.mark.parametrize("text", ["nan", "inf", "1,2,3", "1_000", "fifty", ",5"])
def test_no_number_is_guessed(text: str) -> None:
    with pytest.raises(InvalidValue, match="no number"):
        value_of(Column("x", Shape.DECIMAL), text)


@pytest.mark.parametrize("text", ["2019", "86400", "31.02.2019", "2019-5-1"])
def test_a_day_is_a_whole_date(text: str) -> None:
    with pytest.raises(InvalidValue, match="no date"):
        value_of(Column("x", Shape.DAY), text)


@pytest.mark.parametrize("text", ["PLANNING|RUNNING", "Planung, läuft", "planning;RUNNING;planning;"])
def test_a_list_is_separated_as_its_writer_likes(text: str) -> None:
    column = next(one for one in columns_of(NodeKind.SUPPORT_OFFER) if one.name == "stages")
    assert value_of(column, text) == (ProjectStage.PLANNING, ProjectStage.RUNNING)


@pytest.mark.parametrize("word", ["CIVIL_SOCIETY", "civil society", "Zivilgesellschaft", "ZIVILGESELLSCHAFT"])
def test_a_word_is_found_in_either_language(word: str) -> None:
    assert choices_by_word(Sector)[fold(word)] is Sector.CIVIL_SOCIETY


def test_an_empty_cell_is_no_value_and_an_empty_choice_the_default() -> None:
    row = {"key": "1", "name": "A", "email": "", "visibility": "", "fallback_level": "Leitung"}
    person = node_fields(NodeKind.PERSON, row, {"visibility": Visibility.NETWORK, "email": "old@example.org"})
    assert isinstance(person, PersonFields)
    assert (person.email, person.visibility, person.fallback_level) == (None, Visibility.NETWORK, Level.LEADERSHIP)


def test_an_empty_list_is_an_empty_list() -> None:
    row = {"key": "1", "title": "A", "kind": "Beratung", "stages": ""}
    offer = node_fields(NodeKind.SUPPORT_OFFER, row, {"stages": (ProjectStage.IDEA,)})
    assert isinstance(offer, SupportOfferFields)
    assert offer.stages == ()


def test_all_that_is_wrong_in_a_row_is_told_at_once() -> None:
    row = {"ags": "9162", "name": "", "kind": "Dorf", "population": "many", "latitude": "91"}
    with pytest.raises(InvalidFields) as caught:
        node_fields(NodeKind.MUNICIPALITY, row, {})
    assert {problem.field for problem in caught.value.problems} == {"ags", "name", "kind", "population", "latitude"}


def test_a_tie_keeps_what_its_row_says() -> None:
    row = dict(**{"from": "p1", "to": "kinderarmut", "engagement": "Expertin", "since": "2021"})
    ends = NodeRef(NodeKind.PERSON, "p"), NodeRef(NodeKind.TOPIC, "kinderarmut")
    tie = tie_fields(TieKind.WORKS_ON, row, *ends)
    assert (tie.engagement, tie.since, tie.source) == ("EXPERT", "2021", "IMPORT")


@pytest.mark.parametrize("content", CONTENTS)
def test_no_header_means_two_columns_of_a_file(content: Content) -> None:
    for one, other in combinations(columns_of(content), 2):
        assert not set(map(fold, one.names)) & set(map(fold, other.names)), (one.name, other.name)


def test_every_column_has_a_german_header_or_needs_none() -> None:
    used = {column.name for content in CONTENTS for column in columns_of(content)}
    assert used - HEADERS.keys() == {"status"}
    assert not HEADERS.keys() - used


def test_every_file_has_a_name_in_both_languages() -> None:
    assert FILE_NAMES.keys() == FILES.keys() == set(CONTENTS)
    names = [fold(name) for names in (FILE_NAMES, FILES) for name in names.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("choices", WORDS, ids=lambda choices: choices.__name__)
def test_no_word_of_one_choice_means_another(choices: type[StrEnum]) -> None:
    folded = [fold(word) for word in (*choices, *WORDS[choices])]
    assert len(folded) == len(set(folded))


def test_only_what_a_row_says_is_said_of_a_node() -> None:
    person = node_fields(NodeKind.PERSON, {"key": "1", "name": "A", "phone": ""}, {"email": "a@example.org"})
    assert person.model_fields_set == {"name", "phone"}  # so that an import undoes nothing else
