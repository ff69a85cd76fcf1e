"""How groups are tied: ties within and between them, and how many there would be if ties fell by chance."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from graph.analytics.results import Method, MethodName
from graph.model.groups import UNKNOWN
from graph.network.arrays import F64, I64
from graph.network.network import Network


@dataclass(frozen=True, slots=True)
class GroupCell:
    """The ties between two groups, one <= other, or within one. `expected` is what they would be if each actor kept its
    number of ties and these met by chance: k·l/2m between groups that have k and l ends of all m ties, k²/4m within one
    (the configuration model, Newman 2003, Physical Review E 67, 026126)."""

    one: str
    other: str
    observed: int
    expected: float


@dataclass(frozen=True, slots=True)
class GroupMatrix:
    """All cells in the order of the groups' names. Actors of unknown group, `unknown` of them, and their ties do not
    count.

    `ei_index` is (E − I)/(E + I) for E ties between groups and I within (Krackhardt & Stern 1988, Social Psychology
    Quarterly 51(2)): −1 if all are within, 1 if none; None without ties. `assortativity` is (Σ e_gg − Σ a_g²)/(1 − Σ
    a_g²) for the shares e of ties and a of their ends (Newman 2003); None without ties, and if all are in one group.
    """

    method: Method
    sizes: Mapping[str, int]
    unknown: int
    cells: tuple[GroupCell, ...]
    ei_index: float | None
    assortativity: float | None


def group_matrix(network: Network, group_of: Mapping[str, str]) -> GroupMatrix:
    """The ties between the groups of a network's actors; who is absent from `group_of` is of unknown group."""
    group = [group_of.get(id, UNKNOWN) for id in network.ids]
    names = sorted(set(group) - {UNKNOWN})
    ends = _ends(network, group, names)
    sizes = {name: group.count(name) for name in names}
    index, assortativity = _segregation(ends)
    cells = _cells(names, ends)
    return GroupMatrix(Method(MethodName.COUNTED), sizes, group.count(UNKNOWN), cells, index, assortativity)


def _ends(network: Network, group: list[str], names: list[str]) -> I64:
    """The ends that ties of each group have in each: a tie counts twice in its diagonal cell, else once in both."""
    number = {name: at for at, name in enumerate(names)}
    groups = np.array([number.get(name, -1) for name in group], np.int64)
    one, other = np.repeat(groups, network.degrees), groups[network.indices]
    known = (one >= 0) & (other >= 0)
    counts = np.bincount(one[known] * len(names) + other[known], minlength=len(names) ** 2)
    return counts.astype(np.int64).reshape(len(names), len(names))


def _cells(names: list[str], ends: I64) -> tuple[GroupCell, ...]:
    of_group = ends.sum(axis=1).astype(np.float64)
    expected: F64 = np.outer(of_group, of_group) / max(int(ends.sum()), 1)
    once = 1 / (1 + np.eye(len(names)))
    observed, by_chance = (ends * once).astype(np.int64).tolist(), (expected * once).tolist()
    return tuple(
        GroupCell(one, names[column], observed[row][column], by_chance[row][column])
        for row, one in enumerate(names)
        for column in range(row, len(names))
    )


def _segregation(ends: I64) -> tuple[float | None, float | None]:
    """E-I index and assortativity."""
    total, within = int(ends.sum()), int(np.trace(ends))
    if not total:
        return None, None
    by_chance = sum(count * count for count in ends.sum(axis=1).tolist())
    spread = total * total - by_chance
    return (total - 2 * within) / total, (within * total - by_chance) / spread if spread else None
