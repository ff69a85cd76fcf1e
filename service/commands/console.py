"""What all commands share: their language, how they end, and where they print."""

import asyncio
import os
from collections.abc import Coroutine
from typing import Annotated, Any, TypeVar

import uvloop
from typer import Exit, Option, echo

from graph.model.errors import GraphError, InvalidFields, InvalidInput
from graph.model.messages import Language, Message, Value
from service.settings import Settings, load

T = TypeVar("T")
LanguageOption = Annotated[
    Language | None, Option("--language", help="Language of the messages; else KOMMUNE360_LANGUAGE, else LANG.")
]


def chosen_language(option: Language | None = None) -> Language:
    """The language to speak: the option, else the setting, else that of the terminal."""
    wanted = option or os.environ.get("KOMMUNE360_LANGUAGE") or os.environ.get("LANG", "")
    return Language.DE if wanted.lower().startswith("de") else Language.EN


def say(template: str, language: Language, /, *, problem: bool = False, **values: Value) -> None:
    """Print a message; results go to stdout, problems to stderr."""
    echo(Message(template, values).text(language), err=problem)


def settings_of(language: Language, **given: object) -> Settings:
    """The settings, with what the command line gives. Ends the command when one is wrong, naming it."""
    try:
        return load(**{name: value for name, value in given.items() if value is not None})
    except InvalidFields as error:
        report(error, language)
        raise Exit(2) from None


def finish(work: Coroutine[Any, Any, T], language: Language) -> T:
    """Run `work` to its end and return what it returns. An error of ours is told in one sentence, with exit code 1."""
    try:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(work)
    except GraphError as error:
        report(error, language)
        raise Exit(1) from None


def report(error: GraphError, language: Language) -> None:
    """Tell on stderr what went wrong: one line for each problem."""
    if isinstance(error, InvalidFields):
        for problem in error.problems:
            report(problem, language)
        return
    place = f"{error.field}: " if isinstance(error, InvalidInput) and error.field else ""
    echo(f"{place}{error.text(language)}", err=True)
