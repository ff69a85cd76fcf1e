"""The demo as tests look at it: its rows, its networks of people, and the measures that its truth is about."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from math import log
from typing import cast

import networkx as nx
import numpy as np
from scipy.stats import rankdata

from graph.model.kinds import ConsentPurpose, Engagement, NodeKind, TieKind
from graph.model.nodes import PersonFields, ProjectFields
from graph.model.ties import TieFields
from graph.model.time import holds
from graph.model.viewer import Tier
from seeds.calendar import DAY
from seeds.demo import rows
from seeds.demo.cast import by_id
from seeds.demo.people import consents
from seeds.rows import SeedNode
from tests.seeds.people_network import people_network

Pair = frozenset[str]


@cache
def nodes() -> dict[str, SeedNode]:
    """All nodes by their ids."""
    return {node.id: node for node in rows.nodes()}


@cache
def ties() -> tuple[TieFields, ...]:
    """All ties."""
    return tuple(rows.ties())


def person(id: str) -> PersonFields:
    """A person of the demo."""
    fields = nodes()[id].fields
    assert isinstance(fields, PersonFields)
    return fields


@cache
def network(tier: Tier) -> "nx.Graph[str]":
    """The people of a tier and who is tied to whom."""
    return people_network(_people(tier), ties(), DAY)


def _people(tier: Tier) -> Iterator[str]:
    for node in nodes().values():
        match node.fields:
            case PersonFields(visibility=visibility, active_from=since, active_until=until):
                if visibility in tier.visibilities and holds(since, until, DAY):
                    yield node.id


@cache
def betweenness(tier: Tier) -> dict[str, float]:
    """Betweenness, as NetworkX computes it."""
    return cast("dict[str, float]", nx.betweenness_centrality(network(tier), backend="networkx"))


@cache
def scores(tier: Tier) -> dict[str, float]:
    """The score of the multipliers by its definition, with the regions for communities."""
    graph = network(tier).subgraph([one for one, degree in network(tier).degree() if degree])
    people = list(graph)
    constraint = cast("dict[str, float]", nx.constraint(graph, backend="networkx"))
    measures: list[list[float]] = [
        [betweenness(tier)[one] for one in people],
        [len(nx.single_source_shortest_path_length(graph, one, cutoff=2)) for one in people],
        [-constraint[one] for one in people],
        [_participation(graph, one) for one in people],
    ]
    percentiles = np.mean([rankdata(measure) for measure in measures], axis=0) / len(people)
    return dict(zip(people, percentiles.tolist(), strict=True))


def _participation(graph: "nx.Graph[str]", one: str) -> float:
    regions = Counter(by_id()[other].region for other in graph[one])
    return 1 - sum((ties_there / graph.degree(one)) ** 2 for ties_there in regions.values())


@cache
def topics_of() -> dict[str, set[str]]:
    """What each person works on: beyond interest, and the topics of current projects."""
    found: dict[str, set[str]] = {}
    about: dict[str, set[str]] = {}
    for tie in ties():
        if tie.kind is TieKind.WORKS_ON and tie.engagement is not Engagement.INTERESTED:
            found.setdefault(tie.from_node.id, set()).add(tie.to_node.id)
        if tie.kind is TieKind.ABOUT and tie.from_node.kind is NodeKind.PROJECT and _is_current(tie.from_node.id):
            about.setdefault(tie.from_node.id, set()).add(tie.to_node.id)
    for tie in ties():
        if tie.kind is TieKind.CONTRIBUTES_TO:
            found.setdefault(tie.from_node.id, set()).update(about.get(tie.to_node.id, ()))
    return found


def _is_current(project: str) -> bool:
    fields = nodes()[project].fields
    assert isinstance(fields, ProjectFields)
    return holds(fields.active_from, fields.active_until, DAY)


def gap_scores(tier: Tier) -> dict[Pair, float]:
    """Σ ln(N/n_t) over the shared topics of all pairs that share one and have no tie."""
    on: dict[str, list[str]] = {}
    for one in sorted(network(tier)):
        for topic in topics_of().get(one, ()):
            on.setdefault(topic, []).append(one)
    found: dict[Pair, float] = {}
    for people in on.values():
        for pair in combinations(people, 2):
            if not network(tier).has_edge(*pair):
                found[frozenset(pair)] = found.get(frozenset(pair), 0.0) + log(len(network(tier)) / len(people))
    return found


@cache
def agreed(purpose: ConsentPurpose) -> frozenset[str]:
    """Whose latest answer to `purpose` was yes."""
    latest = {one.person: one.given for one in sorted(consents(), key=lambda one: one.at) if one.purpose is purpose}
    return frozenset(one for one, given in latest.items() if given)
