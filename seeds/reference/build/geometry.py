"""Areas on the map: size, a point inside, what lies within. Coordinates are longitude and latitude in degrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np
from numpy.typing import NDArray

Ring = NDArray[np.float64]
"""(n, 2): longitude and latitude of the corners, the last equal to the first."""

EQUATORIAL_RADIUS_KM: Final = 6378.137  # GRS80, on which ETRS89 and hence VG250 rest
ECCENTRICITY: Final = 0.0818191910428


@dataclass(frozen=True, slots=True)
class Shape:
    """Polygons, each an outer ring followed by its holes."""

    polygons: tuple[tuple[Ring, ...], ...]

    @classmethod
    def of(cls, geometry: dict[str, Any]) -> Self:
        """The shape of a GeoJSON Polygon or MultiPolygon."""
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        return cls(tuple(tuple(np.asarray(ring, np.float64)[:, :2] for ring in part) for part in parts))

    def __add__(self, other: "Shape") -> "Shape":
        return Shape(self.polygons + other.polygons)

    def rings(self) -> Iterator[Ring]:
        """All rings, outer ones and holes."""
        return (ring for polygon in self.polygons for ring in polygon)

    def corners(self) -> set[tuple[float, float]]:
        """All corners. Neighbours share some, because VG250 is topologically clean."""
        return {(float(x), float(y)) for ring in self.rings() for x, y in ring}


def area_km2(shape: Shape) -> float:
    """The area on the ellipsoid, by Lambert's cylindrical equal-area projection (Snyder 1987, p. 81)."""
    return sum(_polygon_area(polygon) for polygon in shape.polygons)


def inner_point(shape: Shape) -> tuple[float, float]:
    """Latitude and longitude of the centroid; where that lies outside, of a point well inside the largest polygon."""
    sizes = [_polygon_area(polygon) for polygon in shape.polygons]
    centres = [_centroid(polygon[0]) for polygon in shape.polygons]
    longitude, latitude = np.average(centres, axis=0, weights=sizes)
    if contains(shape, longitude, latitude):
        return float(latitude), float(longitude)
    largest = Shape((shape.polygons[int(np.argmax(sizes))],))
    latitude = _centroid(largest.polygons[0][0])[1]
    crossings = np.sort(np.concatenate([_crossings(ring, latitude) for ring in largest.rings()])).reshape(-1, 2)
    west, east = crossings[np.argmax(crossings[:, 1] - crossings[:, 0])]
    return float(latitude), float(west + east) / 2


def contains(shape: Shape, longitude: float, latitude: float) -> bool:
    """Whether the point lies inside, by the number of borders to its west."""
    return sum(int((_crossings(ring, latitude) < longitude).sum()) for ring in shape.rings()) % 2 == 1


def _polygon_area(polygon: tuple[Ring, ...]) -> float:
    outer, *holes = (abs(_shoelace(_equal_area(ring))) for ring in polygon)
    return outer - sum(holes)


def _equal_area(ring: Ring) -> Ring:
    longitude, sine = np.radians(ring[:, 0]), np.sin(np.radians(ring[:, 1]))
    e = ECCENTRICITY
    q = (1 - e**2) * (sine / (1 - (e * sine) ** 2) + np.arctanh(e * sine) / e)
    return np.column_stack([EQUATORIAL_RADIUS_KM * longitude, EQUATORIAL_RADIUS_KM * q / 2])


def _shoelace(ring: Ring) -> float:
    x, y = (ring - ring[0]).T
    return float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


def _centroid(ring: Ring) -> Ring:
    local = ring - ring[0]  # far from the origin the products would cancel
    cross = local[:-1, 0] * local[1:, 1] - local[1:, 0] * local[:-1, 1]
    weighted = ((local[:-1] + local[1:]) * cross[:, None]).sum(axis=0) / (3 * cross.sum())
    centroid: Ring = weighted + ring[0]
    return centroid


def _crossings(ring: Ring, latitude: float) -> Ring:
    begin, end = ring[:-1], ring[1:]
    crossed = (begin[:, 1] > latitude) != (end[:, 1] > latitude)
    begin, end = begin[crossed], end[crossed]
    share = (latitude - begin[:, 1]) / (end[:, 1] - begin[:, 1])
    longitudes: Ring = begin[:, 0] + share * (end[:, 0] - begin[:, 0])
    return longitudes
