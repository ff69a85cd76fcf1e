"""Step 1: what is unique, what pages are ordered by, and the full-text indexes.

The names are written out instead of read from the model: a step stays what it was when the model has moved on.
"""

from typing import Final

from graph.store.dialect import Dialect
from graph.store.migrations.migration import Migration

DIRECTORY: Final = (
    *("Person", "Organization", "Municipality", "Topic", "Project", "SupportOffer", "PolicyPosition", "Event"),
)
LABELS: Final = (*DIRECTORY, "Consent", "Account", "Change", "ChangeValues", "Alias", "Job")
TYPES: Final = (
    *("COLLABORATES_WITH", "MEMBER_OF", "ACTIVE_IN", "PART_OF", "LOCATED_IN", "ADMINISTERS", "BROADER", "RELATED_TO"),
    *("WORKS_ON", "CONTRIBUTES_TO", "RUNS", "TAKES_PLACE_IN", "ABOUT", "OFFERS", "USES", "SEEKS", "ENDORSES"),
    *("ATTENDED", "SUCCEEDED_BY", "GAVE", "IS"),
)


def unique_node(label: str, name: str) -> str:
    """No two nodes of `label` have the same `name`; looking one up by it is fast."""
    return f"CREATE CONSTRAINT unique_{label}_{name} IF NOT EXISTS FOR (node:{label}) REQUIRE node.{name} IS UNIQUE"


def unique_tie(kind: str, name: str) -> str:
    """No two ties of `kind` have the same `name`; looking one up by it is fast."""
    return f"CREATE CONSTRAINT unique_{kind}_{name} IF NOT EXISTS FOR ()-[tie:{kind}]-() REQUIRE tie.{name} IS UNIQUE"


def ordered(label: str, name: str) -> str:
    """Nodes of `label` can be walked in the order of `name`."""
    return f"CREATE INDEX ordered_{label}_{name} IF NOT EXISTS FOR (node:{label}) ON (node.{name})"


def declarations(dialect: Dialect) -> list[str]:
    """Everything, constraints first: nothing is written before its keys are unique."""
    return [
        *(unique_node(label, "id") for label in LABELS),
        *(unique_tie(kind, name) for kind in TYPES for name in ("id", "key")),
        *(ordered(label, "sort_key") for label in DIRECTORY),
        ordered("Change", "at"),
        *dialect.search_statements(),
        *dialect.await_statements(),
    ]


V0001: Final = Migration(1, "what is unique, ordered and searched", declarations)
