"""How a command reaches the database: the one in the settings, that of the service running beside it, or its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from graph.store.address import ServerAddress
from graph.store.database import Database
from graph.store.embedded import EmbeddedServer, join
from graph.store.migrations import migrate
from service.settings import Settings


@asynccontextmanager
async def server(settings: Settings, *, joining: bool = True) -> AsyncIterator[ServerAddress]:
    """Where the database answers. An embedded server that nobody runs yet is run for the time of the command; one that
    somebody runs is joined, or else DataFolderInUse is raised."""
    address = settings.database or (join(settings.data) if joining else None)
    if address is not None:
        yield address
        return
    async with EmbeddedServer(settings.data, heap_mb=settings.heap_mb) as own:
        yield own.address


@asynccontextmanager
async def open_database(settings: Settings, *, joining: bool = True) -> AsyncIterator[Database]:
    """The database, migrated. Raises StoreUnavailable, DatabaseNewer and what the embedded server raises."""
    async with (
        server(settings, joining=joining) as address,
        await Database.connect(address, statement_timeout=settings.statement_seconds) as database,
    ):
        await migrate(database)
        yield database
