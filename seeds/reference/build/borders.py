"""Borders of 1 January 2016 (BKG VG250) by official key."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from seeds.reference.build.geometry import Shape

LAND_SURFACE: Final = 4  # GF: 4 with land, 2 water only; water would move the centres of the coast out to sea
NOT_MUNICIPAL: Final = "Gemeindefreies Gebiet"


@dataclass(frozen=True, slots=True)
class Area:
    """A territory of 2016: key, name, what it calls itself ("Kreis", "Landkreis", "Stadt", ...), land surface."""

    ags: str
    name: str
    word: str
    shape: Shape


def read_areas(path: Path) -> dict[str, Area]:
    """The areas in one GeoJSON file of the package, without forests and lakes that belong to no municipality."""
    areas: dict[str, Area] = {}
    for feature in _features(json.loads(path.read_bytes())):
        properties = feature["properties"]
        if properties["GF"] == LAND_SURFACE and properties["BEZ"] != NOT_MUNICIPAL:
            shape = Shape.of(feature["geometry"])
            area = Area(properties["AGS"], properties["GEN"], properties["BEZ"], shape)
            known = areas.get(area.ags)
            areas[area.ags] = replace(known, shape=known.shape + shape) if known else area
    return areas


def _features(items: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The package groups features of one name, whatever their key."""
    for item in items:
        yield from item["features"] if item["type"] == "FeatureCollection" else [item]
