"""The read half of the store: what exists for a viewer, and the whole graph as arrays."""

from graph.store.reading.bulk import load_columns
from graph.store.reading.consents import ConsentReader
from graph.store.reading.filters import (
    EventFilter,
    MunicipalityFilter,
    NodeFilter,
    OrganizationFilter,
    PersonFilter,
    PolicyPositionFilter,
    ProjectFilter,
    SupportOfferFilter,
    TopicFilter,
)
from graph.store.reading.nodes import NodeReader
from graph.store.reading.relations import Direction, Neighbor, Relation
from graph.store.reading.search import search
from graph.store.reading.sorting import Order, OrderBy, orders_of
from graph.store.reading.ties import TieReader
from graph.store.reading.versions import VersionReader, versions

__all__ = [
    "ConsentReader",
    "Direction",
    "EventFilter",
    "MunicipalityFilter",
    "Neighbor",
    "NodeFilter",
    "NodeReader",
    "Order",
    "OrderBy",
    "OrganizationFilter",
    "PersonFilter",
    "PolicyPositionFilter",
    "ProjectFilter",
    "Relation",
    "SupportOfferFilter",
    "TieReader",
    "TopicFilter",
    "VersionReader",
    "load_columns",
    "orders_of",
    "search",
    "versions",
]
