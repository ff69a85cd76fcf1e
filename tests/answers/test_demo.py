"""The demo as people ask about it: what was planted comes out on top, for each viewer as it must, on every server."""

from collections.abc import AsyncIterator
from typing import Final

import pytest

from graph.analytics.results import ReasonCode
from graph.answers import Answers
from graph.model.viewer import Viewer
from graph.network.scope import NetworkScope
from graph.store.database import Database
from seeds import seed_demo
from seeds.calendar import DAY
from seeds.demo.truth import CONNECTORS, CUT_POINTS, GAPS, HIDDEN, Case
from tests.answers.drawn import MANAGER, STRATEGY
from tests.servers.emptying import empty

SCOPE: Final = NetworkScope(as_of=DAY)
FOUND: Final[dict[str, object]] = {}
"""What the first server said, for the second one to say as well."""


@pytest.fixture(scope="module")
async def answers(migrated: Database) -> AsyncIterator[Answers]:
    await empty(migrated)
    await seed_demo(migrated)
    async with Answers(migrated) as answers:
        yield answers
    await empty(migrated)


def shown_to(viewer: Viewer) -> tuple[Case, ...]:
    """The cases of planted people whom this viewer finds."""
    return (Case.LISTED, Case.HIDDEN) if viewer is MANAGER else (Case.LISTED,)


@pytest.mark.parametrize("viewer", [STRATEGY, MANAGER], ids=["strategy", "manager"])
async def test_the_planted_connectors_come_out_on_top(answers: Answers, viewer: Viewer) -> None:
    planted = {one.person for one in CONNECTORS if one.case in shown_to(viewer)}
    ranked = await (await answers.network(viewer, SCOPE)).multipliers()
    best = ranked.items[: len(planted)]
    assert {one.actor for one in best} == planted
    bridged = [reason for one in best for reason in one.reasons if reason.code is ReasonCode.BRIDGES_COMMUNITIES]
    assert len(bridged) == len(planted)
    assert FOUND.setdefault(f"connectors for {viewer.role}", ranked) == ranked


@pytest.mark.parametrize("viewer", [STRATEGY, MANAGER], ids=["strategy", "manager"])
async def test_the_planted_gaps_come_out_on_top_with_their_introducers(answers: Answers, viewer: Viewer) -> None:
    introducer_known = (*shown_to(viewer), *((Case.HIDDEN_INTRODUCER,) if viewer is MANAGER else ()))
    cases = (*introducer_known, Case.HIDDEN_INTRODUCER, Case.UNLISTED_INTRODUCER)
    planted = {tuple(sorted((gap.one, gap.other))): gap for gap in GAPS if gap.case in cases}
    view = await answers.network(viewer, SCOPE)
    ranked = await view.gaps()
    best = await view.gap_details(ranked.items[: len(planted)])
    assert {(one.gap.a, one.gap.b) for one in best} == planted.keys()
    for one in best:
        gap = planted[one.gap.a, one.gap.b]
        assert {topic.topic for topic in one.gap.topics} == set(gap.topics)
        first = [introducer.actor for introducer in one.introducers][:1]
        assert (first == [gap.introducer]) == (gap.case in introducer_known)
    assert FOUND.setdefault(f"gaps for {viewer.role}", (ranked, best)) == (ranked, best)


async def test_the_planted_cut_points_say_that_they_are(answers: Answers) -> None:
    view = await answers.network(MANAGER, SCOPE)
    found = {one.actor: one for one in (await view.multipliers()).items}
    for cut_point in CUT_POINTS:
        if cut_point.case is not Case.UNLISTED:
            assert found[cut_point.person].measures.is_cut_point
            assert ReasonCode.CUT_POINT in [reason.code for reason in found[cut_point.person].reasons]


async def test_nobody_hidden_is_named_to_strategy(answers: Answers) -> None:
    view = await answers.network(STRATEGY, SCOPE)
    ranked, gaps = await view.multipliers(), await view.gaps()
    told = f"{ranked} {gaps} {await view.gap_details(gaps.items[:100])}"
    assert not [person for person in HIDDEN if person in told]


async def test_every_server_gives_the_same_snapshots(answers: Answers) -> None:
    ids = [(await answers.network(viewer, SCOPE)).snapshot.id for viewer in (STRATEGY, MANAGER)]
    assert FOUND.setdefault("snapshots", ids) == ids
    assert ids[0] != ids[1]
