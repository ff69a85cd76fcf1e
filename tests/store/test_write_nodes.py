"""Creating, changing and deleting nodes, on every server."""

import pytest

from graph.model.errors import (
    AlreadyExists,
    Forbidden,
    InvalidFields,
    InvalidValue,
    NotFound,
    StaleRevision,
    StillInUse,
)
from graph.model.kinds import MunicipalityKind, NodeKind, PositionStatus, Visibility
from graph.model.nodes import MunicipalityFields, Person, PersonFields, PolicyPositionFields
from graph.model.permissions import Role
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.writing import Update
from tests.store.write_help import Writers, collaborates, person, ref, topic, works_on

FULL = {"name": "Jürgen Groß", "email": "j.gross@example.org", "about": "Kita", "active_from": "2019-05"}


@pytest.fixture
def writers(database: Database) -> Writers:
    return Writers(database)


async def test_a_created_node_is_returned_and_stored_as_given(writers: Writers) -> None:
    created = await writers.nodes.create(person(**FULL))
    stored = await writers.stored(NodeKind.PERSON, created.id)
    assert stored is not None
    assert {name: stored[name] for name in FULL} == FULL
    assert created == Person.model_validate({name: stored.get(name) for name in Person.model_fields})
    assert (created.revision, created.created_at) == (1, created.updated_at)


async def test_names_are_stored_folded_for_search_and_order(writers: Writers) -> None:
    created = await writers.nodes.create(person(**FULL))
    stored = await writers.stored(NodeKind.PERSON, created.id)
    assert stored is not None
    assert (stored["search_text"], stored["sort_key"]) == ("jurgen gross", "jurgen gross")
    assert "example" not in stored["search_text"]  # contact data is not searched


async def test_creating_the_same_twice_is_the_same_as_once(writers: Writers) -> None:
    first = await writers.nodes.create(person(**FULL), id="one")
    again = await writers.nodes.create(person(**FULL), id="one")
    assert again == first
    assert len(await writers.changes()) == 1


async def test_an_id_that_stands_for_something_else_is_refused(writers: Writers) -> None:
    await writers.people("one")
    with pytest.raises(AlreadyExists):
        await writers.nodes.create(person("Somebody Else"), id="one")
    assert await writers.count("(node:Person)") == 1


async def test_a_municipality_has_its_official_key_as_id(writers: Writers) -> None:
    fields = MunicipalityFields(ags="05111", name="Land of Test", kind=MunicipalityKind.RURAL_DISTRICT)
    assert (await writers.nodes.create(fields)).id == "05111"
    with pytest.raises(InvalidValue, match="05111"):
        await writers.nodes.create(fields, id="another")


async def test_a_date_is_stored_as_its_text_and_read_as_a_date(writers: Writers) -> None:
    fields = PolicyPositionFields.model_validate(
        {"title": "Plan together", "status": PositionStatus.PUBLISHED, "published_on": "2024-02-29"}
    )
    created = await writers.nodes.create(fields)
    assert created.model_dump(mode="json")["published_on"] == "2024-02-29"


async def test_an_update_changes_what_it_names_and_nothing_else(writers: Writers) -> None:
    created = await writers.nodes.create(person(**FULL))
    changes = {"name": "Jürgen Klein", "email": None}
    updated = await writers.nodes.update(NodeKind.PERSON, created.id, changes, revision=1)
    expected = created.model_dump() | changes | {"revision": 2, "updated_at": updated.updated_at}
    assert updated.model_dump() == expected
    stored = await writers.stored(NodeKind.PERSON, created.id)
    assert stored is not None
    assert "email" not in stored
    assert stored["sort_key"] == "jurgen klein"


async def test_an_update_that_changes_nothing_makes_no_new_revision(writers: Writers) -> None:
    created = await writers.nodes.create(person(**FULL))
    assert await writers.nodes.update(NodeKind.PERSON, created.id, {"about": "Kita"}, revision=1) == created
    assert len(await writers.changes()) == 1


