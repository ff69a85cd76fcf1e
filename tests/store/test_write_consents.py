"""What people agree to, and sign-ins, on every server."""

from datetime import UTC, datetime, timedelta

import pytest

from graph.model.errors import EndNotFound, Forbidden, InvalidValue, NotFound
from graph.model.kinds import ConsentPurpose, NodeKind, Visibility
from graph.model.permissions import Role
from graph.model.viewer import Viewer, system
from graph.store.database import Database
from graph.store.writing import AccountReader, AccountWriter, ConsentWriter, Decision
from tests.store.write_help import MANAGER, Writers, ref

DAY = datetime(2025, 5, 1, tzinfo=UTC)


def decision(purpose: ConsentPurpose, given: bool, day: int) -> Decision:
    return Decision(purpose=purpose, given=given, source="form", at=DAY + timedelta(days=day))


@pytest.fixture
async def writers(database: Database) -> Writers:
    writers = Writers(database)
    await writers.people("ada", "ben")
    return writers


async def in_force(writers: Writers, person: str) -> list[str]:
    return sorted((await writers.stored(NodeKind.PERSON, person) or {})["consents"])


async def test_the_latest_decision_of_each_purpose_is_in_force(writers: Writers) -> None:
    rankings, contact = ConsentPurpose.RANKINGS, ConsentPurpose.CONTACT
    given = [decision(rankings, given=True, day=1), decision(contact, given=True, day=1)]
    assert await writers.consents.record("ada", given) == {rankings, contact}
    assert await writers.consents.record("ada", [decision(rankings, given=False, day=2)]) == {contact}
    assert await in_force(writers, "ada") == ["CONTACT"]
    assert await writers.count("(:Person {id: 'ada'})-[:GAVE]->(:Consent)") == 3


async def test_a_decision_of_an_earlier_day_does_not_undo_a_later_one(writers: Writers) -> None:
    await writers.consents.record("ada", [decision(ConsentPurpose.CONTACT, given=False, day=5)])
    await writers.consents.record("ada", [decision(ConsentPurpose.CONTACT, given=True, day=1)])
    assert await in_force(writers, "ada") == []


async def test_the_same_decision_twice_is_recorded_once(writers: Writers) -> None:
    given = decision(ConsentPurpose.CONTACT, given=True, day=1)
    await writers.consents.record("ada", [given, given])
    await writers.consents.record("ada", [given])
    assert await writers.count("(consent:Consent)") == 1
    assert len(await writers.changes()) == 2


async def test_a_decision_makes_no_editor_stale(writers: Writers) -> None:
    await writers.consents.record("ada", [decision(ConsentPurpose.CONTACT, given=True, day=1)])
    await writers.nodes.update(NodeKind.PERSON, "ada", {"about": "still there"}, revision=1)
    assert await in_force(writers, "ada") == ["CONTACT"]


async def test_nobody_else_is_concerned(writers: Writers) -> None:
    await writers.consents.record("ada", [decision(ConsentPurpose.CONTACT, given=True, day=1)])
    assert await in_force(writers, "ben") == []
    with pytest.raises(NotFound):
        await writers.consents.record("nobody", [decision(ConsentPurpose.CONTACT, given=True, day=1)])


async def test_a_withdrawal_leaves_the_visibility_but_does_not_let_it_be_chosen_again(writers: Writers) -> None:
    purpose = ConsentPurpose.PUBLICATION
    await writers.consents.record("ada", [decision(purpose, given=True, day=1)])
    await writers.nodes.update(NodeKind.PERSON, "ada", {"visibility": Visibility.PUBLIC}, revision=1)
    await writers.consents.record("ada", [decision(purpose, given=False, day=2)])
    assert (await writers.stored(NodeKind.PERSON, "ada") or {})["visibility"] == Visibility.PUBLIC
    await writers.nodes.update(NodeKind.PERSON, "ada", {"visibility": Visibility.NETWORK}, revision=2)
    with pytest.raises(InvalidValue):
        await writers.nodes.update(NodeKind.PERSON, "ada", {"visibility": Visibility.PUBLIC}, revision=3)


async def test_an_import_of_consents_changes_nothing_the_second_time(writers: Writers) -> None:
    rows = [(who, decision(ConsentPurpose.RANKINGS, given=True, day=1)) for who in ("ada", "ben")]
    assert await writers.importer.record_consents(rows) == 2
    withdrawal = decision(ConsentPurpose.RANKINGS, given=False, day=2)
    await writers.consents.record("ada", [withdrawal])
    assert await writers.importer.record_consents(rows) == 0
    assert (await in_force(writers, "ada"), await in_force(writers, "ben")) == ([], ["RANKINGS"])


async def test_only_who_may_edit_records_consents(writers: Writers) -> None:
    member = ConsentWriter(writers.database, Viewer(Role.MEMBER, "somebody"))
    with pytest.raises(Forbidden):
        await member.record("ada", [decision(ConsentPurpose.CONTACT, given=True, day=1)])


async def test_an_account_is_found_by_who_vouches_for_it_and_their_name_for_it(writers: Writers) -> None:
    saved = await writers.accounts.save("https://login", "s1", Role.MEMBER, person_id="ada")
    found = await AccountReader(writers.database).by_subject("https://login", "s1")
    assert found == saved
    assert (saved.role, saved.person_id) == (Role.MEMBER, "ada")
    assert await AccountReader(writers.database).by_subject("https://other", "s1") is None


async def test_an_account_is_saved_once_and_can_change_hands(writers: Writers) -> None:
    for person in ("ada", "ben", "ben"):
        await writers.accounts.save("https://login", "s1", Role.MEMBER, person_id=person)
    (row,) = await writers.rows("MATCH (:Account)-[:IS]->(person) RETURN person.id AS id")
    assert row["id"] == "ben"
    assert len(await writers.changes()) == 3  # the people, the account, its change of hands
    released = await writers.accounts.save("https://login", "s1", Role.MEMBER)
    assert (released.person_id, await writers.count("(:Account)-[:IS]->()")) == (None, 0)


async def test_an_account_belongs_to_somebody_who_exists(writers: Writers) -> None:
    with pytest.raises(EndNotFound):
        await writers.accounts.save("https://login", "s1", Role.MEMBER, person_id="nobody")
    assert await writers.count("(account:Account)") == 0


async def test_nobody_gives_or_takes_a_role_above_their_own(writers: Writers) -> None:
    with pytest.raises(Forbidden):
        await writers.accounts.save("https://login", "s1", Role.ADMIN)
    await AccountWriter(writers.database, system("command")).save("https://login", "s1", Role.ADMIN)
    with pytest.raises(Forbidden):
        await AccountWriter(writers.database, MANAGER).save("https://login", "s1", Role.MEMBER)


async def test_an_account_belongs_to_the_person_that_a_former_id_leads_to(writers: Writers) -> None:
    await writers.importer.add_aliases([("ada-before", ref(NodeKind.PERSON, "ada"))])
    account = await writers.accounts.save("https://login", "s1", Role.MEMBER, person_id="ada-before")
    assert account.person_id == "ada"
