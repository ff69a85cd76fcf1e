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
    new: list[NewTie] = []
    different: dict[TieKind, dict[str, ImportedTie]] = {}
    for kind, by_key in of_kind.items():
        there = await _there(transaction, kind, by_key)
        different[kind] = {tie.id: by_key[key] for key, tie in there.items() if _says_more(by_key[key], tie)}
        missing = [row for key, row in by_key.items() if key not in there]
        new += [NewTie(check_id(row.id), row.fields, origin=origin_of(row)) for row in missing]
    await insert_ties(transaction, trace, new)
    changed = sum([await _change(transaction, trace, kind, ties) for kind, ties in different.items()])
    return Counts(len(new), changed, len(rows) - len(new) - changed)


async def _there(transaction: Transaction, kind: TieKind, rows: Mapping[str, ImportedTie]) -> dict[str, Tie]:
    """The ties that are there already, by the key that their row has."""
    known = await read_ties(transaction, kind, "key", rows.keys())
    key_of = {row.id: key for key, row in rows.items() if key not in known}
    by_id = await read_ties(transaction, kind, "id", key_of.keys())
    return known | {key_of[id]: tie for id, tie in by_id.items()}


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
