"""The check of files of nodes: every row by itself, its key beside those of the other rows, and what may be public."""

from collections.abc import Collection

from graph.exchange.importing.nodes import NodeRow, StatedNode, node_rows, stored_fields
from graph.exchange.importing.report import Effect
from graph.exchange.importing.run import Run
from graph.exchange.problems import Refusal
from graph.exchange.reading.columns import key_column
from graph.exchange.reading.table import Table
from graph.model.errors import InvalidValue
from graph.model.kinds import ConsentPurpose, NodeKind, Visibility
from graph.model.nodes import PersonFields


async def check_nodes(run: Run, table: Table, kind: NodeKind) -> None:
    """Note what is wrong in a file of nodes, its keys, and how many of its nodes are new, changed or as before."""
    report = run.report(table)
    publishable = await _publishable(run, kind)
    for rows in run.checked_rows(table):
        for read in await node_rows(table, rows, kind, run.lookup, run.options):
            refusal = _refusal(run, kind, read, publishable)
            if refusal:
                table.refuse(run.problems, read.row, refusal)
            _claim(run, kind, read, refused=bool(refusal))
            if isinstance(read.outcome, StatedNode) and not refusal:
                report.count(_effect(read.outcome))


def _refusal(run: Run, kind: NodeKind, read: NodeRow, publishable: Collection[str]) -> Refusal:
    refusal = _said_before(run, kind, read)
    if not isinstance(read.outcome, StatedNode):
        return refusal + read.outcome
    return refusal + _not_public(read.outcome, publishable, run.options.consents.get(ConsentPurpose.PUBLICATION))


def _said_before(run: Run, kind: NodeKind, read: NodeRow) -> Refusal:
    line = run.keys.lines[kind].get(read.key)
    if line is None:
        return ()
    template = "This key already stands in line {line}. Each key stands once."
    return (InvalidValue(template, field=key_column(kind), line=line),)


def _claim(run: Run, kind: NodeKind, read: NodeRow, *, refused: bool) -> None:
    """The first row with a key has it, whatever later ones say."""
    if read.key and run.keys.lines[kind].setdefault(read.key, read.row.line) == read.row.line and refused:
        run.keys.bad.add((kind, read.key))


def _not_public(node: StatedNode, publishable: Collection[str], consent: bool | None) -> Refusal:
    """PUBLIC needs the person's consent to PUBLICATION; `consent` is what the import says of everyone in the file."""
    fields, stored = node.fields, node.stored
    if not isinstance(fields, PersonFields) or fields.visibility is not Visibility.PUBLIC:
        return ()
    before = getattr(stored, "visibility", None)
    if before is Visibility.PUBLIC or (node.id in publishable if consent is None else consent):
        return ()
    template = (
        "PUBLIC needs the person's consent to PUBLICATION, which is not known. Import it with the day it was given, or "
        "choose NETWORK."
    )
    return (InvalidValue(template, field="visibility"),)


async def _publishable(run: Run, kind: NodeKind) -> Collection[str]:
    return await run.lookup.publishable() if kind is NodeKind.PERSON else ()


def _effect(node: StatedNode) -> Effect:
    if node.stored is None:
        return Effect.CREATED
    if node.stored.id != node.id:
        return Effect.UNCHANGED
    now = {name: getattr(node.fields, name) for name in type(node.fields).model_fields}
    return Effect.UNCHANGED if now == stored_fields(node.stored) else Effect.CHANGED