async def test_a_stale_update_is_refused_and_told_what_has_changed(writers: Writers) -> None:
    await writers.people("one")
    await writers.nodes.update(NodeKind.PERSON, "one", {"about": "first"}, revision=1)
    await writers.nodes.update(NodeKind.PERSON, "one", {"phone": "0123"}, revision=2)
    with pytest.raises(StaleRevision) as refusal:
        await writers.nodes.update(NodeKind.PERSON, "one", {"about": "second"}, revision=1)
    assert refusal.value.changed == {"about", "phone"}
    assert (refusal.value.current["about"], refusal.value.current["revision"]) == ("first", 3)


async def test_a_stale_refusal_repeats_no_personal_value(writers: Writers) -> None:
    created = await writers.nodes.create(person(**FULL))
    await writers.nodes.update(NodeKind.PERSON, created.id, {"email": "new@example.org"}, revision=1)
    with pytest.raises(StaleRevision) as refusal:
        await writers.nodes.update(NodeKind.PERSON, created.id, {"name": "Other"}, revision=1)
    assert not any(value in str(refusal.value) for value in ("example.org", "Groß", "Other"))


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"name": ""}, "name"),
        ({"active_until": "2018"}, "2018"),
        ({"hobby": "chess"}, "hobby"),
        ({"visibility": "EVERYBODY"}, "PUBLIC"),
    ],
)
async def test_an_update_is_checked_as_a_whole(writers: Writers, changes: dict[str, object], problem: str) -> None:
    created = await writers.nodes.create(person(**FULL))
    with pytest.raises(InvalidValue, match=problem):
        await writers.nodes.update(NodeKind.PERSON, created.id, changes, revision=1)
    assert (await writers.stored(NodeKind.PERSON, created.id) or {})["revision"] == 1


async def test_several_wrong_values_are_told_at_once(writers: Writers) -> None:
    await writers.people("one")
    with pytest.raises(InvalidFields) as refusal:
        await writers.nodes.update(NodeKind.PERSON, "one", {"name": "", "email": "nowhere"}, revision=1)
    assert {problem.field for problem in refusal.value.problems} == {"name", "email"}


@pytest.mark.parametrize("kind", [NodeKind.MUNICIPALITY, NodeKind.TOPIC])
async def test_a_key_that_is_an_id_cannot_change(writers: Writers, kind: NodeKind) -> None:
    land = MunicipalityFields(ags="05", name="Land", kind=MunicipalityKind.LAND)
    node = await writers.nodes.create(topic("kita") if kind is NodeKind.TOPIC else land)
    name, other = ("slug", "kitas") if kind is NodeKind.TOPIC else ("ags", "06")
    with pytest.raises(InvalidValue) as refusal:
        await writers.nodes.update(kind, node.id, {name: other}, revision=1)
    assert refusal.value.field == name


async def test_what_does_not_exist_cannot_be_changed_or_deleted(writers: Writers) -> None:
    await writers.topics("one")
    with pytest.raises(NotFound):
        await writers.nodes.update(NodeKind.PERSON, "one", {"name": "Nobody"}, revision=1)
    with pytest.raises(NotFound):
        await writers.nodes.delete(NodeKind.PERSON, "one", revision=1)


async def test_a_former_id_leads_to_the_node_in_its_place(writers: Writers) -> None:
    await writers.topics("kita")
    await writers.importer.add_aliases([("daycare", ref(NodeKind.TOPIC, "kita"))])
    updated = await writers.nodes.update(NodeKind.TOPIC, "daycare", {"label_en": "Day care"}, revision=1)
    assert (updated.id, updated.revision) == ("kita", 2)


async def test_a_former_id_is_not_given_away(writers: Writers) -> None:
    await writers.topics("kita")
    await writers.importer.add_aliases([("daycare", ref(NodeKind.TOPIC, "kita"))])
    with pytest.raises(AlreadyExists):
        await writers.nodes.create(topic("daycare"))


