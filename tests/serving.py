"""What the service holds while it runs, over a database that a test brings along."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from graph.answers import Answers
from graph.store.database import Database
from graph.store.writing import AccountReader
from service.running import Running
from service.settings import Settings
from service.sign_in.tokens import DEMO_ISSUER, ISSUER, Tokens
from service.sign_in.viewers import Viewers

KEY: Final = b"a key that signs tokens for tests and for nothing else: 64 bytes"
SHORT_PAUSE: Final = 0.05


@asynccontextmanager
async def running_on(database: Database, settings: Settings, *, pause: float = SHORT_PAUSE) -> AsyncIterator[Running]:
    """Everything that requests share. The database stays open."""
    issuers = frozenset({ISSUER, DEMO_ISSUER} if settings.demo else {ISSUER})
    async with Answers(database, pause=pause) as answers:
        yield Running(settings, database, answers, Viewers(Tokens(KEY, issuers), AccountReader(database)))
