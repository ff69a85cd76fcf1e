"""The rows of a file of ties as records: what a row says, over what the graph already holds of that tie."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.exchange.importing.ends import found_ends
from graph.exchange.importing.keys import Keys
from graph.exchange.importing.lookup import Lookup
from graph.exchange.importing.records import tie_fields
from graph.exchange.problems import Refusal, single, told_once
from graph.exchange.reading.table import Row, Table
from graph.model.errors import InvalidInput, InvalidValue
from graph.model.ids import imported_id
from graph.model.kinds import TieKind
from graph.model.ties import Tie, TieFields


class StatedTie(NamedTuple):
    """A tie as it is to be. `stored` is what the graph holds of it now; None: it is new from this source."""

    id: str
    key: str
    fields: TieFields
    stored: Tie | None = None


class TieRow(NamedTuple):
    """A row of a file of ties and the tie it states, why it states none, or None: an end of it cannot be imported."""

    row: Row
    outcome: StatedTie | Refusal | None


async def tie_rows(table: Table, rows: Sequence[Row], kind: TieKind, keys: Keys, lookup: Lookup) -> list[TieRow]:
    """What `rows` state. A column that the file has not leaves as it is what the graph holds of that tie."""
    read = [TieRow(row, _stated(table, row, kind, keys)) for row in rows]
    ids = [one.outcome.id for one in read if isinstance(one.outcome, StatedTie)]
    stored = await lookup.ties(kind, ids)
    return [_over(table, one, stored) for one in read] if stored else read


def _stated(table: Table, row: Row, kind: TieKind, keys: Keys) -> StatedTie | Refusal | None:
    try:
        cells = table.values(row)
    except InvalidValue as error:
        return (error,)
    ends = found_ends(kind, cells, keys)
    try:
        fields = tie_fields(kind, cells, ends.from_node, ends.to_node)
    except InvalidInput as error:
        return told_once((*ends.problems, *single(error)))
    if ends.problems:
        return ends.problems
    if ends.bad:
        return None
    key = fields.key  # each look hashes it anew
    return StatedTie(imported_id(keys.source, kind, key), key, fields)


def _over(table: Table, read: TieRow, stored: Mapping[str, Tie]) -> TieRow:
    """The same row, with what the graph holds of its tie where the file has no column."""
    if not isinstance(read.outcome, StatedTie) or (tie := stored.get(read.outcome.id)) is None:
        return read
    stated = read.outcome.fields
    own = {name: getattr(tie, name) for name in TieFields.model_fields}
    fields = tie_fields(stated.kind, table.values(read.row), stated.from_node, stated.to_node, own)
    return TieRow(read.row, StatedTie(tie.id, read.outcome.key, fields, tie))
