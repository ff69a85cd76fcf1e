"""The 16 Länder and the 400 rural districts and independent cities."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from graph.model.kinds import MunicipalityKind
from seeds.reference.build.borders import Area
from seeds.reference.build.geometry import inner_point
from seeds.reference.build.official import YEAR, Figures
from seeds.reference.rows import MunicipalityRow

CITY_WORDS: Final = ("Kreisfreie Stadt", "Stadtkreis")
NAMES_ITS_KIND: Final = re.compile(r"[Kk]reis\b|^(Region|Städteregion|Regionalverband|Landkreis) ")
FORMER: Final = {"03152": "03159", "03156": "03159", "16056": "16063"}
"""Districts of 2016 and what they are part of now: Göttingen (1 November 2016), Eisenach (1 July 2021)."""
FORMED: Final = {"03159": "2016-11-01"}


def current(areas: Mapping[str, Area]) -> dict[str, Area]:
    """The districts of 2016 turned into those of today, by 5-digit key."""
    now = {ags: area for ags, area in areas.items() if ags not in FORMER}
    for ags, successor in FORMER.items():
        joined = now.get(successor) or replace(areas[ags], ags=successor)
        now[successor] = replace(joined, shape=joined.shape + areas[ags].shape if successor in now else joined.shape)
    return now


def figures_now(figures: Mapping[str, Figures]) -> dict[str, Figures]:
    """The figures of 2018 for the districts of today: what joined a district counts there."""
    now = {ags: figure for ags, figure in figures.items() if ags not in FORMER}
    for ags in figures.keys() & FORMER.keys():
        now[FORMER[ags]] = now[FORMER[ags]] + figures[ags]
    return now


def is_city(area: Area) -> bool:
    """Whether a district is an independent city."""
    return area.word in CITY_WORDS


def display_name(area: Area) -> str:
    """'Landkreis Goslar', 'Kreis Plön', but 'Ilm-Kreis' and 'Region Hannover'; a city is just named."""
    return area.name if is_city(area) or NAMES_ITS_KIND.search(area.name) else f"{area.word} {area.name}"


def district_rows(areas: Iterable[Area], figures: Mapping[str, Figures]) -> Iterator[MunicipalityRow]:
    """One row per district; an independent city under its 8-digit key."""
    for area in areas:
        latitude, longitude = rounded_point(area)
        yield MunicipalityRow(
            ags=f"{area.ags}000" if is_city(area) else area.ags,
            name=display_name(area),
            kind=MunicipalityKind.INDEPENDENT_CITY if is_city(area) else MunicipalityKind.RURAL_DISTRICT,
            parent=area.ags[:2],
            district=area.ags,
            nuts=figures[area.ags].nuts,
            population=figures[area.ags].population,
            population_year=YEAR,
            area_km2=figures[area.ags].area_km2,
            latitude=latitude,
            longitude=longitude,
            valid_from=FORMED.get(area.ags),
        )


def land_rows(areas: Iterable[Area], districts: Iterable[MunicipalityRow]) -> Iterator[MunicipalityRow]:
    """One row per Land; its figures are the sums of its districts."""
    districts = tuple(districts)
    for area in areas:
        own = [row for row in districts if row.parent == area.ags]
        latitude, longitude = rounded_point(area)
        yield MunicipalityRow(
            ags=area.ags,
            name=area.name,
            kind=MunicipalityKind.LAND,
            nuts=(own[0].nuts or "")[:3],
            population=sum(row.population or 0 for row in own),
            population_year=YEAR,
            area_km2=round(sum(row.area_km2 or 0 for row in own), 2),
            latitude=latitude,
            longitude=longitude,
        )


def rounded_point(area: Area) -> tuple[float, float]:
    """Latitude and longitude to some 10 m."""
    latitude, longitude = inner_point(area.shape)
    return round(latitude, 4), round(longitude, 4)
