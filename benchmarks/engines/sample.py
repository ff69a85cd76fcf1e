"""The network that engines are compared on: communities, hubs, pendants and small components, all from one seed."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkit as nk  # type: ignore[import-untyped]
import networkx as nx
import numpy as np
from scipy.sparse import csr_array

from graph.network.arrays import F64, I32, I64, frozen

SEED = 7
DENSE_SHARE, PENDANT_SHARE = 0.95, 0.03
MEAN_DEGREE, MIXING = 10, 0.3
TOPICS_EACH = 3.0
TOPIC_EXPONENT = 0.8


@dataclass(frozen=True)
class Sample:
    """Ties as pairs (m, 2) and who has which topic as pairs (topics held, 2), both of positions."""

    people: int
    ties: I32
    topics: I32

    @cached_property
    def matrix(self) -> "csr_array[Any, Any]":
        """The network as SciPy has it."""
        return two_ways(self.people, self.ties)

    @cached_property
    def indptr(self) -> I32:
        """Where the row of each person begins."""
        return frozen(self.matrix.indptr.astype(np.int32))

    @cached_property
    def indices(self) -> I32:
        """The contacts of each person, ascending."""
        return frozen(self.matrix.indices.astype(np.int32))

    @cached_property
    def graph(self) -> "nx.Graph[int]":
        """The network as NetworkX has it."""
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(range(self.people))
        graph.add_edges_from(self.ties.tolist())
        return graph

    @cached_property
    def held(self) -> "csr_array[Any, Any]":
        """The topics of each person, as SciPy has them."""
        ones = np.ones(len(self.topics))
        return csr_array((ones, (self.topics[:, 0], self.topics[:, 1])), shape=(self.people, topic_count(self.people)))

    @cached_property
    def rarity(self) -> F64:
        """ln(N/n_t) of each topic."""
        holders = np.bincount(self.topics[:, 1], minlength=topic_count(self.people))
        return np.log(self.people / np.maximum(holders, 1))


def sample(people: int) -> Sample:
    """A network of so many people: LFR communities (Lancichinetti, Fortunato & Radicchi 2008), pendants and triangles.

    Ids are shuffled, as those of a store say nothing of who is near whom. Topics follow a power law.
    """
    random = np.random.default_rng(SEED)
    dense = communities(int(people * DENSE_SHARE))
    outer = np.arange(int(people * DENSE_SHARE), people)
    pendants, rest = np.split(outer, [int(people * PENDANT_SHARE)])
    hosts = dense[random.integers(0, len(dense), pendants.size), random.integers(0, 2, pendants.size)]
    threes = rest[: rest.size // 3 * 3].reshape(-1, 3)
    ties = np.concatenate((dense, np.stack((hosts, pendants), 1), threes[:, [0, 1]], threes[:, 1:], threes[:, ::2]))
    shuffled = np.unique(np.sort(random.permutation(people)[ties], axis=1), axis=0)
    return Sample(people, shuffled[shuffled[:, 0] != shuffled[:, 1]].astype(np.int32), topics_of(people, random))


def communities(people: int) -> I64:
    """Ties within and between planted communities, (ties, 2)."""
    nk.setSeed(SEED, False)
    generator = nk.generators.LFRGenerator(people)
    most = max(50, min(int(3.1 * people**0.5), 2000))
    generator.generatePowerlawDegreeSequence(MEAN_DEGREE, most, -2.5)
    generator.generatePowerlawCommunitySizeSequence(15, max(60, min(people // 10, most + 50)), -1.2)
    generator.setMu(MIXING)
    return np.array([*generator.generate().iterEdges()], np.int64)


def topic_count(people: int) -> int:
    """More people have more topics, though not as many more."""
    return int(2 * people**0.5)


def topics_of(people: int, random: np.random.Generator) -> I32:
    """Who has which topic, (topics held, 2), sorted: about four each, some topics with very many."""
    popularity = 1 / np.arange(1, topic_count(people) + 1) ** TOPIC_EXPONENT
    who = np.repeat(np.arange(people), 1 + random.poisson(TOPICS_EACH, people))
    which = random.choice(popularity.size, who.size, p=popularity / popularity.sum())
    return np.unique(np.stack((who, which), 1), axis=0).astype(np.int32)


def two_ways(people: int, ties: I32) -> "csr_array[Any, Any]":
    """A symmetric matrix with a one for each tie, rows sorted."""
    rows, columns = np.concatenate((ties, ties[:, ::-1])).T
    matrix = csr_array((np.ones(rows.size), (rows, columns)), shape=(people, people))
    matrix.sort_indices()
    return matrix
