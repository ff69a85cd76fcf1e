"""What a transaction has changed, gathered while it works and stored as its Change at its end."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from graph.model.changes import Change
from graph.model.ids import new_id
from graph.model.kinds import ChangeKind
from graph.model.time import now
from graph.model.viewer import Tier
from graph.store.database import Transaction

STORE: Final = """
CREATE (change:Change) SET change = $change
WITH change UNWIND $values AS value
CREATE (values:ChangeValues) SET values = value"""

Values = Mapping[str, Any]
Settled = Mapping[str, str | None]
"""The mark that whoever wrote last to a node had left on it when it was settled, by id."""


@dataclass(slots=True)
class Trace:
    """The Change in the making. `id` also marks what the transaction locks, `at` when it was written."""

    id: str
    settled: Settled = field(default_factory=dict)
    at: datetime = field(default_factory=now)
    subjects: list[str] = field(default_factory=list)
    fields: set[str] = field(default_factory=set)
    audience: Tier = Tier.ALL
    values: list[dict[str, Any]] = field(default_factory=list)

    def note(self, subject: str, *seen_by: Tier) -> None:
        """`subject` was written; `seen_by` are the audiences of its states before and after."""
        self.subjects.append(subject)
        self.audience = min(self.audience, *seen_by)

    def keep(self, subject: str, revision: int, before: Values | None, after: Values | None) -> None:
        """Keep what `subject` was and is, apart from the Change. `revision` is that of the later of the two.

        Of an update only the fields that differ are given; None: there was, or is, no such thing.
        """
        self.fields.update(before.keys() | after.keys() if before and after else ())
        self.values.append(
            {
                "id": new_id(),
                "change": self.id,
                "subject": subject,
                "revision": revision,
                "before": _text(before),
                "after": _text(after),
            }
        )

    async def store(self, transaction: Transaction, kind: ChangeKind, actor: str, reason: str | None) -> None:
        """Leave the Change, unless nothing was changed."""
        if not self.subjects:
            return
        change = Change(
            id=self.id,
            at=self.at,
            actor=actor,
            reason=reason,
            kind=kind,
            subjects=tuple(self.subjects),
            fields=tuple(sorted(self.fields)),
            audience=self.audience,
        )
        stored = change.model_dump() | {"subjects": self.subjects, "fields": sorted(self.fields), "kind": kind.value}
        await transaction.rows(STORE, change=stored | {"audience": int(self.audience)}, values=self.values)


def _text(values: Values | None) -> str | None:
    return None if values is None else json.dumps(values, ensure_ascii=False, default=_iso)


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)
