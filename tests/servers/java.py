"""Finding a Java that a server can run on."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path


def java(major: int) -> Path | None:
    """The `java` of a JDK or JRE of version `major`, from JAVA_HOME_<major>, JAVA_HOME, the PATH or the usual place."""
    return next((home / "bin" / "java" for home in homes(major) if version(home) == major), None)


def homes(major: int) -> Iterator[Path]:
    """Where a Java may be, best first."""
    for name in (f"JAVA_HOME_{major}", "JAVA_HOME"):
        if home := os.environ.get(name):
            yield Path(home)
    if found := shutil.which("java"):
        yield Path(found).resolve().parents[1]
    yield from sorted(Path("/usr/lib/jvm").glob("*"))


def version(home: Path) -> int | None:
    """The major version that the Java at `home` says of itself."""
    release = home / "release"
    match = re.search(r'^JAVA_VERSION="(\d+)', release.read_text(), re.MULTILINE) if release.is_file() else None
    return int(match[1]) if match else None
