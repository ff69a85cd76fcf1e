"""The benchmark of the snapshot compares the same work, and its quotients say what they claim."""

import pytest

from benchmarks.ratio import DifferentAnswers, ratio
from benchmarks.snapshot import PEOPLE, TIES, compare, fill, people, same, ties_between, ties_row_by_row
from graph.store.database import Database
from graph.store.reading.bulk.nodes import load_nodes
from graph.store.reading.bulk.ties import load_ties


async def test_both_ways_read_the_same_ties(embedded_database: Database) -> None:
    invented = people(20)
    await fill(embedded_database, PEOPLE, invented)
    await fill(embedded_database, TIES, ties_between(invented, 100))
    nodes = await load_nodes(embedded_database)
    ours, theirs = await load_ties(embedded_database, nodes), await ties_row_by_row(embedded_database, nodes)
    assert same(ours, theirs)
    assert ours["ids"].size == 100
    assert (await compare(embedded_database, rounds=1)).keys() == {"time", "CPU of the client"}


def test_a_ratio_says_how_many_times_less_time_ours_takes() -> None:
    now = 0.0

    def work(seconds: float) -> str:
        nonlocal now
        now += seconds
        return "answer"

    found = ratio(lambda: work(2), lambda: work(10), str.__eq__, rounds=3, clock=lambda: now)
    assert (found.median, found.lowest, found.highest, found.first_call) == (5, 5, 5, 2)
    assert str(found) == "5.0× (5.0–5.0 in 3 rounds) · first call 2.00 s"


def test_a_ratio_of_different_answers_is_refused_before_any_timing() -> None:
    calls: list[str] = []
    with pytest.raises(DifferentAnswers):
        ratio(lambda: calls.append("ours"), lambda: calls.append("theirs"), lambda one, other: False)  # noqa: ARG005
    assert calls.count("theirs") == 1
