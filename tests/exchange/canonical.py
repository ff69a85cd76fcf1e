"""A graph as text that is equal exactly when two graphs are, apart from when and how often something was written."""

import json

from graph.model.kinds import DIRECTORY_KINDS, NodeKind
from graph.store.database import Database, Row

PASSING = frozenset({"created_at", "updated_at", "revision", "touched_by"})
NODES = "MATCH (node:{label}) RETURN labels(node) AS kind, properties(node) AS own"
TIES = (
    "MATCH (one)-[tie]->(other) WHERE one.id IS NOT NULL AND other.id IS NOT NULL "
    "RETURN type(tie) AS kind, one.id AS one, other.id AS other, properties(tie) AS own"
)
CONSENTS = (
    "MATCH (person:Person)-[:GAVE]->(consent:Consent) RETURN person.id AS person, consent.purpose AS purpose, "
    "consent.given AS given, consent.at AS at, consent.source AS source"
)


async def canonical(database: Database) -> list[str]:
    """Every node of the directory, every tie and every consent, each as one line, sorted."""
    rows = [row for kind in DIRECTORY_KINDS for row in await database.rows(NODES.format(label=kind))]
    rows += [row for row in await database.rows(TIES) if row["kind"] not in ("GAVE", "OF")]
    rows += await database.rows(CONSENTS)
    return sorted(_line(row) for row in rows)


async def count(database: Database, kind: NodeKind) -> int:
    """How many nodes of a kind there are."""
    (row,) = await database.rows(f"MATCH (node:{kind}) RETURN count(node) AS found")
    found: int = row["found"]
    return found


def _line(row: Row) -> str:
    own = {name: value for name, value in row.get("own", {}).items() if name not in PASSING}
    return json.dumps(
        {**row, **({"own": own} if "own" in row else {})}, sort_keys=True, default=str, ensure_ascii=False
    )
