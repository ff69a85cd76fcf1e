"""All nodes of the directory as arrays, one kind after the other."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from graph.model.columns import ALWAYS, NODE_CODES, NODE_KINDS, NODE_NUMBERS, STILL, UNKNOWN_CODE, VISIBILITIES
from graph.model.kinds import DIRECTORY_KINDS, ConsentPurpose, NodeKind, PositionStatus, Visibility
from graph.model.nodes import STORED
from graph.store.database import Database, Row
from graph.store.reading.bulk.arrays import SECONDS, Arrays, codes, days, ids, joined
from graph.store.visibility import consents

PAGE: Final = 100_000

PROPERTIES: Final[Mapping[NodeKind, Mapping[str, str]]] = {
    NodeKind.PERSON: {"sector": "fallback_sector", "level": "fallback_level"},
    NodeKind.ORGANIZATION: {"sector": "sector"},
    NodeKind.MUNICIPALITY: {"municipality_kind": "kind", "population": "population"},
    NodeKind.PROJECT: {"stage": "stage", "impulse": "impulse"},
    NodeKind.POLICY_POSITION: {"status": "status"},
}
"""Under which property a kind keeps what a column holds; a kind that is not named here has nothing of the column."""

INTERVALS: Final = {kind: STORED[kind].interval for kind in DIRECTORY_KINDS} | {NodeKind.EVENT: ("held_on", "")}
"""An event is there from the day it was held on."""


async def load_nodes(database: Database) -> Arrays:
    """The arrays of all nodes in order of (kind, id); `published`: whether a person agrees to PUBLICATION."""
    parts = [part for kind in DIRECTORY_KINDS for part in await _load_kind(database, kind)]
    return await asyncio.to_thread(joined, parts, ("kinds", "ids"))


async def _load_kind(database: Database, kind: NodeKind) -> list[Arrays]:
    parts: list[Arrays] = []
    after = ""
    while True:
        row = (await database.rows(_statement(kind), timeout=SECONDS, after=after, size=PAGE))[0]
        parts.append(await asyncio.to_thread(_arrays, kind, row))
        if len(row["ids"]) < PAGE:
            return parts
        after = row["ids"][-1]


def _statement(kind: NodeKind) -> str:
    """One record with a list for each column, since what `collect` gathers costs a fraction of as many records."""
    since, until = INTERVALS[kind] or ("", "")
    texts = {"since": since, "until": until, **PROPERTIES.get(kind, {})}
    columns = [
        f"collect(coalesce(node.{property}, {UNKNOWN_CODE if column in NODE_NUMBERS else repr('')})) AS {column}"
        for column, property in texts.items()
        if property
    ]
    if kind is NodeKind.PERSON:
        columns.append("collect(coalesce(node.visibility, '')) AS visibility")
        columns.append(f"collect({consents('node', ConsentPurpose.PUBLICATION)}) AS published")
    return f"""
MATCH (node:{kind}) WHERE node.id > $after
WITH node ORDER BY node.id LIMIT $size
RETURN {", ".join(("collect(node.id) AS ids", *columns))}"""


def _arrays(kind: NodeKind, row: Row) -> Arrays:
    count = len(row["ids"])
    nothing, unknown = [""] * count, [UNKNOWN_CODE] * count
    return {
        "ids": ids(row["ids"]),
        "kinds": np.full(count, NODE_KINDS.index(kind), np.int8),
        "visibility": _visibility(kind, row).astype(np.int8),
        "published": np.array(row.get("published", [False] * count), np.bool_),
        "since": days(row.get("since", nothing), ALWAYS),
        "until": days(row.get("until", nothing), STILL),
        **{name: codes(row.get(name, nothing), words) for name, words in NODE_CODES.items()},
        **{name: np.array(row.get(name, unknown), np.int32) for name in NODE_NUMBERS},
    }


def _visibility(kind: NodeKind, row: Row) -> Any:  # noqa: ANN401 - numpy has no narrower word for what it compares
    """Who may see each node, as in `graph.store.visibility`: the position of the audience in VISIBILITIES."""
    public, network, managers = map(VISIBILITIES.index, Visibility)
    match kind:
        case NodeKind.PERSON:
            stated = codes(row["visibility"], VISIBILITIES)
            withheld = (stated == public) & ~np.array(row["published"], np.bool_)
            return np.where(stated == UNKNOWN_CODE, managers, np.where(withheld, network, stated))
        case NodeKind.PROJECT:
            return np.full(len(row["ids"]), network)
        case NodeKind.POLICY_POSITION:
            is_published = codes(row["status"], [PositionStatus.PUBLISHED]) == 0
            return np.where(is_published, public, network)
        case _:
            return np.full(len(row["ids"]), public)
