"""Search over all kinds, for each viewer as if what they may not see were not there."""

import pytest

from graph.model.kinds import DIRECTORY_KINDS, NodeKind
from graph.model.viewer import ANONYMOUS, Viewer
from graph.store.database import Database
from graph.store.reading import search
from tests.store.town import MANAGER, MEMBER, NODES, build


@pytest.fixture(scope="module")
async def town(migrated: Database) -> Database:
    await build(migrated)
    return migrated


async def found(database: Database, viewer: Viewer, text: str, *kinds: NodeKind) -> list[str]:
    page = await search(database, viewer, text, kinds or DIRECTORY_KINDS)
    assert page.total == len(page.items)
    return [node.id for node in page.items]


@pytest.mark.parametrize("kind", DIRECTORY_KINDS)
async def test_every_kind_is_found_by_what_it_is_called(town: Database, kind: NodeKind) -> None:
    for id, values in NODES[kind].items():
        for name in ("name", "title", "label_de", "label_en"):
            if name in values:
                assert (await found(town, MANAGER, values[name]))[0] == id


async def test_a_municipality_is_found_by_its_key(town: Database) -> None:
    assert await found(town, ANONYMOUS, "05962032") == ["05962032"]
    assert await found(town, ANONYMOUS, "059620") == ["05962024", "05962032"]


@pytest.mark.parametrize(
    ("viewer", "people"),
    [(ANONYMOUS, ["anna"]), (MEMBER, ["anna", "bela"]), (MANAGER, ["anna", "bela", "carl"])],
    ids=["anonymous", "member", "manager"],
)
async def test_hidden_people_are_neither_found_nor_counted(town: Database, viewer: Viewer, people: list[str]) -> None:
    for text in ("müller", "mu"):
        assert await found(town, viewer, text) == people


async def test_projects_and_drafts_are_found_in_the_network_only(town: Database) -> None:
    assert await found(town, ANONYMOUS, "ganztag") == await found(town, ANONYMOUS, "kette") == []
    assert (await found(town, MEMBER, "ganztag"), await found(town, MEMBER, "kette")) == (["entwurf"], ["kette"])


async def test_kinds_narrow_a_search(town: Database) -> None:
    assert await found(town, MEMBER, "planung", NodeKind.TOPIC) == ["planung", "jugendhilfeplanung"]
    assert await found(town, MEMBER, "planung", NodeKind.EVENT) == []
    assert await found(town, MEMBER, "planung", NodeKind.CONSENT, NodeKind.ACCOUNT) == []


@pytest.mark.parametrize("text", ["anna@example.org", "example", "030 23125 001", "23125"])
async def test_contact_data_is_not_found_by_anybody(town: Database, text: str) -> None:
    assert await found(town, MANAGER, text) == []
