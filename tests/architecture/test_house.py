"""Rules about the house itself: what lies where, and what no file may contain."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRACKED = [
    path
    for line in subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if (path := ROOT / line).is_file()
]
TEXTS = [path for path in TRACKED if path.suffix in {".py", ".md", ".toml", ".yml", ".txt", ".graphql", ".in", ""}]
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")


def test_the_top_level_is_the_customers() -> None:
    wanted = {"service", "graph", "schema", "seeds", "tests", "docker-compose.yml", "pyproject.toml"}
    assert wanted <= {path.name for path in ROOT.iterdir()}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_names_a_path_of_somebodys_machine(path: Path) -> None:
    found = MACHINE_PATH.findall(path.read_text(encoding="utf-8"))
    assert not found, f"Write it relative to the checkout: {found}"


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda path: path.name)
def test_locks_hold_versions_and_hashes_and_no_addresses(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "://" in line]
    pinned = [number for number, line in enumerate(lines) if re.match(r"[a-z0-9.\-]+==", line)]
    assert len(pinned) > 20
    assert all("--hash=sha256:" in lines[number + 1] for number in pinned)


@pytest.mark.parametrize("folder", ["graph", "schema", "service", "seeds"])
def test_every_module_begins_by_saying_what_it_holds(folder: str) -> None:
    modules = [path for path in (ROOT / folder).rglob("*.py") if path.name != "__init__.py"]
    silent = [str(path.relative_to(ROOT)) for path in modules if not path.read_text(encoding="utf-8").startswith('"""')]
    assert not silent, f"Begin these with one sentence that says what they hold: {silent}"
