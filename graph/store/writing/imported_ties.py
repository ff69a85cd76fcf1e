"""Putting imported ties into the graph within a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.model.ids import check_id
from graph.model.kinds import TieKind
from graph.model.ties import Tie
from graph.store.database import Transaction
from graph.store.records import SHAPE, properties_of
from graph.store.writing.imports import Counts, ImportedTie, origin_of, says_more, stated
from graph.store.writing.locking import lock_ties
from graph.store.writing.tie_creation import NewTie, insert_ties, read_ties, taken
from graph.store.writing.tie_ends import with_ends_of_today
from graph.store.writing.tie_states import rewritten_tie, tie_of
from graph.store.writing.tie_update import rewrite_ties
from graph.store.writing.trace import Trace


async def upsert_ties(transaction: Transaction, trace: Trace, rows: Sequence[ImportedTie]) -> Counts:
    """Create what is not there, change what is different; a tie is found by its key, else by its id.

    Of several rows for one tie the first counts. Raises EndNotFound, TieNotAllowed, CycleRefused, InvalidValue, and
    AlreadyExists when an id stands for a tie between other ends.
    """
    fields = await with_ends_of_today(transaction, [row.fields for row in rows])
    of_kind: dict[TieKind, dict[str, ImportedTie]] = {}
    for row, own in zip(rows, fields, strict=True):
        of_kind.setdefault(own.kind, {}).setdefault(own.key, replace(row, fields=own))
    counts = Counts()
    for kind, by_key in of_kind.items():
        counts += await _upsert_kind(transaction, trace, kind, by_key)
    return replace(counts, unchanged=len(rows) - counts.created - counts.changed)


async def _upsert_kind(
    transaction: Transaction, trace: Trace, kind: TieKind, rows: Mapping[str, ImportedTie]
) -> Counts:
    known = await read_ties(transaction, kind, "key", rows.keys())
    by_id = await read_ties(transaction, kind, "id", [row.id for key, row in rows.items() if key not in known])
    there = {key: known.get(key) or by_id.get(row.id) for key, row in rows.items()}
    different = {tie.id: rows[key] for key, tie in there.items() if tie is not None and _says_more(rows[key], tie)}
    changed = await _change(transaction, trace, kind, different)
    new = [
        NewTie(check_id(row.id), row.fields, origin=origin_of(row)) for key, row in rows.items() if there[key] is None
    ]
    if new:
        await insert_ties(transaction, trace, kind, new)
    return Counts(len(new), changed)


def _says_more(row: ImportedTie, tie: Tie) -> bool:
    if (row.fields.from_node, row.fields.to_node) != (tie.from_node, tie.to_node):
        raise taken(tie.kind)
    return says_more(row.fields, properties_of(tie))


async def _change(transaction: Transaction, trace: Trace, kind: TieKind, rows: Mapping[str, ImportedTie]) -> int:
    stored = await lock_ties(transaction, trace, kind, list(rows)) if rows else {}
    pairs = []
    for id, one in stored.items():
        told = {name: value for name, value in stated(rows[id].fields).items() if name not in SHAPE}
        pairs.append((one, rewritten_tie(tie_of(kind, one), told)))
    if pairs:
        await rewrite_ties(transaction, trace, kind, pairs)
    return len(pairs)
