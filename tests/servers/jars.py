"""Fetching a Neo4j server from Maven Central, once per checkout."""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.servers.missing import ServerMissing

HERE: Final = Path(__file__).parent
CACHE: Final = HERE.parents[1] / ".cache" / "neo4j"


def jars(version: str) -> Path:
    """The folder with the jars of Neo4j `version`. Raises ServerMissing when they cannot be fetched."""
    folder = CACHE / version
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{version}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # test workers start at the same time
        if not folder.is_dir():
            fetch(version, folder)
    return folder


def fetch(version: str, folder: Path) -> None:
    """Let Maven copy all jars, whole or not at all."""
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerMissing(f"Neo4j {version} is not in .cache, and there is no Maven (mvn) to fetch it.")
    draft = folder.with_suffix(".part")
    shutil.rmtree(draft, ignore_errors=True)
    arguments = [
        *("-q", "-B", "-f", str(HERE / "pom.xml"), f"-Dneo4j.version={version}", "dependency:copy-dependencies"),
        *(f"-DoutputDirectory={draft}", "-Dmdep.prependGroupId=true"),  # two jars share a name without their group
    ]
    done = subprocess.run([maven, *arguments], capture_output=True, text=True, timeout=900, check=False)
    if done.returncode:
        reason = next((line for line in done.stdout.splitlines() if "ERROR" in line), done.stderr)
        raise ServerMissing(f"Maven could not fetch Neo4j {version}: {reason[:300]}")
    draft.rename(folder)


def main(versions: Sequence[str]) -> None:
    """Fetch apart from a test and its time limit. What cannot be had is said here, and again by the tests it stops."""
    for version in versions:
        try:
            jars(version)
        except ServerMissing as missing:
            print(missing, file=sys.stderr)  # noqa: T201 - a command of its own


if __name__ == "__main__":
    main(sys.argv[1:])
