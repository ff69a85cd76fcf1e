"""What imports write, on every server: twice is the same as once."""

import pytest

from graph.model.errors import AlreadyExists, EndNotFound, InvalidValue
from graph.model.kinds import MunicipalityKind, NodeKind, TieKind, Visibility
from graph.model.nodes import MunicipalityFields, PersonFields
from graph.model.ties import TieFields
from graph.store.database import Database
from graph.store.writing import Counts, ImportedNode, ImportedTie
from tests.store.write_help import Writers, collaborates, person, ref, topic, works_on

KITA = ref(NodeKind.TOPIC, "kita")


@pytest.fixture
def writers(database: Database) -> Writers:
    return Writers(database)


def people(*names: str) -> list[ImportedNode]:
    return [ImportedNode(f"id-of-{name}", person(name), "survey", name) for name in names]


def of(fields: PersonFields) -> list[ImportedNode]:
    return [ImportedNode("id-of-ada", fields, "survey", "ada")]


async def test_an_import_creates_once_and_says_so(writers: Writers) -> None:
    assert await writers.importer.upsert_nodes(NodeKind.PERSON, people("ada", "ben")) == Counts(2, 0, 0)
    assert await writers.importer.upsert_nodes(NodeKind.PERSON, people("ada", "ben", "cem")) == Counts(1, 0, 2)
    assert [len(change["subjects"]) for change in await writers.changes()] == [2, 1]
    assert {change["kind"] for change in await writers.changes()} == {"IMPORTED"}


async def test_an_import_that_changes_nothing_writes_nothing(writers: Writers) -> None:
    rows = [ImportedTie("t1", works_on("id-of-ada", "kita"), "survey", "1")]
    await writers.topics("kita")
    await writers.importer.upsert_nodes(NodeKind.PERSON, people("ada"))
    await writers.importer.upsert_ties(rows)
    before = await writers.rows("MATCH (node) RETURN properties(node) AS node ORDER BY node.id")
    assert await writers.importer.upsert_nodes(NodeKind.PERSON, people("ada")) == Counts(0, 0, 1)
    assert await writers.importer.upsert_ties(rows) == Counts(0, 0, 1)
    assert await writers.rows("MATCH (node) RETURN properties(node) AS node ORDER BY node.id") == before


async def test_an_imported_node_keeps_where_it_came_from(writers: Writers) -> None:
    await writers.importer.upsert_nodes(NodeKind.PERSON, people("ada"))
    stored = await writers.stored(NodeKind.PERSON, "id-of-ada") or {}
    assert (stored["source_name"], stored["source_key"], stored["consents"]) == ("survey", "ada", [])


async def test_a_changed_row_changes_what_it_states_and_keeps_what_was(writers: Writers) -> None:
    await writers.importer.upsert_nodes(NodeKind.PERSON, of(person("Ada", visibility=Visibility.NETWORK)))
    await writers.nodes.update(NodeKind.PERSON, "id-of-ada", {"phone": "0123"}, revision=1)
    row = of(person("Ada", about="teaches"))  # says nothing of phone and visibility
    assert await writers.importer.upsert_nodes(NodeKind.PERSON, row) == Counts(0, 1, 0)
    stored = await writers.stored(NodeKind.PERSON, "id-of-ada") or {}
    told = {name: stored[name] for name in ("about", "phone", "visibility", "revision")}
    assert told == {"about": "teaches", "phone": "0123", "visibility": "NETWORK", "revision": 3}
    assert len(await writers.values_of("id-of-ada")) == 2


async def test_a_row_can_state_that_there_is_nothing(writers: Writers) -> None:
    await writers.importer.upsert_nodes(NodeKind.PERSON, of(person("Ada", about="teaches")))
    await writers.importer.upsert_nodes(NodeKind.PERSON, of(person("Ada", about=None)))
    assert "about" not in (await writers.stored(NodeKind.PERSON, "id-of-ada") or {})


async def test_a_row_that_does_not_go_with_what_is_stored_is_refused(writers: Writers) -> None:
    await writers.importer.upsert_nodes(NodeKind.PERSON, of(person("Ada", active_from="2020")))
    with pytest.raises(InvalidValue, match="2019"):
        await writers.importer.upsert_nodes(NodeKind.PERSON, of(person("Ada", active_until="2019")))


