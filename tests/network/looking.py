"""Short ways to look at a drawing."""

from graph.model.viewer import Tier
from graph.network.scope import NetworkScope
from graph.network.scoped import ScopedNetwork, look
from graph.network.snapshot import Snapshot
from tests.network.drawing import Drawing

EVERYTHING = NetworkScope()


def seen(drawing: Drawing, scope: NetworkScope = EVERYTHING, tier: Tier = Tier.ALL) -> ScopedNetwork:
    """A drawing as one tier sees it in a scope."""
    return look(Snapshot.of(drawing.columns(), tier), scope)


def ties(drawing: Drawing, scope: NetworkScope = EVERYTHING, tier: Tier = Tier.ALL) -> dict[tuple[str, str], float]:
    """The weight of each tie of that network, by its ends."""
    graph = seen(drawing, scope, tier).network.graph
    return {(one, other): round(graph[one][other]["weight"], 12) for one, other in graph.edges}
