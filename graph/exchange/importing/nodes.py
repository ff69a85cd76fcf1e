"""The rows of a file of nodes as records: what a row says, over what the graph already holds of that node."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.exchange.importing.keys import id_of
from graph.exchange.importing.lookup import Lookup
from graph.exchange.importing.options import ImportOptions
from graph.exchange.importing.records import Cells, cell, key_problem, node_fields
from graph.exchange.problems import Refusal, single, told_once
from graph.exchange.reading.columns import key_column
from graph.exchange.reading.table import Row, Table
from graph.model.errors import InvalidInput, InvalidValue
from graph.model.kinds import NodeKind
from graph.model.nodes import FIELDS, Node, NodeFields


class StatedNode(NamedTuple):
    """A node as it is to be. `stored` is what the graph holds of it now; None: it is new.

    When the graph holds another in its place, the row tells nothing new: that one stands for more than this row.
    """

    id: str
    fields: NodeFields
    stored: Node | None


class NodeRow(NamedTuple):
    """A row of a file of nodes: its key, '' without one, and the node that it states or why it states none."""

    row: Row
    key: str
    outcome: StatedNode | Refusal


async def node_rows(
    table: Table, rows: Sequence[Row], kind: NodeKind, lookup: Lookup, options: ImportOptions
) -> list[NodeRow]:
    """What `rows` state. A column that the file has not leaves as it is what the graph holds."""
    split = [_split(table, row) for row in rows]
    keys = [cell(cells, key_column(kind)) if isinstance(cells, Mapping) else "" for cells in split]
    ids = {key: id_of(options.source, kind, key) for key in keys if key}
    stored = await lookup.nodes(kind, list(ids.values()))
    new = {"visibility": options.visibility} if kind is NodeKind.PERSON else {}
    return [
        NodeRow(row, key, _outcome(kind, cells, ids.get(key, ""), stored.get(ids.get(key, "")), new))
        for row, key, cells in zip(rows, keys, split, strict=True)
    ]


def stored_fields(node: Node) -> dict[str, object]:
    """What the graph holds of a node, without what the store itself adds."""
    return {name: getattr(node, name) for name in FIELDS[node.kind_of_node].model_fields}


def _split(table: Table, row: Row) -> Cells | InvalidValue:
    try:
        return table.values(row)
    except InvalidValue as error:
        return error


def _outcome(
    kind: NodeKind, cells: Cells | InvalidValue, id: str, stored: Node | None, new: Mapping[str, object]
) -> StatedNode | Refusal:
    if isinstance(cells, InvalidValue):
        return (cells,)
    problems = key_problem(kind, cells)
    try:
        fields = node_fields(kind, cells, stored_fields(stored) if stored else new)
    except InvalidInput as error:
        problems += single(error)
    return told_once(problems) if problems else StatedNode(id, fields, stored)
