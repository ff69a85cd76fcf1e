"""The municipalities that belong to a rural district."""

from collections.abc import Callable, Iterator, Mapping

from graph.model.kinds import MunicipalityKind
from seeds.reference.build.geometry import area_km2, inner_point
from seeds.reference.build.official import YEAR, Figures
from seeds.reference.build.territories import Territory
from seeds.reference.rows import MunicipalityRow

EISENACH, ONCE = "16063105", "16056"
"""An independent city until 2021: its figures of 2018 are official, unlike those of other municipalities."""


def municipality_rows(
    names: Mapping[str, str],
    territories: Mapping[str, Territory],
    figures: Mapping[str, Figures],
    began: Mapping[str, str],
    estimate: Callable[[Territory, str], int | None],
) -> Iterator[MunicipalityRow]:
    """One row per name. `figures` are those of 2018 by the districts of 2018 and of today."""
    for ags, name in names.items():
        territory, district = territories[ags], figures[ags[:5]]
        official = figures[ONCE] if ags == EISENACH else None
        population = official.population if official else estimate(territory, name)
        if population is not None and population > district.population:
            population = None  # a place of that name elsewhere, or a part of the country
        latitude, longitude = inner_point(territory.shape)
        yield MunicipalityRow(
            ags=ags,
            name=name,
            kind=MunicipalityKind.MUNICIPALITY,
            parent=ags[:5],
            district=ags[:5],
            nuts=district.nuts,
            population=population,
            population_year=YEAR if official else None,
            population_is_estimate=population is not None and official is None,
            area_km2=_area(territory, official),
            latitude=round(latitude, 4),
            longitude=round(longitude, 4),
            valid_from=began.get(ags),
        )


def _area(territory: Territory, official: Figures | None) -> float | None:
    if official:
        return official.area_km2
    return round(area_km2(territory.shape), 2) if territory.is_whole else None
