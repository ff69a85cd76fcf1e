"""Writing ties on behalf of one viewer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from graph.model.kinds import ChangeKind, TieKind
from graph.model.ties import Tie, TieFields
from graph.model.viewer import Viewer
from graph.store.database import Database, Transaction
from graph.store.writing.batches import in_batches
from graph.store.writing.node_deletion import Deletion
from graph.store.writing.node_update import Update
from graph.store.writing.recorder import Recorder
from graph.store.writing.tie_creation import NewTie, create_ties
from graph.store.writing.tie_update import delete_ties, update_ties
from graph.store.writing.trace import Trace


@dataclass(frozen=True, slots=True)
class TieWriter:
    """Creates, changes and deletes ties; each transaction leaves its Change.

    Every method raises Forbidden when the viewer may not edit, and StoreUnavailable when it is unknown whether it was
    stored. Repeat it then, as with NodeWriter.
    """

    database: Database
    viewer: Viewer

    async def create(self, fields: TieFields, *, id: str | None = None, reason: str | None = None) -> Tie:
        """Create a tie and return it; twice is the same as once.

        Raises EndNotFound, TieNotAllowed, CycleRefused, and AlreadyExists when the id, or the same kind, ends, role
        and since, stand for a tie that says something else.
        """
        row = NewTie.of(fields, id)

        async def work(transaction: Transaction, trace: Trace) -> Tie:
            return (await create_ties(transaction, trace, [row], keep=True))[0]

        return await self._recorder.write(ChangeKind.CREATED, reason, work)

    async def create_many(
        self, rows: Sequence[tuple[str | None, TieFields]], *, reason: str | None = None
    ) -> list[str]:
        """Create ties of any kinds, 5,000 a transaction, and return their ids in order. Errors as in `create`."""
        new = [NewTie.of(fields, id) for id, fields in rows]

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[NewTie]) -> list[str]:
            return [tie.id for tie in await create_ties(transaction, trace, batch, keep=False)]

        return list(chain.from_iterable(await in_batches(self._recorder, ChangeKind.CREATED, reason, new, work)))

    async def update(
        self, kind: TieKind, id: str, changes: Mapping[str, object], *, revision: int, reason: str | None = None
    ) -> Tie:
        """Change some fields of a tie, but not its ends, and return it; None removes a value, other fields stay.

        Raises NotFound, StaleRevision when `revision` is not the newest, InvalidValue, InvalidFields, EndNotFound for
        a topic, AlreadyExists when its new role or since make it another tie that is there.
        """

        async def work(transaction: Transaction, trace: Trace) -> Tie:
            return (await update_ties(transaction, trace, kind, [Update(id, changes, revision)]))[0]

        return await self._recorder.write(ChangeKind.UPDATED, reason, work)

    async def update_many(self, kind: TieKind, rows: Sequence[Update], *, reason: str | None = None) -> list[Tie]:
        """The same for many ties of one kind, 5,000 a transaction; a transaction with a refused row writes nothing."""

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[Update]) -> list[Tie]:
            return await update_ties(transaction, trace, kind, batch)

        done = await in_batches(self._recorder, ChangeKind.UPDATED, reason, rows, work)
        return list(chain.from_iterable(done))

    async def delete(self, kind: TieKind, id: str, *, revision: int, reason: str | None = None) -> None:
        """Delete a tie. Raises NotFound, StaleRevision."""

        async def work(transaction: Transaction, trace: Trace) -> None:
            await delete_ties(transaction, trace, kind, [(id, revision)])

        await self._recorder.write(ChangeKind.DELETED, reason, work)

    async def delete_many(self, kind: TieKind, rows: Sequence[Deletion], *, reason: str | None = None) -> None:
        """The same for many ties of one kind, given as (id, revision), 5,000 a transaction."""

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[Deletion]) -> None:
            await delete_ties(transaction, trace, kind, batch)

        await in_batches(self._recorder, ChangeKind.DELETED, reason, rows, work)

    @property
    def _recorder(self) -> Recorder:
        return Recorder(self.database, self.viewer)
