"""The rules about who sees what, and that a hidden person leaves no trace in any answer to others."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from graph.model.kinds import DIRECTORY_KINDS, NodeKind, TieKind
from graph.model.permissions import Role
from graph.model.ties import TIES, WRITABLE_TIES
from graph.model.time import now
from graph.model.viewer import ANONYMOUS, Viewer
from graph.store.database import Database
from graph.store.pages import Page, Slice
from graph.store.reading import (
    Direction,
    NodeFilter,
    NodeReader,
    Order,
    PersonFilter,
    Relation,
    TieReader,
    orders_of,
    search,
)
from graph.store.visibility import parameters, readable, readable_tie, tie_visible, visible
from tests.store.town import MEMBER, NODES, STRATEGY, VIEWERS, add_nodes, agree, build, id_of, tie_of
from tests.store.town import TIES as TIES_OF_TOWN

EVERYBODY = list(NODES[NodeKind.PERSON])
PERSON_FILTERS = [
    PersonFilter(text="mul"),
    PersonFilter(text="m"),
    PersonFilter(topics=("planung",)),
    PersonFilter(organizations=("jugendamt",)),
]


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that the readers tell one viewer."""

    database: Database
    viewer: Viewer

    async def all(self) -> list[Any]:
        return [answer async for answer in self.each()]

    async def each(self) -> AsyncIterator[Any]:
        reader, ties = NodeReader(self.database, self.viewer), TieReader(self.database, self.viewer)
        for kind in DIRECTORY_KINDS:
            yield await reader.by_ids(kind, [*NODES[kind], *EVERYBODY])
            yield await self.paged(kind, None, Order())
            for by in orders_of(kind)[1:]:
                yield await reader.page(kind, None, Order(by), Page.of(first=1))
        for filter in PERSON_FILTERS:
            yield await self.paged(NodeKind.PERSON, filter, Order())
        for text in ("mul", "m", "carl", "carl muller gross", "a"):
            yield [await search(self.database, self.viewer, text, page=Page.of(first=size)) for size in (1, 100)]
        yield await ties.by_ids([(row[0], id_of(tie_of(*row))) for row in TIES_OF_TOWN])
        for tie in WRITABLE_TIES:
            yield await ties.page(tie, Page.of(first=1))
        for relation in relations():
            yield await reader.neighbors(relation, [(id, Page.of(first=2)) for rows in NODES.values() for id in rows])

    async def paged(self, kind: NodeKind, filter: NodeFilter | None, order: Order) -> list[Slice[Any]]:
        reader, pages = NodeReader(self.database, self.viewer), [Page.of(first=1), Page.of(last=1), Page.of(first=100)]
        return [await reader.page(kind, filter, order, page) for page in pages]


def relations() -> Iterable[Relation]:
    """Every way from a person to others, and to people."""
    for kind in WRITABLE_TIES:
        of_people = [ends for ends in sorted(TIES[kind].ends) if NodeKind.PERSON in ends]
        yield from {Relation(kind, Direction.OUT, target) for _, target in of_people}
        yield from {Relation(kind, Direction.IN, source) for source, _ in of_people}


REMOVE = """
MATCH (person:Person) WHERE person.id IN $people
OPTIONAL MATCH (person)-[:GAVE]->(consent) DETACH DELETE person, consent"""


async def remove(database: Database, *people: str) -> None:
    """Take people out of the graph as if they had never been in it: no other node is touched."""
    await database.write(lambda transaction: transaction.rows(REMOVE, people=people))


async def test_with_and_without_hidden_people_every_answer_to_others_is_the_same(database: Database) -> None:
    await build(database)
    public, network = Answers(database, ANONYMOUS), Answers(database, MEMBER)
    for_public, for_network = await public.all(), await network.all()
    await remove(database, "carl")
    assert await public.all() == for_public
    assert await network.all() == for_network
    await remove(database, "bela", "dora", "emil")
    assert await public.all() == for_public
    assert await network.all() != for_network


def test_members_and_the_strategy_team_see_the_same() -> None:
    assert parameters(MEMBER) == parameters(STRATEGY)


async def test_a_person_is_seen_by_visibility_and_consent_and_by_no_role_beyond_its_tier(database: Database) -> None:
    people = {
        f"{visibility}-{word}": {"name": "A", "visibility": visibility}
        for visibility in ("PUBLIC", "NETWORK", "MANAGERS")
        for word in ("yes", "no")
    }
    await add_nodes(database, NodeKind.PERSON, people)
    for id in people:
        await agree(database, id, *(["PUBLICATION"] if id.endswith("yes") else ["CONTACT", "RANKINGS"]))
    network = {id for id in people if not id.startswith("MANAGERS")}
    expected = {
        Role.ANONYMOUS: {"PUBLIC-yes"},
        Role.MEMBER: network,
        Role.STRATEGY: network,
        Role.MANAGER: set(people),
        Role.ADMIN: set(people),
    }
    for viewer in VIEWERS:
        found = await NodeReader(database, viewer).by_ids(NodeKind.PERSON, list(people))
        assert {node.id for node in found if node} == expected[viewer.role], viewer.role


async def test_a_person_of_whom_nothing_is_known_is_for_managers(database: Database) -> None:
    bare = "CREATE (:Person {id: 'x', name: 'X', sort_key: 'x', created_at: $at, updated_at: $at, revision: 1})"
    await database.write(lambda transaction: transaction.rows(bare, at=now()))
    seen = {viewer.role: (await NodeReader(database, viewer).page(NodeKind.PERSON)).total for viewer in VIEWERS}
    assert seen == {Role.ANONYMOUS: 0, Role.MEMBER: 0, Role.STRATEGY: 0, Role.MANAGER: 1, Role.ADMIN: 1}


async def test_a_withdrawal_of_publication_holds_from_the_next_read_on(database: Database) -> None:
    await build(database)
    endorsed = Relation(TieKind.ENDORSES, Direction.IN, NodeKind.PERSON)
    for seen in (True, False):
        for viewer, still in ((ANONYMOUS, seen), (MEMBER, True)):
            reader = NodeReader(database, viewer)
            assert ((await reader.by_ids(NodeKind.PERSON, ["anna"]))[0] is not None) == still
            behind = (await reader.neighbors(endorsed, [("papier", Page.of())]))[0]
            assert (behind.total == 1) == seen
        await agree(database, "anna", "PUBLICATION", given=False)


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.role)
def test_a_statement_gets_no_more_of_a_viewer_than_the_texts_use(viewer: Viewer) -> None:
    texts = [visible(kind, "x") + readable(kind, "x") for kind in DIRECTORY_KINDS]
    texts += [tie_visible(kind, "x", "y") + readable_tie(kind, "tie") for kind in TieKind]
    assert {name for name in parameters(viewer) if any(f"${name}" in text for text in texts)} == set(parameters(viewer))
