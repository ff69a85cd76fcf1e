"""Recording consents within a transaction."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from graph.model.consents import Consent, in_force
from graph.model.ids import new_id
from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.time import now
from graph.store.database import Transaction
from graph.store.records import Properties
from graph.store.writing.aliases import current_ids
from graph.store.writing.audience import audience_of_node
from graph.store.writing.node_update import lock_all
from graph.store.writing.settling import Unsettled
from graph.store.writing.trace import Trace

READ: Final = """
UNWIND $ids AS id MATCH (person:Person {id: id})-[:GAVE]->(consent:Consent)
RETURN id, {id: consent.id, purpose: consent.purpose, given: consent.given, at: consent.at, source: consent.source,
            text_version: consent.text_version} AS consent"""
APPEND: Final = """
UNWIND $rows AS row MATCH (person:Person {id: row.id})
SET person.consents = row.in_force, person.consent_count = row.count
WITH person, row UNWIND row.new AS new
CREATE (person)-[:GAVE]->(consent:Consent) SET consent = new"""


class Decision(BaseModel):
    """What a person has decided about one purpose; `source` says how we know, `given=False` refuses or withdraws."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    purpose: ConsentPurpose
    given: bool
    source: Annotated[str, Field(min_length=1, max_length=200)]
    at: AwareDatetime = Field(default_factory=now)
    text_version: Annotated[str, Field(max_length=50)] | None = None


Recorded = dict[str, list[Consent]]
Row = tuple[str, Decision]


async def record_decisions(
    transaction: Transaction, trace: Trace, rows: Sequence[Row]
) -> dict[str, frozenset[ConsentPurpose]]:
    """Append what is not recorded yet; return the purposes now in force, by person as given.

    Raises NotFound, Unsettled.
    """
    people = list(dict.fromkeys(person for person, _ in rows))
    stored = await lock_all(transaction, trace, NodeKind.PERSON, people)
    today = {given: person["id"] for given, person in zip(people, stored, strict=True)}
    recorded = await _all_of(transaction, stored)
    new: Recorded = {}
    for person, decision in unrecorded([(today[person], decision) for person, decision in rows], recorded):
        new.setdefault(person, []).append(Consent(id=new_id(), **decision.model_dump()))
    after = {id: [*recorded.get(id, []), *new.get(id, [])] for id in today.values()}
    for before in stored:
        if before["id"] in new:
            _note(trace, before, new[before["id"]], after[before["id"]])
    await _append(transaction, new, after)
    return {given: in_force(after[id]) for given, id in today.items()}


async def not_recorded(transaction: Transaction, rows: Sequence[Row]) -> list[Row]:
    """The rows that are not recorded yet, under the people's ids of today. Nobody is locked for that."""
    today = await current_ids(transaction, NodeKind.PERSON, (person for person, _ in rows))
    recorded = await read_consents(transaction, today.values())
    return unrecorded([(today[person], decision) for person, decision in rows], recorded)


async def read_consents(transaction: Transaction, people: Iterable[str]) -> Recorded:
    """All that these people have decided."""
    found: Recorded = {}
    for row in await transaction.rows(READ, ids=sorted(set(people))):
        found.setdefault(row["id"], []).append(Consent.model_validate(row["consent"]))
    return found


def unrecorded(rows: Sequence[Row], recorded: Recorded) -> list[Row]:
    """The rows that are not recorded yet, each once."""
    known = {(person, _said(consent)) for person, consents in recorded.items() for consent in consents}
    new = {(person, _said(decision)): (person, decision) for person, decision in rows}
    return [row for said, row in new.items() if said not in known]


def _said(one: Decision | Consent) -> tuple[str, bool, datetime, str, str | None]:
    return one.purpose, one.given, one.at, one.source, one.text_version


async def _all_of(transaction: Transaction, people: Sequence[Properties]) -> Recorded:
    """All decisions of locked people. Raises Unsettled when some are still to be seen (see `settling`)."""
    recorded = await read_consents(transaction, (person["id"] for person in people))
    if any(person.get("consent_count", 0) != len(recorded.get(person["id"], [])) for person in people):
        raise Unsettled
    return recorded


def _note(trace: Trace, before: Properties, new: Sequence[Consent], after: Sequence[Consent]) -> None:
    states = (before, before | {"consents": in_force(after)})
    trace.note(before["id"], *(audience_of_node(NodeKind.PERSON, state) for state in states))
    trace.fields.update(consent.purpose for consent in new)


async def _append(transaction: Transaction, new: Recorded, after: Recorded) -> None:
    rows = [
        {
            "id": id,
            "in_force": sorted(in_force(after[id])),
            "count": len(after[id]),
            "new": [consent.model_dump() for consent in consents],
        }
        for id, consents in new.items()
    ]
    if rows:
        await transaction.rows(APPEND, rows=rows)
