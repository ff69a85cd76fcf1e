"""What differs between the servers that the store speaks to; nothing else in the store asks which one it is."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from graph.model.errors import StoreError
from graph.model.kinds import DIRECTORY_KINDS

SEARCHABLE: Final = tuple(kind.value for kind in DIRECTORY_KINDS)
"""The labels with a full-text index on `search_text`."""

OLDEST_NEO4J: Final = (5, 26)


class Product(StrEnum):
    """The servers that the store is tested on."""

    ARCADEDB = "ArcadeDB"
    NEO4J = "Neo4j"


@dataclass(frozen=True, slots=True)
class Dialect:
    """One server's way. `version` is as the server gives it, for logs and support."""

    product: Product
    version: str

    @classmethod
    def of(cls, agent: str) -> "Dialect":
        """The dialect of a server that calls itself `agent`. Raises StoreError for one that the store cannot use."""
        if match := re.search(r"ArcadeDB ([\d.]+)", agent):
            return cls(Product.ARCADEDB, match[1])
        match = re.match(r"Neo4j/((\d+)\.(\d+)[\w.+-]*)", agent)
        if match is None or (int(match[2]), int(match[3])) < OLDEST_NEO4J:
            raise StoreError("The database is {agent}. Use Neo4j 5.26 or newer, or the embedded server.", agent=agent)
        return cls(Product.NEO4J, match[1])

    def search_index(self, label: str) -> str:
        """The name under which `db.index.fulltext.queryNodes` knows the full-text index of `label`."""
        return f"{label}[search_text]" if self.product is Product.ARCADEDB else f"search_{label}"

    def search_statements(self) -> list[str]:
        """The Cypher that declares the full-text indexes; none where the server's own process does (see below)."""
        if self.product is Product.ARCADEDB:
            return []
        return [
            f"CREATE FULLTEXT INDEX {self.search_index(label)} IF NOT EXISTS "
            f"FOR (node:{label}) ON EACH [node.search_text] "
            "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
            for label in SEARCHABLE
        ]

    def await_statements(self) -> list[str]:
        """The Cypher that returns when every index is ready to answer; none where indexes are built at once."""
        return ["CALL db.awaitIndexes(300)"] if self.product is Product.NEO4J else []


def embedded_search_statements() -> list[str]:
    """The SQL by which the embedded server declares the full-text indexes: over Bolt it takes Cypher only, and its
    Cypher has no full-text index. Safe to repeat at each start."""
    return [
        statement
        for label in SEARCHABLE
        for statement in (
            f"CREATE VERTEX TYPE {label} IF NOT EXISTS",
            f"CREATE PROPERTY {label}.search_text IF NOT EXISTS STRING",
            f"CREATE INDEX IF NOT EXISTS ON {label} (search_text) FULL_TEXT "
            'METADATA {"analyzer": "org.apache.lucene.analysis.core.WhitespaceAnalyzer"}',
        )
    ]
