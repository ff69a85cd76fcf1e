"""What each write leaves behind, on every server."""

import json
from typing import Any

import pytest

from graph.model.errors import GraphError
from graph.model.kinds import NodeKind, TieKind, Visibility
from graph.model.nodes import EventFields, NodeFields, PolicyPositionFields, ProjectFields
from graph.model.viewer import Tier
from graph.store.database import Database
from graph.store.writing import Decision, ImportedNode
from tests.store.write_help import MANAGER, PUBLICATION, Writers, collaborates, person, ref, tie, topic, works_on

PUBLISHED = PolicyPositionFields.model_validate(
    {"title": "Plan together", "status": "PUBLISHED", "published_on": "2024-02-29"}
)
WITHDRAWN = Decision.model_validate({"purpose": "PUBLICATION", "given": False, "source": "mail"})


@pytest.fixture
def writers(database: Database) -> Writers:
    return Writers(database)


async def test_a_write_says_who_did_what_to_what_and_why(writers: Writers) -> None:
    await writers.nodes.create(person(), id="ada", reason="met at the fair")
    await writers.nodes.update(NodeKind.PERSON, "ada", {"about": "x", "phone": "1"}, revision=1, reason="typo")
    created, updated = await writers.changes()
    assert (created["kind"], created["subjects"], created["reason"]) == ("CREATED", ["ada"], "met at the fair")
    assert (updated["kind"], updated["fields"], updated["actor"]) == ("UPDATED", ["about", "phone"], MANAGER.actor)
    assert (await writers.stored(NodeKind.PERSON, "ada") or {})["updated_at"] == updated["at"]


async def test_a_change_itself_holds_no_personal_value(writers: Writers) -> None:
    await writers.nodes.create(person("Ada Beispiel", email="ada@example.org"), id="ada")
    await writers.nodes.update(NodeKind.PERSON, "ada", {"name": "Ada Muster", "email": None}, revision=1)
    await writers.nodes.delete(NodeKind.PERSON, "ada", revision=2)
    told = str(await writers.changes())
    assert not any(value in told for value in ("Beispiel", "Muster", "example.org"))


async def test_history_keeps_what_was_and_is_apart(writers: Writers) -> None:
    await writers.nodes.create(person("Ada Beispiel", phone="1"), id="ada")
    await writers.nodes.update(NodeKind.PERSON, "ada", {"name": "Ada Muster", "phone": None}, revision=1)
    _, values = await writers.values_of("ada")
    assert json.loads(values["before"]) == {"name": "Ada Beispiel", "phone": "1"}
    assert json.loads(values["after"]) == {"name": "Ada Muster", "phone": None}
    assert values["change"] == (await writers.changes())[1]["id"]


async def test_what_a_batch_creates_needs_no_values(writers: Writers) -> None:
    await writers.people("ada", "ben")
    assert await writers.count("(values:ChangeValues)") == 0
    assert [change["subjects"] for change in await writers.changes()] == [["ada", "ben"]]


async def test_a_refused_write_leaves_no_change(writers: Writers) -> None:
    await writers.people("ada")
    for changes, revision in (({"name": ""}, 1), ({"name": "Ada"}, 4), ({"visibility": "PUBLIC"}, 1)):
        with pytest.raises(GraphError):
            await writers.nodes.update(NodeKind.PERSON, "ada", changes, revision=revision)
    assert len(await writers.changes()) == 1


async def test_a_deletion_names_the_ties_that_go_and_keeps_what_they_were(writers: Writers) -> None:
    await writers.people("ada", "ben")
    await writers.topics("kita")
    one, other = await writers.ties.create_many([(None, works_on("ada", "kita")), (None, collaborates("ada", "ben"))])
    await writers.consents.record("ada", [PUBLICATION])
    await writers.nodes.delete(NodeKind.PERSON, "ada", revision=1)
    change = (await writers.changes())[-1]
    assert (change["kind"], set(change["subjects"])) == ("DELETED", {"ada", one, other})
    (kept,) = await writers.values_of(other)
    assert json.loads(kept["before"])["to_id"] == "ben"
    (kept,) = await writers.values_of("ada")
    assert [consent["purpose"] for consent in json.loads(kept["before"])["consents"]] == ["PUBLICATION"]
    assert await writers.count("(consent:Consent)") == 0


