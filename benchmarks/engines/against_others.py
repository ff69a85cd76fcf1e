"""What igraph and SciPy take, and two threads of ours beside one."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy.sparse import csr_array, diags_array, triu

from benchmarks.engines.comparison import Comparison
from benchmarks.engines.sample import Sample
from graph.network.arrays import F64
from graph.network.kernels.betweenness import betweenness
from graph.network.kernels.common import adamic_adar
from graph.network.kernels.distances import distances
from graph.network.kernels.holes import structural_holes
from graph.network.kernels.top_pairs import Rows, top_pairs

TOP = 1000


def igraph_suite(sample: Sample) -> list[Comparison]:
    """Against igraph, where it is installed: it is under the GPL and serves to compare, nothing else."""
    if find_spec("igraph") is None:
        return []
    engine: Any = import_module("igraph")
    graph, csr = engine.Graph(n=sample.people, edges=sample.ties.tolist()), (sample.indptr, sample.indices)
    name = f"igraph {engine.__version__}"
    return [
        Comparison("betweenness, exact", name, lambda: betweenness(*csr, normalized=False), graph.betweenness),
        Comparison("closeness, within components", name, lambda: by_component(*csr), graph.closeness),
        Comparison(
            "harmonic closeness",
            name,
            lambda: distances(*csr).harmonic,
            lambda: graph.harmonic_centrality(normalized=False),
        ),
        Comparison(
            "constraint with effective size and hierarchy, against constraint alone",
            name,
            lambda: structural_holes(*csr).constraint,
            graph.constraint,
        ),
    ]


def by_component(indptr: Any, indices: Any) -> F64:  # noqa: ANN401 - arrays
    """Closeness as igraph has it: as if there were no other component, undefined for isolates."""
    found = distances(indptr, indices)
    return np.where(found.reached > 0, found.reached / np.maximum(found.farness, 1), np.nan)


def scipy_suite(sample: Sample) -> list[Comparison]:
    """Against the quickest way we know to say it in SciPy: a product of sparse matrices, and a partition of it."""
    csr, held = Rows(sample.indptr, sample.indices), sample.held
    owned, worth = Rows(held.indptr, held.indices), adamic_adar(sample.indptr)
    return [
        Comparison(
            f"Adamic–Adar, top {TOP:,}",
            "SciPy",
            lambda: top_pairs(csr, csr, worth, TOP).scores,
            lambda: best_of_product(sample.matrix, sample.matrix, worth),
        ),
        Comparison(
            f"topic gaps, top {TOP:,}",
            "SciPy",
            lambda: top_pairs(csr, owned, sample.rarity, TOP).scores,
            lambda: best_of_product(sample.matrix, held, sample.rarity),
        ),
    ]


def best_of_product(ties: "csr_array[Any, Any]", owned: "csr_array[Any, Any]", worth: F64) -> F64:
    """The highest scores of pairs without a tie."""
    both = triu(owned @ diags_array(worth) @ owned.T, 1).tocsr()
    scores = (both - both.multiply(ties)).tocsr().data
    return np.sort(np.partition(scores, -TOP)[-TOP:])[::-1]


def thread_suite(sample: Sample) -> list[Comparison]:
    """Two threads beside one, by the clock on the wall: the answers are equal to the bit."""
    csr = sample.indptr, sample.indices
    return [
        Comparison(
            "betweenness, exact", "1 thread", lambda: betweenness(*csr, threads=2), lambda: betweenness(*csr, threads=1)
        ),
        Comparison(
            "closeness, harmonic closeness, reach",
            "1 thread",
            lambda: distances(*csr, threads=2).harmonic,
            lambda: distances(*csr, threads=1).harmonic,
        ),
    ]
