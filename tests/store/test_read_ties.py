"""Ties by id and in pages, as each viewer may see them."""

import pytest

from graph.model.errors import CursorUnreadable
from graph.model.kinds import TieKind
from graph.model.viewer import ANONYMOUS, Viewer
from graph.store.database import Database
from graph.store.pages import Page
from graph.store.reading import TieReader
from tests.store.town import MANAGER, MEMBER, build, id_of, statements, tie_of
from tests.store.town import TIES as TIES_OF_TOWN

ROWS = [tie_of(*row) for row in TIES_OF_TOWN]
COLLABORATION = next(tie for tie in ROWS if tie.kind is TieKind.COLLABORATES_WITH)
HIDDEN = next(tie for tie in ROWS if tie.kind is TieKind.MEMBER_OF and tie.from_node.id == "carl")


@pytest.fixture(scope="module")
async def town(migrated: Database) -> Database:
    await build(migrated)
    return migrated


async def test_every_tie_reads_back_as_it_was_written(town: Database) -> None:
    found = await TieReader(town, MANAGER).by_ids([(tie.kind, id_of(tie)) for tie in ROWS])
    fields = set(type(ROWS[0]).model_fields)
    assert [tie and tie.model_dump(include=fields) for tie in found] == [tie.model_dump() for tie in ROWS]


async def test_ties_come_in_the_order_of_the_ids_asked_for(town: Database) -> None:
    asked = [(HIDDEN.kind, id_of(HIDDEN)), (TieKind.RUNS, "none"), (COLLABORATION.kind, id_of(COLLABORATION))]
    found = await TieReader(town, MANAGER).by_ids([*asked, asked[0]])
    assert [tie and tie.from_node.id for tie in found] == ["carl", None, "anna", "carl"]


@pytest.mark.parametrize(("viewer", "seen"), [(ANONYMOUS, (0, 0)), (MEMBER, (0, 1)), (MANAGER, (1, 1))])
async def test_a_tie_is_seen_when_both_ends_and_its_kind_are(
    town: Database, viewer: Viewer, seen: tuple[int, int]
) -> None:
    asked = [(tie.kind, id_of(tie)) for tie in (HIDDEN, COLLABORATION)]
    assert tuple(tie is not None for tie in await TieReader(town, viewer).by_ids(asked)) == seen


@pytest.mark.parametrize("kind", sorted({tie.kind for tie in ROWS}))
async def test_pages_of_ties_make_up_all_that_a_manager_sees(town: Database, kind: TieKind) -> None:
    reader = TieReader(town, MANAGER)
    whole = await reader.page(kind)
    assert sorted(tie.id for tie in whole.items) == sorted(id_of(tie) for tie in ROWS if tie.kind is kind)
    first = await reader.page(kind, Page.of(first=1))
    rest = await reader.page(kind, Page.of(after=first.cursors[0]))
    assert (first.items + rest.items, first.total) == (whole.items, len(whole.items))
    assert (first.has_next, rest.has_previous) == (len(whole.items) > 1, True)


async def test_a_cursor_of_another_kind_is_refused(town: Database) -> None:
    reader = TieReader(town, MANAGER)
    cursor = (await reader.page(TieKind.RUNS)).cursors[0]
    with pytest.raises(CursorUnreadable):
        await reader.page(TieKind.WORKS_ON, Page.of(after=cursor))


async def test_consents_and_sign_ins_are_never_shown_as_ties(town: Database) -> None:
    stored = await town.rows("MATCH (:Person)-[gave:GAVE]->(:Consent) RETURN count(gave) AS gave")
    assert stored[0]["gave"] > 0
    for kind in (TieKind.GAVE, TieKind.IS):
        assert (await TieReader(town, Viewer(MANAGER.role, "m", "anna")).page(kind)).total == 0


async def test_ties_by_id_take_one_statement_for_each_kind(town: Database) -> None:
    asked = [(tie.kind, id_of(tie)) for tie in ROWS if tie.kind in (TieKind.MEMBER_OF, TieKind.WORKS_ON)]
    with statements(town) as sent:
        assert all(await TieReader(town, MANAGER).by_ids(asked * 3))
    assert len(sent) == 2
