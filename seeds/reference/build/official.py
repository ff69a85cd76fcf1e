"""Area and population of the districts of 31 December 2018, and their NUTS codes of 2024."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Final

YEAR: Final = 2018
NUTS_2024: Final = {
    "16054": "DEG0S",
    "16063": "DEG0R",
    "16066": "DEG0Q",
    "16070": "DEG0T",
    "16072": "DEG0V",
    "16073": "DEG0U",
}
"""Codes new in NUTS 2024, by Commission Delegated Regulation (EU) 2023/674, OJ L 87, 24.3.2023, p. 1.

Borders moved between these six and Eisenach joined 16063; all other German codes are those of 2018.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """What official statistics say of a district."""

    nuts: str
    area_km2: float
    population: int

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.nuts, round(self.area_km2 + other.area_km2, 2), self.population + other.population)


def read_figures(path: Path) -> dict[str, Figures]:
    """Figures by 5-digit key, the districts being those of 2018: with Eisenach, still an independent city."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["AGS"]: _figures(row) for row in csv.DictReader(file, delimiter=";")}


def _figures(row: dict[str, str]) -> Figures:
    nuts = NUTS_2024.get(row["AGS"], row["NUTS3"])
    return Figures(nuts, float(row["area_km2"]), int(row["population"]))
