"""The command line: every command is there, speaks both languages, and says what is wrong in one line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.model.german import GERMAN
from graph.model.messages import Language
from service.commands import console, migrate, schema, serve, token
from service.main import app
from tests.architecture.test_messages import PLACEHOLDER

RUNNER = CliRunner()
COMMANDS = ("serve", "migrate", "seed", "import", "token", "schema")


@pytest.fixture(autouse=True)
def somewhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings and no data but those of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANG", "C")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    told = RUNNER.invoke(app, [name, "--help"])
    assert told.exit_code == 0
    assert "--language" in told.stdout


def test_there_are_no_other_commands() -> None:
    assert {command.name for command in app.registered_commands} == set(COMMANDS)


def test_the_schema_is_printed_as_it_is_committed() -> None:
    printed = RUNNER.invoke(app, ["schema"])
    assert printed.stdout == schema.FILE.read_text(encoding="utf-8"), "Run: kommune360 schema > schema.graphql"
    assert RUNNER.invoke(app, ["schema", "--check"]).exit_code == 0


def test_a_difference_from_what_is_committed_is_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "schema.graphql"
    other.write_text("type Query { nothing: Int }\n")
    monkeypatch.setattr(schema, "FILE", other)
    told = RUNNER.invoke(app, ["schema", "--check"])
    assert told.exit_code == 1
    assert "-type Query { nothing: Int }" in told.stdout
    assert "kommune360 schema > schema.graphql" in told.stderr


@pytest.mark.parametrize("arguments", [["token"], ["token", "--role", "MEMBER", "--revoke", "x"]])
def test_a_token_is_for_a_role_or_ends_an_account(arguments: list[str]) -> None:
    told = RUNNER.invoke(app, [*arguments, "--language", "de"])
    assert (told.exit_code, told.stderr) == (2, "Bitte entweder --role oder --revoke angeben.\n")


@pytest.mark.parametrize("role", ["ANONYMOUS", "ROOT"])
def test_no_token_is_made_for_another_role(role: str) -> None:
    assert RUNNER.invoke(app, ["token", "--role", role]).exit_code == 2


@pytest.mark.parametrize(
    ("option", "setting", "terminal", "language"),
    [
        (None, None, "de_DE.UTF-8", "de"),
        (None, None, "en_GB.UTF-8", "en"),
        (None, None, "fr_FR.UTF-8", "en"),
        (None, "de", "en_GB.UTF-8", "de"),
        ("en", "de", "de_DE.UTF-8", "en"),
    ],
)
def test_the_language_is_that_of_the_option_the_setting_or_the_terminal(
    monkeypatch: pytest.MonkeyPatch, option: str | None, setting: str | None, terminal: str, language: str
) -> None:
    monkeypatch.setenv("LANG", terminal)
    if setting:
        monkeypatch.setenv("KOMMUNE360_LANGUAGE", setting)
    assert console.chosen_language(Language(option) if option else None) == language


@pytest.mark.parametrize("module", [console, migrate, schema, serve, token], ids=lambda module: module.__name__)
def test_what_a_command_says_it_says_in_german_too(module: object) -> None:
    source = Path(str(getattr(module, "__file__", ""))).read_text(encoding="utf-8")
    said = [line.split('say("')[1].split('", ')[0] for line in source.splitlines() if 'say("' in line]
    assert [text for text in said if text not in GERMAN] == []
    assert all(set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(GERMAN[text])) for text in said)
