"""All ties between nodes of the directory as arrays."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
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
from graph.model.ties import TIES
from graph.store.database import Database, Row
from graph.store.reading.bulk.arrays import SECONDS, Arrays, codes, days, ids, joined
from graph.store.reading.bulk.stretches import OF_ALL, STRETCHES, Stretch

SOURCES: Final = 10_000
"""From how many nodes the ties are read at once: some 100,000 ties, which is what a server gathers well in memory."""

AT_ONCE: Final = 2
"""While the server gathers one record we turn the other into arrays."""

AUDIENCE: Final = {Permission.READ_PUBLIC: Visibility.PUBLIC, Permission.READ_NETWORK: Visibility.NETWORK}
Positions = Mapping[str, Mapping[str, int]]
"""Where a node stands, by kind and id."""


async def load_ties(database: Database, nodes: Arrays) -> Arrays:
    """The arrays of all ties in order of id, the ends as positions in `nodes`.

    The ties are reached from their sources in ranges of ids: a server that has to sort them takes many times longer.
    A tie to a node that has come since the nodes were read is left out.
    """
    positions, turns = await asyncio.to_thread(positions_of, nodes), asyncio.Semaphore(AT_ONCE)

    async def part(stretch: Stretch, first: str, last: str) -> Arrays:
        collected = ", ".join(f"collect({value}) AS {name}" for name, value in stretch.columns.items())
        statement = f"{stretch.match} RETURN {collected}"
        async with turns:
            row = (await database.rows(statement, timeout=SECONDS, first=first, last=last))[0]
            return await asyncio.to_thread(arrays_of, row, stretch, positions)

    parts = await asyncio.gather(*(part(*piece) for piece in _ranges(nodes)))
    return await asyncio.to_thread(finished, parts, nodes)


def positions_of(nodes: Arrays) -> Positions:
    """Where each node stands in these arrays."""
    found: dict[str, dict[str, int]] = {kind: {} for kind in NODE_KINDS}
    for position, (kind, id) in enumerate(zip(nodes["kinds"].tolist(), nodes["ids"].tolist(), strict=True)):
        found[NODE_KINDS[kind]][id.decode()] = position
    return found


def arrays_of(row: Row, stretch: Stretch, positions: Positions) -> Arrays:
    """The arrays of the ties of a stretch; `row` holds a list for each of its columns."""
    count, source = len(row["ids"]), positions[stretch.source]
    kinds = row.get("target_kind", [stretch.targets[0]] * count)
    nothing, unknown = [""] * count, [UNKNOWN_CODE] * count
    arrays: Arrays = {
        "ids": ids(row["ids"]),
        "kinds": np.full(count, TIE_KINDS.index(stretch.kind), np.int8),
        "from": np.array([source.get(id, -1) for id in row["source"]], np.int32),
        "to": np.array([positions[kind].get(id, -1) for kind, id in zip(kinds, row["target"], strict=True)], np.int32),
        "since": days(row["since"], ALWAYS),
        "until": days(row["until"], STILL),
        "strength": np.array(row.get("strength", [0] * count), np.int8),
        **{name: codes(row.get(name, nothing), words) for name, words in TIE_CODES.items()},
        **{name: np.array(row.get(name, unknown), np.int32) for name in TIE_NUMBERS},
    }
    known = (arrays["from"] >= 0) & (arrays["to"] >= 0)
    return {name: array[known] for name, array in arrays.items()}


def finished(parts: Sequence[Arrays], nodes: Arrays) -> Arrays:
    """The parts as one in order of id, with the audience of each tie."""
    none = arrays_of({name: [] for name in OF_ALL}, STRETCHES[0], positions_of({"kinds": np.array([]), "ids": ids([])}))
    ties = joined([none, *parts], ("ids", "kinds"))
    return ties | {"visibility": _visibility(ties, nodes)}


def _ranges(nodes: Arrays) -> Iterator[tuple[Stretch, str, str]]:
    """Each stretch with the first and last id of the sources whose ties are read together."""
    for stretch in STRETCHES:
        of_kind = nodes["ids"][nodes["kinds"] == NODE_KINDS.index(stretch.source)]
        for begin in range(0, of_kind.size, SOURCES):
            chunk = of_kind[begin : begin + SOURCES]
            yield stretch, chunk[0].decode(), chunk[-1].decode()


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
