"""Loaders gather what many fields ask for into one statement. They live for one operation, hence for one viewer."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from strawberry.dataloader import DataLoader

from graph.model.kinds import NodeKind, TieKind
from graph.model.nodes import Node
from graph.model.ties import Tie
from graph.store.pages import Page, Slice
from graph.store.reading import Neighbor, NodeReader, Relation, TieReader

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Loaders:
    """One loader for each kind of node and each relation that the operation comes across."""

    nodes: NodeReader
    ties: TieReader
    by_kind: dict[NodeKind, DataLoader[str, Node | None]] = field(default_factory=dict)
    by_relation: dict[Relation, DataLoader[tuple[str, Page], Slice[Neighbor]]] = field(default_factory=dict)

    def node(self, kind: NodeKind) -> DataLoader[str, Node | None]:
        """Nodes of `kind` by raw id; None for what does not exist or may not be seen."""
        return self.by_kind.setdefault(kind, DataLoader(lambda ids: self.nodes.by_ids(kind, ids)))

    @cached_property
    def tie(self) -> DataLoader[tuple[TieKind, str], Tie | None]:
        """Ties by kind and raw id; None as for nodes."""
        return DataLoader(self.ties.by_ids)

    def neighbors(self, relation: Relation) -> DataLoader[tuple[str, Page], Slice[Neighbor]]:
        """Pages of what is tied to a node, by raw id and page."""
        return self.by_relation.setdefault(
            relation, DataLoader(lambda requests: self.nodes.neighbors(relation, requests))
        )
