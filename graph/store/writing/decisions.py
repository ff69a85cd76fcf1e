"""Recording consents within a transaction."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from graph.model.consents import Consent, in_force
from graph.model.ids import new_id
from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.time import now
from graph.store.database import Transaction
from graph.store.writing.audience import audience_of_node
from graph.store.writing.node_update import lock_all
from graph.store.writing.trace import Trace

READ: Final = """
UNWIND $ids AS id MATCH (person:Person {id: id})-[:GAVE]->(consent:Consent)
RETURN id, {id: consent.id, purpose: consent.purpose, given: consent.given, at: consent.at, source: consent.source,
            text_version: consent.text_version} AS consent"""
APPEND: Final = """
UNWIND $rows AS row MATCH (person:Person {id: row.person})
CREATE (person)-[:GAVE]->(consent:Consent) SET consent = row.consent"""
REFRESH: Final = "UNWIND $rows AS row MATCH (person:Person {id: row.id}) SET person.consents = row.consents"


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
    """Append what is not recorded yet, and return for each person the purposes now in force. Raises NotFound."""
    people = list(dict.fromkeys(person for person, _ in rows))
    stored = await lock_all(transaction, trace, NodeKind.PERSON, people)
    today = {given: before["id"] for given, before in zip(people, stored, strict=True)}
    before = await read_consents(transaction, list(today.values()))
    new = unrecorded([(today[person], decision) for person, decision in rows], before)
    after = {id: [*before.get(id, []), *new.get(id, [])] for id in today.values()}
    if new:
        await _append(transaction, new, after)
    for person in stored:
        if person["id"] in new:
            now_stored = person | {"consents": [*in_force(after[person["id"]])]}
            states = (audience_of_node(NodeKind.PERSON, state) for state in (person, now_stored))
            trace.note(person["id"], *states)
            trace.fields.update(consent.purpose for consent in new[person["id"]])
    return {given: in_force(after[id]) for given, id in today.items()}


async def read_consents(transaction: Transaction, people: Collection[str]) -> Recorded:
    """All that these people have decided."""
    found: Recorded = {}
    for row in await transaction.rows(READ, ids=list(people)):
        found.setdefault(row["id"], []).append(Consent.model_validate(row["consent"]))
    return found


def unrecorded(rows: Sequence[Row], recorded: Mapping[str, Sequence[Consent]]) -> Recorded:
    """The decisions that are not recorded yet, each once, as records to append."""
    known = {(person, *_said(consent)) for person, consents in recorded.items() for consent in consents}
    new: Recorded = {}
    for person, decision in rows:
        if (said := (person, *_said(decision))) not in known:
            known.add(said)
            new.setdefault(person, []).append(Consent(id=new_id(), **decision.model_dump()))
    return new


def _said(one: Decision | Consent) -> tuple[str, bool, datetime, str, str | None]:
    return one.purpose, one.given, one.at, one.source, one.text_version


async def _append(transaction: Transaction, new: Recorded, after: Recorded) -> None:
    rows = [{"person": id, "consent": consent.model_dump()} for id, consents in new.items() for consent in consents]
    await transaction.rows(APPEND, rows=rows)
    refreshed = [{"id": id, "consents": sorted(in_force(after[id]))} for id in new]
    await transaction.rows(REFRESH, rows=refreshed)
