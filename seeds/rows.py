"""What generators yield and loaders write: nodes and consents under the key that their source knows them by."""

from dataclasses import dataclass
from datetime import datetime

from graph.model.ids import imported_id
from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.nodes import NodeFields, own_id
from graph.model.ties import NodeRef


@dataclass(frozen=True, slots=True)
class Source:
    """Where seeded rows come from. Ids follow from its name and their key, so that a repeated seed finds its rows."""

    name: str

    def id(self, key: str) -> str:
        """The id of what this source calls `key`."""
        return imported_id(self.name, key)

    def ref(self, kind: NodeKind, key: str) -> NodeRef:
        """The end of a tie at what this source calls `key`."""
        return NodeRef(kind, self.id(key))


@dataclass(frozen=True, slots=True)
class SeedNode:
    """A node to be."""

    source: Source
    key: str
    fields: NodeFields

    @property
    def id(self) -> str:
        """AGS or slug where the fields have one, else the id that follows from source and key."""
        return own_id(self.fields) or self.source.id(self.key)

    @property
    def ref(self) -> NodeRef:
        """The end of a tie at this node."""
        return NodeRef(self.fields.kind_of_node, self.id)


@dataclass(frozen=True, slots=True)
class SeedConsent:
    """One decision of a person about one purpose."""

    person: str
    purpose: ConsentPurpose
    given: bool
    at: datetime


def municipality(ags: str) -> NodeRef:
    """The end of a tie at a place."""
    return NodeRef(NodeKind.MUNICIPALITY, ags)


def topic(slug: str) -> NodeRef:
    """The end of a tie at a topic."""
    return NodeRef(NodeKind.TOPIC, slug)
