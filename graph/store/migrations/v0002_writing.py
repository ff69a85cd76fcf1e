"""Step 2: what writers lock that is no node of the graph, and how the history of one thing is found."""

from typing import Final

from graph.store.dialect import Dialect
from graph.store.migrations.migration import Migration
from graph.store.migrations.v0001_identity import ordered, unique_node


def declarations(dialect: Dialect) -> list[str]:
    """A Lock stands for a whole kind of tie; values of a change are looked up by what they are about."""
    return [
        unique_node("Lock", "id"),
        ordered("ChangeValues", "subject"),
        ordered("ChangeValues", "change"),
        *dialect.await_statements(),
    ]


V0002: Final = Migration(2, "locks, and the history of one thing", declarations)
