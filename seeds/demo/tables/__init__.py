"""What is easier to read as a table than as code: offers and positions."""

import csv
from pathlib import Path


def read(name: str) -> list[dict[str, str]]:
    """The rows of one table, each by the names of its columns."""
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
