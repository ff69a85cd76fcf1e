"""Every sentence for users has a German wording with the same values."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model import errors, validation
from graph.model.german import GERMAN

ROOT = Path(__file__).parents[2]
SAYING = {"refused", "Message", *(name for name, value in vars(errors).items() if isinstance(value, type))}
BUT_NOT = {"InvalidFields", "StaleRevision", "Mapping", "Any", "Language", "Value"}
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def templates(path: Path) -> Iterator[str]:
    """The literal templates that a module hands to an error or message, directly or by a `template` variable."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(text)), *_]):
                if name in SAYING - BUT_NOT:
                    yield text
            case ast.Assign(targets=[ast.Name(id="template")], value=ast.Constant(value=str(text))):
                yield text


SAID = sorted(
    {
        text
        for folder in ("graph", "schema", "service", "seeds")
        for path in (ROOT / folder).rglob("*.py")
        for text in templates(path)
    }
    | set(validation.TEMPLATES.values())
    | {validation.OTHERWISE}
)


def test_there_are_templates_to_check() -> None:
    assert len(SAID) > 30


@pytest.mark.parametrize("template", SAID)
def test_a_message_has_a_german_wording(template: str) -> None:
    assert template in GERMAN, f"Give it a German wording in graph/model/german.py: {template!r}"


@pytest.mark.parametrize("template", sorted(GERMAN))
def test_the_german_wording_has_the_same_values(template: str) -> None:
    assert set(PLACEHOLDER.findall(GERMAN[template])) == set(PLACEHOLDER.findall(template))
