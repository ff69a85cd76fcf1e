"""A network: actors and weighted, undirected ties as arrays in CSR form, and lazily the same as a NetworkX graph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import numpy as np

from graph.model.kinds import NodeKind
from graph.network.arrays import F64, I32, I64, Bools, frozen


@dataclass(frozen=True, eq=False)
class Network:
    """n actors in order of id and the m ties between them; without loops, a pair has one tie.

    `indptr` (n + 1,), `indices` (2m,) ascending within each row, `weights` (2m,) > 0: both directions of each tie.
    """

    kind: NodeKind
    ids: tuple[str, ...]
    indptr: I32
    indices: I32
    weights: F64

    @classmethod
    def of(cls, kind: NodeKind, ids: Sequence[str], one: I32, other: I32, weights: F64) -> "Network":
        """The network of `ids`, which are in order, with ties between the positions `one` and `other`.

        A pair may come several times and either way round; its weights add up, in the order in which they come.
        """
        low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other).astype(np.int64)
        pairs, where = np.unique(low * len(ids) + high, return_inverse=True)
        summed = np.bincount(where, weights, pairs.size)
        low, high = np.divmod(pairs, max(len(ids), 1))
        rows, columns = np.concatenate((low, high)), np.concatenate((high, low))
        order = np.lexsort((columns, rows))
        indptr = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=len(ids)))))
        both = np.concatenate((summed, summed))[order]
        return cls(kind, tuple(ids), *_int32(indptr, columns[order]), frozen(both.astype(np.float64)))

    @classmethod
    def from_ties(
        cls,
        ties: Iterable[tuple[str, str] | tuple[str, str, float]],
        ids: Iterable[str] = (),
        kind: NodeKind = NodeKind.PERSON,
    ) -> "Network":
        """A network from pairs of ids, with weights or all of weight 1; `ids` adds actors without ties."""
        listed = [(tie[0], tie[1], tie[2] if len(tie) == 3 else 1.0) for tie in ties]
        names = sorted({id for tie in listed for id in tie[:2]} | set(ids))
        position = {id: at for at, id in enumerate(names)}
        one = np.array([position[tie[0]] for tie in listed], np.int32)
        other = np.array([position[tie[1]] for tie in listed], np.int32)
        return cls.of(kind, names, one, other, np.array([tie[2] for tie in listed], np.float64))

    @property
    def size(self) -> int:
        """How many actors there are: n."""
        return len(self.ids)

    @property
    def tie_count(self) -> int:
        """How many pairs are tied: m."""
        return self.indices.size // 2

    @cached_property
    def degrees(self) -> I32:
        """How many contacts each actor has: (n,)."""
        return frozen(np.diff(self.indptr))

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each actor stands, by id."""
        return {id: at for at, id in enumerate(self.ids)}

    def contacts(self, actor: int) -> list[int]:
        """The positions of an actor's contacts, strongest tie first, equally strong ones by id."""
        row = slice(self.indptr[actor], self.indptr[actor + 1])
        contacts: list[int] = self.indices[row][np.argsort(-self.weights[row], kind="stable")].tolist()
        return contacts

    @cached_property
    def graph(self) -> "nx.Graph[str]":
        """The same for NetworkX: nodes are ids in order, each tie has its `weight`. Frozen, for threads share it."""
        graph: nx.Graph[str] = nx.Graph()
        graph.add_nodes_from(self.ids)
        rows = np.repeat(np.arange(self.size), self.degrees)
        once = rows < self.indices
        ends = zip(rows[once].tolist(), self.indices[once].tolist(), self.weights[once].tolist(), strict=True)
        graph.add_weighted_edges_from((self.ids[one], self.ids[other], weight) for one, other, weight in ends)
        nx.freeze(graph)
        return graph

    @cached_property
    def tied(self) -> "Network":
        """The part that has ties. Most measures are zero or undefined for all others."""
        return self.part(self.degrees > 0)

    def part(self, chosen: Bools) -> "Network":
        """The chosen actors, (n,), and the ties between them."""
        if chosen.all():
            return self
        position = np.cumsum(chosen) - 1
        rows = np.repeat(np.arange(self.size), self.degrees)
        kept = chosen[rows] & chosen[self.indices]
        counts = np.bincount(position[rows[kept]], minlength=int(chosen.sum()))
        indptr = np.concatenate(([0], np.cumsum(counts)))
        ids = tuple(id for id, here in zip(self.ids, chosen.tolist(), strict=True) if here)
        columns = position[self.indices[kept]]
        return Network(self.kind, ids, *_int32(indptr, columns), frozen(self.weights[kept]))


def _int32(indptr: I64, indices: I64) -> tuple[I32, I32]:
    return frozen(indptr.astype(np.int32)), frozen(indices.astype(np.int32))
