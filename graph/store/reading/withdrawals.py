"""Writes after which somebody must not be seen any more where they could be before."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from graph.model.kinds import ChangeKind, ConsentPurpose
from graph.model.viewer import Tier
from graph.store.database import Database

FIELDS: Final = ("visibility", "status", ConsentPurpose.PUBLICATION.value)
"""What decides, beside being there at all, which tiers a node exists in."""

SINCE: Final = """
MATCH (change:Change) WHERE change.id >= $first
  AND (change.kind = $deleted OR any(field IN change.fields WHERE field IN $fields))
RETURN change.id AS id, change.audience AS audience"""


async def withdrawals(database: Database, after: datetime) -> Mapping[str, Tier]:
    """The ids of the changes since `after` that may have taken somebody out of a tier, each with the widest tier that
    could notice. Those that gave somebody to a tier are among them. Raises StoreUnavailable.

    Found by id, which begins with its time: on the embedded server the index over `at` also holds what was deleted.
    """
    deleted = ChangeKind.DELETED.value
    rows = await database.rows(SINCE, first=first_id(after), deleted=deleted, fields=list(FIELDS))
    return {row["id"]: Tier(row["audience"]) for row in rows}


def first_id(at: datetime) -> str:
    """What no UUIDv7 made at that time or later is less than (RFC 9562: 48 bits of milliseconds, in 12 digits)."""
    digits = f"{int(at.timestamp() * 1000):012x}"
    return f"{digits[:8]}-{digits[8:]}"
