"""The writing: batch by batch, each a transaction, the same when done twice; nodes before the ties that need them."""

from typing import Final, TypeVar

from graph.exchange.importing.consents import record_consents
from graph.exchange.importing.nodes import StatedNode, node_rows
from graph.exchange.importing.report import FileReport, Step
from graph.exchange.importing.run import Run
from graph.exchange.importing.ties import StatedTie, tie_rows
from graph.exchange.reading.table import Row, Table
from graph.model.errors import Conflict
from graph.model.kinds import NodeKind, TieKind
from graph.store.writing import Counts, ImportedNode, ImportedTie, Importer

T = TypeVar("T", StatedNode, StatedTie)

BATCH: Final = 5_000


async def write_nodes(run: Run, table: Table, kind: NodeKind, importer: Importer) -> None:
    """Write the good rows of a file of nodes, and of people their consents. Raises Conflict, StoreUnavailable."""
    report = run.afresh(table)
    for rows in run.good_rows(table, BATCH):
        read = await node_rows(table, rows, kind, run.lookup, run.options)
        keyed = [(row, key, _expected(table, row, outcome, StatedNode)) for row, key, outcome in read]
        nodes = [ImportedNode(node.id, node.fields, run.options.source, key) for _, key, node in keyed]
        _add(report, await importer.upsert_nodes(kind, nodes))
        if kind is NodeKind.PERSON:
            run.consents += await record_consents(importer, run.options, [node.id for node in nodes])
        _tell(run, table, report)


async def write_ties(run: Run, table: Table, kind: TieKind, importer: Importer) -> None:
    """Write the good rows of a file of ties. Raises Conflict, StoreUnavailable."""
    report = run.afresh(table)
    for rows in run.good_rows(table, BATCH):
        read = await tie_rows(table, rows, kind, run.keys, run.lookup)
        ties = [_expected(table, row, outcome, StatedTie) for row, outcome in read]
        stated = [ImportedTie(tie.id, tie.fields, run.options.source, tie.key) for tie in ties]
        _add(report, await importer.upsert_ties(stated))
        _tell(run, table, report)


def _expected(table: Table, row: Row, outcome: object, stated: type[T]) -> T:
    """What the row states. Raises Conflict when it was right at the check and is no longer: the graph moved on."""
    if isinstance(outcome, stated):
        return outcome
    template = (
        "The graph was changed during the import, so line {line} of {file} no longer fits. What was written before "
        "stays. Run the same command again."
    )
    raise Conflict(template, line=row.line, file=table.name)


def _add(report: FileReport, counts: Counts) -> None:
    report.created += counts.created
    report.changed += counts.changed
    report.unchanged += counts.unchanged


def _tell(run: Run, table: Table, report: FileReport) -> None:
    run.on_step(Step(True, table.name, report.created + report.changed + report.unchanged, run.to_write(table)))
