"""Settings: read from several places, checked at once, and all of them documented."""

import re
from pathlib import Path
from typing import Final

import pytest

from graph.model.errors import InvalidFields
from graph.model.messages import Language
from service.settings import PREFIX, Settings, load

ROOT: Final = Path(__file__).parents[2]
OPERATION: Final = ROOT / "docs" / "operation.md"
TEMPLATE: Final = ROOT / ".env.template"
SECRET: Final = "a secret that nobody may read"


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting but those of the test."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)


def problems(**given: object) -> dict[str | None, str]:
    """What is wrong, by setting."""
    with pytest.raises(InvalidFields) as refused:
        load(**given)
    return {problem.field: problem.text(Language.EN) for problem in refused.value.problems}


def test_without_any_settings_it_serves_on_loopback_with_demo_sign_in() -> None:
    settings = load()
    assert (settings.host, settings.port, settings.data) == ("127.0.0.1", 8000, Path("data"))
    assert settings.database is None
    assert settings.demo


def test_the_command_line_goes_before_the_environment_and_this_before_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("KOMMUNE360_PORT=1\nKOMMUNE360_HEAP_MB=300\nKOMMUNE360_MAX_COST=777\n")
    monkeypatch.setenv("KOMMUNE360_PORT", "2")
    monkeypatch.setenv("KOMMUNE360_HEAP_MB", "400")
    settings = load(port=3)
    assert (settings.port, settings.heap_mb, settings.max_cost) == (3, 400, 777)


def test_all_wrong_settings_are_named_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOMMUNE360_PORT", "many")
    monkeypatch.setenv("KOMMUNE360_LOG_LEVEL", "loud")
    monkeypatch.setenv("KOMMUNE360_TOKEN_SECRET", SECRET)
    monkeypatch.setenv("KOMMUNE360_PROT", "8000")
    assert problems() == {
        "KOMMUNE360_PORT": "'many' is no whole number.",
        "KOMMUNE360_LOG_LEVEL": "'loud' is not allowed here. Allowed: 'debug', 'info', 'warning' or 'error'.",
        "KOMMUNE360_TOKEN_SECRET": "The secret is too short. Give at least 32 random bytes.",
        "KOMMUNE360_PROT": "There is no setting KOMMUNE360_PROT. Did you mean KOMMUNE360_PORT?",
    }


def test_a_slip_in_the_file_is_found_too_and_others_variables_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NEO4J_AUTH=none\nKOMMUNE360_DATABASE=bolt://x\n")
    assert list(problems()) == ["KOMMUNE360_DATABASE"]


def test_a_database_needs_its_password() -> None:
    assert "KOMMUNE360_DATABASE_PASSWORD" in problems(database_uri="bolt://db:7687")[None]


def test_a_database_address_must_be_one_without_the_password_in_it() -> None:
    assert "bolt://" in problems(database_uri="http://db", database_password=SECRET)[None]
    refused = problems(database_uri=f"bolt://neo4j:{SECRET.replace(' ', '')}@db:7687", database_password=SECRET)[None]
    assert SECRET.replace(" ", "") not in refused


def test_secrets_are_in_no_text_of_the_settings() -> None:
    settings = load(database_uri="bolt://db:7687", database_password=SECRET, token_secret=SECRET * 2)
    assert SECRET not in f"{settings!r}{settings}{settings.model_dump()}{settings.database!r}"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.7", "::", "example.org"])  # noqa: S104 - that is the point
def test_demo_sign_in_is_refused_on_any_other_address_than_loopback(host: str) -> None:
    assert "loopback only" in problems(host=host, demo_sign_in=True)[None]
    assert not load(host=host).demo


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "localhost"])
def test_demo_sign_in_is_on_by_default_where_only_this_machine_can_ask(host: str) -> None:
    assert load(host=host).demo
    assert not load(host=host, demo_sign_in=False).demo
    assert not load(host=host, database_uri="bolt://db:7687", database_password=SECRET).demo


@pytest.mark.parametrize("name", Settings.model_fields)
def test_setting_is_documented(name: str) -> None:
    assert f"| `KOMMUNE360_{name.upper()}` |" in OPERATION.read_text(), f"Describe {name} in docs/operation.md."
    assert f"# KOMMUNE360_{name.upper()}=" in TEMPLATE.read_text(), f"List {name} in .env.template."


def test_the_template_lists_no_setting_that_does_not_exist_and_the_real_defaults() -> None:
    listed = dict(re.findall(r"^# KOMMUNE360_(\w+)=(.*)$", TEMPLATE.read_text(), re.MULTILINE))
    assert {name.lower() for name in listed} == set(Settings.model_fields)
    defaults = {name: field.default for name, field in Settings.model_fields.items() if listed[name.upper()]}
    given = {name: getattr(load(**{name: listed[name.upper()]}), name) for name in defaults}
    assert given == defaults
