"""Places that ended since 2016, and who took them over."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from graph.model.kinds import MunicipalityKind
from seeds.reference.build import districts
from seeds.reference.build.borders import Area
from seeds.reference.build.geometry import area_km2
from seeds.reference.build.municipalities import ONCE
from seeds.reference.build.official import YEAR, Figures
from seeds.reference.build.reforms import Reform
from seeds.reference.rows import MunicipalityRow, SuccessionRow


def former_rows(
    areas: Mapping[str, Area], reforms: Iterable[Reform], figures: Mapping[str, Figures]
) -> Iterator[MunicipalityRow]:
    """The dissolved districts, then the dissolved municipalities, each with the day on which it no longer was.

    `areas` are those of 2016, districts and municipalities alike.
    """
    for ags, since in _dissolved_districts().items():
        yield _row(areas[ags], since, MunicipalityKind.RURAL_DISTRICT)
    for ags, since in sorted({ags: reform.since for reform in reforms for ags in reform.dissolved}.items()):
        row = _row(areas[ags], since, MunicipalityKind.MUNICIPALITY)
        yield _as_city(row, figures[ONCE]) if ags.startswith(ONCE) else row


def succession_rows(reforms: Iterable[Reform]) -> list[SuccessionRow]:
    """Which place took over which, by key."""
    municipal = [SuccessionRow(ags, each.successor, each.since) for each in reforms for ags in each.dissolved]
    whole = [SuccessionRow(ags, districts.FORMER[ags], since) for ags, since in _dissolved_districts().items()]
    return sorted(municipal + whole, key=lambda row: (row.ags, row.successor))


def _dissolved_districts() -> dict[str, str]:
    return {ags: districts.FORMED[now] for ags, now in districts.FORMER.items() if now in districts.FORMED}


def _row(area: Area, ended: str, kind: MunicipalityKind) -> MunicipalityRow:
    latitude, longitude = districts.rounded_point(area)
    is_district = kind is MunicipalityKind.RURAL_DISTRICT
    return MunicipalityRow(
        ags=area.ags,
        name=districts.display_name(area) if is_district else area.name,
        kind=kind,
        parent=area.ags[:2] if is_district else area.ags[:5],
        district=area.ags[:5],
        area_km2=round(area_km2(area.shape), 2),
        latitude=latitude,
        longitude=longitude,
        valid_to=ended,
    )


def _as_city(row: MunicipalityRow, figures: Figures) -> MunicipalityRow:
    """`row` as the independent city that it was."""
    return replace(
        row,
        kind=MunicipalityKind.INDEPENDENT_CITY,
        parent=row.ags[:2],
        population=figures.population,
        population_year=YEAR,
        area_km2=figures.area_km2,
    )
