"""One network as one viewer may see it. Consents are read anew for each answer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.analytics.gap_details import GapDetails, WhyGap, details
from graph.analytics.gaps import Gap, GapRanking, gaps
from graph.analytics.measures import MeasureTable, measure
from graph.analytics.multipliers import Multiplier, MultiplierRanking, multiplier, multipliers
from graph.analytics.reasons import Why
from graph.analytics.summary import summary
from graph.answers.counts import Count, left_out
from graph.answers.kept import Kept
from graph.answers.naming import NEEDED, listed, tellable_bonds
from graph.answers.results import Ranked, SnapshotState, Summary, summary_for
from graph.answers.source import Source
from graph.model.kinds import ActorKind, ConsentPurpose
from graph.model.permissions import Permission
from graph.model.viewer import Viewer
from graph.network.scope import NetworkScope
from graph.network.scoped import ScopedNetwork

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NetworkView:
    """All answers about one network for one viewer. Made by `Answers.network`."""

    viewer: Viewer
    snapshot: SnapshotState
    scoped: ScopedNetwork
    source: Source
    kept: Kept

    @property
    def scope(self) -> NetworkScope:
        """What the answers are about, with defaults filled in."""
        return self.scoped.scope

    async def summary(self) -> Summary:
        """The network in a few figures."""
        network = self.scoped.network
        found = await self._kept("summary", (), lambda: summary(network), lambda _: 1)
        return summary_for(self.viewer, found)

    async def multipliers(self) -> Ranked[Multiplier]:
        """All actors that may be listed, best connectors first. Forbidden to those who may not rank such actors."""
        self.viewer.require(NEEDED[self.scope.actors])
        agreeing = await self.source.in_force(ConsentPurpose.RANKINGS)
        table = await self._measures()
        names = listed(self.scoped, agreeing)

        def rank() -> MultiplierRanking:
            return multipliers(table, names, self._why(agreeing))

        found = await self._kept("multipliers", agreeing, rank, lambda ranking: 4 * len(ranking.items))
        return Ranked(found.items, len(found.items), found.method, self._left_out(found.left_out))

    async def multiplier(self, id: str) -> Multiplier | None:
        """One actor as a connector; None if there is no such actor, or none that the viewer may ask about: oneself,
        others with ANALYZE_PEOPLE and their consent, and organizations and municipalities with ANALYZE_GROUPS."""
        agreeing = await self.source.in_force(ConsentPurpose.RANKINGS)
        names = listed(self.scoped, agreeing)
        if id not in self.scoped.network.position or not self._may_ask_about(id, id in names):
            return None
        table = await self._measures()
        return await self.kept.run(lambda: multiplier(table, id, names, self._why(agreeing)))

    async def gaps(self) -> Ranked[Gap]:
        """The best gaps between actors that may be listed. Forbidden to those who may not rank such actors."""
        self.viewer.require(NEEDED[self.scope.actors])
        agreeing = await self.source.in_force(ConsentPurpose.SUGGESTIONS)
        scoped, names = self.scoped, listed(self.scoped, agreeing)

        def find() -> GapRanking:
            return gaps(scoped.network, scoped.topics, names)

        found = await self._kept("gaps", agreeing, find, lambda ranking: len(ranking.items))
        return Ranked(found.items, found.total, found.method, self._left_out(found.left_out))

    async def gap_details(self, found: Sequence[Gap]) -> list[GapDetails]:
        """What there is to say about some of the gaps, such as those of a page."""
        self.viewer.require(NEEDED[self.scope.actors])
        agreeing = await self.source.in_force(ConsentPurpose.SUGGESTIONS)
        names, bonds = listed(self.scoped, agreeing), tellable_bonds(self.scoped, agreeing)
        why = WhyGap(names, bonds, self.scoped.why_on)
        return await self.kept.run(lambda: details(self.scoped.network, found, why))

    def _may_ask_about(self, id: str, is_listed: bool) -> bool:
        if self.scope.actors is ActorKind.PEOPLE and id == self.viewer.person_id:
            return self.viewer.may(Permission.ASK_FOR_ONESELF)
        return is_listed and self.viewer.may(NEEDED[self.scope.actors])

    def _left_out(self, number: int) -> Count:
        return left_out(number, self.viewer) if self.scope.actors is ActorKind.PEOPLE else Count(number)

    def _why(self, agreeing: frozenset[str]) -> Why:
        return Why(listed(self.scoped, agreeing), tellable_bonds(self.scoped, agreeing), self.scoped.sectors)

    async def _measures(self) -> MeasureTable:
        network = self.scoped.network
        return await self._kept("measures", (), lambda: measure(network), lambda _: network.size)

    async def _kept(self, name: str, about: object, compute: Callable[[], T], weigh: Callable[[T], int]) -> T:
        """A result of this network, from the kept ones if it is there. `about`: on what else it depends."""
        snapshot = self.scoped.snapshot
        return await self.kept.get((name, snapshot.id, snapshot.tier, self.scope, about), compute, weigh)
