"""`kommune360 import`: one's own tables into the network, all rows or none."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from typer import Argument, Exit, Option, echo

from graph.exchange.importing import FileReport, ImportOptions, ImportReport, Step, import_files, write_problems
from graph.exchange.importing.report import OnStep
from graph.exchange.reading.cells import value_of
from graph.exchange.reading.columns import Column, Shape, choices_by_word
from graph.model.errors import InvalidInput, InvalidValue
from graph.model.kinds import ConsentPurpose, Visibility
from graph.model.messages import Language, Message
from graph.model.search_text import fold
from graph.model.viewer import system
from service.commands.console import LanguageOption, chosen_language, finish, report, say, settings_of
from service.commands.database import open_database
from service.settings import Settings

SHOWN: Final = 100


def import_path(  # noqa: PLR0917 - typer makes an option of each
    path: Annotated[Path, Argument(exists=True, help="A folder of CSV files, or one of them; see docs/import.md.")],
    source: Annotated[str, Option("--source", help="Where the files come from; the same name at every import.")],
    visibility: Annotated[
        Visibility, Option("--visibility", case_sensitive=False, help="Who may see new people whose row does not say.")
    ] = Visibility.MANAGERS,
    consent: Annotated[
        list[str] | None,
        Option("--consent", metavar="PURPOSE[=yes|no]", help="What all people in the files agreed to. Repeatable."),
    ] = None,
    consent_date: Annotated[
        str | None, Option("--consent-date", help="When they agreed; needed with --consent.")
    ] = None,
    dry_run: Annotated[bool, Option("--dry-run", help="Check everything, write nothing.")] = False,
    skip_bad_rows: Annotated[
        bool, Option("--skip-bad-rows", help="Write the good rows even if others are bad.")
    ] = False,
    report_file: Annotated[
        Path | None, Option("--report", dir_okay=False, help="Write all problems here as CSV.")
    ] = None,
    language: LanguageOption = None,
) -> None:
    """Add people, organizations, places, projects and ties: all rows or none, and twice is the same as once."""
    spoken = chosen_language(language)
    try:
        day = day_of(consent_date)
        options = ImportOptions(source, visibility, consents_of(consent or ()), day, skip_bad_rows, dry_run)
    except InvalidInput as error:
        report(error, spoken)
        raise Exit(2) from None
    outcome = finish(carry_out(settings_of(spoken), path, options, spoken), spoken)
    tell_problems(outcome, report_file, spoken)
    tell_figures(outcome, spoken)


async def carry_out(settings: Settings, path: Path, options: ImportOptions, language: Language) -> ImportReport:
    """Import on the database of `settings`, with a bar on the terminal."""
    async with open_database(settings) as database:
        with progress_bar(language) as on_step:
            return await import_files(database, system("import"), path, options, on_step)


def day_of(text: str | None) -> date | None:
    """The day that an option names, as German or ISO date. Raises InvalidValue."""
    value = value_of(Column("--consent-date", Shape.DAY), text or "")
    return value if isinstance(value, date) else None


def consents_of(options: Sequence[str]) -> Mapping[ConsentPurpose, bool]:
    """The decisions that options like 'RANKINGS' or 'contact=no' state. Raises InvalidValue."""
    words, truth = choices_by_word(ConsentPurpose), Column("--consent", Shape.TRUTH)
    decisions = {}
    for option in options:
        purpose, _, said = option.partition("=")
        word, given = words.get(fold(purpose)), value_of(truth, said or "yes")
        if word is None or not isinstance(given, bool):
            allowed = ", ".join(f"{one}=yes|no" for one in ConsentPurpose)
            template = "{value} is not allowed here. Allowed: {allowed}."
            raise InvalidValue(template, field="--consent", value=repr(option), allowed=allowed)
        decisions[ConsentPurpose(word)] = given
    return decisions


@contextmanager
def progress_bar(language: Language) -> Iterator[OnStep]:
    """What shows on a terminal how far the import is; nothing where stderr is none."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        tasks = {writing: progress.add_task("", total=None, visible=False) for writing in (False, True)}

        def show(step: Step) -> None:
            template = "writing {file}" if step.writing else "checking {file}"
            what = escape(Message(template, {"file": step.file}).text(language))
            progress.update(tasks[step.writing], description=what, completed=step.done, total=step.total, visible=True)

        yield show


def tell_problems(outcome: ImportReport, file: Path | None, language: Language) -> None:
    """The first 100 problems on stderr, all of them in `file`."""
    for problem in outcome.problems[:SHOWN]:
        echo(problem.text(language), err=True)
    if outcome.problem_count > SHOWN:
        template = "{count} problems; the first {shown} are shown. --report FILE writes all of them."
        say(template, language, problem=True, count=outcome.problem_count, shown=SHOWN)
    if file is not None:
        try:
            write_problems(file, outcome.problems, language)
        except OSError as error:
            template = "The file cannot be written: {reason}."
            say(template, language, problem=True, reason=error.strerror or "")


def tell_figures(outcome: ImportReport, language: Language) -> None:
    """What was written, or would be. Ends the command with exit code 1 when problems kept it from writing."""
    if outcome.refused:
        template = "Nothing was written. Correct these rows and run the same command again."
        say(template, language, problem=True)
        raise Exit(1)
    for file in outcome.files:
        echo(figures(file, language))
    if outcome.consents:
        say("{count} consents recorded.", language, count=outcome.consents)
    if not outcome.written:
        say("Nothing was written: this was a dry run.", language)


def figures(file: FileReport, language: Language) -> str:
    """One line for a file."""
    template = "{file}: {created} created, {changed} changed, {unchanged} as before"
    values = {"created": file.created, "changed": file.changed, "unchanged": file.unchanged}
    line = Message(template, {"file": file.name, **values}).text(language)
    if file.bad or file.dependent:
        left_out = "; left out: {bad} wrong, {dependent} that refer to such"
        line += Message(left_out, {"bad": file.bad, "dependent": file.dependent}).text(language)
    return f"{line}."
