"""After which writes somebody may be gone from a tier."""

from datetime import timedelta

import pytest

from graph.model.ids import new_id
from graph.model.kinds import ConsentPurpose, NodeKind, Visibility
from graph.model.time import now
from graph.model.viewer import Tier
from graph.store.database import Database
from graph.store.reading.withdrawals import first_id, withdrawals
from graph.store.writing import Decision
from tests.store.write_help import Writers


def test_ids_made_since_a_time_are_not_before_its_first() -> None:
    before = now()
    made = new_id()
    assert first_id(before - timedelta(seconds=1)) < first_id(before) <= made
    assert made < first_id(now() + timedelta(seconds=1))


@pytest.fixture
async def writers(database: Database) -> Writers:
    writers = Writers(database)
    await writers.people("ada", visibility=Visibility.NETWORK)
    return writers


async def found(writers: Writers) -> list[Tier]:
    return list((await withdrawals(writers.database, now() - timedelta(minutes=1))).values())


async def test_nobody_goes_by_being_created_or_renamed(writers: Writers) -> None:
    await writers.nodes.update(NodeKind.PERSON, "ada", {"name": "Ada Other"}, revision=1)
    await writers.topics("care")
    assert await found(writers) == []


async def test_a_change_of_visibility_is_one_for_those_who_could_see(writers: Writers) -> None:
    await writers.nodes.update(NodeKind.PERSON, "ada", {"visibility": Visibility.MANAGERS}, revision=1)
    assert await found(writers) == [Tier.NETWORK]


async def test_a_deletion_is_one(writers: Writers) -> None:
    await writers.nodes.delete(NodeKind.PERSON, "ada", revision=1)
    assert await found(writers) == [Tier.NETWORK]


@pytest.mark.parametrize(("purpose", "counts"), [(ConsentPurpose.PUBLICATION, True), (ConsentPurpose.RANKINGS, False)])
async def test_of_the_consents_only_that_to_publication_is_one(
    writers: Writers, purpose: ConsentPurpose, counts: bool
) -> None:
    await writers.consents.record("ada", [Decision(purpose=purpose, given=True, source="form")])
    assert bool(await found(writers)) == counts


async def test_those_of_long_ago_are_not_looked_at(writers: Writers) -> None:
    await writers.nodes.delete(NodeKind.PERSON, "ada", revision=1)
    assert await withdrawals(writers.database, now() + timedelta(seconds=1)) == {}
