"""The columns of the whole graph hold exactly what was written, on every server."""

from dataclasses import fields
from datetime import date
from typing import Any

import numpy as np
import pytest

from graph.model.columns import (
    ALWAYS,
    NODE_CODES,
    NODE_KINDS,
    STILL,
    TIE_CODES,
    TIE_KINDS,
    UNKNOWN_CODE,
    VISIBILITIES,
    GraphColumns,
)
from graph.model.kinds import DIRECTORY_KINDS, Level, NodeKind, Sector, TieKind, Visibility
from graph.store.database import Database
from graph.store.reading import load_columns
from graph.store.reading.bulk import nodes, ties
from tests.servers.emptying import empty
from tests.store.town import NODES, P, T, add_nodes, add_ties, agree, build, id_of, statements, tie_of
from tests.store.town import TIES as TIES_OF_TOWN

NODES_IN_ORDER = [(kind, id) for kind in DIRECTORY_KINDS for id in sorted(NODES[kind])]
TIES_IN_ORDER = sorted((tie_of(*row) for row in TIES_OF_TOWN), key=id_of)
AUDIENCE = {"anna": 0, "bela": 1, "carl": 2, "dora": 1, "emil": 1, "zoe": 0, "kette": 1, "runde": 1, "entwurf": 1}


@pytest.fixture(scope="module")
async def columns(migrated: Database) -> GraphColumns:
    await build(migrated)
    return await load_columns(migrated)


def of(columns: GraphColumns, id: str) -> int:
    """Where a node stands."""
    ids: list[bytes] = columns.node_ids.tolist()
    return ids.index(id.encode())


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def test_nodes_stand_in_order_of_kind_and_id(columns: GraphColumns) -> None:
    found = zip(columns.node_kinds.tolist(), columns.node_ids.tolist(), strict=True)
    assert [(NODE_KINDS[kind], id.decode()) for kind, id in found] == NODES_IN_ORDER


def test_the_audience_of_a_node_is_that_of_its_visibility_consent_kind_and_status(columns: GraphColumns) -> None:
    assert VISIBILITIES == (Visibility.PUBLIC, Visibility.NETWORK, Visibility.MANAGERS)
    assert columns.node_visibility.tolist() == [AUDIENCE.get(id, 0) for _, id in NODES_IN_ORDER]


def test_dates_are_day_numbers_and_missing_ones_always_or_still(columns: GraphColumns) -> None:
    bounds = {
        id: (columns.node_since[of(columns, id)], columns.node_until[of(columns, id)]) for _, id in NODES_IN_ORDER
    }
    assert bounds.pop("dora") == (ALWAYS, day("2024-01-01"))
    assert bounds.pop("emil") == (day("2023-06-01"), STILL)
    assert bounds.pop("tagung") == (day("2024-09-12"), STILL)
    assert bounds.pop("auftakt") == (day("2024-01-01"), STILL)
    assert set(bounds.values()) == {(ALWAYS, STILL)}


def test_values_of_nodes_are_codes_and_unknown_ones_minus_one(columns: GraphColumns) -> None:
    def value(name: str, id: str) -> int:
        return int(columns.node_values[name][of(columns, id)])

    assert value("sector", "zoe") == tuple(Sector).index(Sector.OTHER)
    assert value("sector", "rat") == tuple(Sector).index(Sector.POLITICS)
    assert value("level", "bela") == tuple(Level).index(Level.POLITICAL)
    assert (value("population", "05962032"), value("population", "05962024")) == (72_000, UNKNOWN_CODE)
    assert [NODE_CODES["stage"][value("stage", id)] for id in ("kette", "runde")] == ["RUNNING", "IDEA"]
    assert NODE_CODES["impulse"][value("impulse", "kette")] == "TOP_DOWN"
    assert NODE_CODES["status"][value("status", "entwurf")] == "DRAFT"
    assert NODE_CODES["municipality_kind"][value("municipality_kind", "05111000")] == "INDEPENDENT_CITY"
    known = {name: int((values != UNKNOWN_CODE).sum()) for name, values in columns.node_values.items()}
    assert known == {
        "sector": 4,
        "level": 1,
        "stage": 2,
        "impulse": 1,
        "status": 2,
        "municipality_kind": 6,
        "population": 5,
    }


def test_ties_stand_in_order_of_id_with_their_ends_as_positions(columns: GraphColumns) -> None:
    assert [id.decode() for id in columns.tie_ids.tolist()] == [id_of(tie) for tie in TIES_IN_ORDER]
    assert [TIE_KINDS[kind] for kind in columns.tie_kinds] == [tie.kind for tie in TIES_IN_ORDER]
    assert columns.tie_from.tolist() == [of(columns, tie.from_node.id) for tie in TIES_IN_ORDER]
    assert columns.tie_to.tolist() == [of(columns, tie.to_node.id) for tie in TIES_IN_ORDER]


