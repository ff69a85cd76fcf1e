"""What a running service holds: the database, the answers and the viewers, started and stopped in order."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import blake2b

from graph.answers import Answers
from graph.store.database import Database
from graph.store.migrations import version
from graph.store.migrations.migrate import ALL
from graph.store.writing import AccountReader
from service.commands.database import open_database
from service.settings import Settings
from service.sign_in.secret import signing_key
from service.sign_in.tokens import DEMO_ISSUER, ISSUER, Tokens
from service.sign_in.viewers import Viewers


@dataclass(slots=True)
class Running:
    """Everything that requests share. `stopping` is set once the service has been told to end."""

    settings: Settings
    database: Database
    answers: Answers
    viewers: Viewers
    stopping: bool = False

    async def is_ready(self) -> bool:
        """Whether the database answers and is at the step that this program knows. Raises StoreUnavailable."""
        return not self.stopping and await version(self.database) == len(ALL)

    def pseudonym(self, actor: str) -> str:
        """A name for an actor in the log: the same each time, and traced back only with the service's secret."""
        return blake2b(actor.encode(), key=self.viewers.tokens.key[:64], digest_size=6).hexdigest()


@asynccontextmanager
async def started(settings: Settings) -> AsyncIterator[Running]:
    """A running service. At the end the answers are closed first, then the connections, then the database's process.

    Raises what the embedded server and the migrations raise, each with a sentence for whoever started the service.
    """
    issuers = frozenset({ISSUER, DEMO_ISSUER} if settings.demo else {ISSUER})
    tokens = Tokens(signing_key(settings), issuers)
    async with open_database(settings, joining=False) as database, Answers(database) as answers:
        yield Running(settings, database, answers, Viewers(tokens, AccountReader(database)))
