"""From generated rows to the store: in batches, so that little is held, and the same when done twice."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice
from typing import Final, TypeVar

from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import TieFields
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.writing import Counts, Decision, ImportedNode, ImportedTie, Importer
from graph.store.writing.aliases import Alias
from seeds.rows import SeedConsent, SeedNode, Source

T = TypeVar("T")
OnRows = Callable[[str, int], None]
"""Is told what kind of rows, and how many more of them, have been taken care of."""

BATCH: Final = 5_000  # the importer's own, so that each batch is one transaction
CONSENT_TEXT: Final = "2026-1"


def silent(what: str, rows: int) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class SeedReport:
    """What a seed has done, by kind of node and tie; consents and former ids are never changed, only added."""

    counts: dict[str, Counts] = field(default_factory=dict)

    def add(self, what: str, counts: Counts) -> None:
        """Note what became of some rows."""
        self.counts[what] = self.counts.get(what, Counts()) + counts

    @property
    def total(self) -> Counts:
        """What became of all rows."""
        return sum(self.counts.values(), Counts())


@dataclass(frozen=True, slots=True)
class Loader:
    """Writes rows and keeps count. Every method raises what the importer raises, above all StoreUnavailable."""

    importer: Importer
    source: Source
    on_rows: OnRows = silent
    report: SeedReport = field(default_factory=SeedReport)

    @classmethod
    def of(cls, database: Database, source: Source, on_rows: OnRows, report: SeedReport | None = None) -> "Loader":
        """A loader on behalf of the command line. With a `report` it goes on counting there."""
        return cls(Importer(database, system("seed")), source, on_rows, report or SeedReport())

    async def nodes(self, rows: Iterable[SeedNode]) -> None:
        """Write nodes of any kinds; those of one kind stand together."""
        for kind, of_kind in groupby(rows, key=lambda row: row.fields.kind_of_node):
            for batch in batches(of_kind):
                await self._nodes(kind, batch)

    async def _nodes(self, kind: NodeKind, batch: Sequence[SeedNode]) -> None:
        rows = [ImportedNode(row.id, row.fields, row.source.name, row.key) for row in batch]
        self._done(kind, await self.importer.upsert_nodes(kind, rows), len(batch))

    async def ties(self, rows: Iterable[TieFields]) -> None:
        """Write ties of any kinds, each kind in its order; the ends are there."""
        waiting: dict[TieKind, list[TieFields]] = {}
        for row in rows:
            of_kind = waiting.setdefault(row.kind, [])
            of_kind.append(row)
            if len(of_kind) == BATCH:
                await self._ties(row.kind, waiting.pop(row.kind))
        for kind, of_kind in waiting.items():
            await self._ties(kind, of_kind)

    async def _ties(self, kind: TieKind, batch: Sequence[TieFields]) -> None:
        keys = [row.key for row in batch]
        rows = [
            ImportedTie(self.source.id(key), row, self.source.name, key) for key, row in zip(keys, batch, strict=True)
        ]
        self._done(kind, await self.importer.upsert_ties(rows), len(batch))

    async def consents(self, rows: Iterable[SeedConsent]) -> None:
        """Record decisions of people who are there."""
        for batch in batches(rows):
            decisions = [(row.person, self._decision(row)) for row in batch]
            new = await self.importer.record_consents(decisions)
            self._done("Consent", Counts(created=new, unchanged=len(batch) - new), len(batch))

    def _decision(self, row: SeedConsent) -> Decision:
        source = self.source.name
        return Decision(purpose=row.purpose, given=row.given, at=row.at, source=source, text_version=CONSENT_TEXT)

    async def aliases(self, rows: Iterable[Alias]) -> None:
        """Let former ids lead to nodes that are there."""
        for batch in batches(rows):
            new = await self.importer.add_aliases(batch)
            self._done("Alias", Counts(created=new, unchanged=len(batch) - new), len(batch))

    def _done(self, what: str, counts: Counts, rows: int) -> None:
        self.report.add(what, counts)
        self.on_rows(what, rows)


def batches(rows: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """`rows` in lists of `size`, the last one shorter."""
    rest = iter(rows)
    while batch := list(islice(rest, size)):
        yield batch
