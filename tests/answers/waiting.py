"""Waiting for a new snapshot."""

import asyncio

import pytest

from graph.answers import Answers
from graph.answers.view import NetworkView
from graph.model.viewer import Viewer
from graph.network.scope import NetworkScope

PAUSE = 0.05


async def until_current(answers: Answers, viewer: Viewer, scope: NetworkScope) -> NetworkView:
    """The network once no write is missing in it. Fails after ten seconds."""
    for _ in range(200):
        view = await answers.network(viewer, scope)
        if view.snapshot.is_current:
            return view
        await asyncio.sleep(PAUSE)
    pytest.fail("No new snapshot was built.")
