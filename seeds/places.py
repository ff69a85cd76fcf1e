"""Places of the reference data by their key, and what one calls them in a sentence."""

from collections.abc import Collection
from functools import cache
from typing import Final

from graph.model.kinds import MunicipalityKind
from seeds.reference.load import municipalities
from seeds.reference.rows import MunicipalityRow

LANDRATSAMT: Final = ("08", "09", "14", "16")  # what the administration of a district is called there


@cache
def place(ags: str) -> MunicipalityRow:
    """The reference data of a place. KeyError if there is none under this key."""
    return _by_ags()[ags]


@cache
def _by_ags() -> dict[str, MunicipalityRow]:
    return {row.ags: row for row in municipalities()}


def base(places: Collection[str]) -> tuple[MunicipalityRow, ...]:
    """All Länder, districts and independent cities, and the given `places`, each after what it is part of."""
    wanted = (MunicipalityKind.LAND, MunicipalityKind.RURAL_DISTRICT, MunicipalityKind.INDEPENDENT_CITY)
    return tuple(row for row in municipalities() if row.kind in wanted or row.ags in places)


def bare_name(ags: str) -> str:
    """A place without what its official name adds: 'Oldenburg', 'Nordfriesland', 'Salzlandkreis'."""
    name = place(ags).name.removeprefix("Landkreis ").removeprefix("Kreis ")
    return name.partition(" (")[0]


def inside(ags: str) -> str:
    """A place with its preposition: 'in Kiel', 'im Kreis Nordfriesland'."""
    return f"{'im' if place(ags).kind is MunicipalityKind.RURAL_DISTRICT else 'in'} {place(ags).name}"


def administration_of(ags: str) -> str:
    """What the administration of a place is called."""
    if place(ags).kind is not MunicipalityKind.RURAL_DISTRICT:
        return f"Stadtverwaltung {bare_name(ags)}"
    return f"{'Landratsamt' if ags[:2] in LANDRATSAMT else 'Kreisverwaltung'} {bare_name(ags)}"


@cache
def districts() -> tuple[str, ...]:
    """The keys of the 400 rural districts and independent cities, from north to south as their keys run."""
    kinds = (MunicipalityKind.RURAL_DISTRICT, MunicipalityKind.INDEPENDENT_CITY)
    return tuple(sorted(row.ags for row in municipalities() if row.kind in kinds))
