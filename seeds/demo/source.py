"""The demo as a source of rows."""

from typing import Final

from graph.model.ids import imported_id
from seeds.rows import Source

DEMO: Final = Source("demo")


def person_id(key: str) -> str:
    """The id of the person whom the demo calls `key`."""
    return imported_id(DEMO.name, f"person/{key}")
