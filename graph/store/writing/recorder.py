"""One write: a transaction by someone who may write, which leaves its Change."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count
from typing import Final, TypeVar

from graph.model.errors import StoreError, StoreUnavailable
from graph.model.ids import new_id
from graph.model.kinds import ChangeKind
from graph.model.permissions import Permission
from graph.model.viewer import Viewer
from graph.store.database import Database, Transaction
from graph.store.writing.settling import Settle, Unsettled
from graph.store.writing.trace import Settled, Trace

T = TypeVar("T")
Work = Callable[[Transaction, Trace], Awaitable[T]]

SECONDS: Final = 50.0  # for a batch; a Change's id is at most a minute old when it can be read
PATIENCE: Final = 2
TRIES: Final = 100  # each time somebody else got through
PAUSE: Final = 0.01
GONE: Final = "Neo.ClientError.Statement.EntityNotFound"


class Crowded(StoreUnavailable):
    """Other writers were in the way again and again; a smaller batch may pass between them."""


def half_seen(error: StoreError) -> bool:
    """Whether this came of seeing only a part of what another writer was just storing (see `settling`)."""
    return isinstance(error, Unsettled) or error.message.values.get("code") == GONE


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes on behalf of `viewer`, who needs EDIT, and READ_ALL, since a refusal tells what a node holds now."""

    database: Database
    viewer: Viewer

    def __post_init__(self) -> None:
        """Raises Forbidden."""
        for permission in (Permission.EDIT, Permission.READ_ALL):
            self.viewer.require(permission)

    async def write(
        self, kind: ChangeKind, reason: str | None, work: Work[T], *, settle: Settle | None = None, batch: bool = False
    ) -> T:
        """Run `work` and store what it noted, all or nothing. It may run several times, each with a fresh trace.

        `settle` runs before, for work that needs it. A `batch` gets more time, but raises Crowded when it has to begin
        again too often.
        """
        patience = PATIENCE if batch else None
        timeout = SECONDS if batch else None
        for _ in range(TRIES):
            try:
                settled = await self._settled(settle) if settle else {}
                return await self.database.write(self._traced(kind, reason, work, settled, patience), timeout=timeout)
            except StoreError as error:
                if not half_seen(error):
                    raise
            await asyncio.sleep(PAUSE)
        raise Crowded

    async def _settled(self, settle: Settle) -> Settled:
        return await self.database.write(lambda transaction: settle(transaction, new_id()))

    def _traced(
        self, kind: ChangeKind, reason: str | None, work: Work[T], settled: Settled, patience: int | None
    ) -> Callable[[Transaction], Awaitable[T]]:
        runs = count(1)

        async def traced(transaction: Transaction) -> T:
            if patience is not None and next(runs) > patience:
                raise Crowded
            trace = Trace(new_id(), settled)
            result = await work(transaction, trace)
            await trace.store(transaction, kind, self.viewer.actor, reason)
            return result

        return traced
