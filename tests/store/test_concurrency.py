"""Many writers at once, over several connections, on every server: nothing is lost, nothing doubled."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Sequence
from dataclasses import dataclass
from itertools import cycle, islice, permutations
from typing import Any, cast

import pytest

from graph.model.errors import Conflict, CycleRefused, EndNotFound, NotFound, StaleRevision
from graph.model.kinds import ConsentPurpose, MunicipalityKind, NodeKind, TieKind
from graph.model.nodes import MunicipalityFields
from graph.store.address import ServerAddress
from graph.store.database import Database, Row, Transaction
from graph.store.writing import Decision
from graph.store.writing.tie_creation import NewTie, create_ties
from graph.store.writing.trace import Trace
from tests.store.write_help import Writers, collaborates, part_of, person, works_on

WRITERS = 64
Attempt = Coroutine[Any, Any, object]


@pytest.fixture
async def crowd(address: ServerAddress, database: Database) -> AsyncIterator[list[Writers]]:
    """64 writers over two connections, as of two processes; one connection alone lets four write at a time."""
    async with await Database.connect(address) as other:
        yield [Writers(one) for one in islice(cycle([database, other]), WRITERS)]


async def outcomes(attempts: Sequence[Attempt]) -> Counter[str]:
    """How often the attempts, all at once, came out with each type; what is no refusal of ours is raised."""
    results = await asyncio.gather(*attempts, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException) and not isinstance(result, Conflict | NotFound | CycleRefused):
            raise result
    return Counter(type(result).__name__ for result in results)


async def count_up(writers: Writers, id: str) -> None:
    """Add one to a population, on whatever revision is the newest."""
    population, revision = 0, 1
    while True:
        try:
            await writers.nodes.update(NodeKind.MUNICIPALITY, id, {"population": population + 1}, revision=revision)
        except StaleRevision as stale:
            population, revision = stale.current["population"], stale.current["revision"]
        else:
            return


async def test_no_update_of_a_node_is_lost(crowd: list[Writers]) -> None:
    towns = ["05111000", "05112000", "05113000"]
    for ags in towns:
        fields = MunicipalityFields(ags=ags, name=ags, kind=MunicipalityKind.MUNICIPALITY, population=0)
        await crowd[0].nodes.create(fields)
    await outcomes([count_up(writers, ags) for writers, ags in zip(crowd, cycle(towns), strict=False)])
    rows = await crowd[0].rows("MATCH (m:Municipality) RETURN m.population AS population, m.revision AS revision")
    assert sum(row["population"] for row in rows) == WRITERS
    assert sum(row["revision"] - 1 for row in rows) == WRITERS
    assert len(await crowd[0].changes()) == WRITERS + len(towns)


async def test_of_updates_on_one_revision_one_wins(crowd: list[Writers]) -> None:
    await crowd[0].people("ada")
    attempts = [
        writers.nodes.update(NodeKind.PERSON, "ada", {"about": f"by {number}"}, revision=1)
        for number, writers in enumerate(crowd)
    ]
    assert await outcomes(attempts) == {"Person": 1, "StaleRevision": WRITERS - 1}


async def test_of_updates_on_one_revision_of_a_tie_one_wins(crowd: list[Writers]) -> None:
    await crowd[0].people("ada", "ben")
    tie = await crowd[0].ties.create(collaborates("ada", "ben"))
    attempts = [
        writers.ties.update(TieKind.COLLABORATES_WITH, tie.id, {"note": f"by {number}"}, revision=1)
        for number, writers in enumerate(crowd)
    ]
    assert await outcomes(attempts) == {"Tie": 1, "StaleRevision": WRITERS - 1}


async def test_a_node_made_by_many_at_once_is_made_once(crowd: list[Writers]) -> None:
    same = await outcomes([writers.nodes.create(person("Ada"), id="ada") for writers in crowd])
    assert same == {"Person": WRITERS}
    different = [writers.nodes.create(person(f"N{number}"), id="ben") for number, writers in enumerate(crowd)]
    assert await outcomes(different) == {"Person": 1, "AlreadyExists": WRITERS - 1}
    assert await crowd[0].count("(node:Person)") == 2
    assert len(await crowd[0].changes()) == 2


async def test_ties_made_by_many_at_once_are_made_once(crowd: list[Writers]) -> None:
    people = [f"p{number}" for number in range(4)]
    await crowd[0].people(*people)
    pairs = cycle(permutations(people, 2))  # each pair in both directions
    attempts = [writers.ties.create(collaborates(*pair)) for writers, pair in zip(crowd, pairs, strict=False)]
    assert await outcomes(attempts) == {"Tie": WRITERS}
    assert await crowd[0].count("()-[tie:COLLABORATES_WITH]->()") == 6
    assert len(await crowd[0].changes()) == 7


async def test_a_tie_never_outlives_its_end(crowd: list[Writers]) -> None:
    people = [f"p{number}" for number in range(8)]
    await crowd[0].people(*people)
    await crowd[0].topics("kita")
    create: list[Attempt] = [
        writers.ties.create(works_on(who, "kita")) for writers, who in zip(crowd, cycle(people), strict=False)
    ]
    delete: list[Attempt] = [
        crowd[number].nodes.delete(NodeKind.PERSON, who, revision=1) for number, who in enumerate(people)
    ]
    done = await outcomes(create[:28] + delete + create[28:])
    assert set(done) <= {"Tie", "NoneType", "EndNotFound"}
    assert done["NoneType"] == len(people)
    assert await crowd[0].count("(node:Person)") == 0
    assert await crowd[0].count("()-[tie]->()") == 0
    named = [(change["kind"], id) for change in await crowd[0].changes() for id in change["subjects"]]
    made = {id for kind, id in named if kind == "CREATED"} - {*people, "kita"}
    assert made <= {id for kind, id in named if kind == "DELETED"}  # each was there when its end went


@dataclass(frozen=True, slots=True)
class Slow:
    """A transaction that lets others write before it creates."""

    own: Transaction
    reached: asyncio.Event

    async def rows(self, statement: str, /, **parameters: object) -> list[Row]:
        """The rows of one statement."""
        if "CREATE" in statement:
            self.reached.set()
            await asyncio.sleep(0.3)
        return await self.own.rows(statement, **parameters)


async def test_an_end_that_was_found_is_there_when_the_tie_is_made(crowd: list[Writers]) -> None:
    await crowd[0].people("ada")
    await crowd[0].topics("kita")
    reached = asyncio.Event()

    async def create(transaction: Transaction) -> object:
        slow = cast("Transaction", Slow(transaction, reached))
        return await create_ties(slow, Trace("slow"), [NewTie("tie", works_on("ada", "kita"))], keep=False)

    making = asyncio.create_task(crowd[0].database.write(create))
    await reached.wait()
    await crowd[1].nodes.delete(NodeKind.PERSON, "ada", revision=1)
    (made,) = await asyncio.gather(making, return_exceptions=True)
    if not isinstance(made, EndNotFound):  # the deletion came later, and knew of the tie
        assert "tie" in (await crowd[0].changes())[-1]["subjects"]
    assert await crowd[0].count("()-[tie]->()") == 0


async def test_what_is_deleted_is_not_brought_back(crowd: list[Writers]) -> None:
    await crowd[0].people("ada", "ben")
    tie = await crowd[0].ties.create(collaborates("ada", "ben"))
    attempts: list[Attempt] = [
        writers.ties.update(TieKind.COLLABORATES_WITH, tie.id, {"note": f"by {number}"}, revision=1)
        for number, writers in enumerate(crowd[:30])
    ]
    attempts += [writers.nodes.update(NodeKind.PERSON, "ada", {"about": "x"}, revision=1) for writers in crowd[30:60]]
    attempts += [writers.nodes.delete(NodeKind.PERSON, "ben", revision=1) for writers in crowd[60:]]
    done = await outcomes(attempts)
    assert done["NoneType"] == 1
    assert set(done) <= {"NoneType", "Tie", "Person", "StaleRevision", "NotFound"}
    assert await crowd[0].count("(node:Person)") == 1
    assert await crowd[0].count("()-[tie]->()") == 0


async def test_no_cycle_comes_about_between_two_who_do_not_see_each_other(crowd: list[Writers]) -> None:
    rings = [[f"o{number}-{place}" for place in range(4)] for number in range(WRITERS // 2)]
    await crowd[0].organizations(*(id for ring in rings for id in ring))
    halves = [half for a, b, c, d in rings for half in (part_of(a, b), part_of(c, d))]
    await crowd[0].ties.create_many([(None, half) for half in halves])
    closing = [half for a, b, c, d in rings for half in (part_of(b, c), part_of(d, a))]  # nothing in common
    done = await outcomes([one.ties.create(fields) for one, fields in zip(crowd, closing, strict=True)])
    assert done == {"Tie": WRITERS // 2, "CycleRefused": WRITERS // 2}


async def test_decisions_recorded_at_once_are_all_in_force(crowd: list[Writers]) -> None:
    await crowd[0].people("ada")
    decisions = [
        Decision(purpose=purpose, given=True, source=f"form {number}")
        for number, purpose in enumerate(islice(cycle(ConsentPurpose), WRITERS))
    ]
    await outcomes([one.consents.record("ada", [given]) for one, given in zip(crowd, decisions, strict=True)])
    assert await crowd[0].count("(:Person)-[:GAVE]->(consent:Consent)") == WRITERS
    assert set((await crowd[0].stored(NodeKind.PERSON, "ada") or {})["consents"]) == set(ConsentPurpose)


async def test_a_large_batch_gets_through_among_small_writes(crowd: list[Writers]) -> None:
    small = 0
    done = asyncio.Event()

    async def keep_writing(writers: Writers) -> None:
        nonlocal small
        while not done.is_set():
            await writers.nodes.create(person("Small"))
            small += 1

    busy = [asyncio.create_task(keep_writing(writers)) for writers in crowd[1:4]]
    rows = [(None, person(f"N{number}")) for number in range(1_500)]
    await crowd[0].nodes.create_many(NodeKind.PERSON, rows)
    done.set()
    await asyncio.gather(*busy)
    assert small
    assert await crowd[0].count("(node:Person)") == small + len(rows)
