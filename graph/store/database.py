"""The connection to the database: the only place that holds the driver, and all that the store knows of it."""
# ruff: noqa: ASYNC109 - a timeout here is a limit that the server keeps as well

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import neo4j
from neo4j import exceptions as driver_errors

from graph.model.errors import AlreadyExists, StoreError, StoreUnavailable
from graph.store.address import ServerAddress
from graph.store.dialect import Dialect
from graph.store.values import plain

T = TypeVar("T")
Row = dict[str, Any]
Observer = Callable[[str], None]

STATEMENT_TIMEOUT: Final = 10.0
UNANSWERED: Final = (
    driver_errors.ServiceUnavailable,  # IncompleteCommit is one, too
    driver_errors.SessionExpired,
    driver_errors.ConnectionAcquisitionTimeoutError,
)
STOPPED: Final = (  # the server's own time limit; the driver does not call these retryable
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    "Neo.ClientError.Transaction.TransactionTerminated",
    "Neo.TransientError.Transaction.Terminated",
    "Neo.TransientError.Transaction.LockClientStopped",
)
logging.getLogger("neo4j").setLevel(logging.ERROR)  # below that it prints statements and values


@asynccontextmanager
async def ours(seconds: float) -> AsyncIterator[None]:
    """What goes wrong inside, or takes longer, becomes an error of ours without a word of the driver's: it may carry
    values."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except driver_errors.ConstraintError:
        raise AlreadyExists("The id, or the key of the tie, is already taken.") from None
    except driver_errors.AuthError:
        raise StoreError("The database refuses this user or password.") from None
    except driver_errors.CypherSyntaxError as error:
        raise StoreError("The database cannot read a statement.") from error  # ours alone: parsed before any value
    except TimeoutError:
        raise StoreUnavailable from None
    except (driver_errors.DriverError, driver_errors.Neo4jError) as error:
        raise refusal(error) from None


def refusal(error: driver_errors.DriverError | driver_errors.Neo4jError) -> StoreError:
    """The error for what the server or the way to it did not carry out, by its class and code alone."""
    if isinstance(error, UNANSWERED) or error.is_retryable():
        return StoreUnavailable()
    code = error.code if isinstance(error, driver_errors.Neo4jError) else type(error).__name__
    if code in STOPPED:
        return StoreUnavailable()
    return StoreError("The database refuses a statement: {code}.", code=code or "no code given")


@dataclass(frozen=True, slots=True)
class Transaction:
    """A write under way. What it wrote is kept when the function that got it returns, and gone if that raises."""

    driver: neo4j.AsyncManagedTransaction
    observers: Iterable[Observer]

    async def rows(self, statement: str, /, **parameters: object) -> list[Row]:
        """The rows of one statement, as Python values."""
        for observer in self.observers:
            observer(statement)
        result = await self.driver.run(statement, parameters)  # constants of the store, values always apart
        names = result.keys()
        return [dict(zip(names, map(plain, record), strict=True)) async for record in result]


@dataclass(slots=True)
class Database:
    """A connected database. Safe to share by all tasks of one event loop.

    One bookmark manager: on a cluster, a read that begins after a write returned sees that write.
    Every method raises StoreUnavailable when no answer came in time, and StoreError when the server will not do it.
    """

    driver: neo4j.AsyncDriver
    name: str | None
    dialect: Dialect
    statement_timeout: float = STATEMENT_TIMEOUT
    observers: list[Observer] = field(default_factory=list)  # each is called with every statement before it runs
    bookmarks: neo4j.api.AsyncBookmarkManager = field(default_factory=neo4j.AsyncGraphDatabase.bookmark_manager)

    @classmethod
    async def connect(cls, address: ServerAddress, *, statement_timeout: float = STATEMENT_TIMEOUT) -> "Database":
        """Open the connection and ask the server what it is. Raises StoreUnavailable when nothing answers there,
        StoreError when it refuses the sign-in or is a server that the store cannot use."""
        driver = neo4j.AsyncGraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password.get_secret_value()),
            connection_timeout=5.0,
            connection_acquisition_timeout=statement_timeout,
            initial_retry_delay=0.05,  # writers in each other's way need milliseconds, not the driver's second
            retry_delay_jitter_factor=0.5,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
            user_agent="kommune360",
        )
        try:
            async with ours(statement_timeout):
                info = await driver.get_server_info()
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
        return await self._run(
            neo4j.READ_ACCESS, lambda transaction: transaction.rows(statement, **parameters), timeout
        )

    async def write(self, work: Callable[[Transaction], Awaitable[T]], *, timeout: float | None = None) -> T:
        """Run `work` in one transaction and return what it returns, once it is safely stored.

        `work` runs again when another writer was in its way, so it must do nothing but talk to its transaction. It can
        also have been stored although StoreUnavailable is raised: when the connection broke while the server was
        confirming. So every write is the same when done twice (MERGE by an id made beforehand), and the caller may
        simply repeat it. Raises AlreadyExists when an id or the key of a tie is taken.
        """
        return await self._run(neo4j.WRITE_ACCESS, work, timeout)

    async def ping(self, timeout: float = 1.0) -> None:
        """Return when the database answers. Raises StoreUnavailable after `timeout` seconds."""
        await self.rows("RETURN 1 AS one", timeout=timeout)

    async def _run(self, access: str, work: Callable[[Transaction], Awaitable[T]], timeout: float | None) -> T:
        seconds = self.statement_timeout if timeout is None else timeout

        @neo4j.unit_of_work(timeout=seconds)
        async def unit(driver: neo4j.AsyncManagedTransaction) -> T:
            return await work(Transaction(driver, self.observers))

        async with ours(seconds), self._session(access) as session:
            managed = session.execute_read if access == neo4j.READ_ACCESS else session.execute_write
            return await managed(unit)

    def _session(self, access: str) -> neo4j.AsyncSession:
        return self.driver.session(
            database=self.name, default_access_mode=access, bookmark_manager=self.bookmarks, fetch_size=-1
        )
