"""A network in a few figures."""

from typing import Self

import strawberry

from graph.answers.results import Summary
from schema.analysis.count import Count
from schema.analysis.method import Method


@strawberry.type(description="A network in a few figures. The ratios are null for those who see its size rounded only.")
class NetworkSummary:
    method: Method = strawberry.field(description="How it was found.")
    actors: Count = strawberry.field(description="How many actors there are.")
    ties: Count = strawberry.field(description="How many pairs of them are tied.")
    components: Count = strawberry.field(description="Into how many parts without ties between them it falls.")
    isolated: Count = strawberry.field(description="How many actors have no tie.")
    density: float | None = strawberry.field(description="The share of all possible ties that exist.")
    mean_degree: float | None = strawberry.field(description="How many contacts an actor has on average.")
    clustering: float | None = strawberry.field(
        description="The share of an actor's pairs of contacts that are tied, on average."
    )
    share_isolated: float | None = strawberry.field(description="The share of actors that have no tie.")

    @classmethod
    def of(cls, found: Summary) -> Self:
        """A summary as clients see it."""
        return cls(
            method=Method.of(found.method),
            actors=Count.of(found.actors),
            ties=Count.of(found.ties),
            components=Count.of(found.components),
            isolated=Count.of(found.isolated),
            density=found.density,
            mean_degree=found.mean_degree,
            clustering=found.clustering,
            share_isolated=found.share_isolated,
        )
