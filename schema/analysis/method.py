"""How a result was found, and what it leaves out: on every analysis."""

from typing import Self

import strawberry

from graph.analytics import results
from schema.analysis.count import Count
from schema.analysis.enums import MethodName


@strawberry.type(description="How a result was found.")
class Method:
    name: MethodName = strawberry.field(description="What was done.")
    exact: bool = strawberry.field(description="Whether the figures are exact.")
    error: float | None = strawberry.field(description="By how much a figure is off at most, where it is not exact.")
    confidence: float | None = strawberry.field(description="The probability that no figure is off by more.")

    @classmethod
    def of(cls, method: results.Method) -> Self:
        """A method as clients see it."""
        return cls(name=method.name, exact=method.exact, error=method.error, confidence=method.confidence)


@strawberry.interface(description="On every analysis: how it was found, and what it leaves out.")
class Analysis:
    method: Method = strawberry.field(description="How it was found.")
    left_out: Count = strawberry.field(
        description="How many actors are in the network but in no list, because they have not agreed to be."
    )
