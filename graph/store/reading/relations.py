"""Relations: how one gets from a node to those that are tied to it."""

from dataclasses import dataclass
from enum import StrEnum

from graph.model.kinds import NodeKind, TieKind
from graph.model.nodes import Node
from graph.model.ties import TIES, Tie


class Direction(StrEnum):
    """Which way a tie is followed, seen from the node that one comes from. Undirected kinds go BOTH ways anyway."""

    OUT = "OUT"
    IN = "IN"
    BOTH = "BOTH"


@dataclass(frozen=True, slots=True)
class Relation:
    """Ties of `kind` in one direction, to nodes of the kind `to`."""

    kind: TieKind
    direction: Direction
    to: NodeKind

    @property
    def origins(self) -> tuple[NodeKind, ...]:
        """The kinds of node that the table of ties lets this relation begin at."""
        ends = TIES[self.kind].ends
        outward = {source for source, target in ends if target is self.to}
        inward = {target for source, target in ends if source is self.to}
        match self._followed:
            case Direction.OUT:
                return tuple(sorted(outward))
            case Direction.IN:
                return tuple(sorted(inward))
            case Direction.BOTH:
                return tuple(sorted(outward | inward))

    @property
    def pattern(self) -> str:
        """The relation as Cypher between `origin` and `node`, the tie named `tie`."""
        left = "<-" if self._followed is Direction.IN else "-"
        right = "->" if self._followed is Direction.OUT else "-"
        return f"(origin){left}[tie:{self.kind}]{right}(node:{self.to})"

    @property
    def ends(self) -> tuple[str, str]:
        """Where the tie of the pattern begins and ends; of an undirected kind in either order."""
        return ("node", "origin") if self._followed is Direction.IN else ("origin", "node")

    @property
    def name(self) -> str:
        """What cursors of its pages are bound to."""
        return f"{self.kind}:{self._followed}:{self.to}"

    @property
    def _followed(self) -> Direction:
        return self.direction if TIES[self.kind].directed else Direction.BOTH


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A tie and the node at its other end. Two nodes may have several ties: each is a neighbor of its own."""

    tie: Tie
    node: Node
