"""What is tied to a node, with the ties, many nodes at once."""

import pytest

from graph.model.errors import CursorUnreadable
from graph.model.kinds import NodeKind, TieKind
from graph.model.permissions import Role
from graph.model.ties import TIES, WRITABLE_TIES
from graph.model.viewer import ANONYMOUS, Viewer
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading import Direction, Neighbor, NodeReader, Relation
from tests.store.town import MANAGER, MEMBER, NODES, O, P, build, statements
from tests.store.town import TIES as TIES_OF_TOWN

COLLABORATORS = Relation(TieKind.COLLABORATES_WITH, Direction.BOTH, P)
MEMBERS = Relation(TieKind.MEMBER_OF, Direction.IN, P)
EMPLOYERS = Relation(TieKind.MEMBER_OF, Direction.OUT, O)
EVERY_RELATION = [
    Relation(kind, direction, to)
    for kind in WRITABLE_TIES
    for direction in Direction
    for to in NodeKind
    if to in {ends[0 if direction is Direction.IN else 1] for ends in TIES[kind].ends}
]


@pytest.fixture(scope="module")
async def town(migrated: Database) -> Database:
    await build(migrated)
    return migrated


def ids(page: Slice[Neighbor]) -> list[str]:
    return [neighbor.node.id for neighbor in page.items]


async def ask(database: Database, viewer: Viewer, relation: Relation, *of: str) -> list[list[str]]:
    pages = await NodeReader(database, viewer).neighbors(relation, [(id, Page.of()) for id in of])
    assert all(page.total == len(page.items) for page in pages)
    return [ids(page) for page in pages]


async def test_neighbors_come_for_each_id_in_the_order_asked_for(town: Database) -> None:
    found = await ask(town, MANAGER, MEMBERS, "hochschule", "jugendamt", "nobody", "hochschule")
    assert found == [["emil"], ["anna", "bela", "carl"], [], ["emil"]]


async def test_an_undirected_tie_is_followed_from_both_ends_whatever_is_asked(town: Database) -> None:
    for direction in Direction:
        relation = Relation(TieKind.COLLABORATES_WITH, direction, P)
        assert await ask(town, MANAGER, relation, "bela", "anna") == [["anna", "carl"], ["bela", "zoe"]]
    places = Relation(TieKind.COLLABORATES_WITH, Direction.BOTH, NodeKind.MUNICIPALITY)
    assert await ask(town, MEMBER, places, "jugendamt") == [["05962032"]]


async def test_a_directed_tie_is_followed_in_its_direction(town: Database) -> None:
    topics = NodeKind.TOPIC
    assert await ask(town, MEMBER, Relation(TieKind.BROADER, Direction.OUT, topics), "planung") == [[]]
    assert await ask(town, MEMBER, Relation(TieKind.BROADER, Direction.IN, topics), "planung") == [
        ["jugendhilfeplanung"]
    ]
    assert await ask(town, MEMBER, EMPLOYERS, "anna", "jugendamt") == [["jugendamt", "rat"], ["hochschule"]]


@pytest.mark.parametrize(
    ("viewer", "members", "collaborators"),
    [
        (ANONYMOUS, ["anna"], []),
        (MEMBER, ["anna", "bela"], ["anna"]),
        (MANAGER, ["anna", "bela", "carl"], ["anna", "carl"]),
    ],
    ids=["anonymous", "member", "manager"],
)
async def test_a_tie_is_seen_when_both_ends_and_its_kind_are(
    town: Database, viewer: Viewer, members: list[str], collaborators: list[str]
) -> None:
    assert await ask(town, viewer, MEMBERS, "jugendamt") == [members]
    assert await ask(town, viewer, COLLABORATORS, "bela") == [collaborators]


async def test_a_hidden_person_has_no_neighbors_for_others(town: Database) -> None:
    assert await ask(town, MEMBER, COLLABORATORS, "carl") == [[]]
    assert await ask(town, MEMBER, EMPLOYERS, "carl") == [[]]


async def test_a_persons_endorsement_needs_consent_to_publication_or_rights(town: Database) -> None:
    behind = Relation(TieKind.ENDORSES, Direction.IN, P)
    assert await ask(town, ANONYMOUS, behind, "papier") == [["anna"]]
    assert await ask(town, MEMBER, behind, "papier") == [["anna"]]
    assert await ask(town, MANAGER, behind, "papier") == [["anna", "emil"]]
    assert await ask(town, Viewer(Role.MEMBER, "emil's account", "emil"), behind, "papier") == [["anna", "emil"]]
    assert await ask(town, ANONYMOUS, Relation(TieKind.ENDORSES, Direction.IN, O), "papier") == [["hochschule"]]


