"""The places that every installation starts with, checked against what is known of Germany."""

import re
from math import cos, hypot, pi, radians, sqrt

import pytest

from graph.model.kinds import MunicipalityKind
from graph.model.nodes import MunicipalityFields
from seeds.reference import load
from seeds.reference.rows import MunicipalityRow

PLACES = {row.ags: row for row in load.municipalities()}
FORMER = {row.ags: row for row in load.former_municipalities()}
DISTRICT_KINDS = (MunicipalityKind.RURAL_DISTRICT, MunicipalityKind.INDEPENDENT_CITY)
DISTRICTS = [row for row in PLACES.values() if row.kind in DISTRICT_KINDS]
GERMANY_2018 = 83_019_213  # Destatis, population on 31 December 2018
FAR_FROM_ITS_DISTRICT = {"01056025", "03457002"}  # Helgoland, Borkum


def of_kind(*kinds: MunicipalityKind) -> list[MunicipalityRow]:
    return [row for row in PLACES.values() if row.kind in kinds]


def distance_km(one: MunicipalityRow, other: MunicipalityRow) -> float:
    (north, east), (other_north, other_east) = point(one), point(other)
    return 111.2 * hypot((east - other_east) * cos(radians(north)), north - other_north)


def point(row: MunicipalityRow) -> tuple[float, float]:
    assert row.latitude is not None
    assert row.longitude is not None
    return row.latitude, row.longitude


@pytest.mark.parametrize(
    ("kinds", "count"),
    [
        ((MunicipalityKind.LAND,), 16),
        (DISTRICT_KINDS, 400),
        ((MunicipalityKind.INDEPENDENT_CITY,), 106),
        ((MunicipalityKind.MUNICIPALITY, MunicipalityKind.INDEPENDENT_CITY), 10_773),
    ],
)
def test_germany_has_this_many_places_of_these_kinds(kinds: tuple[MunicipalityKind, ...], count: int) -> None:
    assert len(of_kind(*kinds)) == count


def test_no_key_is_given_twice() -> None:
    assert len(PLACES) == len(load.municipalities())
    assert not PLACES.keys() & FORMER.keys()


def test_every_place_comes_after_what_it_is_part_of_so_that_there_is_no_cycle() -> None:
    seen: set[str | None] = {None}
    for row in load.municipalities():
        assert row.parent in seen, row
        seen.add(row.ags)


def test_every_key_begins_with_the_key_of_what_it_is_part_of() -> None:
    for row in [*PLACES.values(), *FORMER.values()]:
        assert row.ags.startswith(row.parent or ""), row
        assert (row.parent is None) == (row.kind is MunicipalityKind.LAND), row


def test_the_model_accepts_every_place() -> None:
    for row in [*PLACES.values(), *FORMER.values()]:
        assert MunicipalityFields.model_validate(row.properties()).ags == row.ags


def test_every_place_but_a_land_names_its_district() -> None:
    for row in PLACES.values():
        assert row.district == (None if row.kind is MunicipalityKind.LAND else row.ags[:5]), row


def test_every_place_lies_in_germany() -> None:
    for row in [*PLACES.values(), *FORMER.values()]:
        latitude, longitude = point(row)
        assert 47.27 < latitude < 55.06, row
        assert 5.86 < longitude < 15.05, row


def test_every_municipality_lies_near_the_middle_of_its_district() -> None:
    for row in of_kind(MunicipalityKind.MUNICIPALITY):
        district = PLACES[row.ags[:5]]
        assert district.area_km2
        reach = 2.5 * sqrt(district.area_km2 / pi)
        assert distance_km(row, district) < reach or row.ags in FAR_FROM_ITS_DISTRICT, row


def test_every_district_has_a_nuts_code_of_its_own() -> None:
    assert len({row.nuts for row in DISTRICTS}) == 400
    assert all(row.nuts and re.fullmatch("DE[1-9A-G][0-9A-Z]{2}", row.nuts) for row in DISTRICTS)


def test_nuts_codes_begin_with_that_of_the_land() -> None:
    for row in PLACES.values():
        land = PLACES[row.ags[:2]]
        assert land.nuts, land
        assert (row.nuts or "").startswith(land.nuts), row


def test_municipalities_have_the_nuts_code_of_their_district() -> None:
    for row in of_kind(MunicipalityKind.MUNICIPALITY):
        assert row.nuts == PLACES[row.ags[:5]].nuts


@pytest.mark.parametrize("rows", [DISTRICTS, of_kind(MunicipalityKind.LAND)], ids=["districts", "laender"])
def test_population_adds_up_to_that_of_germany(rows: list[MunicipalityRow]) -> None:
    assert sum(row.population or 0 for row in rows) == GERMANY_2018


def test_area_adds_up_to_that_of_germany() -> None:
    assert sum(row.area_km2 or 0 for row in DISTRICTS) == pytest.approx(357_575, abs=10)


def test_municipalities_do_not_cover_more_than_their_district() -> None:
    for district in of_kind(MunicipalityKind.RURAL_DISTRICT):
        own = [row.area_km2 or 0 for row in PLACES.values() if row.parent == district.ags]
        assert sum(own) < 1.03 * (district.area_km2 or 0), district


