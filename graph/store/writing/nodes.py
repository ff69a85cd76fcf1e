"""Writing nodes on behalf of one viewer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from graph.model.kinds import ChangeKind, NodeKind
from graph.model.nodes import Node, NodeFields
from graph.model.viewer import Viewer
from graph.store.database import Database, Transaction
from graph.store.records import node_from
from graph.store.writing.batches import in_batches
from graph.store.writing.node_creation import NewNode, create_nodes
from graph.store.writing.node_deletion import Deletion, delete_nodes
from graph.store.writing.node_update import Update, update_nodes
from graph.store.writing.recorder import Recorder
from graph.store.writing.settling import Settle, settle_nodes
from graph.store.writing.states import id_of
from graph.store.writing.trace import Trace


@dataclass(frozen=True, slots=True)
class NodeWriter:
    """Creates, changes and deletes nodes of the directory kinds; each transaction leaves its Change.

    Every method raises Forbidden when the viewer may not edit, and StoreUnavailable when it is unknown whether it was
    stored. Repeat it then: creating with the same id is the same once as twice, and a change that had been stored is
    refused the second time as StaleRevision with the state that was wanted, a deletion as NotFound.
    """

    database: Database
    viewer: Viewer

    async def create(self, fields: NodeFields, *, id: str | None = None, reason: str | None = None) -> Node:
        """Create a node and return it. Raises AlreadyExists when the id stands for something else, InvalidValue."""
        kind, row = fields.kind_of_node, NewNode(id_of(fields, id), fields)

        async def work(transaction: Transaction, trace: Trace) -> Node:
            created = await create_nodes(transaction, trace, kind, [row], keep=True)
            return node_from(kind, created[row.id])

        return await self._recorder.write(ChangeKind.CREATED, reason, work)

    async def create_many(
        self, kind: NodeKind, rows: Sequence[tuple[str | None, NodeFields]], *, reason: str | None = None
    ) -> list[str]:
        """Create nodes of one kind, 5,000 a transaction, and return their ids in order. Errors as in `create`."""
        new = [NewNode(id_of(fields, id), fields) for id, fields in rows]

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[NewNode]) -> None:
            await create_nodes(transaction, trace, kind, batch, keep=False)

        await in_batches(self._recorder, ChangeKind.CREATED, reason, new, work)
        return [row.id for row in new]

    async def update(
        self, kind: NodeKind, id: str, changes: Mapping[str, object], *, revision: int, reason: str | None = None
    ) -> Node:
        """Change some fields of a node and return it; None removes a value, other fields stay.

        Raises NotFound, StaleRevision when `revision` is not the newest, InvalidValue or InvalidFields.
        """

        async def work(transaction: Transaction, trace: Trace) -> Node:
            (stored,) = await update_nodes(transaction, trace, kind, [Update(id, changes, revision)])
            return node_from(kind, stored)

        return await self._recorder.write(ChangeKind.UPDATED, reason, work)

    async def update_many(self, kind: NodeKind, rows: Sequence[Update], *, reason: str | None = None) -> list[Node]:
        """The same for many nodes of one kind, 5,000 a transaction; a transaction with a refused row writes nothing."""

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[Update]) -> list[Node]:
            return [node_from(kind, stored) for stored in await update_nodes(transaction, trace, kind, batch)]

        done = await in_batches(self._recorder, ChangeKind.UPDATED, reason, rows, work)
        return list(chain.from_iterable(done))

    async def delete(self, kind: NodeKind, id: str, *, revision: int, reason: str | None = None) -> None:
        """Delete a node with its ties, a person also with the consents. Raises NotFound, StaleRevision, StillInUse."""

        async def work(transaction: Transaction, trace: Trace) -> None:
            await delete_nodes(transaction, trace, kind, [(id, revision)])

        await self._recorder.write(ChangeKind.DELETED, reason, work, settle=settle_nodes(kind, [id]))

    async def delete_many(self, kind: NodeKind, rows: Sequence[Deletion], *, reason: str | None = None) -> None:
        """The same for many nodes of one kind, given as (id, revision), 5,000 a transaction."""

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[Deletion]) -> None:
            await delete_nodes(transaction, trace, kind, batch)

        def settle(batch: Sequence[Deletion]) -> Settle:
            return settle_nodes(kind, [id for id, _ in batch])

        await in_batches(self._recorder, ChangeKind.DELETED, reason, rows, work, settle=settle)

    @property
    def _recorder(self) -> Recorder:
        return Recorder(self.database, self.viewer)
