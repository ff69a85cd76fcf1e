"""Many rows in as few transactions as other writers allow."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final, TypeVar

from graph.model.kinds import ChangeKind
from graph.store.database import Transaction
from graph.store.writing.recorder import Crowded, Recorder
from graph.store.writing.settling import Settle
from graph.store.writing.trace import Trace

R = TypeVar("R")
T = TypeVar("T")

ROWS: Final = 5_000
FEWEST: Final = 50


async def in_batches(
    recorder: Recorder,
    kind: ChangeKind,
    reason: str | None,
    rows: Sequence[R],
    work: Callable[[Transaction, Trace, Sequence[R]], Awaitable[T]],
    *,
    settle: Callable[[Sequence[R]], Settle | None] = lambda _: None,
) -> list[T]:
    """Run `work` on all rows, 5,000 a transaction, and return what it returned for each batch.

    The embedded server lets the transaction that commits first win, so among many small writes a large one would begin
    again without end: then batches get smaller. What a batch wrote stays when a later one is refused.
    """
    done: list[T] = []
    begin, size = 0, ROWS
    while begin < len(rows):
        batch = rows[begin : begin + size]

        async def on_batch(transaction: Transaction, trace: Trace, batch: Sequence[R] = batch) -> T:
            return await work(transaction, trace, batch)

        try:
            large = len(batch) > FEWEST
            done.append(await recorder.write(kind, reason, on_batch, settle=settle(batch), batch=large))
        except Crowded:
            size = max(FEWEST, len(batch) // 4)
        else:
            begin += len(batch)
    return done
