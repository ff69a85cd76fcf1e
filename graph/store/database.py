"""The connection to the database: the only place that holds the driver, and all that the store knows of it."""
# ruff: noqa: ASYNC109 - a timeout here is a limit that the server keeps as well

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import neo4j
from neo4j.exceptions import AuthError, ConstraintError

from graph.store.address import ServerAddress
from graph.store.dialect import Dialect
from graph.store.failures import ours
from graph.store.values import plain

T = TypeVar("T")
Row = dict[str, Any]
Observer = Callable[[str], None]

STATEMENT_TIMEOUT: Final = 10.0
WRITERS: Final = 4  # at once; 64 writers on 5 nodes: the unluckiest waits 0.7 to 0.9 s, without a bound 8 to 22 s
DRIVER_SETTINGS: Final[dict[str, Any]] = {
    "connection_timeout": 5.0,
    "initial_retry_delay": 0.02,  # writers in each other's way need milliseconds, not the driver's second,
    "retry_delay_multiplier": 1.3,  # and the unlucky one should not wait until all others are done
    "retry_delay_jitter_factor": 0.5,
    "notifications_min_severity": "OFF",
    "telemetry_disabled": True,
    "user_agent": "kommune360",
}
logging.getLogger("neo4j").setLevel(logging.ERROR)  # below that it writes statements and values


@dataclass(frozen=True, slots=True)
class Transaction:
    """A write under way. What it wrote is kept when the function that got it returns, and gone if that raises."""

    driver: neo4j.AsyncManagedTransaction
    observers: Iterable[Observer]

    async def rows(self, statement: str, /, **parameters: object) -> list[Row]:
        """The rows of one statement, as Python values: `values.plain`."""
        for observer in self.observers:
            observer(statement)
        result = await self.driver.run(statement, parameters)
        names = result.keys()
        return [dict(zip(names, map(plain, record), strict=True)) async for record in result]


Work = Callable[[Transaction], Awaitable[T]]
Unit = Callable[[neo4j.AsyncManagedTransaction], Awaitable[T]]


@dataclass(slots=True)
class Database:
    """A connected database, to be shared by all tasks of one event loop.

    On a cluster, a read that begins after a write returned sees that write. Every method raises StoreUnavailable when
    there was no answer in time, and StoreError when the server refuses. A timeout covers the whole call, repetitions
    included; None is `statement_timeout`. A call may be cancelled at any point.
    """

    driver: neo4j.AsyncDriver
    name: str | None
    dialect: Dialect
    statement_timeout: float = STATEMENT_TIMEOUT
    observers: list[Observer] = field(default_factory=list)
    """Each is called with every statement before it runs, so that tests can count them."""
    bookmarks: neo4j.api.AsyncBookmarkManager = field(default_factory=neo4j.AsyncGraphDatabase.bookmark_manager)
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(WRITERS))

    @classmethod
    async def connect(cls, address: ServerAddress, *, statement_timeout: float = STATEMENT_TIMEOUT) -> "Database":
        """Open the connection and ask the server what it is. Raises StoreUnavailable when nothing answers there,
        StoreError when it refuses the sign-in or is a server that the store cannot use."""
        auth = (address.user, address.password.get_secret_value())
        settings = DRIVER_SETTINGS | {"connection_acquisition_timeout": statement_timeout}
        driver = neo4j.AsyncGraphDatabase.driver(address.uri, auth=auth, **settings)
        try:
            info = await ours(driver.get_server_info(), statement_timeout)
            database = cls(driver, address.database, Dialect.of(info.agent), statement_timeout)
            await database.ping(statement_timeout)
        except BaseException:
            await driver.close()
            raise
        return database

    async def close(self) -> None:
        """Give all connections back."""
        await self.driver.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def rows(self, statement: str, /, *, timeout: float | None = None, **parameters: object) -> list[Row]:
        """The rows of one reading statement. On a cluster it may run on a replica."""

        async def read(session: neo4j.AsyncSession, unit: Unit[list[Row]]) -> list[Row]:
            return await session.execute_read(unit)

        return await self._run(lambda transaction: transaction.rows(statement, **parameters), read, timeout)

    async def write(self, work: Work[T], *, timeout: float | None = None) -> T:
        """Run `work` in one transaction and return what it returns, once that is safely stored.

        `work` runs again when another writer was in its way, so it does nothing but talk to its transaction. It may
        have been stored although StoreUnavailable is raised: when the connection broke, or the time was up, while the
        server was confirming. So every write is the same when done twice (MERGE by an id made beforehand), and the
        caller may simply repeat it. Raises AlreadyExists when an id or the key of a tie is taken, StillInUse when a
        node that has ties is deleted (the embedded server says only StoreError).
        """

        async def write(session: neo4j.AsyncSession, unit: Unit[T]) -> T:
            async with self.turns:
                try:
                    return await session.execute_write(unit)
                except ConstraintError:  # two MERGEs made one node at once; the second time this one finds it
                    return await session.execute_write(unit)

        return await self._run(work, write, timeout)

    async def ping(self, timeout: float = 1.0) -> None:
        """Return when the database answers. Raises StoreUnavailable after `timeout` seconds."""
        await self.rows("RETURN 1 AS one", timeout=timeout)

    async def _run(
        self, work: Work[T], managed: Callable[[neo4j.AsyncSession, Unit[T]], Awaitable[T]], timeout: float | None
    ) -> T:
        seconds = self.statement_timeout if timeout is None else timeout

        @neo4j.unit_of_work(timeout=seconds)
        async def unit(driver: neo4j.AsyncManagedTransaction) -> T:
            return await work(Transaction(driver, self.observers))

        settings: dict[str, Any] = {"database": self.name, "bookmark_manager": self.bookmarks, "fetch_size": -1}

        async def session() -> T:
            while True:
                try:
                    async with self.driver.session(**settings) as open_session:
                        return await managed(open_session, unit)
                except AuthError:  # it knew us when we connected: it is stopping, and may come back
                    await asyncio.sleep(0.2)

        return await ours(session(), seconds)
