"""All that is measured of each actor of a network, as columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from graph.analytics.betweenness import WORK_LIMIT, betweenness
from graph.analytics.communities import bridged, communities, participation
from graph.analytics.cut_points import Blocks, blocks_of_cut_points
from graph.analytics.holes import constraint, effective_size, triangles
from graph.analytics.results import Method
from graph.analytics.score import scores
from graph.analytics.steps import closeness, harmonic, reached_by_step, within
from graph.network.arrays import F64, I32, I64, Bools
from graph.network.network import Network

Column = F64 | I64 | I32 | Bools


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one actor. Normalised as by NetworkX's defaults; what is undefined for the actor is None.

    `two_step_reach` is the share of all others within two steps. `bridged_communities` counts those other than its own.
    Weights count in `weighted_degree`, `page_rank`, `participation` and the communities; all else counts steps.
    """

    degree: int
    weighted_degree: float
    betweenness: float
    closeness: float
    harmonic: float
    page_rank: float
    two_step_reach: float
    core_number: int
    is_cut_point: bool
    bridged_communities: int
    clustering: float | None
    constraint: float | None
    effective_size: float | None
    efficiency: float | None
    participation: float | None


@dataclass(frozen=True, eq=False)
class MeasureTable:
    """The figures of all n actors of a network, each column (n,); NaN where one is undefined."""

    network: Network
    method: Method
    columns: Mapping[str, Column]
    communities: I32
    blocks: Mapping[str, Blocks]
    within_two: I64
    score: F64

    def of(self, actor: int) -> Measures:
        """The figures of the actor at a position."""
        figures: dict[str, Any] = {name: _plain(column[actor].item()) for name, column in self.columns.items()}
        return Measures(**figures)


def measure(network: Network, work_limit: int = WORK_LIMIT) -> MeasureTable:
    """All figures of a network. Waits for the helper process: never call it on an event loop."""
    between, method = betweenness(network, work_limit)
    groups = communities(network)
    reached = reached_by_step(network)
    two, corners, blocks = within(reached, 2), triangles(network), blocks_of_cut_points(network)
    columns: dict[str, Column] = {
        "betweenness": between,
        "closeness": closeness(reached, network.size),
        "harmonic": harmonic(reached),
        "two_step_reach": two / max(network.size - 1, 1),
        "constraint": constraint(network),
        "participation": participation(network, groups),
        "bridged_communities": bridged(network, groups),
        **_of_degrees(network, corners),
        **_of_graph(network),
        "is_cut_point": np.array([id in blocks for id in network.ids], np.bool_),
    }
    return MeasureTable(network, method, columns, groups, blocks, two, scores(network, columns))


def _of_degrees(network: Network, corners: I64) -> dict[str, Column]:
    sizes = effective_size(network, corners)
    degrees = network.degrees.astype(np.float64)
    rows = np.repeat(np.arange(network.size), network.degrees)
    return {
        "degree": network.degrees,
        "weighted_degree": np.bincount(rows, network.weights, network.size),
        "clustering": _ratio((2 * corners).astype(np.float64), degrees * (degrees - 1)),
        "effective_size": sizes,
        "efficiency": _ratio(sizes, degrees),
    }


def _of_graph(network: Network) -> dict[str, Column]:
    core = nx.core_number(network.graph)
    rank = nx.pagerank(network.graph, weight="weight", tol=1e-12, max_iter=1000) if network.size else {}
    return {
        "page_rank": np.array([rank[id] for id in network.ids], np.float64),
        "core_number": np.array([core[id] for id in network.ids], np.int64),
    }


def _ratio(part: F64, whole: F64) -> F64:
    found = np.full(part.size, np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found


def _plain(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124 - only NaN differs from itself
