"""From what is stored of a node to what will be: new properties, and what a change of them may not do."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from graph.model.errors import InvalidValue
from graph.model.ids import check_id, new_id
from graph.model.kinds import ConsentPurpose, NodeKind, Visibility
from graph.model.nodes import FIELDS, NodeFields, own_id
from graph.model.validation import build
from graph.store.records import Properties, properties_of


def id_of(fields: NodeFields, given: str | None) -> str:
    """The id that a new node gets: the key it has anyway, or the one given, or a new one. Raises InvalidValue."""
    own = own_id(fields)
    if own is not None and given not in (None, own):
        template = "A {kind} has its own key as its id: {own}. Leave the id out."
        raise InvalidValue(template, field="id", kind=fields.kind_of_node, own=own)
    return own or (new_id() if given is None else check_id(given))


def fresh(id: str, fields: NodeFields, at: datetime) -> Properties:
    """All properties of a new node."""
    consents: Properties = {"consents": []} if fields.kind_of_node is NodeKind.PERSON else {}
    return {**properties_of(fields), **consents, "id": id, "created_at": at, "updated_at": at, "revision": 1}


def rewritten(kind: NodeKind, before: Properties, changes: Mapping[str, object]) -> NodeFields:
    """The fields of a stored node with `changes` put in. Raises InvalidValue or InvalidFields.

    A key that is the node's id stays, and what the change of one field makes wrong in another is found.
    """
    fields = build(FIELDS[kind], {**own_properties(kind, before), **changes})
    if own_id(fields) not in (None, before["id"]):
        template = "The key of a {kind} is its id and cannot change. Create another {kind} instead."
        raise InvalidValue(template, field=str(next(iter(FIELDS[kind].model_fields))), kind=kind)
    return fields


def check_kind(kind: NodeKind, rows: Iterable[NodeFields]) -> None:
    """Raises InvalidValue unless all are fields of that kind."""
    for fields in rows:
        if fields.kind_of_node is not kind:
            template = "All these rows are about a {kind}, but one holds the fields of a {other}."
            raise InvalidValue(template, field="kind", kind=kind, other=fields.kind_of_node)


def own_properties(kind: NodeKind, stored: Properties) -> Properties:
    """What is stored under the names of the model's fields, without what the store adds."""
    return {name: stored.get(name) for name in FIELDS[kind].model_fields}


def differences(before: Properties, after: Properties, names: Collection[str]) -> tuple[Properties, Properties]:
    """What differs between two states under `names`, as it was and as it is. A missing value is None."""
    changed = [name for name in sorted(names) if before.get(name) != after.get(name)]
    return {name: before.get(name) for name in changed}, {name: after.get(name) for name in changed}


def check_publishable(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Raises InvalidValue when a person becomes PUBLIC without having consented to PUBLICATION."""
    becomes_public = after.get("visibility") == Visibility.PUBLIC != before.get("visibility")
    if becomes_public and ConsentPurpose.PUBLICATION not in (before.get("consents") or ()):
        raise InvalidValue(
            "PUBLIC needs the person's consent to PUBLICATION. Record that consent first, or choose NETWORK.",
            field="visibility",
        )
