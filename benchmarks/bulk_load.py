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
from dataclasses import dataclass, replace
from itertools import islice
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
SIZE: Final = 1_000
WANTED: Final = 20
STORED_ANEW: Final = {"id", "created_at", "updated_at", "from_node", "to_node"}


@dataclass(frozen=True, slots=True)
class Rows:
    """The same people and ties as in every round, under ids of their own."""

    nodes: list[tuple[str, NodeFields]]
    ties: list[tuple[str, TieFields]]


@dataclass(frozen=True, slots=True)
class BulkLoad:
    """Both ways of writing, on one database. `rows` are made beforehand: making them is not what is measured."""

    database: Database
    runner: Runner
    rows: Iterator[Rows]

    def in_bulk(self) -> Rows:
        """Write the next rows, 5,000 a transaction."""
        rows = next(self.rows)
        self.runner.run(self._in_bulk(rows))
        return rows

    def one_by_one(self) -> Rows:
        """Write the next rows, each in a transaction of its own."""
        rows = next(self.rows)
        self.runner.run(self._one_by_one(rows))
        return rows

    def same(self, ours: Rows, theirs: Rows) -> bool:
        """Whether both have stored the same, but for ids and times."""
        return self.runner.run(self._stored(ours)) == self.runner.run(self._stored(theirs))

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


def rows_of(round_: int, size: int) -> Rows:
    """`size` people and `size` ties between them under the ids of one round."""
    source = Source(f"round {round_}")
    nodes = [(source.id(row.id), _unpublished(row.fields)) for row in islice(people(PLAN), size)]
    known = set(PLAN.person_ids[:size])
    among = (tie for tie in collaborations(PLAN) if {tie.from_node.id, tie.to_node.id} <= known)
    return Rows(nodes, [(source.id(tie.key), _moved(tie, source)) for tie in islice(among, size)])


def _unpublished(fields: NodeFields) -> NodeFields:
    """PUBLIC would need a consent that is not what is measured here."""
    return fields.model_copy(update={"visibility": Visibility.NETWORK})


def _moved(tie: TieFields, source: Source) -> TieFields:
    given = {name: getattr(tie, name) for name in tie.model_fields_set}
    ends = {name: replace(given[name], id=source.id(given[name].id)) for name in ("from_node", "to_node")}
    return TieFields.model_validate(given | ends)


@contextmanager
def bulk_load(address: ServerAddress, size: int, rounds: int) -> Iterator[BulkLoad]:
    """The benchmark on a server, with the topics that the ties name and rows for so many rounds."""
    rows = [rows_of(round_, size) for round_ in range(2 * rounds + 3)]  # besides the rounds: a first call, a comparison
    with Runner() as runner:
        database = runner.run(Database.connect(address))
        try:
            runner.run(migrate(database))
            runner.run(load_base(database, (), silent))
            yield BulkLoad(database, runner, iter(rows))
        finally:
            runner.run(database.close())


def measured(address: ServerAddress, size: int = SIZE, rounds: int = 3) -> Ratio:
    """How many times quicker bulk is. Raises DifferentAnswers."""
    with bulk_load(address, size, rounds) as load:
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
    size = f"{SIZE:,} people, {SIZE:,} ties, seed {PLAN.seed}"
    print(f"bulk load · {size} · {result} · wall time, embedded server, {os.cpu_count()} CPUs · wanted: {WANTED}×")


if __name__ == "__main__":
    main()