async def test_a_row_with_a_former_id_is_left_alone(writers: Writers) -> None:
    await writers.topics("kita")
    assert await writers.importer.add_aliases([("daycare", KITA), ("creche", KITA)]) == 2
    rows = [ImportedNode("daycare", topic("daycare"), "survey", "daycare")]
    assert await writers.importer.upsert_nodes(NodeKind.TOPIC, rows) == Counts(0, 0, 1)
    assert await writers.count("(topic:Topic)") == 1


async def test_former_ids_are_stored_once_and_lead_to_one_node(writers: Writers) -> None:
    await writers.topics("kita", "schule")
    assert await writers.importer.add_aliases([("daycare", KITA)]) == 1
    assert await writers.importer.add_aliases([("daycare", KITA)]) == 0
    with pytest.raises(AlreadyExists):
        await writers.importer.add_aliases([("daycare", ref(NodeKind.TOPIC, "schule"))])
    with pytest.raises(AlreadyExists):
        await writers.importer.add_aliases([("schule", KITA)])
    with pytest.raises(EndNotFound):
        await writers.importer.add_aliases([("creche", ref(NodeKind.TOPIC, "nothing"))])
    assert await writers.count("(alias:Alias)") == 1


async def test_a_tie_is_found_by_what_it_says_not_by_its_id(writers: Writers) -> None:
    await writers.people("ada", "ben")
    made_here = await writers.ties.create(collaborates("ada", "ben", strength=2))
    rows = [ImportedTie("from-file", collaborates("ben", "ada", strength=4), "survey", "1")]
    assert await writers.importer.upsert_ties(rows) == Counts(0, 1, 0)
    (row,) = await writers.rows("MATCH ()-[tie:COLLABORATES_WITH]->() RETURN tie.id AS id, tie.strength AS strength")
    assert row == {"id": made_here.id, "strength": 4}


async def test_a_tie_with_another_since_moves_and_does_not_double(writers: Writers) -> None:
    await writers.people("ada", "ben")
    for since in ("2019", "2020"):
        rows = [ImportedTie("from-file", collaborates("ada", "ben", since=since), "survey", "1")]
        await writers.importer.upsert_ties(rows)
    (row,) = await writers.rows("MATCH ()-[tie:COLLABORATES_WITH]->() RETURN tie.since AS since, tie.key AS key")
    assert row == {"since": "2020", "key": collaborates("ada", "ben", since="2020").key}


async def test_an_id_does_not_pass_from_one_pair_to_another(writers: Writers) -> None:
    await writers.people("ada", "ben", "cem")
    await writers.importer.upsert_ties([ImportedTie("from-file", collaborates("ada", "ben"), "survey", "1")])
    with pytest.raises(AlreadyExists):
        await writers.importer.upsert_ties([ImportedTie("from-file", collaborates("ada", "cem"), "survey", "1")])


async def test_of_several_rows_for_one_tie_the_first_counts(writers: Writers) -> None:
    await writers.people("ada", "ben")
    rows = [
        ImportedTie(f"t{strength}", collaborates("ada", "ben", strength=strength), "survey", str(strength))
        for strength in (1, 2)
    ]
    assert await writers.importer.upsert_ties(rows) == Counts(1, 0, 1)
    assert await writers.importer.upsert_ties(rows) == Counts(0, 0, 2)


async def test_ties_of_a_city_are_found_under_its_former_key(writers: Writers) -> None:
    city = MunicipalityFields(ags="09162000", name="Test City", kind=MunicipalityKind.INDEPENDENT_CITY)
    await writers.nodes.create(city)
    await writers.people("ada")
    await writers.importer.add_aliases([("09162", ref(NodeKind.MUNICIPALITY, "09162000"))])
    ends = {"from_node": ref(NodeKind.PERSON, "ada"), "to_node": ref(NodeKind.MUNICIPALITY, "09162")}
    fields = TieFields.model_validate({"kind": TieKind.ACTIVE_IN, **ends})
    rows = [ImportedTie("t1", fields, "survey", "1")]
    assert await writers.importer.upsert_ties(rows) == Counts(1, 0, 0)
    assert await writers.importer.upsert_ties(rows) == Counts(0, 0, 1)
    assert await writers.count("(:Person)-[:ACTIVE_IN]->(:Municipality {id: '09162000'})") == 1
