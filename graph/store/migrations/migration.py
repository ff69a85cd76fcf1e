"""What a migration is."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from graph.store.database import Transaction
from graph.store.dialect import Dialect


async def nothing(transaction: Transaction) -> None:
    """The change of a migration that only declares."""


@dataclass(frozen=True, slots=True)
class Migration:
    """Step `number`, from 1 on without holes. A step that has been released is never edited: the next one mends it.

    `declarations` are indexes and constraints; they may run twice and side by side, so each says IF NOT EXISTS.
    `change` turns the data; it runs after them, in the transaction that notes the step as taken, so exactly once.
    """

    number: int
    title: str
    declarations: Callable[[Dialect], Sequence[str]]
    change: Callable[[Transaction], Awaitable[None]] = nothing
