"""Estimates of municipal population: the place of GeoNames that lies in the municipality and bears its name."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from graph.model.search_text import fold
from seeds.reference.build.geometry import Ring, Shape, contains, inner_point

NEAR_KM: Final = 4  # GeoNames rounds: one place in forty lies just across its border
KM_PER_DEGREE: Final = 111.2
ADDITION: Final = re.compile(r"[(/,].*| (?:a|i|b|v|am|an|im|in|bei|ob|vor|auf|unter)\b\.? ?.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Places:
    """Populated places: their points (n, 2) and populations, and which of them bear a name, without its additions."""

    points: Ring
    populations: tuple[int, ...]
    indices: dict[str, list[int]]


def read_places(path: Path) -> Places:
    """The German places of the file that have a population."""
    found = [place for place in json.loads(path.read_bytes()).values() if place["countrycode"] == "DE"]
    found = [place for place in found if place["population"] > 0]
    indices: dict[str, list[int]] = {}
    for index, place in enumerate(found):
        for name in {bare(name) for name in (place["name"], *place["alternatenames"])}:
            indices.setdefault(name, []).append(index)
    points = np.array([(place["longitude"], place["latitude"]) for place in found])
    return Places(points, tuple(place["population"] for place in found), indices)


def estimate(places: Places, shape: Shape, name: str) -> int | None:
    """The population of the largest place of this name within `shape`, else within NEAR_KM of its centre, else None."""
    same = np.array(places.indices.get(bare(name), []), np.int64)
    inside = [index for index in same if contains(shape, *places.points[index])]
    chosen = inside or same[_distances_km(places.points[same], inner_point(shape)) <= NEAR_KM]
    return max((places.populations[index] for index in chosen), default=None)


def _distances_km(points: Ring, centre: tuple[float, float]) -> Ring:
    latitude, longitude = centre
    east = (points[:, 0] - longitude) * np.cos(np.radians(latitude))
    distances: Ring = np.hypot(east, points[:, 1] - latitude) * KM_PER_DEGREE
    return distances


def bare(name: str) -> str:
    """A name without additions such as '(Saale)', 'a.d. Donau', '/Sa.', folded as search folds it."""
    return fold(ADDITION.sub("", name))
