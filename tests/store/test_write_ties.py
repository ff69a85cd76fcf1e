"""Creating, changing and deleting ties, on every server."""

import pytest

from graph.model.errors import AlreadyExists, CycleRefused, EndNotFound, InvalidValue, NotFound, StaleRevision
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import TieFields
from graph.store.database import Database
from graph.store.writing import Update
from tests.store.write_help import Writers, collaborates, part_of, ref, tie, works_on

ALL_TIES = "()-[tie]->()"


@pytest.fixture
async def writers(database: Database) -> Writers:
    writers = Writers(database)
    await writers.people("ada", "ben", "cem")
    await writers.topics("kita", "schule")
    return writers


async def test_a_created_tie_is_returned_and_stored_with_its_key(writers: Writers) -> None:
    fields = works_on("ada", "kita", since="2020-05", note="heard of it")
    created = await writers.ties.create(fields, id="t1")
    (row,) = await writers.rows(
        "MATCH (a:Person {id: 'ada'})-[tie:WORKS_ON]->(b:Topic {id: 'kita'}) RETURN properties(tie) AS tie"
    )
    stored = row["tie"]
    assert (stored["id"], stored["key"], stored["since"], stored["note"]) == (
        "t1",
        fields.key,
        "2020-05",
        "heard of it",
    )
    assert (created.id, created.revision, created.key, created.note) == ("t1", 1, fields.key, "heard of it")


async def test_the_same_tie_twice_is_the_same_as_once(writers: Writers) -> None:
    first = await writers.ties.create(works_on("ada", "kita"))
    assert await writers.ties.create(works_on("ada", "kita")) == first
    assert await writers.ties.create(works_on("ada", "kita"), id=first.id) == first
    assert await writers.count(ALL_TIES) == 1


async def test_an_undirected_tie_is_the_same_from_both_ends(writers: Writers) -> None:
    first = await writers.ties.create(collaborates("ben", "ada", strength=3))
    assert await writers.ties.create(collaborates("ada", "ben", strength=3)) == first
    (row,) = await writers.rows("MATCH (a)-[:COLLABORATES_WITH]->(b) RETURN a.id AS source, b.id AS target")
    assert row == {"source": "ada", "target": "ben"}


async def test_a_pair_may_have_several_periods(writers: Writers) -> None:
    periods = [collaborates("ada", "ben", since=since) for since in (None, "2019", "2021")]
    ids = await writers.ties.create_many([(None, period) for period in periods])
    assert len(set(ids)) == 3
    assert await writers.count(ALL_TIES) == 3


async def test_a_tie_that_says_something_else_is_refused(writers: Writers) -> None:
    created = await writers.ties.create(works_on("ada", "kita"))
    with pytest.raises(AlreadyExists, match="WORKS_ON"):
        await writers.ties.create(works_on("ada", "kita", "EXPERT"))
    with pytest.raises(AlreadyExists):
        await writers.ties.create(works_on("ada", "kita"), id="another-id")
    with pytest.raises(AlreadyExists):
        await writers.ties.create(works_on("ben", "kita"), id=created.id)


@pytest.mark.parametrize(
    ("fields", "end", "named"),
    [
        (works_on("nobody", "kita"), "from_node", "nobody"),
        (works_on("ada", "nothing"), "to_node", "no topic nothing"),
        (collaborates("ada", "ben", topics=("kita", "nothing")), "topics", "nothing"),
        (works_on("kita", "kita"), "from_node", "Person kita"),
        (
            tie(TieKind.ACTIVE_IN, ref(NodeKind.PERSON, "ada"), ref(NodeKind.MUNICIPALITY, "05999999")),
            "to_node",
            "There is no municipality 05999999.",
        ),
    ],
)
async def test_an_end_that_does_not_exist_is_named(writers: Writers, fields: TieFields, end: str, named: str) -> None:
    with pytest.raises(EndNotFound, match=named) as refusal:
        await writers.ties.create(fields)
    assert refusal.value.field == end
    assert await writers.count(ALL_TIES) == 0


async def test_a_former_id_of_an_end_makes_the_same_tie(writers: Writers) -> None:
    await writers.importer.add_aliases([("daycare", ref(NodeKind.TOPIC, "kita"))])
    first = await writers.ties.create(works_on("ada", "daycare"))
    assert first.to_node.id == "kita"
    assert await writers.ties.create(works_on("ada", "kita")) == first


async def test_a_batch_with_one_missing_end_writes_nothing(writers: Writers) -> None:
    with pytest.raises(EndNotFound):
        await writers.ties.create_many([(None, works_on("ada", "kita")), (None, works_on("ada", "nothing"))])
    assert await writers.count(ALL_TIES) == 0


async def test_a_batch_may_hold_ties_of_several_kinds(writers: Writers) -> None:
    rows = [(None, works_on("ada", "kita")), (None, collaborates("ada", "ben")), (None, works_on("ben", "kita"))]
    ids = await writers.ties.create_many(rows)
    found = await writers.rows("MATCH (a)-[tie]->(b) RETURN tie.id AS id, type(tie) AS kind, a.id AS source")
    assert {row["id"]: (row["kind"], row["source"]) for row in found} == {
        ids[0]: ("WORKS_ON", "ada"),
        ids[1]: ("COLLABORATES_WITH", "ada"),
        ids[2]: ("WORKS_ON", "ben"),
    }


async def test_a_whole_is_not_part_of_its_part(writers: Writers) -> None:
    await writers.organizations("office", "department", "team")
    await writers.ties.create(part_of("department", "office"))
    await writers.ties.create(part_of("team", "department"))
    with pytest.raises(CycleRefused, match="PART_OF") as refusal:
        await writers.ties.create(part_of("office", "team"))
    assert set(str(refusal.value.message.values["path"]).split(" → ")) == {"office", "department", "team"}
    assert await writers.count(ALL_TIES) == 2


