"""By what lists are ordered."""

from enum import StrEnum

import strawberry

from graph.store.reading import Order, OrderBy
from schema.enums import exposed


class OrderField(StrEnum):
    """What all kinds can be ordered by."""

    NAME = "NAME"
    CREATED_AT = "CREATED_AT"
    UPDATED_AT = "UPDATED_AT"


class MunicipalityOrderField(StrEnum):
    """What municipalities can be ordered by."""

    NAME = "NAME"
    CREATED_AT = "CREATED_AT"
    UPDATED_AT = "UPDATED_AT"
    POPULATION = "POPULATION"


class EventOrderField(StrEnum):
    """What events can be ordered by."""

    NAME = "NAME"
    CREATED_AT = "CREATED_AT"
    UPDATED_AT = "UPDATED_AT"
    HELD_ON = "HELD_ON"


NAMED = {
    "NAME": "By name or title, umlauts with their vowels.",
    "CREATED_AT": "By when it was recorded here.",
    "UPDATED_AT": "By when it was last changed.",
}
exposed(OrderField, "By what a list is ordered; equals by id. What is unknown comes last.", **NAMED)
exposed(
    MunicipalityOrderField,
    "By what municipalities are ordered; equals by id. What is unknown comes last.",
    **NAMED,
    POPULATION="By the number of inhabitants.",
)
exposed(
    EventOrderField,
    "By what events are ordered; equals by id. What is unknown comes last.",
    **NAMED,
    HELD_ON="By the day.",
)


@strawberry.input
class Ordering:
    """What all orders share; each adds `by`."""

    descending: bool = strawberry.field(default=False, description="The largest, latest or last first.")


def order_of(asked: "Ordering | None") -> Order:
    """An order as the store knows it: by name where none is asked for."""
    if asked is None:
        return Order()
    by: StrEnum = getattr(asked, "by")  # noqa: B009 - each order has its own list of fields
    return Order(OrderBy(by.value), asked.descending)
