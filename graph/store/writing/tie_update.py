"""Changing and deleting ties within a transaction."""

from collections.abc import Sequence
from functools import cache

from graph.model.errors import NotFound
from graph.model.kinds import TieKind
from graph.model.ties import Tie, TieFields
from graph.store.database import Row, Transaction
from graph.store.records import properties_of
from graph.store.writing.audience import audience_of_tie
from graph.store.writing.cycles import lock_kinds
from graph.store.writing.locking import lock_ties
from graph.store.writing.node_deletion import Deletion
from graph.store.writing.node_update import Update
from graph.store.writing.stale import check_once, check_revision
from graph.store.writing.states import differences
from graph.store.writing.tie_ends import locked_ends
from graph.store.writing.tie_states import OWN, ends_of, own_of_tie, rewritten_tie, tie_of
from graph.store.writing.trace import Trace


@cache
def _set(kind: TieKind) -> str:
    return f"MATCH ()-[tie:{kind}]->() WHERE tie.id IN $ids SET tie += $properties[tie.id]"


@cache
def _delete(kind: TieKind) -> str:
    return f"MATCH ()-[tie:{kind}]->() WHERE tie.id IN $ids DELETE tie"


async def update_ties(transaction: Transaction, trace: Trace, kind: TieKind, rows: Sequence[Update]) -> list[Tie]:
    """Put the changes in and return what is now stored, in order. What changes nothing makes no new revision.

    Raises NotFound, StaleRevision, InvalidValue, InvalidFields, EndNotFound, and AlreadyExists when with its new role
    or since it would be another tie that is there.
    """
    stored = await _locked(transaction, trace, kind, [(row.id, row.revision) for row in rows])
    pairs = [(one, rewritten_tie(tie_of(kind, one), row.changes)) for one, row in zip(stored, rows, strict=True)]
    return await rewrite_ties(transaction, trace, kind, pairs)


async def rewrite_ties(
    transaction: Transaction, trace: Trace, kind: TieKind, pairs: Sequence[tuple[Row, TieFields]]
) -> list[Tie]:
    """Store new fields of locked ties and return what is now stored, in order."""
    await _check_topics(transaction, trace, pairs)
    ties, properties = [], {}
    for row, fields in pairs:
        before, wanted = row["tie"], properties_of(fields)
        was, is_now = differences(before, wanted, OWN)
        after = before
        if is_now:
            after = before | wanted | {"updated_at": trace.at, "revision": before["revision"] + 1}
            properties[before["id"]] = differences(before, after, after.keys())[1]
            trace.note(before["id"], audience_of_tie(kind, ends_of(row)))
            trace.keep(before["id"], after["revision"], was, is_now)
        ties.append(tie_of(kind, row | {"tie": after}))
    if properties:
        await transaction.rows(_set(kind), ids=list(properties), properties=properties)
    return ties


async def delete_ties(transaction: Transaction, trace: Trace, kind: TieKind, rows: Sequence[Deletion]) -> None:
    """Delete ties. Raises NotFound, StaleRevision."""
    for row in await _locked(transaction, trace, kind, rows):
        trace.note(row["tie"]["id"], audience_of_tie(kind, ends_of(row)))
        trace.keep(row["tie"]["id"], row["tie"]["revision"], own_of_tie(row | {"kind": kind}), None)
    await lock_kinds(transaction, trace, [kind])
    await transaction.rows(_delete(kind), ids=[id for id, _ in rows])


async def _locked(transaction: Transaction, trace: Trace, kind: TieKind, wanted: Sequence[Deletion]) -> list[Row]:
    check_once([id for id, _ in wanted])
    found = await lock_ties(transaction, trace, kind, [id for id, _ in wanted])
    if len(found) < len(wanted):
        raise NotFound
    for id, revision in wanted:
        await check_revision(transaction, tie_of(kind, found[id]), revision)
    return [found[id] for id, _ in wanted]


async def _check_topics(transaction: Transaction, trace: Trace, pairs: Sequence[tuple[Row, TieFields]]) -> None:
    """Lock the topics that a tie newly names. Raises EndNotFound."""
    naming = [fields for row, fields in pairs if set(fields.topics or ()) - set(row["tie"].get("topics") or ())]
    await locked_ends(transaction, trace, naming)
