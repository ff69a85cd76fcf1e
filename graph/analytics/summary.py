"""A network in a few figures."""

from dataclasses import dataclass

import networkx as nx

from graph.analytics.results import Method, MethodName
from graph.network.network import Network


@dataclass(frozen=True, slots=True)
class NetworkSummary:
    """Figures about a network; what is undefined for one so small is None.

    `density` m / (n(n−1)/2); `components` with actors without ties as components of their own; `mean_degree` 2m/n;
    `clustering` the mean over all actors of the share of their pairs of contacts that are tied, 0 for those with fewer
    than two contacts (NetworkX's default); `share_isolated` the share of actors without ties.
    """

    method: Method
    actors: int
    ties: int
    components: int
    isolated: int
    density: float | None
    mean_degree: float | None
    clustering: float | None
    share_isolated: float | None


def summary(network: Network) -> NetworkSummary:
    """The figures of a network. Weights play no part."""
    size, ties = network.size, network.tie_count
    isolated = size - network.tied.size
    return NetworkSummary(
        Method(MethodName.COUNTED),
        actors=size,
        ties=ties,
        components=isolated + nx.number_connected_components(network.tied.graph),
        isolated=isolated,
        density=nx.density(network.graph) if size > 1 else None,
        mean_degree=2 * ties / size if size else None,
        clustering=nx.average_clustering(network.graph) if size else None,
        share_isolated=isolated / size if size else None,
    )
