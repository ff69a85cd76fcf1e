"""In what order nodes are read: every order is total, because the id comes last."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from graph.model.errors import InvalidValue
from graph.model.kinds import NodeKind
from graph.store.pages import SortValue

MORE_THAN_ALL: Final = 2**53


class OrderBy(StrEnum):
    """By what nodes are ordered. What is unknown comes last, ascending or descending."""

    NAME = "NAME"
    CREATED_AT = "CREATED_AT"
    UPDATED_AT = "UPDATED_AT"
    POPULATION = "POPULATION"
    HELD_ON = "HELD_ON"


@dataclass(frozen=True, slots=True)
class Order:
    """An order as a caller asks for it. Names are ordered as they are folded, so that Ö stands with O."""

    by: OrderBy = OrderBy.NAME
    descending: bool = False


ORDERS_OF_ALL: Final = (OrderBy.NAME, OrderBy.CREATED_AT, OrderBy.UPDATED_AT)
ORDERS_OF_ONE: Final = {NodeKind.MUNICIPALITY: (OrderBy.POPULATION,), NodeKind.EVENT: (OrderBy.HELD_ON,)}


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that rows are compared by. It is never null, since null compares with nothing."""

    expression: str
    holds: type[SortValue] = str


@dataclass(frozen=True, slots=True)
class Sort:
    """A total order of rows: `keys` decide one after the other. Cursors made for it carry its `name`."""

    name: str
    keys: tuple[Key, ...]
    descending: bool = False


def orders_of(kind: NodeKind) -> tuple[OrderBy, ...]:
    """By what nodes of `kind` can be ordered."""
    return ORDERS_OF_ALL + ORDERS_OF_ONE.get(kind, ())


def sort_of(kind: NodeKind, order: Order) -> Sort:
    """How rows with a `node` of `kind` are sorted. Raises InvalidValue for an order that the kind does not have."""
    if order.by not in orders_of(kind):
        template = "{kind} cannot be ordered by {value}. Allowed: {allowed}."
        allowed = ", ".join(orders_of(kind))
        raise InvalidValue(template, field="orderBy", kind=kind, value=order.by, allowed=allowed)
    name = f"{kind}:{order.by}:{'desc' if order.descending else 'asc'}"
    return Sort(name, (_first_key(order), Key("node.id")), order.descending)


def _first_key(order: Order) -> Key:
    match order.by:
        case OrderBy.NAME:
            return Key("node.sort_key")
        case OrderBy.CREATED_AT:
            return Key("node.created_at", datetime)
        case OrderBy.UPDATED_AT:
            return Key("node.updated_at", datetime)
        case OrderBy.POPULATION:
            return Key(f"coalesce(node.population, {-1 if order.descending else MORE_THAN_ALL})", int)
        case OrderBy.HELD_ON:
            return Key("node.held_on")
