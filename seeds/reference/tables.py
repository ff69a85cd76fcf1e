"""Reference tables as files: CSV in UTF-8, an empty cell for None."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, fields
from pathlib import Path
from typing import Any, Final, TypeVar

from graph.model.kinds import MunicipalityKind

Row = TypeVar("Row")

CELLS: Final[Mapping[str, Callable[[str], object]]] = {
    "kind": MunicipalityKind,
    "population": int,
    "population_year": int,
    "population_is_estimate": lambda cell: cell == "yes",
    "area_km2": float,
    "latitude": float,
    "longitude": float,
}
"""How a cell becomes a value, by column. The others are text."""


def read_table(path: Path, row: type[Row]) -> tuple[Row, ...]:
    """The rows of the file at `path`, in its order. The header must name the fields of `row`."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(row(**_values(cells)) for cells in csv.DictReader(file))


def write_table(path: Path, row: type[Any], rows: Iterable[Any]) -> None:
    """Write `rows`, all of class `row`, to `path`, in their order."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(row))
        writer.writerows([_cell(value) for value in astuple(each)] for each in rows)


def _values(cells: Mapping[str, str]) -> dict[str, Any]:
    return {name: CELLS.get(name, str)(cell) for name, cell in cells.items() if cell != ""}


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)