async def test_a_cycle_within_one_batch_is_refused(writers: Writers) -> None:
    await writers.organizations("office", "department", "team")
    ring = [part_of("office", "team"), part_of("team", "department"), part_of("department", "office")]
    with pytest.raises(CycleRefused):
        await writers.ties.create_many([(None, one) for one in ring])


async def test_a_part_may_have_two_wholes(writers: Writers) -> None:
    await writers.organizations("office", "left", "right", "team")
    pairs = [("left", "office"), ("right", "office"), ("team", "left"), ("team", "right")]
    await writers.ties.create_many([(None, part_of(*pair)) for pair in pairs])
    assert await writers.count(ALL_TIES) == 4


async def test_an_update_changes_what_it_names_and_nothing_else(writers: Writers) -> None:
    created = await writers.ties.create(collaborates("ada", "ben", strength=2, note="said so"))
    changes = {"strength": 5, "topics": ("kita",)}
    updated = await writers.ties.update(TieKind.COLLABORATES_WITH, created.id, changes, revision=1)
    expected = created.model_dump() | changes | {"revision": 2, "updated_at": updated.updated_at}
    assert updated.model_dump() == expected
    with pytest.raises(StaleRevision) as refusal:
        await writers.ties.update(TieKind.COLLABORATES_WITH, created.id, {"strength": 1}, revision=1)
    assert refusal.value.changed == {"strength", "topics"}


async def test_a_new_since_makes_a_new_key(writers: Writers) -> None:
    created = await writers.ties.create(collaborates("ada", "ben"))
    moved = await writers.ties.update(TieKind.COLLABORATES_WITH, created.id, {"since": "2020"}, revision=1)
    (row,) = await writers.rows("MATCH ()-[tie:COLLABORATES_WITH]->() RETURN tie.key AS key")
    assert row["key"] == moved.key == collaborates("ada", "ben", since="2020").key
    assert (await writers.ties.create(collaborates("ada", "ben"))).id != created.id


async def test_an_update_does_not_make_two_ties_one(writers: Writers) -> None:
    await writers.ties.create(collaborates("ada", "ben", since="2020"))
    other = await writers.ties.create(collaborates("ada", "ben"))
    with pytest.raises(AlreadyExists):
        await writers.ties.update(TieKind.COLLABORATES_WITH, other.id, {"since": "2020"}, revision=1)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [({"strength": 6}, "5"), ({"role_title": "boss"}, "role_title"), ({"until": "2000", "since": "2001"}, "2000")],
)
async def test_an_update_is_checked_as_a_whole(writers: Writers, changes: dict[str, object], problem: str) -> None:
    created = await writers.ties.create(collaborates("ada", "ben"))
    with pytest.raises(InvalidValue, match=problem):
        await writers.ties.update(TieKind.COLLABORATES_WITH, created.id, changes, revision=1)


async def test_the_ends_of_a_tie_stay(writers: Writers) -> None:
    created = await writers.ties.create(collaborates("ada", "ben"))
    changes = {"to_node": ref(NodeKind.PERSON, "cem")}
    with pytest.raises(InvalidValue, match="to_node"):
        await writers.ties.update(TieKind.COLLABORATES_WITH, created.id, changes, revision=1)


async def test_a_topic_newly_named_by_a_tie_exists(writers: Writers) -> None:
    created = await writers.ties.create(collaborates("ada", "ben"))
    with pytest.raises(EndNotFound, match="nothing"):
        await writers.ties.update(TieKind.COLLABORATES_WITH, created.id, {"topics": ("nothing",)}, revision=1)


async def test_a_deleted_tie_is_gone_and_its_ends_stay(writers: Writers) -> None:
    created = await writers.ties.create(collaborates("ada", "ben"))
    with pytest.raises(StaleRevision):
        await writers.ties.delete(TieKind.COLLABORATES_WITH, created.id, revision=2)
    await writers.ties.delete(TieKind.COLLABORATES_WITH, created.id, revision=1)
    with pytest.raises(NotFound):
        await writers.ties.delete(TieKind.COLLABORATES_WITH, created.id, revision=1)
    assert (await writers.count(ALL_TIES), await writers.count("(node:Person)")) == (0, 3)


async def test_a_batch_changes_and_deletes_ties(writers: Writers) -> None:
    ids = await writers.ties.create_many([(None, works_on(who, "kita")) for who in ("ada", "ben", "cem")])
    rows = [Update(id, {"engagement": "EXPERT"}, 1) for id in reversed(ids)]
    assert [one.id for one in await writers.ties.update_many(TieKind.WORKS_ON, rows)] == ids[::-1]
    await writers.ties.delete_many(TieKind.WORKS_ON, [(id, 2) for id in ids[:2]])
    (row,) = await writers.rows("MATCH ()-[tie]->() RETURN tie.id AS id, tie.engagement AS engagement")
    assert row == {"id": ids[2], "engagement": "EXPERT"}


async def test_a_batch_takes_no_more_statements_than_one_row(writers: Writers) -> None:
    await writers.topics(*(f"topic-{number}" for number in range(100)))
    seen: list[str] = []
    writers.database.observers.append(seen.append)
    await writers.ties.create_many([(None, works_on("ada", "kita"))])
    for_one = len(seen)
    await writers.ties.create_many([(None, works_on("ada", f"topic-{number}")) for number in range(100)])
    assert len(seen) == 2 * for_one
