"""`kommune360 migrate`: bring the database to where this program needs it."""

from graph.model.messages import Language
from graph.store.database import Database
from graph.store.migrations import migrate, version
from service.commands.console import LanguageOption, chosen_language, finish, say, settings_of
from service.commands.database import server
from service.settings import Settings


def migrate_database(language: LanguageOption = None) -> None:
    """Take the steps that the database lacks. Safe to repeat, and beside a running service."""
    spoken = chosen_language(language)
    finish(take_steps(settings_of(spoken), spoken), spoken)


async def take_steps(settings: Settings, language: Language) -> None:
    """Migrate and tell what was done."""
    async with server(settings) as address, await Database.connect(address) as database:
        taken = await migrate(database)
        at = await version(database)
    if taken:
        steps = ", ".join(map(str, taken))
        say("Steps taken: {steps}. The database is at step {version}.", language, steps=steps, version=at)
    else:
        say("Nothing to do: the database is at step {version}.", language, version=at)
