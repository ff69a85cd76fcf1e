"""Writing on behalf of one viewer what people have agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.kinds import ChangeKind, ConsentPurpose
from graph.model.viewer import Viewer
from graph.store.database import Database, Transaction
from graph.store.writing.decisions import Decision, record_decisions
from graph.store.writing.recorder import Recorder
from graph.store.writing.trace import Trace


@dataclass(frozen=True, slots=True)
class ConsentWriter:
    """Appends decisions to what is recorded of a person. Nothing is ever taken away: the latest decides."""

    database: Database
    viewer: Viewer

    async def record(
        self, person_id: str, decisions: Sequence[Decision], *, reason: str | None = None
    ) -> frozenset[ConsentPurpose]:
        """Record decisions and return the purposes now in force; recording the same twice is the same as once.

        A withdrawal of PUBLICATION leaves the visibility PUBLIC, which then counts as NETWORK until it is given again.
        Raises Forbidden, NotFound, StoreUnavailable.
        """

        rows = [(person_id, decision) for decision in decisions]

        async def work(transaction: Transaction, trace: Trace) -> frozenset[ConsentPurpose]:
            return (await record_decisions(transaction, trace, rows)).get(person_id, frozenset())

        return await Recorder(self.database, self.viewer).write(ChangeKind.CONSENTED, reason, work)
