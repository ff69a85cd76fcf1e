"""Multipliers: the actors that connect a network, each with its figures and its reasons."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.analytics.measures import Measures, MeasureTable
from graph.analytics.ranks import places
from graph.analytics.reasons import Why, reasons
from graph.analytics.results import Method, Reason
from graph.network.arrays import Bools


class MultiplierMeasure(StrEnum):
    """By what multipliers can be ordered. Most first, by CONSTRAINT least first; the undefined last."""

    SCORE = "SCORE"
    DEGREE = "DEGREE"
    WEIGHTED_DEGREE = "WEIGHTED_DEGREE"
    BETWEENNESS = "BETWEENNESS"
    CLOSENESS = "CLOSENESS"
    HARMONIC = "HARMONIC"
    PAGE_RANK = "PAGE_RANK"
    TWO_STEP_REACH = "TWO_STEP_REACH"
    CORE_NUMBER = "CORE_NUMBER"
    CLUSTERING = "CLUSTERING"
    CONSTRAINT = "CONSTRAINT"
    EFFECTIVE_SIZE = "EFFECTIVE_SIZE"
    EFFICIENCY = "EFFICIENCY"
    PARTICIPATION = "PARTICIPATION"
    BRIDGED_COMMUNITIES = "BRIDGED_COMMUNITIES"


@dataclass(frozen=True, slots=True)
class Multiplier:
    """An actor as a multiplier. `score` is the mean of its mid-rank percentiles in betweenness, two-step reach,
    participation and −constraint among the actors with a tie, 0 without a tie. `rank` counts the listed actors of
    clearly higher score, and one."""

    actor: str
    rank: int
    score: float
    measures: Measures
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MultiplierRanking:
    """All listed actors of a network, best first, equal ones by id. `left_out` counts those that are not listed."""

    method: Method
    left_out: int
    items: tuple[Multiplier, ...]


def multipliers(table: MeasureTable, listed: Container[str], why: Why) -> MultiplierRanking:
    """The listed actors as multipliers. Those not listed still count in every figure, and are named in no reason."""
    named = _marked(table, listed)
    found = [_multiplier(table, at, rank, why) for at, rank in _places(table, named) if named[at]]
    left_out = table.network.size - len(found)
    return MultiplierRanking(table.method, left_out, ordered(found, MultiplierMeasure.SCORE))


def multiplier(table: MeasureTable, actor: str, listed: Container[str], why: Why) -> Multiplier | None:
    """One actor as a multiplier, listed or not; None if it is not in the network."""
    at = table.network.position.get(actor)
    if at is None:
        return None
    ranks = dict(_places(table, _marked(table, listed)))
    return _multiplier(table, at, ranks[at], why)


def ordered(items: Iterable[Multiplier], by: MultiplierMeasure) -> tuple[Multiplier, ...]:
    """Multipliers by a measure, equal ones by id."""
    down = 1 if by is MultiplierMeasure.CONSTRAINT else -1

    def place(item: Multiplier) -> tuple[bool, float, str]:
        value = item.score if by is MultiplierMeasure.SCORE else getattr(item.measures, by.lower())
        return value is None, 0.0 if value is None else down * value, item.actor

    return tuple(sorted(items, key=place))


def _multiplier(table: MeasureTable, at: int, rank: int, why: Why) -> Multiplier:
    measures = table.of(at)
    score = float(table.score[at])
    return Multiplier(table.network.ids[at], rank, score, measures, reasons(table, at, measures, why))


def _places(table: MeasureTable, named: Bools) -> Iterable[tuple[int, int]]:
    return enumerate(places(table.score, named).tolist())


def _marked(table: MeasureTable, listed: Container[str]) -> Bools:
    return np.array([id in listed for id in table.network.ids], np.bool_)
