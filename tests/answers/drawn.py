"""A source of answers that is drawn by hand and written to by the test."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from graph.model.columns import NODE_KINDS, GraphColumns
from graph.model.errors import StoreUnavailable
from graph.model.kinds import ConsentPurpose, NodeKind
from graph.model.permissions import Role
from graph.model.time import now
from graph.model.viewer import Tier, Viewer
from tests.network.drawing import Drawing

ANYBODY = Viewer(Role.ANONYMOUS, "anonymous")
MEMBER = Viewer(Role.MEMBER, "a member")
STRATEGY = Viewer(Role.STRATEGY, "strategy")
MANAGER = Viewer(Role.MANAGER, "a manager")


@dataclass
class DrawnSource:
    """A drawing that is read as if from a store. `wrote` says that the test has changed it."""

    drawing: Drawing
    consents: dict[ConsentPurpose, frozenset[str]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    loads: int = 0
    writes: dict[Tier, int] = field(default_factory=lambda: dict.fromkeys(Tier, 0))
    withdrawn: dict[str, tuple[datetime, Tier]] = field(default_factory=dict)
    gate: asyncio.Event | None = None
    down: bool = False
    restless: int = 0  # before so many looks at the version, somebody writes once more

    def agree(self, *people: str) -> None:
        """From now on these people agree to everything, and nobody else to anything."""
        self.consents = dict.fromkeys(ConsentPurpose, frozenset(people))

    def wrote(self, audience: Tier, *, withdraws: bool = False) -> None:
        """Note a write that the tiers from `audience` on could notice."""
        for tier in list(Tier)[audience:]:
            self.writes[tier] += 1
        if withdraws:
            self.withdrawn[f"withdrawal-{len(self.withdrawn)}"] = now(), audience

    async def versions(self) -> Mapping[Tier, str]:
        if self.down:
            raise StoreUnavailable
        if self.restless:
            self.restless -= 1
            self.wrote(Tier.PUBLIC)
        return {tier: f"change:{count}" for tier, count in self.writes.items()}

    async def withdrawals(self, after: datetime) -> Mapping[str, Tier]:
        return {id: audience for id, (at, audience) in self.withdrawn.items() if at >= after}

    async def columns(self) -> GraphColumns:
        self.loads += 1
        columns = self.drawing.columns({tier: f"change:{count}" for tier, count in self.writes.items()})
        if self.gate is not None:
            await self.gate.wait()
        return columns

    async def in_force(self, purpose: ConsentPurpose) -> frozenset[str]:
        return self.consents.get(purpose, frozenset())

    async def resolved(self, viewer: Viewer, kind: NodeKind, ids: Sequence[str]) -> list[str | None]:
        del viewer
        known = {id for at, id in self.drawing.nodes if NODE_KINDS[at] is kind}
        now = [self.aliases.get(id, id) for id in ids]
        return [id if id in known else None for id in now]
