"""Scalars that GraphQL lacks."""

from typing import NewType

import strawberry
from strawberry.types.scalar import ScalarDefinition

from graph.model.time import check_partial_date

PartialDate = NewType("PartialDate", str)

SCALARS: dict[object, ScalarDefinition] = {
    PartialDate: strawberry.scalar(
        name="PartialDate",
        description="A year, a month or a day, as exactly as it is known: `2019`, `2019-05`, `2019-05-12`.",
        serialize=str,
        parse_value=check_partial_date,
    )
}