def test_values_of_ties_are_those_written(columns: GraphColumns) -> None:
    assert columns.tie_strength.tolist() == [tie.strength or 0 for tie in TIES_IN_ORDER]
    for name, words in TIE_CODES.items():
        expected = [words.index(value) if (value := getattr(tie, name)) else UNKNOWN_CODE for tie in TIES_IN_ORDER]
        assert columns.tie_values[name].tolist() == expected
    assert columns.tie_values["helped"].tolist() == [tie.helped or UNKNOWN_CODE for tie in TIES_IN_ORDER]
    primary = [UNKNOWN_CODE if tie.primary is None else int(tie.primary) for tie in TIES_IN_ORDER]
    assert columns.tie_values["primary"].tolist() == primary
    untils = {"2020": day("2020-01-01"), "2022": day("2022-01-01"), None: STILL}
    assert columns.tie_until.tolist() == [untils[tie.until] for tie in TIES_IN_ORDER]


def test_the_audience_of_a_tie_is_that_of_its_kind_and_for_endorsements_of_its_consent(columns: GraphColumns) -> None:
    endorsed = {"anna": 0, "zoe": 0, "emil": 2, "hochschule": 0}
    network = {"COLLABORATES_WITH", "CONTRIBUTES_TO", "RUNS", "USES", "SEEKS", "ATTENDED"}
    expected = [
        endorsed[tie.from_node.id] if tie.kind is TieKind.ENDORSES else int(tie.kind in network)
        for tie in TIES_IN_ORDER
    ]
    assert columns.tie_visibility.tolist() == expected


def test_columns_are_read_only_and_of_the_promised_types(columns: GraphColumns) -> None:
    arrays = {field.name: getattr(columns, field.name) for field in fields(columns) if field.name != "versions"}
    flat: dict[str, Any] = {}
    for name, value in arrays.items():
        flat |= {f"{name}.{key}": array for key, array in value.items()} if isinstance(value, dict) else {name: value}
    small = {"node_kinds", "node_visibility", "tie_kinds", "tie_visibility", "tie_strength"}
    for name, array in flat.items():
        assert not array.flags.writeable, name
        wanted = "S" if name.endswith("ids") else np.dtype(np.int8 if name in small else np.int32)
        assert array.dtype.kind == "S" if wanted == "S" else array.dtype == wanted, name


async def test_an_empty_graph_has_empty_columns(database: Database) -> None:
    columns = await load_columns(database)
    assert (columns.node_ids.size, columns.tie_ids.size, columns.tie_values["level"].size) == (0, 0, 0)
    assert set(columns.versions.values()) == {":0"}


async def test_read_in_small_parts_the_columns_are_the_same(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await build(database)
    whole = await load_columns(database)
    monkeypatch.setattr(nodes, "PAGE", 2)
    monkeypatch.setattr(ties, "SOURCES", 2)
    with statements(database) as sent:
        parts = await load_columns(database)
    assert len(sent) > 30
    for field in fields(GraphColumns):
        one, other = getattr(whole, field.name), getattr(parts, field.name)
        if isinstance(one, np.ndarray):
            assert np.array_equal(one, other), field.name
        else:
            assert all(np.array_equal(one[name], other[name]) for name in one), field.name


async def test_a_tie_to_a_node_that_came_while_reading_is_left_out(database: Database) -> None:
    await empty(database)
    await add_nodes(database, T, {"a": {"label_de": "A", "label_en": "A"}})
    await add_nodes(database, P, {"p": {"name": "P"}})
    before = await nodes.load_nodes(database)
    await add_nodes(database, T, {"b": {"label_de": "B", "label_en": "B"}})
    works = {"engagement": "ACTIVE"}
    await add_ties(database, [tie_of(TieKind.WORKS_ON, (P, "p"), (T, topic), works) for topic in ("a", "b")])
    found = await ties.load_ties(database, before)
    assert (found["from"].tolist(), found["to"].tolist()) == ([0], [1])


async def test_consents_and_sign_ins_are_not_in_the_columns(database: Database) -> None:
    await add_nodes(database, P, {"p": {"name": "P"}})
    await agree(database, "p", "PUBLICATION", "RANKINGS")
    columns = await load_columns(database)
    assert (columns.node_ids.tolist(), columns.tie_ids.size) == ([b"p"], 0)
    assert columns.node_kinds.tolist() == [NODE_KINDS.index(NodeKind.PERSON)]
