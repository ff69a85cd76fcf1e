"""Search finds names as people type them, best first, on every server, and nothing that may not be seen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model.errors import CursorUnreadable, InvalidValue
from graph.model.kinds import DIRECTORY_KINDS, NodeKind
from graph.model.nodes import Node, Organization
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading import search
from tests.servers.emptying import empty
from tests.store.town import MEMBER, O, add_nodes, statements

NAMES = [
    *("Müller", "Mueller", "Muller", "Werner", "Will", "Peter", "Peters", "Weiß", "Weiss", "Straße am Ring"),
    *("Amt für Jugendhilfeplanung", "Planung", "Planung und Bau", "Stadtplanung", "Bau und Planung"),
    *("Kindergärten Süd", "Hermann-Löns-Schule", "The House in a Town", "In Via", "A B C", "Ärzte im Netz"),
    *("AND OR NOT", "100 % Kommune", "Groß-Gerau", "Łódź", "Ça va", "O'Neill"),
]
TYPED = [
    ("mueller", {"Müller", "Mueller", "Muller"}),
    ("Muller", {"Müller", "Mueller", "Muller"}),
    ("Müller", {"Müller", "Mueller", "Muller"}),
    ("müller", {"Müller", "Mueller", "Muller"}),
    ("MÜL", {"Müller", "Mueller", "Muller"}),
    ("weiß", {"Weiß", "Weiss"}),
    ("WEISS", {"Weiß", "Weiss"}),
    ("strasse", {"Straße am Ring"}),
    ("Peter", {"Peter", "Peters"}),
    ("kindergärten", {"Kindergärten Süd"}),
    ("kindergaerten", {"Kindergärten Süd"}),
    ("gärten", {"Kindergärten Süd"}),
    ("Hermann-L", {"Hermann-Löns-Schule"}),
    ("löns schule", {"Hermann-Löns-Schule"}),
    ("planung", {"Amt für Jugendhilfeplanung", "Planung", "Planung und Bau", "Stadtplanung", "Bau und Planung"}),
    ("planung bau", {"Planung und Bau", "Bau und Planung"}),
    ("jugend amt", {"Amt für Jugendhilfeplanung"}),
    ("b planung", {"Planung und Bau", "Bau und Planung"}),
    ("t planung", set()),
    ("the", {"The House in a Town"}),
    ("in", {"The House in a Town", "In Via"}),
    ("in a", {"The House in a Town"}),
    (
        "a",
        {"The House in a Town", "A B C", "Straße am Ring", "Amt für Jugendhilfeplanung", "Ärzte im Netz", "AND OR NOT"},
    ),
    ("a b", {"A B C"}),
    (
        "ä",
        {"The House in a Town", "A B C", "Straße am Ring", "Amt für Jugendhilfeplanung", "Ärzte im Netz", "AND OR NOT"},
    ),
    ("and", {"AND OR NOT"}),
    ("NOT OR", {"AND OR NOT"}),
    ("100", {"100 % Kommune"}),
    ("1", {"100 % Kommune"}),
    ("gross gerau", {"Groß-Gerau"}),
    ("neill", {"O'Neill"}),
    ("o'n", {"O'Neill", "AND OR NOT"}),
    ("ca", {"Ça va"}),
]
WHILE_TYPED = {
    "Werner": "Werner",
    "Will": "Will",
    "Peter": "Peter",
    "kindergärten": "Kindergärten Süd",
    "Hermann-Löns": "Hermann-Löns-Schule",
    "Muel": "Müller",
    "The House in a Town": "The House in a Town",
    "Jugendhilfeplanung": "Amt für Jugendhilfeplanung",
    "Groß-Ger": "Groß-Gerau",
}


@pytest.fixture(scope="module")
async def names(migrated: Database) -> Database:
    await empty(migrated)
    await add_nodes(migrated, O, {f"o{place}": {"name": name, "sector": "OTHER"} for place, name in enumerate(NAMES)})
    return migrated


async def found(database: Database, text: str) -> list[str]:
    page = await search(database, MEMBER, text, DIRECTORY_KINDS, Page.of(first=100))
    assert page.total == len(page.items)
    return [node.name for node in page.items if isinstance(node, Organization)]


@pytest.mark.parametrize(("typed", "expected"), TYPED, ids=[typed for typed, _ in TYPED])
async def test_what_is_typed_finds_all_that_has_its_words(names: Database, typed: str, expected: set[str]) -> None:
    assert set(await found(names, typed)) == expected


@pytest.mark.parametrize(("typed", "name"), WHILE_TYPED.items())
async def test_a_name_is_found_at_every_letter_typed(names: Database, typed: str, name: str) -> None:
    for length in range(1, len(typed) + 1):
        assert name in await found(names, typed[:length]), typed[:length]


async def test_whole_names_come_before_first_words_other_words_and_parts_of_words(names: Database) -> None:
    assert await found(names, "Planung") == [
        "Planung",
        "Planung und Bau",
        "Bau und Planung",
        "Amt für Jugendhilfeplanung",
        "Stadtplanung",
    ]


async def test_equal_ranks_are_in_order_of_name(names: Database) -> None:
    assert await found(names, "pete") == ["Peter", "Peters"]


@pytest.mark.parametrize("text", ["", "   ", "-", "*", "?!", "\x00", '"', "()", "+", "🙂"], ids=repr)
async def test_a_text_without_a_word_finds_nothing_and_asks_nobody(names: Database, text: str) -> None:
    with statements(names) as sent:
        page = await search(names, MEMBER, text)
    assert (page.items, page.total, page.has_next, page.has_previous, sent) == ((), 0, False, False, [])


@pytest.mark.parametrize(
    "text",
    [
        "Werner OR Will",
        "*erner",
        "W?rner",
        "name:Werner",
        "Werner~",
        "Werner^2",
        "[a TO z]",
        "-Werner Peter",
        "(Wer",
        '"Werner',
    ],
)
async def test_no_sign_is_query_syntax(names: Database, text: str) -> None:
    plain = "".join(letter if letter.isalnum() else " " for letter in text)
    assert await found(names, text) == await found(names, plain)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=12), st.text('aeu*?:+-&|!(){}[]^~"\\/ ', max_size=8)))
async def test_no_text_makes_search_fail(names: Database, text: str) -> None:
    page = await search(names, MEMBER, text)
    assert page.total >= len(page.items)


async def test_a_text_longer_than_any_name_is_refused(names: Database) -> None:
    with pytest.raises(InvalidValue, match="has 201 characters"):
        await search(names, MEMBER, "a" * 201)


async def test_pages_of_a_search_make_up_the_whole_in_both_directions(names: Database) -> None:
    async def page(asked: Page) -> Slice[Node]:
        return await search(names, MEMBER, "planung", DIRECTORY_KINDS, asked)

    whole = (await page(Page.of(first=100))).items
    first = await page(Page.of(first=2))
    middle = await page(Page.of(first=2, after=first.cursors[-1]))
    last = await page(Page.of(last=1))
    before = await page(Page.of(last=4, before=last.cursors[0]))
    assert first.items + middle.items + last.items == whole == before.items + last.items
    assert [(one.has_previous, one.has_next) for one in (first, middle, last, before)] == [
        (False, True),
        (True, True),
        (True, False),
        (False, True),
    ]


async def test_a_cursor_of_another_search_is_refused(names: Database) -> None:
    cursor = (await search(names, MEMBER, "planung", page=Page.of(first=1))).cursors[0]
    for text, kinds in (("bau", DIRECTORY_KINDS), ("planung", [NodeKind.ORGANIZATION])):
        with pytest.raises(CursorUnreadable):
            await search(names, MEMBER, text, kinds, Page.of(after=cursor))


@pytest.mark.parametrize(("text", "first"), [("planung", 1), ("planung", 50), ("in", 1), ("in", 50)])
async def test_a_search_takes_one_statement_whatever_the_page(names: Database, text: str, first: int) -> None:
    with statements(names) as sent:
        page = await search(names, MEMBER, text, DIRECTORY_KINDS, Page.of(first=first))
    assert page.items
    assert len(sent) == 1
