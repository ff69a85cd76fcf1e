"""Versions of the graph and consents in force: noticed at once, and by no tier that could not notice."""

from datetime import UTC, datetime

import pytest

from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.viewer import Tier
from graph.store.database import Database
from graph.store.reading import ConsentReader, VersionReader, versions
from tests.store.town import P, T, add_nodes, agree, statements

LATE = "CREATE (:Change {id: $id, at: $at, audience: $audience, kind: 'UPDATED', fields: [], subjects: []})"
LATE_CONSENT = """
MATCH (person:Person {id: $person}) SET person.consents = []
CREATE (person)-[:GAVE]->(:Consent {id: $id, purpose: 'RANKINGS', given: false, at: $at, source: 'late'})"""
EARLIEST = "00000000-0000-7000-8000-000000000000"


def changed(before: dict[Tier, str], after: dict[Tier, str]) -> set[Tier]:
    return {tier for tier in Tier if before[tier] != after[tier]}


@pytest.mark.parametrize(
    ("visibility", "noticed"),
    [("MANAGERS", {Tier.ALL}), ("NETWORK", {Tier.ALL, Tier.NETWORK}), ("PUBLIC", {Tier.ALL, Tier.NETWORK})],
)
async def test_a_write_changes_the_versions_of_the_tiers_that_can_notice_it(
    database: Database, visibility: str, noticed: set[Tier]
) -> None:
    await add_nodes(database, T, {"a": {"label_de": "A", "label_en": "A"}})
    before = await versions(database)
    assert set(before.values()) != {":0"}
    await add_nodes(database, P, {"p": {"name": "P", "visibility": visibility}})
    assert changed(before, await versions(database)) == noticed


async def test_consent_to_publication_of_a_public_person_is_noticed_by_all(database: Database) -> None:
    await add_nodes(database, P, {"p": {"name": "P", "visibility": "PUBLIC"}})
    before = await versions(database)
    await agree(database, "p", "PUBLICATION")
    assert changed(before, await versions(database)) == set(Tier)


async def test_a_change_with_an_older_id_that_was_stored_later_is_noticed(database: Database) -> None:
    await add_nodes(database, T, {"a": {"label_de": "A", "label_en": "A"}})
    reader = VersionReader(database)
    before = dict(await reader.versions())
    given = {"id": EARLIEST, "at": datetime.now(UTC), "audience": 1}
    await database.write(lambda transaction: transaction.rows(LATE, **given))
    after = dict(await reader.versions())
    assert changed(before, after) == {Tier.NETWORK, Tier.ALL}
    assert after == await versions(database)


async def test_versions_are_counted_again_only_after_a_write(database: Database) -> None:
    await add_nodes(database, T, {"a": {"label_de": "A", "label_en": "A"}})
    reader = VersionReader(database)
    await reader.versions()
    with statements(database) as sent:
        await reader.versions()
    assert len(sent) == 1


async def test_consents_in_force_are_those_given_and_not_withdrawn(database: Database) -> None:
    await add_nodes(database, P, {id: {"name": id} for id in ("p", "q", "r")})
    await agree(database, "p", "RANKINGS", "SUGGESTIONS")
    await agree(database, "q", "RANKINGS")
    reader = ConsentReader(database)
    assert await reader.in_force(ConsentPurpose.RANKINGS) == {"p", "q"}
    assert await reader.in_force(ConsentPurpose.SUGGESTIONS) == {"p"}
    await agree(database, "q", "RANKINGS", given=False)
    assert await reader.in_force(ConsentPurpose.RANKINGS) == {"p"}
    assert await reader.in_force(ConsentPurpose.CONTACT) == frozenset()


async def test_a_withdrawal_with_an_older_id_that_was_stored_later_holds_at_once(database: Database) -> None:
    await add_nodes(database, P, {"p": {"name": "P"}})
    await agree(database, "p", "RANKINGS")
    reader = ConsentReader(database)
    assert await reader.in_force(ConsentPurpose.RANKINGS) == {"p"}
    given = {"id": EARLIEST, "at": datetime.now(UTC), "person": "p"}
    await database.write(lambda transaction: transaction.rows(LATE_CONSENT, **given))
    assert await reader.in_force(ConsentPurpose.RANKINGS) == frozenset()


async def test_a_consent_is_gone_with_its_person(database: Database) -> None:
    await add_nodes(database, P, {"p": {"name": "P"}, "q": {"name": "Q"}})
    await agree(database, "p", "RANKINGS")
    await agree(database, "q", "RANKINGS")
    reader = ConsentReader(database)
    await reader.in_force(ConsentPurpose.RANKINGS)
    gone = "MATCH (person:Person {id: 'q'})-[:GAVE]->(consent) DETACH DELETE person, consent"
    await database.write(lambda transaction: transaction.rows(gone))
    assert await reader.in_force(ConsentPurpose.RANKINGS) == {"p"}


async def test_consents_that_did_not_change_are_not_read_again(database: Database) -> None:
    await add_nodes(database, NodeKind.PERSON, {"p": {"name": "P"}})
    await agree(database, "p", "RANKINGS")
    reader = ConsentReader(database)
    await reader.in_force(ConsentPurpose.RANKINGS)
    with statements(database) as sent:
        assert await reader.in_force(ConsentPurpose.RANKINGS) == {"p"}
    assert len(sent) == 1
