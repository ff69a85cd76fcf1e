"""What there is to say about one gap: how far apart the two are, who could introduce them, and why they should meet."""

from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass

from graph.analytics.gaps import Gap
from graph.analytics.introductions import Between, Introducer, distance, introducers
from graph.analytics.reasons import no_bonds
from graph.analytics.results import NodeRef, Reason, ReasonCode, TieRef
from graph.model.kinds import NodeKind
from graph.network.network import Network


@dataclass(frozen=True, slots=True)
class GapDetails:
    """A gap with its reasons. `distance` counts steps, whoever is between; None: no way leads from one to the other."""

    gap: Gap
    distance: int | None
    introducers: tuple[Introducer, ...]
    reasons: tuple[Reason, ...]


def no_ties(actor: str, topic: str) -> Sequence[TieRef]:
    """For actors whose topics have no story."""
    del actor, topic
    return ()


@dataclass(frozen=True, slots=True)
class WhyGap:
    """What details are made from: who may be named, the bonds of two actors that may be named, and the ties that say
    that an actor works on a topic."""

    nameable: Container[str]
    between: Between = no_bonds
    at_work: Callable[[str, str], Sequence[TieRef]] = no_ties


def details(network: Network, gaps: Iterable[Gap], why: WhyGap) -> list[GapDetails]:
    """The details of some gaps, in their order. A shortest way for each that has no common contact to be named."""
    return [_details(network, gap, why) for gap in gaps]


def _details(network: Network, gap: Gap, why: WhyGap) -> GapDetails:
    return GapDetails(
        gap,
        distance(network, gap.a, gap.b),
        tuple(introducers(network, gap.a, gap.b, why.nameable, why.between)),
        tuple(_shared_topic(gap, topic.topic, topic.rarity, why) for topic in gap.topics),
    )


def _shared_topic(gap: Gap, topic: str, rarity: float, why: WhyGap) -> Reason:
    ties = (*why.at_work(gap.a, topic), *why.at_work(gap.b, topic))
    return Reason(ReasonCode.SHARED_TOPIC, rarity, (NodeRef(NodeKind.TOPIC, topic),), tuple(dict.fromkeys(ties)))
