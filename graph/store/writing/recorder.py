"""One write: a transaction by someone who may write, which leaves its Change."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from graph.model.errors import StoreUnavailable
from graph.model.ids import new_id
from graph.model.kinds import ChangeKind
from graph.model.permissions import Permission
from graph.model.viewer import Viewer
from graph.store.database import Database, Transaction
from graph.store.writing.trace import Trace

T = TypeVar("T")
Work = Callable[[Transaction, Trace], Awaitable[T]]

SECONDS: Final = 50.0  # for a batch; a Change's id is at most a minute old when it can be read
PATIENCE: Final = 2


class Crowded(StoreUnavailable):
    """Other writers were in the way of a batch again and again; a smaller one may pass between them."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """Writes on behalf of `viewer`, who needs EDIT, and READ_ALL, since a refusal tells what a node holds now."""

    database: Database
    viewer: Viewer

    def __post_init__(self) -> None:
        """Raises Forbidden."""
        for permission in (Permission.EDIT, Permission.READ_ALL):
            self.viewer.require(permission)

    async def write(self, kind: ChangeKind, reason: str | None, work: Work[T]) -> T:
        """Run `work` and store what it noted, all or nothing. It may run several times, each with a fresh trace."""
        return await self.database.write(self._traced(kind, reason, work))

    async def write_batch(self, kind: ChangeKind, reason: str | None, work: Work[T], *, patient: bool) -> T:
        """The same with more time. Raises Crowded when it is not `patient` and has to begin again too often."""
        runs = 0

        async def counted(transaction: Transaction, trace: Trace) -> T:
            nonlocal runs
            runs += 1
            if runs > PATIENCE and not patient:
                raise Crowded
            return await work(transaction, trace)

        return await self.database.write(self._traced(kind, reason, counted), timeout=SECONDS)

    def _traced(self, kind: ChangeKind, reason: str | None, work: Work[T]) -> Callable[[Transaction], Awaitable[T]]:
        async def traced(transaction: Transaction) -> T:
            trace = Trace(new_id())
            result = await work(transaction, trace)
            await trace.store(transaction, kind, self.viewer.actor, reason)
            return result

        return traced
