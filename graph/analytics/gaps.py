"""Collaboration gaps: two actors that share topics and have no tie."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final

from graph.analytics.results import Method, MethodName
from graph.analytics.shared_topics import best_pairs, rarities
from graph.network.network import Network

KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class SharedTopic:
    """A topic that both work on. `rarity` is ln(N/n_t) for N actors of whom n_t work on it."""

    topic: str
    rarity: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Two actors, a < b, without a tie. `score` is the sum of the rarities of the topics that they share, which come
    rarest first."""

    a: str
    b: str
    score: float
    topics: tuple[SharedTopic, ...]


@dataclass(frozen=True, slots=True)
class GapRanking:
    """The gaps of a network, highest score first, equal ones by id; the best of `total`. `left_out` counts the actors
    that are not listed."""

    method: Method
    left_out: int
    total: int
    items: tuple[Gap, ...]


def gaps(
    network: Network, topics: Mapping[str, Sequence[str]], listed: Container[str], *, keep: int = KEPT
) -> GapRanking:
    """The best `keep` pairs of listed actors that share a topic and have no tie in the network.

    `topics` are what each actor works on, exactly those named. Actors that are not listed count in the rarities.
    """
    positions = [at for at, id in enumerate(network.ids) if id in listed]
    pairs, total = best_pairs(network, positions, topics, keep)
    rarity = rarities(network.size, topics)
    ids = ((network.ids[one], network.ids[other]) for one, other in zip(pairs.one, pairs.other, strict=True))
    found = [_gap(a, b, topics, rarity) for a, b in ids]
    found.sort(key=lambda gap: (-gap.score, gap.a, gap.b))
    return GapRanking(Method(MethodName.SHARED_TOPICS), network.size - len(positions), total, tuple(found))


def _gap(a: str, b: str, topics: Mapping[str, Sequence[str]], rarity: Mapping[str, float]) -> Gap:
    shared = sorted(set(topics[a]) & set(topics[b]), key=lambda topic: (-rarity[topic], topic))
    return Gap(
        a, b, fsum(rarity[topic] for topic in shared), tuple(SharedTopic(topic, rarity[topic]) for topic in shared)
    )
