"""`kommune360 seed`: places and topics, a demo, or a network of national size into the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Final

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from typer import Argument, Exit, Option, echo

from graph.model.errors import InvalidInput, InvalidValue
from graph.model.messages import Language, Message
from graph.store.database import Database
from seeds import OnRows, SeedReport, has_other_people, seed_demo, seed_national, seed_reference
from seeds.national.plan import Plan
from seeds.seeding import DEFAULT_SEED, FIRST_OF_DEMO
from service.commands.console import LanguageOption, chosen_language, finish, report, settings_of
from service.commands.database import open_database
from service.settings import Settings

DEFAULT_SIZE: Final = 10_000


class SeedName(StrEnum):
    """What a database can be filled with."""

    REFERENCE = "reference"
    DEMO = "demo"
    NATIONAL = "national"


def seed(
    name: Annotated[
        SeedName,
        Argument(
            help="reference: all places and topics. demo: 600 invented people. national: as many as --people says."
        ),
    ] = SeedName.DEMO,
    people: Annotated[int | None, Option("--people", help="How many people; for national only. Default 10000.")] = None,
    number: Annotated[int, Option("--seed", help="Another number grows another national network.")] = DEFAULT_SEED,
    beside: Annotated[
        bool, Option("--beside", help="Add invented people even if there are others in the database.")
    ] = False,
    language: LanguageOption = None,
) -> None:
    """Fill the database with places and topics, and invented people if asked. Twice is the same as once."""
    spoken = chosen_language(language)
    try:
        plan = planned(name, people, number)
    except InvalidValue as error:
        report(error, spoken)
        raise Exit(2) from None
    tell(finish(carry_out(settings_of(spoken), name, plan, beside=beside), spoken), spoken)


def planned(name: SeedName, people: int | None, number: int) -> Plan:
    """The national network asked for. Raises InvalidValue for a size that is not possible, or not asked for here."""
    if people is not None and name is not SeedName.NATIONAL:
        raise InvalidValue("--people goes with national only; {name} has its own size.", field="--people", name=name)
    return Plan(DEFAULT_SIZE if people is None else people, number)


async def carry_out(settings: Settings, name: SeedName, plan: Plan, *, beside: bool) -> SeedReport:
    """Seed the database of `settings`, with a line on the terminal. Raises InvalidInput where others are at home."""
    async with open_database(settings) as database:
        if name is not SeedName.REFERENCE and not beside:
            await refuse_beside_others(database, FIRST_OF_DEMO if name is SeedName.DEMO else plan.person_ids[0])
        with progress_line() as on_rows:
            match name:
                case SeedName.REFERENCE:
                    return await seed_reference(database, on_rows)
                case SeedName.DEMO:
                    return await seed_demo(database, on_rows)
                case SeedName.NATIONAL:
                    return await seed_national(database, plan.people, plan.seed, on_rows)


async def refuse_beside_others(database: Database, own: str) -> None:
    """Raises InvalidInput where there are people who are not of this seed: invented ones are hard to tell apart."""
    if await has_other_people(database, own):
        template = "There are other people in this database already. To add invented ones all the same, add --beside."
        raise InvalidInput(template)


@contextmanager
def progress_line() -> Iterator[OnRows]:
    """What shows on a terminal how far the seed is; nothing where stderr is none."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description} {task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None)

        def show(what: str, rows: int) -> None:
            progress.update(task, description=what, advance=rows)

        yield show


def tell(outcome: SeedReport, language: Language) -> None:
    """What was written, by kind."""
    for what, counts in outcome.counts.items():
        values = {"created": counts.created, "changed": counts.changed, "unchanged": counts.unchanged}
        template = "{file}: {created} created, {changed} changed, {unchanged} as before"
        echo(f"{Message(template, {'file': what, **values}).text(language)}.")
