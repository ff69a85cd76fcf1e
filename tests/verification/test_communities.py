"""Communities and participation in Zachary's karate club."""

import networkx as nx
import numpy as np
import pytest

from graph.analytics.communities import communities, participation
from graph.network.network import Network
from tests.verification.networks import karate


def modularity(network: Network, weight: str | None) -> float:
    labels = communities(network).tolist()
    groups = [{id for id, label in zip(network.ids, labels, strict=True) if label == one} for one in set(labels)]
    found: float = nx.community.modularity(network.graph, groups, weight=weight)
    return found


def test_unweighted_communities_have_the_greatest_modularity_there_is() -> None:
    network = karate()
    assert modularity(network, weight=None) == pytest.approx(0.419790, abs=5e-7)
    assert len(set(communities(network).tolist())) == 4


def test_weighted_communities_have_the_modularity_of_leiden() -> None:
    assert modularity(karate("weight"), weight="weight") == pytest.approx(0.444904, abs=5e-7)


@pytest.mark.parametrize(("node", "printed"), [(0, 0.117188), (2, 0.48), (33, 0.290657)])
def test_participation_between_the_two_factions(node: int, printed: float) -> None:
    club = nx.karate_club_graph()
    factions = np.array([club.nodes[node]["club"] == "Officer" for node in club], np.int32)
    assert participation(karate(), factions)[node] == pytest.approx(printed, abs=6e-7)
