"""Which snapshot answers, and when a new one is built."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from graph.answers import Answers
from graph.answers.shelf import Edition, Shelf
from graph.answers.view import NetworkView
from graph.model.errors import CursorExpired, StoreUnavailable
from graph.model.kinds import NodeKind, TieKind, Visibility
from graph.model.viewer import Tier
from graph.network.scope import NetworkScope
from graph.network.snapshot import Snapshot
from tests.answers.drawn import ANYBODY, MANAGER, MEMBER, DrawnSource
from tests.answers.waiting import PAUSE, until_current
from tests.network.drawing import Drawing

SCOPE = NetworkScope()


@pytest.fixture
def source() -> DrawnSource:
    drawing = Drawing().people(*(f"p{number}" for number in range(7)))
    return DrawnSource(drawing.tie(TieKind.COLLABORATES_WITH, "p0", "p1"))


@pytest.fixture
async def answers(source: DrawnSource) -> AsyncIterator[Answers]:
    async with Answers(source, pause=PAUSE) as answers:
        yield answers


def actors(view: NetworkView) -> int | None:
    return view.snapshot.actor_count.value


async def test_the_first_question_waits_for_the_first_snapshot(answers: Answers, source: DrawnSource) -> None:
    views = await asyncio.gather(*(answers.network(MEMBER, SCOPE) for _ in range(10)))
    assert {actors(view) for view in views} == {7}
    assert all(view.snapshot.is_current for view in views)
    assert source.loads == 1


async def test_without_a_write_nothing_is_built_again(answers: Answers, source: DrawnSource) -> None:
    one = await answers.network(MEMBER, SCOPE)
    await asyncio.sleep(3 * PAUSE)
    other = await answers.network(MEMBER, SCOPE)
    assert one.snapshot == other.snapshot
    assert source.loads == 1


async def test_after_a_write_the_one_before_answers_until_the_new_one_is_there(
    answers: Answers, source: DrawnSource
) -> None:
    await answers.network(MEMBER, SCOPE)
    source.drawing.people("new")
    source.wrote(Tier.NETWORK)
    meanwhile = await answers.network(MEMBER, SCOPE)
    assert (actors(meanwhile), meanwhile.snapshot.is_current) == (7, False)
    assert actors(await until_current(answers, MEMBER, SCOPE)) == 8


async def test_a_burst_of_writes_is_built_once(answers: Answers, source: DrawnSource) -> None:
    await answers.network(MEMBER, SCOPE)
    for number in range(5):
        source.drawing.people(f"new{number}")
        source.wrote(Tier.NETWORK)
        await answers.network(MEMBER, SCOPE)
    assert actors(await until_current(answers, MEMBER, SCOPE)) == 12
    assert source.loads == 2


async def test_a_build_waits_until_the_writers_pause(answers: Answers, source: DrawnSource) -> None:
    await answers.network(MEMBER, SCOPE)
    source.restless = 3
    assert not (await answers.network(MEMBER, SCOPE)).snapshot.is_current
    await asyncio.sleep(8 * PAUSE)
    await until_current(answers, MEMBER, SCOPE)
    assert source.loads == 2


async def test_a_write_that_a_tier_cannot_notice_leaves_it_as_it_is(answers: Answers, source: DrawnSource) -> None:
    before = await answers.network(MEMBER, SCOPE)
    source.drawing.node(NodeKind.PERSON, "hidden", visibility=Visibility.MANAGERS)
    source.drawing.tie(TieKind.COLLABORATES_WITH, "hidden", "p1")
    source.wrote(Tier.ALL, withdraws=True)
    assert actors(await answers.network(MANAGER, SCOPE)) == 8
    after = await answers.network(MEMBER, SCOPE)
    assert after.snapshot == before.snapshot
    assert after.scoped.snapshot is before.scoped.snapshot


async def test_a_withdrawal_is_never_answered_from_before_it(answers: Answers, source: DrawnSource) -> None:
    old = await answers.network(MEMBER, SCOPE)
    source.drawing.node(NodeKind.PERSON, "p0", visibility=Visibility.MANAGERS)
    source.wrote(Tier.NETWORK, withdraws=True)
    after = await answers.network(MEMBER, SCOPE)
    assert (actors(after), after.snapshot.is_current) == (6, True)
    with pytest.raises(CursorExpired):
        await answers.network(MEMBER, SCOPE, old.snapshot.id)


async def test_a_withdrawal_from_a_wider_network_makes_no_lower_one_wait(answers: Answers, source: DrawnSource) -> None:
    await answers.network(MEMBER, SCOPE)
    source.drawing.people("new")
    source.wrote(Tier.NETWORK)
    source.wrote(Tier.ALL, withdraws=True)
    meanwhile = await answers.network(MEMBER, SCOPE)
    assert (actors(meanwhile), meanwhile.snapshot.is_current) == (7, False)
    assert actors(await answers.network(MANAGER, SCOPE)) == 8


async def test_a_withdrawal_during_a_build_waits_for_the_next_build(answers: Answers, source: DrawnSource) -> None:
    source.gate = asyncio.Event()
    early = asyncio.create_task(answers.network(MEMBER, SCOPE))
    await asyncio.sleep(0.01)
    assert source.loads == 1
    source.drawing.node(NodeKind.PERSON, "p0", visibility=Visibility.MANAGERS)
    source.wrote(Tier.NETWORK, withdraws=True)
    late = asyncio.create_task(answers.network(MEMBER, SCOPE))
    await asyncio.sleep(0.01)
    source.gate.set()
    assert actors(await early) == 7
    assert actors(await late) == 6
    assert source.loads == 2


async def test_builds_never_run_at_once(answers: Answers, source: DrawnSource) -> None:
    source.gate = asyncio.Event()
    waiting = [asyncio.create_task(answers.network(viewer, SCOPE)) for viewer in (MEMBER, MANAGER, ANYBODY)]
    await asyncio.sleep(0.02)
    assert source.loads == 1
    source.gate.set()
    await asyncio.gather(*waiting)


async def test_a_snapshot_can_be_named_while_it_is_kept(answers: Answers, source: DrawnSource) -> None:
    old = await answers.network(MEMBER, SCOPE)
    source.drawing.people("new")
    source.wrote(Tier.NETWORK)
    await until_current(answers, MEMBER, SCOPE)
    again = await answers.network(MEMBER, SCOPE, old.snapshot.id)
    assert (actors(again), again.snapshot.id, again.snapshot.is_current) == (7, old.snapshot.id, False)


async def test_a_snapshot_from_before_a_withdrawal_cannot_be_named_even_if_nobody_had_asked_meanwhile(
    answers: Answers, source: DrawnSource
) -> None:
    old = await answers.network(MEMBER, SCOPE)
    source.drawing.people("new")
    source.wrote(Tier.NETWORK)
    await answers.network(MEMBER, SCOPE)  # has a new snapshot built a little later
    source.drawing.node(NodeKind.PERSON, "p0", visibility=Visibility.MANAGERS)
    source.wrote(Tier.NETWORK, withdraws=True)
    await asyncio.sleep(4 * PAUSE)
    assert (await answers.network(MEMBER, SCOPE)).snapshot.is_current
    assert source.loads == 2
    with pytest.raises(CursorExpired):
        await answers.network(MEMBER, SCOPE, old.snapshot.id)


async def test_a_snapshot_of_another_tier_cannot_be_named(answers: Answers, source: DrawnSource) -> None:
    source.drawing.node(NodeKind.PERSON, "hidden", visibility=Visibility.MANAGERS)
    of_managers = await answers.network(MANAGER, SCOPE)
    with pytest.raises(CursorExpired):
        await answers.network(MEMBER, SCOPE, of_managers.snapshot.id)


async def test_while_the_store_is_down_there_is_an_error_and_then_an_answer(
    answers: Answers, source: DrawnSource
) -> None:
    source.down = True
    with pytest.raises(StoreUnavailable):
        await answers.network(MEMBER, SCOPE)
    source.down = False
    assert actors(await answers.network(MEMBER, SCOPE)) == 7


def test_a_snapshot_of_the_same_content_keeps_its_time() -> None:
    time = datetime(2026, 1, 1, tzinfo=UTC)
    shelf = Shelf(lambda: time)
    shelf.put(Tier.ALL, snapshot(1), edition("one"))
    taken_at = time
    time += timedelta(hours=1)
    shelf.put(Tier.ALL, snapshot(1), edition("two"))
    newest = shelf.newest(Tier.ALL)
    assert newest is not None
    assert (newest.taken_at, newest.edition.version) == (taken_at, "two")


def test_a_replaced_snapshot_is_kept_for_15_minutes() -> None:
    time = datetime(2026, 1, 1, tzinfo=UTC)
    shelf = Shelf(lambda: time)
    old = snapshot(1)
    shelf.put(Tier.ALL, old, edition("one"))
    time += timedelta(hours=5)
    shelf.put(Tier.ALL, snapshot(2), edition("two"))
    time += timedelta(minutes=15)
    assert shelf.find(Tier.ALL, old.id).snapshot is old
    time += timedelta(seconds=1)
    with pytest.raises(CursorExpired):
        shelf.find(Tier.ALL, old.id)


def test_only_so_many_snapshots_are_kept() -> None:
    shelf = Shelf()
    all_of_them = [snapshot(number) for number in range(12)]
    for taken in all_of_them:
        shelf.put(Tier.ALL, taken, edition(taken.id))
    kept = [taken for taken in all_of_them if is_kept(shelf, taken)]
    assert kept == all_of_them[4:]


def edition(version: str) -> Edition:
    return Edition(version, datetime(2026, 1, 1, tzinfo=UTC), frozenset())


def is_kept(shelf: Shelf, taken: Snapshot) -> bool:
    try:
        return shelf.find(Tier.ALL, taken.id) is not None
    except CursorExpired:
        return False


def snapshot(people: int) -> Snapshot:
    return Snapshot.of(Drawing().people(*(f"p{number}" for number in range(people))).columns(), Tier.ALL)
