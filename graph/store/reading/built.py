"""From the maps that statements return to records of the model."""

from collections.abc import Mapping
from typing import Any

from graph.model.kinds import NodeKind
from graph.model.nodes import Node
from graph.model.ties import Tie
from graph.store.records import node_from, tie_from


def node_of(kind: NodeKind, stored: Mapping[str, Any]) -> Node:
    """The node of `kind` that a `readable` projection gave. What it left out, or is not known, is as if not stored."""
    return node_from(kind, known(stored))


def tie_of(stored: Mapping[str, Any]) -> Tie:
    """The tie that a `readable_tie` projection gave, in the same way."""
    return tie_from(known(stored))


def known(stored: Mapping[str, Any]) -> dict[str, Any]:
    """The entries that have a value: a projection gives null for every property that is not there."""
    return {name: value for name, value in stored.items() if value is not None}
