"""All ties between nodes of the directory as arrays."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np

from graph.model.columns import (
    ALWAYS,
    I8,
    I32,
    NODE_KINDS,
    STILL,
    TIE_CODES,
    TIE_KINDS,
    TIE_NUMBERS,
    UNKNOWN_CODE,
    VISIBILITIES,
)
from graph.model.kinds import NodeKind, TieKind, Visibility
from graph.model.permissions import Permission
from graph.model.ties import TIES, WRITABLE_TIES
from graph.store.database import Database, Row
from graph.store.reading.bulk.arrays import SECONDS, Arrays, codes, days, ids, joined

SOURCES: Final = 10_000
"""From how many nodes the ties are read at once: some 100,000 ties, which is what a server gathers well in memory."""

AUDIENCE: Final = {Permission.READ_PUBLIC: Visibility.PUBLIC, Permission.READ_NETWORK: Visibility.NETWORK}
COLUMNS: Final = {
    "ids": "tie.id",
    "kinds": "type(tie)",
    "source": "source.id",
    "target": "target.id",
    "target_kind": "labels(target)[0]",
    "since": "coalesce(tie.since, '')",
    "until": "coalesce(tie.until, '')",
    "strength": "coalesce(tie.strength, 0)",
    "primary": f"CASE WHEN tie.primary IS NULL THEN {UNKNOWN_CODE} WHEN tie.primary THEN 1 ELSE 0 END",
    "helped": f"coalesce(tie.helped, {UNKNOWN_CODE})",
    **{name: f"coalesce(tie.{name}, '')" for name in TIE_CODES},
}

Positions = Mapping[str, Mapping[str, int]]
"""Where a node stands, by kind and id."""


async def load_ties(database: Database, nodes: Arrays) -> Arrays:
    """The arrays of all ties in order of id, the ends as positions in `nodes`.

    The ties are reached from their sources in ranges of ids: a server that has to sort them takes many times longer.
    A tie to a node that has come since the nodes were read is left out.
    """
    positions = await asyncio.to_thread(_positions, nodes)
    parts = [await asyncio.to_thread(_arrays, _row(()), NODE_KINDS[0], positions)]
    for kind, first, last in _ranges(nodes):
        row = (await database.rows(_statement(kind), timeout=SECONDS, first=first, last=last))[0]
        parts.append(await asyncio.to_thread(_arrays, row, kind, positions))
    ties = await asyncio.to_thread(joined, parts, ("ids", "kinds"))
    ties["visibility"] = _visibility(ties, nodes)
    return ties


def _ranges(nodes: Arrays) -> Iterator[tuple[NodeKind, str, str]]:
    """Kind, first and last id of the nodes whose ties are read together."""
    for code, kind in enumerate(NODE_KINDS):
        of_kind = nodes["ids"][nodes["kinds"] == code]
        for begin in range(0, of_kind.size, SOURCES):
            chunk = of_kind[begin : begin + SOURCES]
            yield kind, chunk[0].decode(), chunk[-1].decode()


def _statement(kind: NodeKind) -> str:
    collected = ", ".join(f"collect({value}) AS {name}" for name, value in COLUMNS.items())
    return f"""
MATCH (source:{kind}) WHERE source.id >= $first AND source.id <= $last
MATCH (source)-[tie:{"|".join(WRITABLE_TIES)}]->(target)
RETURN {collected}"""


def _row(values: tuple[()]) -> Row:
    return {name: list(values) for name in COLUMNS}


def _positions(nodes: Arrays) -> Positions:
    found: dict[str, dict[str, int]] = {kind: {} for kind in NODE_KINDS}
    for position, (kind, id) in enumerate(zip(nodes["kinds"].tolist(), nodes["ids"].tolist(), strict=True)):
        found[NODE_KINDS[kind]][id.decode()] = position
    return found


def _arrays(row: Row, kind: NodeKind, positions: Positions) -> Arrays:
    source, of_kind = positions[kind], zip(row["target_kind"], row["target"], strict=True)
    arrays: Arrays = {
        "ids": ids(row["ids"]),
        "kinds": codes(row["kinds"], TIE_KINDS).astype(np.int8),
        "from": np.array([source.get(id, -1) for id in row["source"]], np.int32),
        "to": np.array([positions[label].get(id, -1) for label, id in of_kind], np.int32),
        "since": days(row["since"], ALWAYS),
        "until": days(row["until"], STILL),
        "strength": np.array(row["strength"], np.int8),
        **{name: codes(row[name], words) for name, words in TIE_CODES.items()},
        **{name: np.array(row[name], np.int32) for name in TIE_NUMBERS},
    }
    known = (arrays["from"] >= 0) & (arrays["to"] >= 0)
    return {name: array[known] for name, array in arrays.items()}


def _visibility(ties: Arrays, nodes: Arrays) -> I8:
    """The audience of each tie, both ends seen: a person's ENDORSES without consent to PUBLICATION is for managers."""
    of_kind = [VISIBILITIES.index(AUDIENCE.get(TIES[kind].needs, Visibility.MANAGERS)) for kind in TIE_KINDS]
    audience = np.array(of_kind, np.int8)[ties["kinds"]]
    sources: I32 = ties["from"]
    by_person = nodes["kinds"][sources] == NODE_KINDS.index(NodeKind.PERSON)
    unpublished = by_person & ~nodes["published"][sources]
    endorses = ties["kinds"] == TIE_KINDS.index(TieKind.ENDORSES)
    audience[endorses & unpublished] = VISIBILITIES.index(Visibility.MANAGERS)
    return audience
