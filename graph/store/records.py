"""Between records of the model and properties of the store: the one place that knows how a record is stored."""

from collections.abc import Mapping
from typing import Any, Final

from graph.model.kinds import NodeKind
from graph.model.nodes import STORED, Node, NodeFields
from graph.model.search_text import fold
from graph.model.ties import NodeRef, Tie, TieFields

Properties = dict[str, Any]

SHAPE: Final = {"kind", "from_node", "to_node"}
"""What a tie is stored as, not with: its type and its two ends."""


def properties_of(fields: NodeFields | TieFields) -> Properties:
    """What is stored of `fields`, under the model's names: tuples as lists, dates and choices as their text.

    A node also gets `search_text` and `sort_key`, a tie its `key`. None stays: setting it removes a property.
    """
    if isinstance(fields, TieFields):
        return {**fields.model_dump(mode="json", exclude=SHAPE), "key": fields.key}
    return {
        **fields.model_dump(mode="json"),
        "search_text": " ".join(fold(getattr(fields, name)) for name in fields.searched),
        "sort_key": fold(getattr(fields, fields.sorted_by)),
    }


def node_from(kind: NodeKind, stored: Mapping[str, Any]) -> Node:
    """The node of `kind` that `stored` holds. What the model does not know is left out; what is missing is unknown."""
    record = STORED[kind]
    return record.model_validate({name: stored[name] for name in record.model_fields if name in stored})


def tie_from(stored: Mapping[str, Any]) -> Tie:
    """The tie that `stored` holds: its properties with `kind`, `from_kind`, `from_id`, `to_kind` and `to_id`."""
    own = {name: stored[name] for name in Tie.model_fields if name in stored}
    ends = {f"{end}_node": NodeRef(NodeKind(stored[f"{end}_kind"]), stored[f"{end}_id"]) for end in ("from", "to")}
    return Tie.model_validate({**own, **ends})
