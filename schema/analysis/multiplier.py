"""Actors that connect a network."""

from dataclasses import asdict
from typing import Self

import strawberry
from strawberry import relay

from graph.analytics import measures, multipliers
from schema.analysis.actor import Actor
from schema.analysis.method import Analysis
from schema.analysis.reason import Reason
from schema.analysis.snapshot import Snapshot
from schema.connections import PART, Edge


@strawberry.type(description="The figures of one actor, normalised as NetworkX does; null where undefined for it.")
class Measures:
    degree: int = strawberry.field(description="The number of contacts.")
    weighted_degree: float = strawberry.field(description="The sum of the weights of its ties.")
    betweenness: float = strawberry.field(description="How often it is on the shortest paths of others (Freeman 1977).")
    closeness: float = strawberry.field(description="How near it is to all it can reach (Wasserman & Faust 1994).")
    harmonic: float = strawberry.field(description="The sum of 1/distance to all others.")
    page_rank: float = strawberry.field(description="How much flows to it along the ties, weighted.")
    two_step_reach: float = strawberry.field(description="The share of all others within two steps.")
    core_number: int = strawberry.field(description="The largest k of a k-core that it is in.")
    is_cut_point: bool = strawberry.field(description="Whether others lose each other without it.")
    bridged_communities: int = strawberry.field(
        description="In how many communities other than its own it has contacts."
    )
    clustering: float | None = strawberry.field(description="The share of pairs of its contacts that are tied.")
    constraint: float | None = strawberry.field(
        description="How much its contacts are bound to each other (Burt 1992)."
    )
    effective_size: float | None = strawberry.field(description="Its contacts, less the redundant ones (Burt 1992).")
    efficiency: float | None = strawberry.field(description="Effective size per contact.")
    participation: float | None = strawberry.field(
        description="How evenly its ties are spread over communities (Guimerà & Amaral 2005)."
    )

    @classmethod
    def of(cls, found: measures.Measures) -> Self:
        """Measures as clients see them."""
        return cls(**asdict(found))


@strawberry.type(description="An actor as a connector of the network.")
class Multiplier:
    actor: Actor = strawberry.field(description="Who.")
    rank: int = strawberry.field(description="One, and how many listed actors have a clearly higher score.")
    score: float = strawberry.field(
        description="The mean percentile of betweenness, two-step reach, participation and −constraint: 0 to 1."
    )
    measures: Measures = strawberry.field(description="Its figures.", metadata={"cost": 0})
    reasons: list[Reason] = strawberry.field(description="Why it stands where it stands.", metadata={"items": 6})

    @classmethod
    def of(cls, found: multipliers.Multiplier, actor: Actor) -> Self:
        """A multiplier as clients see it."""
        return cls(
            actor=actor,
            rank=found.rank,
            score=found.score,
            measures=Measures.of(found.measures),
            reasons=[Reason.of(reason) for reason in found.reasons],
        )


@strawberry.type(description="A page of multipliers.")
class MultiplierConnection(Analysis):
    edges: list[Edge[Multiplier]] = strawberry.field(
        description="The multipliers of this page, in order.", metadata=PART
    )
    page_info: relay.PageInfo = strawberry.field(description="What lies before and after this page.", metadata=PART)
    total_count: int = strawberry.field(description="How many there are on all pages.")
    snapshot: Snapshot = strawberry.field(
        description="The state this page is of: that of its cursor, if it has one.", metadata=PART
    )
