"""`kommune360 schema`: the schema as text, as it stands in schema.graphql."""

from difflib import unified_diff
from pathlib import Path
from typing import Annotated, Final

from typer import Exit, Option, echo

from schema.schema import schema
from service.commands.console import LanguageOption, chosen_language, say

FILE: Final = Path(__file__).parents[2] / "schema.graphql"


def print_schema(
    check: Annotated[
        bool, Option("--check", help="Print nothing but how schema.graphql differs; 1 if it does.")
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Print the GraphQL schema."""
    text = f"{schema.as_str()}\n"
    if not check:
        echo(text, nl=False)
        return
    committed = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    if committed != text:
        echo("".join(unified_diff(committed.splitlines(True), text.splitlines(True), "schema.graphql", "schema")))
        say("To take it over: kommune360 schema > schema.graphql", chosen_language(language), problem=True)
        raise Exit(1)
