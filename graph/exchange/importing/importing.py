"""Files into the graph: all are checked first, then all rows are written or none; twice is the same as once."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from graph.exchange.importing.check_nodes import check_nodes
from graph.exchange.importing.check_ties import check_ties
from graph.exchange.importing.keys import Keys
from graph.exchange.importing.lookup import Lookup
from graph.exchange.importing.options import ImportOptions
from graph.exchange.importing.report import ImportReport, OnStep, ignore
from graph.exchange.importing.run import Run
from graph.exchange.importing.wanted import look_up
from graph.exchange.importing.write import write_nodes, write_ties
from graph.exchange.reading.layout import found_files
from graph.exchange.reading.table import Table, open_table
from graph.model.errors import FileUnreadable
from graph.model.kinds import NodeKind, TieKind
from graph.model.permissions import Permission
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.writing import Importer


async def import_files(
    database: Database, viewer: Viewer, path: Path, options: ImportOptions, on_step: OnStep = ignore
) -> ImportReport:
    """Check the tables at `path`, a folder or one file, and write them unless something is wrong.

    What is wrong with the files stands in the report, not in an error. With `skip_bad_rows` all other rows are written,
    but nothing when a file cannot be read to its end. Safe to repeat whenever it was interrupted. Raises Forbidden
    without Permission.EDIT, StoreUnavailable, and Conflict when others change the same nodes at the same time.
    """
    viewer.require(Permission.EDIT)
    run = Run(options, Lookup(database, viewer), on_step, Keys(options.source))
    with ExitStack() as opened:
        tables = _open(run, path, opened)
        await _check(run, tables)
        written = not options.dry_run and not run.refused
        if written:
            await _write(run, tables, Importer(database, viewer))
        return run.result(written=written)


def _open(run: Run, path: Path, opened: ExitStack) -> list[Table]:
    found, refused = found_files(path)
    for name, error in refused:
        run.problems.refuse_file(name, error)
    if not found and not refused:
        template = "There is no table to import here. Its files have names like people.csv or member_of.csv."
        run.problems.refuse_file(path.name, FileUnreadable(template))
    tables = []
    for file in found:
        table = open_table(file, run.problems)
        if table is not None:
            tables.append(table)
            opened.callback(table.close)
        elif isinstance(file.content, NodeKind):
            run.keys.unread.add(file.content)
    return tables


async def _check(run: Run, tables: Iterable[Table]) -> None:
    of_ties: dict[TieKind, Table] = {}
    for table in tables:
        if isinstance(table.content, NodeKind):
            await check_nodes(run, table, table.content)
        else:
            of_ties[table.content] = table
    await look_up(run, of_ties)
    for kind, table in of_ties.items():
        await check_ties(run, table, kind)


async def _write(run: Run, tables: Iterable[Table], importer: Importer) -> None:
    for table in tables:
        if isinstance(table.content, NodeKind):
            await write_nodes(run, table, table.content, importer)
        else:
            await write_ties(run, table, table.content, importer)
