"""What answers need of the store, from a database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from graph.model.columns import GraphColumns
from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.viewer import Tier, Viewer
from graph.store.database import Database
from graph.store.reading import ConsentReader, NodeReader, VersionReader, load_columns
from graph.store.reading.withdrawals import withdrawals


@dataclass(frozen=True, slots=True)
class StoreSource:
    """A Source over a database. One for the whole process: it remembers versions and consents while they hold."""

    database: Database
    version_reader: VersionReader
    consent_reader: ConsentReader

    @classmethod
    def over(cls, database: Database) -> Self:
        """The source of a database."""
        return cls(database, VersionReader(database), ConsentReader(database))

    async def versions(self) -> Mapping[Tier, str]:
        """See Source."""
        return await self.version_reader.versions()

    async def withdrawals(self, after: datetime) -> Mapping[str, Tier]:
        """See Source."""
        return await withdrawals(self.database, after)

    async def columns(self) -> GraphColumns:
        """See Source."""
        return await load_columns(self.database)

    async def in_force(self, purpose: ConsentPurpose) -> frozenset[str]:
        """See Source."""
        return await self.consent_reader.in_force(purpose)

    async def resolved(self, viewer: Viewer, kind: NodeKind, ids: Sequence[str]) -> list[str | None]:
        """See Source. One statement."""
        nodes = await NodeReader(self.database, viewer).by_ids(kind, ids)
        return [None if node is None else node.id for node in nodes]
