"""The version of the graph for each audience: it changes with every write that the audience could notice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from graph.model.viewer import Tier
from graph.store.database import Database

COUNT: Final = "MATCH (change:Change) RETURN count(change) AS changes"
VERSIONS: Final = """
MATCH (change:Change)
RETURN change.audience AS audience, count(change) AS changes, max(change.id) AS newest"""


async def versions(database: Database) -> dict[Tier, str]:
    """For each tier the newest Change that it could notice, with the count of these: "id:count".

    The count tells of a Change whose id was made before, but whose commit came after, that of the newest.
    """
    rows = await database.rows(VERSIONS)
    found: dict[Tier, str] = {}
    for tier in Tier:
        noticed = [row for row in rows if row["audience"] <= tier]
        newest = max((row["newest"] for row in noticed), default="")
        found[tier] = f"{newest}:{sum(row['changes'] for row in noticed)}"
    return found


@dataclass(slots=True)
class VersionReader:
    """Goes through the Changes only when there is another one: servers know how many there are, and Changes stay."""

    database: Database
    _changes: int = -1
    _known: Mapping[Tier, str] = field(default_factory=dict)

    async def versions(self) -> Mapping[Tier, str]:
        """See `versions`. Raises StoreUnavailable."""
        changes = (await self.database.rows(COUNT))[0]["changes"]
        if changes != self._changes:
            self._known = await versions(self.database)
            self._changes = changes
        return self._known
