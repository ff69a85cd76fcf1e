"""The snapshots at hand for each tier: the newest, and those that cursors of the last minutes still point to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from graph.model.errors import CursorExpired
from graph.model.time import now
from graph.model.viewer import Tier
from graph.network.snapshot import Snapshot

KEPT_FOR: Final = timedelta(minutes=15)
KEPT: Final = 8


@dataclass(frozen=True, slots=True)
class Edition:
    """The state of the store that a snapshot is of: its version, and the withdrawals `since` a while before it that it
    already has in it. A later one makes it unfit to be shown."""

    version: str
    since: datetime
    withdrawals: frozenset[str]


@dataclass(frozen=True, slots=True)
class Held:
    """A snapshot, and since when its tier has been like this. `replaced_at` is None for the newest of its tier."""

    snapshot: Snapshot
    edition: Edition
    taken_at: datetime
    replaced_at: datetime | None = None


def expired() -> CursorExpired:
    """What to raise for a snapshot that is not kept, or must not be shown, any more."""
    return CursorExpired("The snapshot of this analysis is not kept any more. Begin again.", field="snapshot")


class Shelf:
    """The snapshots of each tier, newest last."""

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        self._clock = clock
        self._held: dict[Tier, list[Held]] = {tier: [] for tier in Tier}

    def newest(self, tier: Tier) -> Held | None:
        """The newest snapshot of a tier; None: there is none yet, or it was withdrawn."""
        held = self._held[tier]
        return held[-1] if held else None

    def find(self, tier: Tier, id: str) -> Held:
        """The snapshot of a tier that has this id. CursorExpired: there is none, or not any more."""
        for held in self._held[tier]:
            if held.snapshot.id == id and not self._is_old(held):
                return held
        raise expired()

    def outdated(self, versions: Mapping[Tier, str]) -> list[Tier]:
        """The tiers whose newest snapshot is not of these versions."""
        newest = {tier: self.newest(tier) for tier in Tier}
        return [tier for tier, held in newest.items() if held is None or held.edition.version != versions[tier]]

    def put(self, tier: Tier, snapshot: Snapshot, edition: Edition) -> None:
        """Take a snapshot as the newest of its tier. One of the same content stays what it is, since when it is."""
        newest = self.newest(tier)
        if newest is not None and newest.snapshot.id == snapshot.id:
            added = replace(newest, edition=edition)
        else:
            added = Held(snapshot, edition, self._clock())
        former = [self._replaced(held) for held in self._held[tier] if held.snapshot.id != snapshot.id]
        kept = [held for held in former if not self._is_old(held)]
        self._held[tier] = [*kept[1 - KEPT :], added]

    def withdraw(self, tier: Tier) -> None:
        """Forget all snapshots of a tier: somebody in them must not be seen there any more."""
        self._held[tier] = []

    def _replaced(self, held: Held) -> Held:
        return held if held.replaced_at is not None else replace(held, replaced_at=self._clock())

    def _is_old(self, held: Held) -> bool:
        return held.replaced_at is not None and self._clock() - held.replaced_at > KEPT_FOR
