"""Why an actor is a multiplier: each reason with its figure, and the contacts and ties that one can check it by."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from graph.analytics.cut_points import Blocks
from graph.analytics.measures import Measures, MeasureTable
from graph.analytics.results import NodeRef, Reason, ReasonCode
from graph.model.groups import UNKNOWN
from graph.network.bonds import Bond
from graph.network.network import Network

SUBJECTS: Final = 5
STRONGEST: Final = 50
"""Among how many of an actor's strongest contacts two without a tie are looked for."""


def no_bonds(one: str, other: str) -> Sequence[Bond]:
    """For a network whose ties have no story."""
    del one, other
    return ()


@dataclass(frozen=True, slots=True)
class Why:
    """What reasons are made from: who may be named in them, the bonds of two actors that may be named, and the sector
    of each actor."""

    nameable: Container[str]
    between: Callable[[str, str], Sequence[Bond]] = no_bonds
    sectors: Mapping[str, str] = field(default_factory=dict)


def reasons(table: MeasureTable, actor: int, measures: Measures, why: Why) -> tuple[Reason, ...]:
    """The reasons that hold for the actor at a position, in the order of their codes."""
    if not measures.degree:
        return ()
    network = table.network
    contacts = tuple(network.ids[contact] for contact in network.contacts(actor))
    found = _all(table, _Ego(network, network.ids[actor], contacts, why), measures)
    return tuple(reason for reason in found if reason.value > 0)


@dataclass(frozen=True, slots=True)
class _Ego:
    """An actor with its contacts, strongest first."""

    network: Network
    id: str
    contacts: Sequence[str]
    why: Why

    def nameable(self) -> list[str]:
        return [contact for contact in self.contacts if contact in self.why.nameable]

    def reason(self, code: ReasonCode, value: float, named: Sequence[str] = ()) -> Reason:
        """A reason that names contacts, with what ties the actor to them."""
        named = named[:SUBJECTS]
        ties = [tie for contact in named for bond in self.why.between(self.id, contact) for tie in bond.ties]
        return Reason(code, value, tuple(NodeRef(self.network.kind, id) for id in named), tuple(ties))


def _all(table: MeasureTable, ego: _Ego, measures: Measures) -> Iterator[Reason]:
    position = table.network.position
    community = {id: str(table.communities[position[id]]) for id in (ego.id, *ego.contacts)}
    sectors = {id: ego.why.sectors.get(id, UNKNOWN) for id in (ego.id, *ego.contacts)}
    yield ego.reason(ReasonCode.ON_SHORTEST_PATHS, measures.betweenness)
    yield ego.reason(ReasonCode.REACHES_IN_TWO_STEPS, float(table.within_two[position[ego.id]]))
    yield _bridges(ReasonCode.BRIDGES_COMMUNITIES, ego, community)
    yield _bridges(ReasonCode.BRIDGES_SECTORS, ego, sectors)
    yield _separate(ego, measures.effective_size or 0.0)
    yield _cut_point(ego, table.blocks.get(ego.id, ()))


def _bridges(code: ReasonCode, ego: _Ego, group_of: Mapping[str, str]) -> Reason:
    """Into how many groups other than its own the contacts of an actor lead, by the strongest contact in each."""
    others = {group_of[contact] for contact in ego.contacts} - {group_of[ego.id], UNKNOWN}
    strongest: dict[str, str] = {}
    for contact in ego.nameable():
        if group_of[contact] in others:
            strongest.setdefault(group_of[contact], contact)
    return ego.reason(code, float(len(others)), list(strongest.values()))


def _separate(ego: _Ego, effective_size: float) -> Reason:
    """Two contacts without a tie are named, the strongest such. One contact, or all as good as one, are no reason."""
    pairs = combinations(ego.nameable()[:STRONGEST], 2)
    apart = next((pair for pair in pairs if not ego.network.graph.has_edge(*pair)), ())
    return ego.reason(ReasonCode.SEPARATE_CONTACTS, effective_size if effective_size > 1 else 0.0, apart)


def _cut_point(ego: _Ego, blocks: Blocks) -> Reason:
    """The strongest contact in each part is named."""
    nameable = ego.nameable()
    strongest = [next((contact for contact in nameable if contact in block), None) for block in blocks]
    named = sorted(contact for contact in strongest if contact is not None)
    return ego.reason(ReasonCode.CUT_POINT, float(len(blocks)), named)
