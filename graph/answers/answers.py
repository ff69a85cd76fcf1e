"""Where every analysis is asked for: the newest network that may be shown to a viewer, in a scope."""

from collections.abc import Sequence
from dataclasses import replace
from types import TracebackType
from typing import Final, Self

from graph.answers.builds import PAUSE, Builds
from graph.answers.counts import size
from graph.answers.kept import Kept
from graph.answers.results import SnapshotState
from graph.answers.shelf import Held, Shelf
from graph.answers.source import Source
from graph.answers.store_source import StoreSource
from graph.answers.view import NetworkView
from graph.model.errors import InvalidValue
from graph.model.kinds import NodeKind
from graph.model.viewer import Viewer
from graph.network.scope import NetworkScope
from graph.network.scoped import ScopedNetwork, look
from graph.store.database import Database

THREADS: Final = 2
CAPACITY: Final = 400_000
"""In weights of about a kilobyte."""


class Answers:
    """All analyses of one graph, for one process and its event loop. Created once; close it at the end.

    Snapshots of all tiers follow the source: a write is noticed by the next question, the newest snapshot answers it
    (`is_current` false) and a new one is built once the writers pause; unless the write took somebody out of the
    viewer's tier, then the answer waits for it. Results are computed once per snapshot, scope and set of consents.
    """

    def __init__(self, origin: Database | Source, *, pause: float = PAUSE) -> None:
        self._source = source = StoreSource.over(origin) if isinstance(origin, Database) else origin
        self._kept = Kept(CAPACITY, THREADS)
        self._builds = Builds(source, Shelf(), self._kept, pause)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Give up what is under way, forget all results."""
        await self._builds.close()
        await self._kept.close()

    async def network(self, viewer: Viewer, scope: NetworkScope, snapshot_id: str | None = None) -> NetworkView:
        """The network in a scope as the viewer may see it, of the newest snapshot or of one named by an earlier answer.

        Raises InvalidValue for topics or municipalities that do not exist, CursorExpired for a snapshot that is not
        kept any more, StoreUnavailable when the source does not answer.
        """
        scope = await self._resolved(viewer, scope.filled())
        held, is_current = await self._builds.newest(viewer.tier)
        if snapshot_id is not None and snapshot_id != held.snapshot.id:
            held, is_current = await self._builds.former(viewer.tier, snapshot_id), False
        scoped = await self._scoped(held, scope)
        state = _state(viewer, held, scoped, is_current=is_current)
        return NetworkView(viewer, state, scoped, self._source, self._kept)

    async def _scoped(self, held: Held, scope: NetworkScope) -> ScopedNetwork:
        key = ("network", held.snapshot.id, held.snapshot.tier, scope)
        return await self._kept.get(key, lambda: look(held.snapshot, scope), lambda scoped: 4 * scoped.network.size)

    async def _resolved(self, viewer: Viewer, scope: NetworkScope) -> NetworkScope:
        """The scope with the ids under which its topics and municipalities stand now."""
        topics = await self._ids(viewer, NodeKind.TOPIC, scope.topics, "topics")
        places = await self._ids(viewer, NodeKind.MUNICIPALITY, scope.municipalities, "municipalities")
        return replace(scope, topics=topics, municipalities=places).filled()

    async def _ids(self, viewer: Viewer, kind: NodeKind, ids: Sequence[str], field: str) -> tuple[str, ...]:
        found = await self._source.resolved(viewer, kind, ids) if ids else []
        for given, id in zip(ids, found, strict=True):
            if id is None:
                template = "There is no {kind} with the id {id}."
                raise InvalidValue(template, field=field, kind=kind, id=repr(given))
        return tuple(id for id in found if id is not None)


def _state(viewer: Viewer, held: Held, scoped: ScopedNetwork, *, is_current: bool) -> SnapshotState:
    network = scoped.network
    counts = size(network.size, viewer), size(network.tie_count, viewer)
    return SnapshotState(held.snapshot.id, held.taken_at, is_current, *counts)