async def test_a_deleted_node_takes_its_ties_consents_and_former_ids_along(writers: Writers) -> None:
    await writers.people("one", "two")
    await writers.topics("kita")
    await writers.ties.create_many([(None, works_on("one", "kita")), (None, collaborates("one", "two"))])
    await writers.consents.record("one", [])
    await writers.importer.add_aliases([("former", ref(NodeKind.PERSON, "one"))])
    await writers.nodes.delete(NodeKind.PERSON, "one", revision=1)
    assert await writers.count("(node:Person)") == 1
    assert await writers.count("()-[tie]->()") == 0
    assert await writers.count("(alias:Alias)") == 0


async def test_a_topic_that_collaborations_name_stays(writers: Writers) -> None:
    await writers.people("one", "two")
    await writers.topics("kita")
    await writers.ties.create(collaborates("one", "two", topics=("kita",)))
    with pytest.raises(StillInUse, match="1 collaborations"):
        await writers.nodes.delete(NodeKind.TOPIC, "kita", revision=1)


async def test_a_batch_writes_all_of_its_rows_or_none(writers: Writers) -> None:
    await writers.people("one", "two")
    rows = [Update("one", {"name": "First"}, 1), Update("two", {"name": "Second"}, 7)]
    with pytest.raises(StaleRevision):
        await writers.nodes.update_many(NodeKind.PERSON, rows)
    assert (await writers.stored(NodeKind.PERSON, "one") or {})["revision"] == 1


async def test_a_batch_returns_its_nodes_in_order(writers: Writers) -> None:
    ids = await writers.nodes.create_many(NodeKind.PERSON, [(None, person(f"N{number}")) for number in range(30)])
    rows = [Update(id, {"about": id}, 1) for id in reversed(ids)]
    assert [node.id for node in await writers.nodes.update_many(NodeKind.PERSON, rows)] == ids[::-1]
    await writers.nodes.delete_many(NodeKind.PERSON, [(id, 2) for id in ids[1:]])
    assert await writers.count("(node:Person)") == 1


async def test_one_node_stands_once_in_a_batch(writers: Writers) -> None:
    await writers.people("one")
    with pytest.raises(InvalidValue, match="twice"):
        await writers.nodes.update_many(NodeKind.PERSON, [Update("one", {"about": str(n)}, 1) for n in range(2)])
    with pytest.raises(InvalidValue, match="twice"):
        await writers.nodes.create_many(NodeKind.PERSON, [("two", person()), ("two", person())])


async def test_the_rows_of_a_batch_are_of_one_kind(writers: Writers) -> None:
    with pytest.raises(InvalidValue, match="Topic"):
        await writers.nodes.create_many(NodeKind.PERSON, [(None, person()), (None, topic("kita"))])


async def test_a_batch_takes_no_more_statements_than_one_row(writers: Writers) -> None:
    seen: list[str] = []
    writers.database.observers.append(seen.append)
    await writers.nodes.create_many(NodeKind.PERSON, [(None, person())])
    for_one = len(seen)
    await writers.nodes.create_many(NodeKind.PERSON, [(None, person(f"N{number}")) for number in range(200)])
    assert len(seen) == 2 * for_one


@pytest.mark.parametrize("role", [Role.ANONYMOUS, Role.MEMBER, Role.STRATEGY])
async def test_who_may_not_edit_writes_nothing(writers: Writers, role: Role) -> None:
    await writers.people("one")
    others = Writers(writers.database, Viewer(role, "somebody", "one"))
    with pytest.raises(Forbidden):
        await others.nodes.create(person())
    with pytest.raises(Forbidden):
        await others.nodes.update(NodeKind.PERSON, "one", {"name": "Mine"}, revision=1)
    with pytest.raises(Forbidden):
        await others.nodes.delete(NodeKind.PERSON, "one", revision=1)
    assert len(await writers.changes()) == 1


async def test_nobody_becomes_public_without_consent(writers: Writers) -> None:
    await writers.people("one")
    with pytest.raises(InvalidValue, match="PUBLICATION") as refusal:
        await writers.nodes.update(NodeKind.PERSON, "one", {"visibility": Visibility.PUBLIC}, revision=1)
    assert refusal.value.field == "visibility"
    with pytest.raises(InvalidValue):
        await writers.nodes.create(PersonFields(name="Ada", visibility=Visibility.PUBLIC))