async def test_an_endorsement_of_a_draft_is_not_public_though_its_author_is(town: Database) -> None:
    positions = Relation(TieKind.ENDORSES, Direction.OUT, NodeKind.POLICY_POSITION)
    assert await ask(town, ANONYMOUS, positions, "zoe") == [[]]
    assert await ask(town, MEMBER, positions, "zoe") == [["entwurf"]]


async def test_reasons_and_notes_of_a_tie_are_for_managers(town: Database) -> None:
    for viewer, expected in ((MEMBER, (None, None)), (MANAGER, ("Befragung", "seit Jahren"))):
        page = (await NodeReader(town, viewer).neighbors(COLLABORATORS, [("bela", Page.of(first=1))]))[0]
        tie = page.items[0].tie
        assert ((tie.evidence, tie.note), tie.strength) == (expected, 4)
        assert (tie.from_node.id, tie.to_node.id, tie.revision) == ("anna", "bela", 1)


async def test_pages_of_neighbors_make_up_the_whole_in_both_directions(town: Database) -> None:
    reader = NodeReader(town, MANAGER)
    whole = (await reader.neighbors(MEMBERS, [("jugendamt", Page.of())]))[0]
    first = (await reader.neighbors(MEMBERS, [("jugendamt", Page.of(first=2))]))[0]
    rest = (await reader.neighbors(MEMBERS, [("jugendamt", Page.of(first=2, after=first.cursors[-1]))]))[0]
    last = (await reader.neighbors(MEMBERS, [("jugendamt", Page.of(last=2))]))[0]
    before = (await reader.neighbors(MEMBERS, [("jugendamt", Page.of(last=2, before=last.cursors[0]))]))[0]
    assert ids(first) + ids(rest) == ids(whole) == ids(before) + ids(last)
    assert [(page.has_previous, page.has_next, page.total) for page in (first, rest, last, before)] == [
        (False, True, 3),
        (True, False, 3),
        (True, False, 3),
        (False, True, 3),
    ]


async def test_a_cursor_of_another_relation_is_refused_before_anything_is_read(town: Database) -> None:
    reader = NodeReader(town, MANAGER)
    cursor = (await reader.neighbors(MEMBERS, [("jugendamt", Page.of(first=1))]))[0].cursors[0]
    with statements(town) as sent, pytest.raises(CursorUnreadable):
        await reader.neighbors(EMPLOYERS, [("anna", Page.of()), ("anna", Page.of(after=cursor))])
    assert sent == []


@pytest.mark.parametrize("first", [1, 50])
async def test_neighbors_of_many_nodes_take_one_statement_whatever_the_page(town: Database, first: int) -> None:
    with statements(town) as sent:
        pages = await NodeReader(town, MANAGER).neighbors(
            COLLABORATORS, [(id, Page.of(first=first)) for id in ("anna", "bela", "carl", "zoe")]
        )
    assert [len(page.items) for page in pages] == ([1, 1, 1, 1] if first == 1 else [2, 2, 1, 1])
    assert len(sent) == 1


@pytest.mark.parametrize("relation", EVERY_RELATION, ids=lambda relation: relation.name)
async def test_every_relation_of_the_table_leads_where_the_ties_do(town: Database, relation: Relation) -> None:
    expected = tied(relation)
    requests = [(id, Page.of()) for rows in NODES.values() for id in rows]
    pages = await NodeReader(town, MANAGER).neighbors(relation, requests)
    found = {id: sorted(ids(page)) for (id, _), page in zip(requests, pages, strict=True) if page.items}
    assert found == {id: sorted(others) for id, others in expected.items()}


def tied(relation: Relation) -> dict[str, list[str]]:
    """Who is tied to whom by the town's own list of ties."""
    found: dict[str, list[str]] = {}
    for kind, source, target, _ in TIES_OF_TOWN:
        both = not TIES[kind].directed or relation.direction is Direction.BOTH
        ways = {Direction.OUT: [(source, target)], Direction.IN: [(target, source)]}
        follows = [*ways[Direction.OUT], *ways[Direction.IN]] if both else ways[relation.direction]
        for (_, origin), (of_kind, node) in follows:
            if (kind, of_kind) == (relation.kind, relation.to):
                found.setdefault(origin, []).append(node)
    return found
