"""From the packages to the tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from seeds.reference.build import districts, packages, reforms
from seeds.reference.build.borders import Area, read_areas
from seeds.reference.build.former import former_rows, succession_rows
from seeds.reference.build.municipal_names import choose, read_names
from seeds.reference.build.municipalities import EISENACH, ONCE, municipality_rows
from seeds.reference.build.official import Figures, read_figures
from seeds.reference.build.populations import Places, estimate, read_places
from seeds.reference.build.territories import Territory, territories
from seeds.reference.rows import AliasRow, MunicipalityRow, SuccessionRow


@dataclass(frozen=True, slots=True)
class Sources:
    """What the packages say, as read. `figures` are those of 2018, by the districts of 2018."""

    laender: dict[str, Area]
    districts: dict[str, Area]
    municipalities: dict[str, Area]
    names: dict[str, str]
    figures: dict[str, Figures]
    places: Places


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables, each by key."""

    laender: list[MunicipalityRow]
    districts: list[MunicipalityRow]
    municipalities: list[MunicipalityRow]
    former: list[MunicipalityRow]
    successions: list[SuccessionRow]
    aliases: list[AliasRow]


def read_sources(folder: Path) -> Sources:
    """Read the packages, fetching into `folder` what is not there yet. Raises InvalidInput on a wrong archive."""
    borders = packages.fetch(packages.AREAS, folder)
    return Sources(
        laender=read_areas(borders / "laender.geo.json"),
        districts=read_areas(borders / "kreise.geo.json"),
        municipalities=read_areas(borders / "gemeinden.geo.json"),
        names=read_names(packages.fetch(packages.WARNING_AREAS, folder)),
        figures=read_figures(packages.fetch(packages.DISTRICTS, folder)),
        places=read_places(packages.fetch(packages.PLACES, folder)),
    )


def make_tables(sources: Sources) -> Tables:
    """All tables. Raises InvalidInput when a municipality is neither in the borders of 2016 nor in reforms.csv."""
    areas = sources.districts | sources.municipalities
    happened = reforms.read_reforms()
    now = districts.current(sources.districts)
    figures = districts.figures_now(sources.figures)
    kreise = list(districts.district_rows(now.values(), figures))
    return Tables(
        laender=_by_key(districts.land_rows(sources.laender.values(), kreise)),
        districts=_by_key(kreise),
        municipalities=_by_key(_municipalities(sources, happened, kreise, figures)),
        former=list(former_rows(areas, happened, sources.figures)),
        successions=succession_rows(happened),
        aliases=_aliases(kreise),
    )


def _municipalities(
    sources: Sources, happened: Iterable[reforms.Reform], kreise: Iterable[MunicipalityRow], figures: dict[str, Figures]
) -> Iterable[MunicipalityRow]:
    known = sources.municipalities
    cities = {row.ags for row in kreise}
    names = {ags: choose(name, known[ags].name) if ags in known else name for ags, name in sources.names.items()}
    names = reforms.apply(names, happened)
    return municipality_rows(
        {ags: name for ags, name in names.items() if ags not in cities},
        territories(known, names, happened),
        figures | {ONCE: sources.figures[ONCE]},
        reforms.began(happened, known),
        partial(_estimate, sources.places),
    )


def _estimate(places: Places, territory: Territory, name: str) -> int | None:
    return estimate(places, territory.shape, name)


def _aliases(kreise: Iterable[MunicipalityRow]) -> list[AliasRow]:
    cities = [AliasRow(row.district, row.ags) for row in kreise if row.district and row.district != row.ags]
    return sorted([*cities, AliasRow(ONCE, EISENACH)], key=lambda row: row.alias)


def _by_key(rows: Iterable[MunicipalityRow]) -> list[MunicipalityRow]:
    return sorted(rows, key=lambda row: row.ags)
