"""Reforms of municipalities since 2016, from `reforms.csv`: who became part of whom, and when."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("reforms.csv")


@dataclass(frozen=True, slots=True)
class Reform:
    """On `since`, `successor` took over the places in `whole`, and of those in `parts` a part each.

    Where there are none of either, it was only renamed.
    """

    since: str
    successor: str
    name: str
    whole: tuple[str, ...]
    parts: tuple[str, ...]

    @property
    def is_renaming(self) -> bool:
        """Whether nothing but the name changed."""
        return not self.whole and not self.parts

    @property
    def dissolved(self) -> tuple[str, ...]:
        """All that ended with this reform."""
        return tuple(ags for ags in self.whole + self.parts if ags != self.successor)


def read_reforms() -> tuple[Reform, ...]:
    """The reforms, oldest first."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Reform(
                row["since"], row["successor"], row["name"], tuple(row["whole"].split()), tuple(row["parts"].split())
            )
            for row in csv.DictReader(file)
        )


def apply(names: dict[str, str], reforms: Iterable[Reform]) -> dict[str, str]:
    """Name by AGS after the reforms: the dissolved are gone, new and renamed ones are there."""
    reforms = tuple(reforms)
    dissolved = {ags for reform in reforms for ags in reform.dissolved}
    named = {each.successor: each.name for each in reforms if each.is_renaming or each.successor not in names}
    return {ags: name for ags, name in (names | named).items() if ags not in dissolved}


def began(reforms: Iterable[Reform], existed: Iterable[str]) -> dict[str, str]:
    """The day on which each new place began, by AGS. What already `existed` in 2016 is not new."""
    known = set(existed)
    days: dict[str, str] = {}
    for reform in reforms:
        if reform.successor not in known:
            days.setdefault(reform.successor, reform.since)
    return days
