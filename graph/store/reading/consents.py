"""Who agrees to what at this moment, quickly enough to be asked for every answer."""

import asyncio
from dataclasses import dataclass, field
from typing import Final

from graph.model.kinds import ConsentPurpose
from graph.store.database import Database

NEWEST: Final = """
CALL () { MATCH (consent:Consent) RETURN count(consent) AS records }
CALL () { MATCH (consent:Consent) WHERE consent.id >= $newest RETURN max(consent.id) AS newest }
RETURN records, newest"""
IN_FORCE: Final = "MATCH (person:Person) WHERE $purpose IN person.consents RETURN collect(person.id) AS people"

Version = tuple[int, str | None]


@dataclass(slots=True)
class ConsentReader:
    """One for the whole process. What it knows is kept under the newest consent and the count of all.

    The count tells of a consent whose id was made before, but whose commit came after, that of the newest.
    """

    database: Database
    _known: dict[ConsentPurpose, frozenset[str]] = field(default_factory=dict)
    _version: Version = (0, None)
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def in_force(self, purpose: ConsentPurpose) -> frozenset[str]:
        """The ids of the people who agree to `purpose` now; a withdrawal counts from the next call on.

        Raises StoreUnavailable: without knowing, nobody has agreed to anything.
        """
        async with self._turn:
            version = await self._newest()
            if version != self._version:
                self._known, self._version = {}, version
            if purpose not in self._known:
                rows = await self.database.rows(IN_FORCE, purpose=purpose)
                self._known[purpose] = frozenset(rows[0]["people"])
            return self._known[purpose]

    async def _newest(self) -> Version:
        """The version, read before what is kept under it: what comes between the two shows at the next look."""
        row = (await self.database.rows(NEWEST, newest=self._version[1] or ""))[0]
        return row["records"], row["newest"]
