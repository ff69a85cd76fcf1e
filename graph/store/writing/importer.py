"""Writing what files bring: idempotent, 5,000 rows a transaction, each leaving a Change if it changed something."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.kinds import ChangeKind, NodeKind
from graph.model.viewer import Viewer
from graph.store.database import Database, Transaction
from graph.store.writing import aliases, decisions, imported_nodes, imported_ties
from graph.store.writing.aliases import Alias
from graph.store.writing.batches import in_batches
from graph.store.writing.decisions import Decision
from graph.store.writing.imports import Counts, ImportedNode, ImportedTie
from graph.store.writing.recorder import Recorder
from graph.store.writing.trace import Trace

NONE: Final = Counts()


@dataclass(frozen=True, slots=True)
class Importer:
    """Writes imported rows on behalf of `viewer`. The same rows again change nothing; a broken import is repeated.

    Every method raises Forbidden when the viewer may not edit, and StoreUnavailable.
    """

    database: Database
    viewer: Viewer

    async def upsert_nodes(self, kind: NodeKind, rows: Sequence[ImportedNode], *, reason: str | None = None) -> Counts:
        """Create or change nodes of one kind.

        A person may be PUBLIC before the consent is there: until `record_consents` it counts as NETWORK.
        Raises InvalidValue or InvalidFields when a row does not go with what is stored of its node.
        """

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[ImportedNode]) -> Counts:
            return await imported_nodes.upsert_nodes(transaction, trace, kind, batch)

        return sum(await in_batches(self._recorder, ChangeKind.IMPORTED, reason, rows, work), NONE)

    async def upsert_ties(self, rows: Sequence[ImportedTie], *, reason: str | None = None) -> Counts:
        """Create or change ties of any kinds, found by kind, ends, role and since.

        Raises EndNotFound, TieNotAllowed, CycleRefused, InvalidValue, AlreadyExists.
        """

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[ImportedTie]) -> Counts:
            return await imported_ties.upsert_ties(transaction, trace, batch)

        return sum(await in_batches(self._recorder, ChangeKind.IMPORTED, reason, rows, work), NONE)

    async def record_consents(self, rows: Sequence[tuple[str, Decision]], *, reason: str | None = None) -> int:
        """Append the decisions of people, given by id, that are not recorded yet; return how many. Raises NotFound."""

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[tuple[str, Decision]]) -> int:
            new = await decisions.not_recorded(transaction, batch)
            if new:
                await decisions.record_decisions(transaction, trace, new)
            return len(new)

        return sum(await in_batches(self._recorder, ChangeKind.IMPORTED, reason, rows, work))

    async def add_aliases(self, rows: Sequence[Alias], *, reason: str | None = None) -> int:
        """Let former ids lead to nodes; return how many did not yet. Raises EndNotFound, AlreadyExists."""

        async def work(transaction: Transaction, trace: Trace, batch: Sequence[Alias]) -> int:
            return await aliases.add(transaction, trace, batch)

        return sum(await in_batches(self._recorder, ChangeKind.IMPORTED, reason, rows, work))

    @property
    def _recorder(self) -> Recorder:
        return Recorder(self.database, self.viewer)
