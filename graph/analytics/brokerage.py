"""Brokerage: in which roles actors stand between others, and how many pairs would not meet without them."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.analytics.brokerage_chance import expected
from graph.analytics.results import Method, MethodName
from graph.model.groups import UNKNOWN
from graph.network.arrays import I32, I64, Bools
from graph.network.kernels.brokered import Brokered, brokered
from graph.network.network import Network


class BrokerageRole(StrEnum):
    """What a broker is to the two it stands between, by the groups of the three (Gould & Fernandez 1989)."""

    COORDINATOR = "COORDINATOR"
    """All three are of one group."""
    ITINERANT = "ITINERANT"
    """The two are of one group, the broker of another."""
    REPRESENTATIVE = "REPRESENTATIVE"
    """From the broker's own group to another."""
    GATEKEEPER = "GATEKEEPER"
    """From another group to the broker's own. Without directions as often as REPRESENTATIVE."""
    LIAISON = "LIAISON"
    """All three are of different groups."""


class MultiplierType(StrEnum):
    """Four types of brokers (Hamilton, Hileman & Bodin 2020, Social Networks 61, 1–10): more than the mean, or not."""

    POWERHOUSE = "POWERHOUSE"
    """Above the mean in activity and in exclusivity."""
    CONNECTOR = "CONNECTOR"
    """Above the mean in activity only: many pairs, that others bring together as well."""
    LINCHPIN = "LINCHPIN"
    """Above the mean in exclusivity only: few pairs, that nobody else brings together."""
    SIDELINER = "SIDELINER"
    """Neither."""


@dataclass(frozen=True, slots=True)
class RoleCount:
    """In how many ordered pairs an actor has a role, and in how many it would be expected to if groups were dealt out
    by chance; `z` is the difference in standard deviations, None where there is no chance."""

    observed: int
    expected: float
    z: float | None


@dataclass(frozen=True, slots=True)
class Brokerage:
    """An actor as a broker. `roles` is None for an actor of unknown group. `activity` counts the pairs of its contacts
    that are of different groups and have no tie, `exclusivity` those of them that have no other common contact."""

    actor: str
    roles: Mapping[BrokerageRole, RoleCount] | None
    activity: int
    exclusivity: int
    type: MultiplierType


@dataclass(frozen=True, slots=True)
class BrokerageTable:
    """The listed actors, most active first, then most exclusive, equal ones by id. `left_out` counts all others."""

    method: Method
    left_out: int
    items: tuple[Brokerage, ...]


def brokerage(network: Network, group_of: Mapping[str, str], listed: Container[str]) -> BrokerageTable:
    """The listed actors as brokers between groups; those not listed count as contacts, brokers and in the means.

    Who is absent from `group_of`, or UNKNOWN there, is not one of the two in any pair, and has no role.
    """
    groups = numbered(network, group_of)
    counts = brokered(network.indptr, network.indices, groups)
    means, deviations = expected(counts, groups)
    types = _types(counts)
    items = []
    for at, id in enumerate(network.ids):
        if id in listed:
            roles = _roles(counts.roles[at].tolist(), means[at].tolist(), deviations[at].tolist())
            across, alone = int(counts.across[at]), int(counts.alone[at])
            items.append(Brokerage(id, roles if groups[at] >= 0 else None, across, alone, types[at]))
    items.sort(key=lambda item: (-item.activity, -item.exclusivity, item.actor))
    return BrokerageTable(Method(MethodName.COUNTED), network.size - len(items), tuple(items))


def numbered(network: Network, group_of: Mapping[str, str]) -> I32:
    """The group of each actor as a number, in the order of the groups' names; −1 where it is unknown: (n,)."""
    names = sorted(set(group_of.values()) - {UNKNOWN})
    number = {name: at for at, name in enumerate(names)}
    return np.array([number.get(group_of.get(id, UNKNOWN), -1) for id in network.ids], np.int32)


def _roles(observed: list[int], means: list[float], deviations: list[float]) -> Mapping[BrokerageRole, RoleCount]:
    rows = zip(BrokerageRole, observed, means, deviations, strict=True)
    return {role: RoleCount(count, mean, (count - mean) / sd if sd else None) for role, count, mean, sd in rows}


def _types(counts: Brokered) -> list[MultiplierType]:
    active, exclusive = _above_mean(counts.across), _above_mean(counts.alone)
    of = {
        (True, True): MultiplierType.POWERHOUSE,
        (True, False): MultiplierType.CONNECTOR,
        (False, True): MultiplierType.LINCHPIN,
        (False, False): MultiplierType.SIDELINER,
    }
    return [of[both] for both in zip(active.tolist(), exclusive.tolist(), strict=True)]


def _above_mean(values: I64) -> Bools:
    above: Bools = values * values.size > values.sum()
    return above
