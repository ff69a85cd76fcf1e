"""A figure that may be coarse."""

from typing import Self

import strawberry

from graph.answers import counts
from schema.context import Info
from schema.fields import resolved


@strawberry.type(description="A figure. Where it could single somebody out it is coarse, and may have only a text.")
class Count:
    value: int | None = strawberry.field(description="The figure; null where only the text may be shown.")
    stored: strawberry.Private[counts.Count]

    @classmethod
    def of(cls, count: counts.Count) -> Self:
        """A count as clients see it."""
        return cls(value=count.value, stored=count)

    @resolved("The figure in words, in the language that the request prefers.", cost=0)
    def text(self, info: Info) -> str:
        return self.stored.text(info.context.language)
