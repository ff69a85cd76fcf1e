"""What docs/import.md lists is what the model allows, and what it shows is what the commands answer."""

import re

import pytest
from typer import Typer
from typer.main import get_command

from graph.exchange.importing import ImportReport
from graph.model.messages import Language
from graph.store.database import Database
from service.commands.imports import figures, import_path
from tests.exchange.conftest import EXAMPLE, bring
from tests.exchange.documented import DOCS, generated, sections

PAGE = DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sections())
def test_the_lists_are_those_of_the_model(name: str) -> None:
    assert generated(PAGE)[name] == sections()[name], "Run python -m tests.exchange.documented."


def test_the_answer_shown_for_the_example_is_the_real_one(shown: ImportReport) -> None:
    (block,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert block.splitlines() == [figures(file, Language.EN) for file in shown.files]


@pytest.fixture
async def shown(embedded_graph: Database) -> ImportReport:
    """What comes of the example."""
    return await bring(embedded_graph, EXAMPLE, source="example")


def test_every_option_of_the_command_is_described() -> None:
    app = Typer(add_completion=False)
    app.command("import")(import_path)
    options = {option for parameter in get_command(app).params for option in parameter.opts if option.startswith("--")}
    assert options == set(re.findall(r"^\| `(--[\w-]+)", PAGE, re.MULTILINE))
