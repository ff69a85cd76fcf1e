"""Brokers: who stands between two groups, in which role, and between whom of them."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import Final

import networkx as nx
import numpy as np
from scipy.sparse import csr_array

from graph.analytics.brokerage import BrokerageRole
from graph.analytics.reasons import STRONGEST, Why
from graph.analytics.results import Method, MethodName, NodeRef, Reason, ReasonCode
from graph.model.groups import UNKNOWN
from graph.network.arrays import I64, Bools
from graph.network.network import Network

SAMPLE: Final = 3
"""How many of a broker's pairs are named."""

GroupPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Broker:
    """An actor between two groups. `pairs` counts those of one of each that have ties to it and none to each other;
    `role` is None for an actor of unknown group."""

    actor: str
    role: BrokerageRole | None
    pairs: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class BrokerRanking:
    """The listed brokers between two groups, most pairs first, equal ones by id. `left_out` counts the actors that are
    not listed, brokers or not."""

    method: Method
    left_out: int
    items: tuple[Broker, ...]


def brokers(
    network: Network, group_of: Mapping[str, str], between: GroupPair, listed: Container[str], why: Why
) -> BrokerRanking:
    """Who stands between the groups of `between`, which may be one group twice; nobody does between UNKNOWN ones.

    Actors that are not listed count as one of a pair. Roles are seen from the first group to the second.
    """
    counts = _pairs(network, group_of, between).tolist() if UNKNOWN not in between else [0] * network.size
    left_out = sum(id not in listed for id in network.ids)
    found = []
    for id, count in zip(network.ids, counts, strict=True):
        if count and id in listed:
            role = role_of(group_of.get(id, UNKNOWN), between)
            found.append(Broker(id, role, count, _reasons(network, group_of, between, (id, count), why)))
    found.sort(key=lambda broker: (-broker.pairs, broker.actor))
    return BrokerRanking(Method(MethodName.COUNTED), left_out, tuple(found))


def role_of(group: str, between: GroupPair) -> BrokerageRole | None:
    """What an actor of a group is between two of these groups, from the first to the second; None if it is unknown."""
    first, second = between
    if group == UNKNOWN:
        return None
    if first == second:
        return BrokerageRole.COORDINATOR if group == first else BrokerageRole.ITINERANT
    if group == first:
        return BrokerageRole.REPRESENTATIVE
    return BrokerageRole.GATEKEEPER if group == second else BrokerageRole.LIAISON


def _pairs(network: Network, group_of: Mapping[str, str], between: GroupPair) -> I64:
    """How many pairs of one of each group have ties to each actor, and none to each other: (n,)."""
    one, other = (_members(network, group_of, group) for group in between)
    ties = csr_array(
        (np.ones(network.indices.size, np.int64), network.indices, network.indptr), shape=(network.size,) * 2
    )
    to_one, to_other = ties[:, np.flatnonzero(one)], ties[:, np.flatnonzero(other)]
    tied: I64 = (to_one @ to_other[np.flatnonzero(one)]).multiply(to_other).sum(axis=1)
    if between[0] == between[1]:
        many: I64 = to_one.sum(axis=1)
        same: I64 = (many * (many - 1) - tied) // 2
        return same
    found: I64 = to_one.sum(axis=1) * to_other.sum(axis=1) - tied
    return found


def _members(network: Network, group_of: Mapping[str, str], group: str) -> Bools:
    return np.array([group_of.get(id, UNKNOWN) == group for id in network.ids], np.bool_)


def _reasons(
    network: Network, group_of: Mapping[str, str], between: GroupPair, broker: tuple[str, int], why: Why
) -> tuple[Reason, ...]:
    """How many pairs there are, and the first of those that may be named, strongest contacts first."""
    id, count = broker
    contacts = [network.ids[at] for at in network.contacts(network.position[id])]
    nameable = [contact for contact in contacts if contact in why.nameable]
    sides = [[one for one in nameable if group_of.get(one) == group][:STRONGEST] for group in between]
    named = islice(_open(network, *sides), SAMPLE)
    sample = (_sample(network, id, pair, why) for pair in named)
    return Reason(ReasonCode.BROKERED_PAIRS, float(count), (NodeRef(network.kind, id),)), *sample


def _open(network: Network, one: list[str], other: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of one of each list without a tie; of one list twice, each pair once."""
    pairs = combinations(one, 2) if one == other else product(one, other)
    return (pair for pair in pairs if not network.graph.has_edge(*pair))


def _sample(network: Network, broker: str, pair: tuple[str, str], why: Why) -> Reason:
    both = len(set(nx.common_neighbors(network.graph, *pair)))
    ties = tuple(tie for one in pair for bond in why.between(broker, one) for tie in bond.ties)
    return Reason(ReasonCode.BROKERED_PAIR, float(both), tuple(NodeRef(network.kind, one) for one in pair), ties)
