"""What of the container files can be checked without containers."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
from yaml import safe_load  # type: ignore[import-untyped]

from service.settings import PREFIX, Settings

ROOT: Final = Path(__file__).parents[2]
COMPOSE: Final[dict[str, Any]] = safe_load((ROOT / "docker-compose.yml").read_text())
DOCKERFILE: Final = (ROOT / "Dockerfile").read_text()
SERVICE: Final[dict[str, Any]] = COMPOSE["services"]["service"]
NEO4J: Final[dict[str, Any]] = COMPOSE["services"]["neo4j"]


def settings_in(text: str) -> set[str]:
    """The names of our settings in a text."""
    return set(re.findall(rf"{PREFIX}[A-Z_]+", text))


@pytest.mark.parametrize("file", ["docker-compose.yml", "Dockerfile"])
def test_every_setting_named_there_exists(file: str) -> None:
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    assert settings_in((ROOT / file).read_text()) - known == set()


def test_what_compose_sets_makes_settings_without_demo_sign_in() -> None:
    given = dict(re.findall(rf"{PREFIX}(\w+)=(\S+)", DOCKERFILE))
    given |= {name.removeprefix(PREFIX): value for name, value in SERVICE["environment"].items()}
    values = {name.lower(): "x" * 40 if "${" in value else value for name, value in given.items()}
    settings = Settings.model_validate({**values, "_env_file": None})
    assert settings.database is not None
    assert settings.database.uri == "bolt://neo4j:7687"
    assert (settings.demo, settings.on_loopback, settings.queries_by_get) == (False, False, False)


def test_the_database_is_the_long_term_release_and_reached_by_nobody_else() -> None:
    assert re.fullmatch(r"neo4j:5\.26(\.\d+)?-community", NEO4J["image"])
    assert "ports" not in NEO4J


def test_the_service_waits_until_the_database_is_healthy() -> None:
    assert SERVICE["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert NEO4J["healthcheck"]["test"]
    assert "HEALTHCHECK" in DOCKERFILE
    assert "/readyz" in DOCKERFILE


def test_both_know_the_same_password_and_no_file_holds_one() -> None:
    password = SERVICE["environment"]["KOMMUNE360_DATABASE_PASSWORD"]
    assert NEO4J["environment"]["NEO4J_AUTH"] == f"neo4j/{password}"
    assert password.startswith("${KOMMUNE360_DATABASE_PASSWORD:?")
    assert not re.search(r"(PASSWORD|SECRET)=\S", DOCKERFILE)


def test_only_the_machine_itself_reaches_the_service_and_the_port_is_the_one_it_listens_on() -> None:
    port = Settings.model_fields["port"].default
    assert [published.split("#")[0].strip() for published in SERVICE["ports"]] == [f"127.0.0.1:{port}:{port}"]
    assert f"EXPOSE {port}" in DOCKERFILE
    assert f"127.0.0.1:{port}/readyz" in DOCKERFILE


def test_data_survive_and_the_service_is_not_root() -> None:
    assert {volume.split(":")[0] for one in (SERVICE, NEO4J) for volume in one["volumes"]} == set(COMPOSE["volumes"])
    assert "KOMMUNE360_DATA=/data" in DOCKERFILE
    assert DOCKERFILE.rindex("USER kommune360") > DOCKERFILE.rindex("FROM ")
    assert DOCKERFILE.count("FROM python:3.11-slim") == 2


def test_what_is_compiled_is_kept_where_the_service_may_write() -> None:
    assert SERVICE["read_only"] is True
    assert "NUMBA_CACHE_DIR=/data/" in DOCKERFILE  # without a place for it Numba refuses to load


def test_there_is_more_time_to_stop_than_the_service_takes() -> None:
    drain = float(SERVICE["environment"]["KOMMUNE360_DRAIN_SECONDS"])
    stop = Settings.model_fields["stop_seconds"].default
    assert int(SERVICE["stop_grace_period"].rstrip("s")) > drain + stop


def test_everything_that_the_image_copies_is_there_and_let_in() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    let_in = (ROOT / ".dockerignore").read_text().split()
    for source in (name for line in copied for name in line.split()):
        assert (ROOT / source).exists(), source
        assert f"!{source}" in let_in, source