def test_population_is_official_for_districts_and_marked_as_estimate_for_municipalities() -> None:
    assert all(row.population_year == 2018 and not row.population_is_estimate for row in DISTRICTS)
    known = [row for row in of_kind(MunicipalityKind.MUNICIPALITY) if row.population is not None]
    assert [row.name for row in known if not row.population_is_estimate] == ["Eisenach"]


def test_at_least_seventeen_in_twenty_municipalities_have_a_population_and_nineteen_an_area() -> None:
    rows = of_kind(MunicipalityKind.MUNICIPALITY)
    assert sum(row.population is not None for row in rows) > 0.85 * len(rows)
    assert sum(row.area_km2 is not None for row in rows) > 0.95 * len(rows)


@pytest.mark.parametrize(
    ("ags", "name", "parent", "nuts", "population"),
    [
        ("09162000", "München", "09", "DE212", 1_471_508),
        ("09184", "Landkreis München", "09", "DE21H", 348_871),
        ("11000000", "Berlin", "11", "DE300", 3_644_826),
        ("02000000", "Hamburg", "02", "DE600", 1_841_179),
        ("04012000", "Bremerhaven", "04", "DE502", 113_634),
        ("03241", "Region Hannover", "03", "DE929", 1_157_624),
        ("03159", "Landkreis Göttingen", "03", "DE91C", 328_074),
        ("16063", "Wartburgkreis", "16", "DEG0R", 123_025 + 42_370),
        ("16063105", "Eisenach", "16063", "DEG0R", 42_370),
        ("16054000", "Suhl", "16", "DEG0S", 34_835),
    ],
)
def test_a_known_place_is_as_known(ags: str, name: str, parent: str, nuts: str, population: int) -> None:
    row = PLACES[ags]
    assert (row.name, row.parent, row.nuts, row.population) == (name, parent, nuts, population)


@pytest.mark.parametrize(
    ("ags", "name", "latitude", "longitude"),
    [
        ("09162000", "München", 48.14, 11.57),
        ("05315000", "Köln", 50.94, 6.96),
        ("03159016", "Göttingen", 51.53, 9.93),
        ("07132502", "Neitersen", 50.66, 7.57),
        ("14522275", "Jahnatal", 51.20, 13.13),
        ("13076168", "Ruhner Berge", 53.31, 11.92),
        ("05158020", "Langenfeld (Rheinland)", 51.11, 6.95),
        ("09679114", "Aub", 49.55, 10.06),
    ],
)
def test_a_known_place_lies_where_it_is(ags: str, name: str, latitude: float, longitude: float) -> None:
    there = MunicipalityRow(ags, name, MunicipalityKind.MUNICIPALITY, latitude=latitude, longitude=longitude)
    assert PLACES[ags].name == name
    assert distance_km(PLACES[ags], there) < 8


def test_names_are_free_of_what_their_sources_add() -> None:
    clean = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöüßéè]*(?:[ .()/'–-]+[A-Za-zÄÖÜäöüßéè]+)*[.)]{0,2}")
    added = re.compile(r", |\[|  |Verwaltungsgemeinschaft|Große Kreisstadt|gemfr| St$| GKSt$| M$|documenta")
    for row in [*PLACES.values(), *FORMER.values()]:
        assert clean.fullmatch(row.name), row
        assert not added.search(row.name), row


def test_every_former_place_ended_when_its_successors_took_over() -> None:
    ended = {(row.ags, row.valid_to) for row in FORMER.values()}
    assert {(row.ags, row.since) for row in load.successions()} == ended


def test_every_successor_is_a_current_place_that_began_no_later() -> None:
    for row in load.successions():
        assert (PLACES[row.successor].valid_from or "") <= row.since, row


def test_current_places_have_no_end_and_new_ones_have_predecessors() -> None:
    assert not [row for row in PLACES.values() if row.valid_to]
    began = {row.ags for row in PLACES.values() if row.valid_from}
    assert began <= {row.successor for row in load.successions()}


@pytest.mark.parametrize(
    ("ags", "successors"),
    [
        ("16056000", ["16063105"]),
        ("03152012", ["03159016"]),
        ("03156", ["03159"]),
        ("16064073", ["16061118", "16064046", "16064071"]),
    ],
)
def test_a_known_reform_is_told(ags: str, successors: list[str]) -> None:
    assert [row.successor for row in load.successions() if row.ags == ags] == successors


def test_the_short_key_of_every_independent_city_is_an_alias() -> None:
    aliases = {row.alias: row.ags for row in load.aliases()}
    cities = {row.ags[:5]: row.ags for row in of_kind(MunicipalityKind.INDEPENDENT_CITY)}
    assert aliases == cities | {"16056": "16063105"}
    assert not aliases.keys() & PLACES.keys()


@pytest.mark.parametrize("name", ["laender", "districts", "municipalities", "successions", "aliases"])
def test_a_table_is_sorted_by_key_and_ends_its_lines_as_unix_does(name: str) -> None:
    content = (load.DATA / f"{name}.csv").read_bytes()
    keys = [line.split(b",")[0] for line in content.splitlines()[1:]]
    assert keys == sorted(keys)
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
