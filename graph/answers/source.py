"""What answers need of the store."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from graph.model.columns import GraphColumns
from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.viewer import Tier, Viewer


class Source(Protocol):
    """Where the graph and the consents come from. Every method raises StoreUnavailable when nothing answers."""

    async def versions(self) -> Mapping[Tier, str]:
        """For each tier what its newest version is: it changes with every write that the tier could notice."""
        ...

    async def withdrawals(self, after: datetime) -> Mapping[str, Tier]:
        """The ids of the writes since then that can have taken somebody out of a tier (a change of visibility, of the
        consent to publication, a deletion), with the widest tier that could notice."""
        ...

    async def columns(self) -> GraphColumns:
        """The whole graph as it is now."""
        ...

    async def in_force(self, purpose: ConsentPurpose) -> frozenset[str]:
        """The ids of the people who agree to a purpose now."""
        ...

    async def resolved(self, viewer: Viewer, kind: NodeKind, ids: Sequence[str]) -> list[str | None]:
        """The ids under which nodes of a kind stand now, former ids included; None for what the viewer cannot see."""
        ...
