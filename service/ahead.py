"""What everybody will ask first, computed while nobody waits for it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from graph.model.errors import StoreError
from graph.model.kinds import ActorKind
from graph.model.permissions import Role
from graph.model.viewer import Viewer
from graph.network.scope import NetworkScope
from service.running import Running

VIEWERS: Final = (Viewer(Role.STRATEGY, "serve"), Viewer(Role.MANAGER, "serve"))  # one of each tier that ranks

log = logging.getLogger(__name__)


@asynccontextmanager
async def computing_ahead(running: Running) -> AsyncIterator[None]:
    """The usual networks and their rankings come to be in the background; what is not done at the end is dropped."""
    task = asyncio.create_task(compute(running), name="computing ahead")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def compute(running: Running) -> None:
    """The default scope of each kind of actor, as each tier sees it."""
    try:
        for actors in ActorKind:
            for viewer in VIEWERS:
                view = await running.answers.network(viewer, NetworkScope(actors))
                await view.multipliers()
                await view.gaps()
    except StoreError:
        log.warning("nothing could be computed ahead")
