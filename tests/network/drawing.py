"""A small graph drawn by hand, as the columns in which the store gives a whole one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

import numpy as np

from graph.model.columns import (
    ALWAYS,
    NODE_CODES,
    NODE_KINDS,
    NODE_NUMBERS,
    STILL,
    TIE_CODES,
    TIE_KINDS,
    TIE_NUMBERS,
    UNKNOWN_CODE,
    VISIBILITIES,
    GraphColumns,
    day_number,
)
from graph.model.kinds import NodeKind, TieKind, Visibility
from graph.model.viewer import Tier
from graph.network.arrays import I32

NETWORK_KINDS = (NodeKind.PROJECT,)
NETWORK_TIES = (TieKind.COLLABORATES_WITH, TieKind.CONTRIBUTES_TO, TieKind.RUNS, TieKind.ATTENDED)


@dataclass
class Drawing:
    """Nodes and ties as they are added; `columns` sorts them as the store does."""

    nodes: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    ties: dict[str, dict[str, Any]] = field(default_factory=dict)

    def node(
        self,
        kind: NodeKind,
        *ids: str,
        visibility: Visibility | None = None,
        since: str | None = None,
        until: str | None = None,
        **values: object,
    ) -> Self:
        """Add nodes of a kind that are alike; `values` are those of NODE_CODES and NODE_NUMBERS."""
        seen = visibility or (Visibility.NETWORK if kind in NETWORK_KINDS else Visibility.PUBLIC)
        row = {"visibility": seen, "since": since, "until": until, "values": values}
        for id in ids:
            self.nodes[NODE_KINDS.index(kind), id] = row
        return self

    def people(self, *ids: str, since: str | None = None, until: str | None = None, **values: object) -> Self:
        """Add people of the NETWORK tier."""
        network = Visibility.NETWORK
        return self.node(NodeKind.PERSON, *ids, visibility=network, since=since, until=until, **values)

    def tie(
        self,
        kind: TieKind,
        one: str,
        other: str,
        *,
        id: str | None = None,
        since: str | None = None,
        until: str | None = None,
        strength: int = 0,
        **values: object,
    ) -> Self:
        """Add a tie; its id is made of its kind and ends unless given."""
        row = {"kind": kind, "ends": (one, other), "since": since, "until": until, "strength": strength}
        self.ties[id or f"{kind}:{one}:{other}"] = {**row, "values": values}
        return self

    def columns(self, versions: dict[Tier, str] | None = None) -> GraphColumns:
        """All of it in columns, nodes by kind and id, ties by id."""
        nodes, ties = sorted(self.nodes.items()), sorted(self.ties.items())
        position = {id: at for at, ((_, id), _) in enumerate(nodes)}
        ends = [[position.get(end, -1) for end in row["ends"]] for _, row in ties]
        return GraphColumns(
            versions=versions or dict.fromkeys(Tier, "none:0"),
            node_ids=np.array([id.encode() for (_, id), _ in nodes], np.bytes_),
            node_kinds=np.array([kind for (kind, _), _ in nodes], np.int8),
            node_visibility=np.array([VISIBILITIES.index(row["visibility"]) for _, row in nodes], np.int8),
            node_since=_days([row["since"] for _, row in nodes], ALWAYS),
            node_until=_days([row["until"] for _, row in nodes], STILL),
            node_values=_values([row["values"] for _, row in nodes], NODE_CODES, NODE_NUMBERS),
            tie_ids=np.array([id.encode() for id, _ in ties], np.bytes_),
            tie_kinds=np.array([TIE_KINDS.index(row["kind"]) for _, row in ties], np.int8),
            tie_visibility=np.array([int(row["kind"] in NETWORK_TIES) for _, row in ties], np.int8),
            tie_from=np.array([one for one, _ in ends], np.int32),
            tie_to=np.array([other for _, other in ends], np.int32),
            tie_since=_days([row["since"] for _, row in ties], ALWAYS),
            tie_until=_days([row["until"] for _, row in ties], STILL),
            tie_strength=np.array([row["strength"] for _, row in ties], np.int8),
            tie_values=_values([row["values"] for _, row in ties], TIE_CODES, TIE_NUMBERS),
        )


def _days(bounds: list[str | None], missing: int) -> I32:
    return np.array([day_number(bound, missing) for bound in bounds], np.int32)


def _values(
    rows: list[dict[str, Any]], codes: Mapping[str, tuple[str, ...]], numbers: tuple[str, ...]
) -> dict[str, I32]:
    coded = {
        name: [words.index(row[name]) if name in row else UNKNOWN_CODE for row in rows] for name, words in codes.items()
    }
    plain = {name: [int(row.get(name, UNKNOWN_CODE)) for row in rows] for name in numbers}
    return {name: np.array(column, np.int32) for name, column in {**coded, **plain}.items()}
