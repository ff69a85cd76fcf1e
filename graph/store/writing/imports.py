"""What imports bring, and how it meets what is stored: there and the same, there and different, or new."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.nodes import NodeFields
from graph.model.ties import TieFields
from graph.store.records import Properties, properties_of


@dataclass(frozen=True, slots=True)
class ImportedNode:
    """A row about a node. `source` and `source_key` are kept, so that one can tell where it came from.

    Only the fields that the row says something about (`fields.model_fields_set`) are compared with a node that is
    there already, and put into it.
    """

    id: str
    fields: NodeFields
    source: str
    source_key: str


@dataclass(frozen=True, slots=True)
class ImportedTie:
    """The same about a tie."""

    id: str
    fields: TieFields
    source: str
    source_key: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the rows of an import."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.created + other.created, self.changed + other.changed, self.unchanged + other.unchanged)


def origin_of(row: ImportedNode | ImportedTie) -> Properties:
    """Where a row came from, as it is stored. A tie's `source` is another thing: how we know of it."""
    return {"source_name": row.source, "source_key": row.source_key}


def stated(fields: NodeFields | TieFields) -> dict[str, Any]:
    """What the row says something about."""
    return {name: getattr(fields, name) for name in fields.model_fields_set}


def says_more(fields: NodeFields | TieFields, stored: Mapping[str, Any]) -> bool:
    """Whether the row states something else than is stored."""
    told = properties_of(fields)
    return any(stored.get(name) != told[name] for name in fields.model_fields_set & told.keys())
