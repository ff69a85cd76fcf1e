"""From what is stored of a tie to what will be."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from graph.model.errors import InvalidValue
from graph.model.kinds import NodeKind, TieKind
from graph.model.ties import NodeRef, Tie, TieFields
from graph.model.validation import build
from graph.store.database import Row
from graph.store.records import SHAPE, Properties, properties_of, tie_from
from graph.store.writing.audience import End

OWN: Final = frozenset(TieFields.model_fields) - SHAPE
"""What is stored of a tie under the model's names, without what the store adds."""
ENDS: Final = ("from_kind", "from_id", "to_kind", "to_id")


def tie_of(kind: TieKind, row: Row) -> Tie:
    """The tie in a row that gives its properties as `tie`, and its ends."""
    return tie_from({**row["tie"], "kind": kind, **{name: row[name] for name in ENDS}})


def fields_of(tie: TieFields) -> dict[str, Any]:
    """What a writer could have given to make this tie, ends and all."""
    return {name: getattr(tie, name) for name in TieFields.model_fields}


def own_of_tie(row: Row) -> Properties:
    """What history keeps of a tie that goes: its values, its kind and its ends."""
    return {name: row["tie"].get(name) for name in sorted(OWN)} | {name: row[name] for name in ("kind", *ENDS)}


def ends_of(row: Row) -> tuple[End, End]:
    """The ends of a locked tie, with what decides who sees them."""
    return (NodeKind(row["from_kind"]), row["source"]), (NodeKind(row["to_kind"]), row["target"])


def joined(fields: TieFields, one: NodeRef, other: NodeRef) -> TieFields:
    """The same tie between these ends. Raises TieNotAllowed."""
    if (one, other) == (fields.from_node, fields.to_node):
        return fields
    given = {name: getattr(fields, name) for name in fields.model_fields_set}
    return build(TieFields, given | {"from_node": one, "to_node": other})


def rewritten_tie(before: Tie, changes: Mapping[str, object]) -> TieFields:
    """The fields of a stored tie with `changes` put in. Raises InvalidValue or InvalidFields."""
    if moved := sorted(SHAPE & changes.keys()):
        template = "{names} of a tie cannot change. Delete it and create another."
        raise InvalidValue(template, field=moved[0], names=", ".join(moved))
    return build(TieFields, {**fields_of(before), **changes})


def fresh_tie(id: str, fields: TieFields, at: datetime) -> Properties:
    """All properties of a new tie."""
    return {**properties_of(fields), "id": id, "created_at": at, "updated_at": at, "revision": 1}