@pytest.mark.parametrize(
    ("fields", "audience"),
    [
        (topic("kita"), Tier.PUBLIC),
        (EventFields(title="Fair", held_on="2024"), Tier.PUBLIC),
        (PUBLISHED, Tier.PUBLIC),
        (PolicyPositionFields(title="Draft"), Tier.NETWORK),
        (ProjectFields(title="Playground"), Tier.NETWORK),
        (person(visibility=Visibility.NETWORK), Tier.NETWORK),
        (person(visibility=Visibility.MANAGERS), Tier.ALL),
    ],
)
async def test_a_new_node_is_noticed_by_whom_it_exists_for(
    writers: Writers, fields: NodeFields, audience: Tier
) -> None:
    await writers.nodes.create(fields)
    assert [change["audience"] for change in await writers.changes()] == [audience]


async def audiences_of_visibilities(writers: Writers, *visibilities: Visibility) -> list[Any]:
    before = len(await writers.changes())
    for visibility in visibilities:
        revision = (await writers.stored(NodeKind.PERSON, "ada") or {})["revision"]
        await writers.nodes.update(NodeKind.PERSON, "ada", {"visibility": visibility}, revision=revision)
    return [change["audience"] for change in (await writers.changes())[before:]]


async def test_who_is_hidden_is_noticed_by_those_who_could_see_them(writers: Writers) -> None:
    await writers.people("ada", visibility=Visibility.MANAGERS)
    await writers.consents.record("ada", [PUBLICATION])
    steps = (Visibility.PUBLIC, Visibility.NETWORK, Visibility.MANAGERS)
    assert await audiences_of_visibilities(writers, *steps) == [Tier.PUBLIC, Tier.PUBLIC, Tier.NETWORK]


async def test_a_withdrawal_of_publication_is_noticed_by_the_public(writers: Writers) -> None:
    await writers.people("ada")
    await writers.consents.record("ada", [PUBLICATION])
    await audiences_of_visibilities(writers, Visibility.PUBLIC)
    await writers.consents.record("ada", [WITHDRAWN])
    await writers.nodes.update(NodeKind.PERSON, "ada", {"about": "x"}, revision=2)
    withdrawal, update = (await writers.changes())[-2:]
    assert (withdrawal["kind"], withdrawal["audience"]) == ("CONSENTED", Tier.PUBLIC)
    assert update["audience"] == Tier.NETWORK  # PUBLIC without consent counts as NETWORK


async def test_a_tie_is_noticed_by_whom_both_ends_and_its_kind_exist_for(writers: Writers) -> None:
    await writers.people("ada", "ben")
    await writers.people("hidden", visibility=Visibility.MANAGERS)
    await writers.consents.record("ada", [PUBLICATION])
    await audiences_of_visibilities(writers, Visibility.PUBLIC)
    await writers.topics("kita", "schule")
    related = tie(TieKind.RELATED_TO, ref(NodeKind.TOPIC, "kita"), ref(NodeKind.TOPIC, "schule"))
    expected = {
        related: Tier.PUBLIC,
        works_on("ada", "kita"): Tier.PUBLIC,
        works_on("ben", "kita"): Tier.NETWORK,
        collaborates("ada", "ben"): Tier.NETWORK,
        works_on("hidden", "kita"): Tier.ALL,
        collaborates("ada", "hidden"): Tier.ALL,
    }
    for fields in expected:
        await writers.ties.create(fields)
    changes = await writers.changes()
    assert [change["audience"] for change in changes[-len(expected) :]] == list(expected.values())


async def test_who_endorses_is_noticed_by_managers_only_before_publication(writers: Writers) -> None:
    await writers.people("ada", "ben")
    await writers.consents.record("ben", [PUBLICATION])
    position = await writers.nodes.create(PUBLISHED)
    for who in ("ada", "ben"):
        ends = ref(NodeKind.PERSON, who), ref(NodeKind.POLICY_POSITION, position.id)
        await writers.ties.create(tie(TieKind.ENDORSES, *ends, role="AUTHOR"))
    assert [change["audience"] for change in (await writers.changes())[-2:]] == [Tier.ALL, Tier.NETWORK]


async def test_a_batch_is_noticed_by_the_widest_tier_of_its_rows(writers: Writers) -> None:
    rows = [("ada", person()), ("ben", person(visibility=Visibility.NETWORK))]
    await writers.nodes.create_many(NodeKind.PERSON, rows)
    assert (await writers.changes())[0]["audience"] == Tier.NETWORK


async def test_each_transaction_of_a_large_batch_leaves_one_change(embedded_database: Database) -> None:
    writers = Writers(embedded_database)
    rows = [ImportedNode(f"p{number}", person(), "list", str(number)) for number in range(5_001)]
    await writers.importer.upsert_nodes(NodeKind.PERSON, rows)
    assert sorted(len(change["subjects"]) for change in await writers.changes()) == [1, 5_000]
