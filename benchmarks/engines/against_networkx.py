"""What NetworkX takes for each measure of the suite."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush, nlargest
from random import Random
from typing import Any

import networkx as nx
import numpy as np

from benchmarks.engines.comparison import Comparison
from benchmarks.engines.sample import Sample
from graph.network.arrays import F64
from graph.network.kernels.betweenness import betweenness, drawn
from graph.network.kernels.common import adamic_adar
from graph.network.kernels.components import components
from graph.network.kernels.cores import core_numbers
from graph.network.kernels.cut_points import cut_points
from graph.network.kernels.distances import distances
from graph.network.kernels.holes import structural_holes
from graph.network.kernels.key_players import key_players
from graph.network.kernels.pagerank import pagerank
from graph.network.kernels.top_pairs import Rows, top_pairs
from graph.network.kernels.triangles import clustering

NAME = "NetworkX"
TOP = 1000
PART = 50
"""So many sources stand for all where NetworkX would take minutes."""


def networkx_suite(sample: Sample) -> list[Comparison]:
    """The suite whose geometric mean is stated."""
    return [*searches(sample), *structure(sample), *choices(sample)]


def in_order(values: Any) -> F64:  # noqa: ANN401 - NetworkX says "dict or number"
    """The values of the nodes 0 … n − 1."""
    return np.array([values[node] for node in range(len(values))], np.float64)


def searches(sample: Sample) -> list[Comparison]:
    """Measures that search from each person."""
    graph, csr, size = sample.graph, (sample.indptr, sample.indices), sample.people
    some = Random(1).sample(range(size), PART)  # noqa: S311 - a sample, not a secret
    by_part = {"share": size / PART}
    return [
        Comparison(
            "betweenness, exact",
            f"{NAME}, from {PART} sources",
            lambda: betweenness(*csr),
            lambda: in_order(nx.betweenness_centrality(graph, k=PART, seed=7, normalized=False)),
            lambda: betweenness(*csr, drawn(size, PART, 7), normalized=False),
            **by_part,
        ),
        Comparison(
            "betweenness, k = 100",
            NAME,
            lambda: betweenness(*csr, drawn(size, 100, 7)),
            lambda: in_order(nx.betweenness_centrality(graph, k=100, seed=7)),
        ),
        Comparison(
            "closeness",
            f"{NAME}, of {PART} nodes",
            lambda: distances(*csr).closeness,
            lambda: [nx.closeness_centrality(graph, node) for node in some],
            lambda: distances(*csr).closeness[some],
            **by_part,
        ),
        Comparison(
            "harmonic closeness",
            f"{NAME}, of {PART} nodes",
            lambda: distances(*csr).harmonic,
            lambda: [*map(nx.harmonic_centrality(graph, some).__getitem__, some)],
            lambda: distances(*csr).harmonic[some],
            **by_part,
        ),
        Comparison(
            "2-step reach",
            NAME,
            lambda: distances(*csr, steps=2).reached,
            lambda: [len(near) - 1 for near in two_steps(graph)],
        ),
    ]


def structure(sample: Sample) -> list[Comparison]:
    """Measures of where people stand."""
    graph, csr = sample.graph, (sample.indptr, sample.indices)
    return [
        Comparison("PageRank", NAME, lambda: pagerank(*csr).ranks, lambda: in_order(nx.pagerank(graph))),
        Comparison(
            "constraint", NAME, lambda: structural_holes(*csr).constraint, lambda: in_order(nx.constraint(graph))
        ),
        Comparison(
            "effective size",
            NAME,
            lambda: structural_holes(*csr).effective_size,
            lambda: in_order(nx.effective_size(graph)),
        ),
        Comparison("core number", NAME, lambda: core_numbers(*csr), lambda: in_order(nx.core_number(graph))),
        Comparison("clustering", NAME, lambda: clustering(*csr), lambda: in_order(nx.clustering(graph))),
        Comparison(
            "cut points",
            NAME,
            lambda: np.flatnonzero(cut_points(*csr)),
            lambda: sorted(set(nx.articulation_points(graph))),
        ),
        Comparison(
            "components",
            NAME,
            lambda: np.bincount(components(*csr)),
            lambda: [len(part) for part in nx.connected_components(graph)],
        ),
    ]


def choices(sample: Sample) -> list[Comparison]:
    """Measures that choose the best of many."""
    graph, csr = sample.graph, (sample.indptr, sample.indices)
    return [
        Comparison(
            f"Adamic–Adar, top {TOP:,}",
            NAME,
            lambda: top_pairs(Rows(*csr), Rows(*csr), adamic_adar(csr[0]), TOP).scores,
            lambda: nlargest(TOP, (score for _, _, score in nx.adamic_adar_index(graph, two_apart(graph)))),
        ),
        Comparison(
            "greedy key players, k = 20, 2 steps", NAME, lambda: key_players(*csr, 20).chosen, lambda: greedy(graph, 20)
        ),
    ]


def two_steps(graph: "nx.Graph[int]") -> Iterable[set[int]]:
    """Whom each person reaches in two steps, the person included: by sets, quicker than NetworkX's own search."""
    for node in graph:
        yield {node}.union(graph[node], *(graph[other] for other in graph[node]))


def two_apart(graph: "nx.Graph[int]") -> list[tuple[int, int]]:
    """All pairs without a tie that have a contact in common."""
    return [
        (node, other)
        for node, near in zip(graph, two_steps(graph), strict=True)
        for other in near.difference(graph[node])
        if other > node
    ]


def greedy(graph: "nx.Graph[int]", count: int) -> list[int]:
    """Key players by a lazy greedy search over sets."""
    near = dict(zip(graph, two_steps(graph), strict=True))
    heap = [(-len(reach), node, 0) for node, reach in near.items()]
    heapify(heap)
    reached: set[int] = set()
    chosen: list[int] = []
    while len(chosen) < count:
        _, node, computed_at = heappop(heap)
        if computed_at == len(chosen):
            chosen.append(node)
            reached |= near[node]
        else:
            heappush(heap, (-len(near[node] - reached), node, len(chosen)))
    return chosen
