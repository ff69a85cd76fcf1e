"""The examples of the documentation: each GraphQL document with the answer that is printed below it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.model.permissions import Role

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
EXAMPLE = re.compile(r"```graphql (?P<role>[a-z]+)\n(?P<query>.*?)```\s+```json\n(?P<answer>.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A document, who asks it, and what the page says that the demo network answers."""

    page: str
    number: int
    role: Role
    query: str
    answer: Any

    def __str__(self) -> str:
        return f"{self.page}-{self.number}"


def examples() -> Iterator[Example]:
    """All examples of all pages, in order."""
    for page in PAGES:
        for number, match in enumerate(EXAMPLE.finditer(page.read_text(encoding="utf-8")), 1):
            role = Role(match["role"].upper())
            yield Example(page.name, number, role, match["query"], json.loads(match["answer"]))
