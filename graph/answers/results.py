"""Answers as a viewer gets them: results with what was left out, figures as coarse as they must be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from graph.analytics.results import Method
from graph.analytics.summary import NetworkSummary
from graph.answers.counts import Count, size
from graph.model.permissions import Permission
from graph.model.viewer import Viewer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SnapshotState:
    """From what an answer was made. `is_current`: no write that the viewer could notice is missing. The counts are
    those of the network in the scope."""

    id: str
    taken_at: datetime
    is_current: bool
    actor_count: Count
    tie_count: Count


@dataclass(frozen=True, slots=True)
class Ranked(Generic[T]):
    """A ranking in its total order. `total` is how many there are, of which the best are here."""

    items: tuple[T, ...]
    total: int
    method: Method
    left_out: Count


@dataclass(frozen=True, slots=True)
class Summary:
    """A network in figures, as defined at NetworkSummary. Who may not see the network itself gets coarse counts and
    none of the ratios, which would give the counts away."""

    method: Method
    actors: Count
    ties: Count
    components: Count
    isolated: Count
    density: float | None
    mean_degree: float | None
    clustering: float | None
    share_isolated: float | None


def summary_for(viewer: Viewer, found: NetworkSummary) -> Summary:
    """The figures as the viewer may see them."""
    exact = viewer.may(Permission.READ_NETWORK)
    return Summary(
        found.method,
        size(found.actors, viewer),
        size(found.ties, viewer),
        size(found.components, viewer),
        size(found.isolated, viewer),
        density=found.density if exact else None,
        mean_degree=found.mean_degree if exact else None,
        clustering=found.clustering if exact else None,
        share_isolated=found.share_isolated if exact else None,
    )
