"""`kommune360 serve`: the service, until it is told to end."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Option

from graph.model.kinds import NodeKind
from graph.model.messages import Language
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.pages import Page
from graph.store.reading import NodeReader
from seeds import demo_broke_off, seed_demo, seed_reference
from service.ahead import computing_ahead
from service.app import PATH, create_app
from service.commands.console import LanguageOption, chosen_language, finish, say, settings_of
from service.logs import configure
from service.running import Running, started
from service.server import Server, listening
from service.settings import Settings


class Seed(StrEnum):
    """What an empty database can begin with."""

    REFERENCE = "reference"
    DEMO = "demo"


def serve(
    host: Annotated[str | None, Option(help="The address to listen on; else KOMMUNE360_HOST, else 127.0.0.1.")] = None,
    port: Annotated[int | None, Option(help="The port to listen on; else KOMMUNE360_PORT, else 8000.")] = None,
    data: Annotated[Path | None, Option(help="The data folder; else KOMMUNE360_DATA, else ./data.")] = None,
    seed_if_empty: Annotated[Seed | None, Option(help="What to put into a database that has no people yet.")] = None,
    language: LanguageOption = None,
) -> None:
    """Serve GraphQL, until it is told to end by SIGTERM or Ctrl-C."""
    spoken = chosen_language(language)
    settings = settings_of(spoken, host=host, port=port, data=data)
    configure(settings.log_level)
    finish(serve_on(settings, seed_if_empty, spoken), spoken)


async def serve_on(settings: Settings, seed: Seed | None, language: Language) -> None:
    """Start everything, serve, and end everything in order. The port is taken first: that fails fastest."""
    with listening(settings.host, settings.port) as socket:
        say("Starting …", language)
        async with started(settings) as running:
            if seed is not None:
                await fill(running.database, seed, language)
            greet(running, socket.getsockname()[1], language)
            async with computing_ahead(running):
                await Server(create_app(running), running).serve([socket])
        say("Ended in order.", language)


async def fill(database: Database, seed: Seed, language: Language) -> None:
    """Put a seed into a database that has nobody in it yet, or only a demo that broke off half-way."""
    people = await NodeReader(database, system("serve")).page(NodeKind.PERSON, page=Page.of(1))
    if people.total and not (seed is Seed.DEMO and await demo_broke_off(database)):
        return
    say("The database is empty; adding: {seed} …", language, seed=seed)
    await (seed_demo(database) if seed is Seed.DEMO else seed_reference(database))


def greet(running: Running, port: int, language: Language) -> None:
    """Tell where the service is, and how to sign in."""
    host = running.settings.host
    base = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    say("GraphQL answers at {url}.", language, url=f"{base}{PATH}")
    if running.settings.demo:
        template = "Demo sign-in is on: open {url}, or POST {url}/sign-in?role=MANAGER. Switch it off for real data."
        say(template, language, url=f"{base}/demo")
    else:
        say("To sign in: kommune360 token --role MEMBER", language)
