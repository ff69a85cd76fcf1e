"""The state of the graph that an analysis is of."""

from datetime import datetime
from typing import Self

import strawberry

from graph.answers.results import SnapshotState
from schema.analysis.count import Count


@strawberry.type(description="The state of the graph that answers are of.")
class Snapshot:
    id: strawberry.ID = strawberry.field(description="To ask for the same state again, while it is kept.")
    taken_at: datetime = strawberry.field(description="Since when the network has been as it is here.")
    is_current: bool = strawberry.field(description="Whether nothing has changed since that the viewer could notice.")
    actor_count: Count = strawberry.field(description="How many actors the network has in this scope.")
    tie_count: Count = strawberry.field(description="How many pairs of them are tied.")

    @classmethod
    def of(cls, state: SnapshotState) -> Self:
        """A snapshot as clients see it."""
        return cls(
            id=strawberry.ID(state.id),
            taken_at=state.taken_at,
            is_current=state.is_current,
            actor_count=Count.of(state.actor_count),
            tie_count=Count.of(state.tie_count),
        )
