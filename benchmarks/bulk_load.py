"""How many times quicker rows are written in bulk than one by one: `python -m benchmarks.bulk_load`.

The rows are people and collaborations of the national network, under new ids in each round. Bulk is `create_many`, one
by one is `create`; both check, lock and leave their Changes. The time is that of the wall, since most of the work is
the server's.
"""

import os
import time
from asyncio import Runner
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.ratio import Ratio, ratio
from graph.model.kinds import NodeKind, TieKind, Visibility
from graph.model.nodes import NodeFields
from graph.model.ties import TieFields
from graph.model.viewer import system
from graph.store.address import ServerAddress
from graph.store.database import Database
from graph.store.embedded import EmbeddedServer
from graph.store.migrations import migrate
from graph.store.reading import NodeReader, TieReader
from graph.store.writing import NodeWriter, TieWriter
from seeds.loading import silent
from seeds.national.collaboration import collaborations
from seeds.national.people import people
from seeds.national.plan import Plan
from seeds.reference_load import load_base
from seeds.rows import Source

PLAN: Final = Plan(1_000)
VIEWER: Final = system("benchmark")
WANTED: Final = 20.0
STORED_ANEW: Final = {"id", "created_at", "updated_at", "from_node", "to_node"}


@dataclass(frozen=True, slots=True)
class Rows:
    """The same people and ties as in every round, under ids of their own."""

    nodes: list[tuple[str, NodeFields]]
    ties: list[tuple[str, TieFields]]


@dataclass(slots=True)
class BulkLoad:
    """Both ways of writing, on one database."""

    database: Database
    runner: Runner
    size: int = 1_000
    rounds: Iterator[int] = field(default_factory=count)

    def in_bulk(self) -> Rows:
        """Write the next rows 5,000 at a time."""
        rows = self._next()
        self.runner.run(self._in_bulk(rows))
        return rows

    def one_by_one(self) -> Rows:
        """Write the next rows each in a transaction of its own."""
        rows = self._next()
        self.runner.run(self._one_by_one(rows))
        return rows

    def same(self, ours: Rows, theirs: Rows) -> bool:
        """Whether both have stored the same, but for ids and times."""
        return self.runner.run(self._stored(ours)) == self.runner.run(self._stored(theirs))

    def _next(self) -> Rows:
        source = Source(f"round {next(self.rounds)}")
        ids = {id: source.id(id) for id in PLAN.person_ids}
        nodes = [(ids[row.id], _unpublished(row.fields)) for row in islice(people(PLAN), self.size)]
        known = {id for id, _ in nodes}
        moved = (_moved(tie, ids) for tie in collaborations(PLAN))
        ties = [(source.id(tie.key), tie) for tie in moved if {tie.from_node.id, tie.to_node.id} <= known]
        return Rows(nodes, ties[: self.size])

    async def _in_bulk(self, rows: Rows) -> None:
        await NodeWriter(self.database, VIEWER).create_many(NodeKind.PERSON, rows.nodes)
        await TieWriter(self.database, VIEWER).create_many(rows.ties)

    async def _one_by_one(self, rows: Rows) -> None:
        for id, fields in rows.nodes:
            await NodeWriter(self.database, VIEWER).create(fields, id=id)
        for id, tie in rows.ties:
            await TieWriter(self.database, VIEWER).create(tie, id=id)

    async def _stored(self, rows: Rows) -> list[object]:
        nodes = await NodeReader(self.database, VIEWER).by_ids(NodeKind.PERSON, [id for id, _ in rows.nodes])
        kind = TieKind.COLLABORATES_WITH
        ties = await TieReader(self.database, VIEWER).by_ids([(kind, id) for id, _ in rows.ties])
        return [one and one.model_dump(exclude=STORED_ANEW) for one in (*nodes, *ties)]


def _unpublished(fields: NodeFields) -> NodeFields:
    """PUBLIC would need a consent that is not what is measured here."""
    return fields.model_copy(update={"visibility": Visibility.NETWORK})


def _moved(tie: TieFields, ids: dict[str, str]) -> TieFields:
    ends = {
        name: type(end)(end.kind, ids[end.id]) for name, end in (("from_node", tie.from_node), ("to_node", tie.to_node))
    }
    return TieFields.model_validate({name: getattr(tie, name) for name in tie.model_fields_set} | ends)


@contextmanager
def bulk_load(address: ServerAddress, size: int = 1_000) -> Iterator[BulkLoad]:
    """The benchmark on a server, with the topics that the ties name."""
    with Runner() as runner:
        database = runner.run(Database.connect(address))
        try:
            runner.run(migrate(database))
            runner.run(load_base(database, (), silent))
            yield BulkLoad(database, runner, size)
        finally:
            runner.run(database.close())


def measured(address: ServerAddress, rounds: int = 3) -> Ratio:
    """How many times quicker bulk is. Raises DifferentAnswers."""
    with bulk_load(address) as load:
        return ratio(load.in_bulk, load.one_by_one, load.same, rounds, time.perf_counter)


def main() -> None:
    """Measure on an embedded server of its own, and print one line."""
    with Runner() as runner, TemporaryDirectory() as folder:
        server = EmbeddedServer(Path(folder) / "data")
        runner.run(server.__aenter__())
        try:
            result = measured(server.address)
        finally:
            runner.run(server.__aexit__(None, None, None))
    size = f"1,000 people, 1,000 ties, seed {PLAN.seed}"
    print(f"bulk load · {size} · {result} · wall time, embedded server, {os.cpu_count()} CPUs · wanted: {WANTED:.0f}×")


if __name__ == "__main__":
    main()
