"""Building snapshots: one at a time, at once where there is none to answer from, else after the writers have paused."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Final

from graph.answers.kept import Kept
from graph.answers.shelf import Edition, Held, Shelf, expired
from graph.answers.source import Source
from graph.model.errors import StoreError
from graph.model.time import now
from graph.model.viewer import Tier
from graph.network.snapshot import Snapshot

PAUSE: Final = 2.0
PATIENCE: Final = 5
"""How many pauses a build waits for writers to pause, before it begins anyway."""

OVERLAP: Final = timedelta(minutes=2)
"""A write bears the time at which it began, and can be read only when it is done: at most a minute later."""

log = logging.getLogger(__name__)


class Builds:
    """Keeps a shelf of snapshots up to date with a source."""

    def __init__(self, source: Source, shelf: Shelf, threads: Kept, pause: float = PAUSE) -> None:
        self._source, self._shelf, self._threads, self._pause = source, shelf, threads, pause
        self._build: asyncio.Task[None] | None = None
        self._later: asyncio.Task[None] | None = None

    async def newest(self, tier: Tier) -> tuple[Held, bool]:
        """The newest snapshot of a tier that may be shown, and whether it is current. Waits for a build only where
        there is none to show. Raises StoreUnavailable."""
        versions = await self._source.versions()
        held = self._shelf.newest(tier)
        if held is not None and held.edition.version == versions[tier]:
            return held, True
        if held is not None and not await self._withdrawn(tier, held):
            self._schedule(versions)
            return held, False
        if held is not self._shelf.newest(tier):
            return await self.newest(tier)  # another question has just replaced it
        self._shelf.withdraw(tier)
        return await self._fresh(tier, versions), True

    async def former(self, tier: Tier, id: str) -> Held:
        """The snapshot of a tier with this id, while it is kept and may be shown. Raises CursorExpired,
        StoreUnavailable."""
        held = self._shelf.find(tier, id)
        if await self._withdrawn(tier, held):
            raise expired()
        return held

    async def close(self) -> None:
        """Give up what is being built."""
        tasks = [task for task in (self._build, self._later) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _fresh(self, tier: Tier, versions: Mapping[Tier, str]) -> Held:
        """The newest snapshot of a tier, at least of these versions, which were read just now."""
        running = self._build
        if running is not None and not running.done():
            await asyncio.wait((running,))  # it may have begun too early
            held = self._shelf.newest(tier)
            if held is not None and held.edition.version == versions[tier]:
                return held
        await self._rebuild(running)
        held = self._shelf.newest(tier)
        return held if held is not None else await self._fresh(tier, versions)  # withdrawn again meanwhile

    async def _rebuild(self, known: "asyncio.Task[None] | None") -> None:
        """Wait for a build after the `known` one, which is over: somebody else's, or else a new one."""
        build = self._build
        if build is None or build is known:
            build = self._build = asyncio.create_task(self._load())
            build.add_done_callback(lambda done: done.cancelled() or done.exception())  # else asyncio may warn
        await asyncio.shield(build)

    def _schedule(self, versions: Mapping[Tier, str]) -> None:
        if self._later is None or self._later.done():
            self._later = asyncio.create_task(self._wait_and_rebuild(versions))

    async def _wait_and_rebuild(self, seen: Mapping[Tier, str]) -> None:
        try:
            for _ in range(PATIENCE):
                await asyncio.sleep(self._pause)
                before, seen = seen, await self._source.versions()
                if before == seen:
                    break
            running = self._build
            if running is not None and not running.done():
                await asyncio.wait((running,))
            await self._rebuild(running)
        except StoreError:
            log.warning("The network could not be read anew; the one before still answers.")

    async def _load(self) -> None:
        since = now() - OVERLAP
        known = frozenset(await self._source.withdrawals(since))  # before the columns: later ones count as missed
        columns = await self._source.columns()
        for tier in self._shelf.outdated(columns.versions):
            snapshot = await self._threads.run(partial(Snapshot.of, columns, tier))
            self._shelf.put(tier, snapshot, Edition(columns.versions[tier], since, known))

    async def _withdrawn(self, tier: Tier, held: Held) -> bool:
        """Whether somebody may have gone from the tier since."""
        found = await self._source.withdrawals(held.edition.since)
        return any(audience <= tier for id, audience in found.items() if id not in held.edition.withdrawals)
