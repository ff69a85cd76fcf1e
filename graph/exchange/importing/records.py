"""From the cells of a row to a record of the model, or to one error for each value that is wrong."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from pydantic import BaseModel

from graph.exchange.problems import Refusal, single
from graph.exchange.reading.cells import value_of
from graph.exchange.reading.columns import OWN_KEYS, Column, column_of, key_column
from graph.model.errors import InvalidFields, InvalidValue
from graph.model.kinds import NodeKind, TieKind, TieSource
from graph.model.nodes import FIELDS, NodeFields
from graph.model.ties import NodeRef, TieFields
from graph.model.validation import build

R = TypeVar("R", bound=BaseModel)
Cells = Mapping[str, str]
"""The cells of a row by the name of their column."""

ENDS: Final = frozenset({"from", "to", "from_kind", "to_kind"})
NEW_TIE: Final[Mapping[str, object]] = {"source": TieSource.IMPORT}
LONGEST_KEY: Final = 200


def key_problem(kind: NodeKind, cells: Cells) -> Refusal:
    """What is wrong with the key of a node's row, if anything is."""
    name = key_column(kind)
    key = cell(cells, name)
    if not key:
        return (InvalidValue("{name} is missing.", field=name, name=name),)
    if len(key) > LONGEST_KEY:
        template = "{name} is longer than the {max_length} characters allowed."
        return (InvalidValue(template, field=name, name=name, max_length=LONGEST_KEY),)
    return ()


def cell(cells: Cells, name: str) -> str:
    """The one-line text in a column, '' where it is empty or not there."""
    return " ".join(cells.get(name, "").split())


def node_fields(kind: NodeKind, cells: Cells, defaults: Mapping[str, object]) -> NodeFields:
    """The node that a row states; `defaults` fill what it does not say. Raises InvalidValue or InvalidFields.

    `model_fields_set` are the fields that the row says something about, be it that there is nothing.
    """
    skipped = frozenset() if kind in OWN_KEYS else frozenset({"key"})
    stated = [(column_of(kind, name), text) for name, text in cells.items() if name not in skipped]
    return _record(FIELDS[kind], stated, {}, defaults)


def tie_fields(
    kind: TieKind, cells: Cells, from_node: NodeRef, to_node: NodeRef, defaults: Mapping[str, object] = NEW_TIE
) -> TieFields:
    """The tie that a row states between its ends. Raises TieNotAllowed, InvalidValue or InvalidFields."""
    ends = {"kind": kind, "from_node": from_node, "to_node": to_node}
    stated = [(column_of(kind, name), text) for name, text in cells.items() if name not in ENDS]
    return _record(TieFields, stated, ends, defaults)


def _record(
    record: type[R], stated: Iterable[tuple[Column, str]], given: Mapping[str, object], defaults: Mapping[str, object]
) -> R:
    values, problems = dict(given), []
    for column, text in stated:
        try:
            value = value_of(column, text)
        except InvalidValue as error:
            problems.append(InvalidValue(error.message.template, field=column.name, **error.message.values))
            continue
        if value is not None or column.nullable:
            values[column.name] = value
    built = _built(record, {**defaults, **values}, problems)
    return record.model_construct(set(values), **{name: getattr(built, name) for name in record.model_fields})


def _built(record: type[R], values: Mapping[str, object], problems: list[InvalidValue]) -> R:
    """The record; with `problems` already known, those that the model finds elsewhere are told beside them."""
    told = {problem.field for problem in problems}
    try:
        built = build(record, values)
    except (InvalidValue, InvalidFields) as error:
        problems += [one for one in single(error) if isinstance(one, InvalidValue) and one.field not in told]
    if problems:
        raise problems[0] if len(problems) == 1 else InvalidFields(tuple(problems))
    return built
