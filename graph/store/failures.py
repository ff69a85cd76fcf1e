"""What goes wrong between the store and its server, as errors of ours."""

import asyncio
from collections.abc import Awaitable
from typing import Final, TypeVar

from neo4j.exceptions import (
    AuthError,
    ConnectionAcquisitionTimeoutError,
    ConstraintError,
    CypherSyntaxError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graph.model.errors import AlreadyExists, Conflict, StillInUse, StoreError, StoreUnavailable

T = TypeVar("T")

UNANSWERED: Final = (
    ServiceUnavailable,
    SessionExpired,
    ConnectionAcquisitionTimeoutError,
)  # IncompleteCommit is a first
STOPPED: Final = (  # the server's own time limit; the driver does not call these retryable
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    "Neo.TransientError.Transaction.Terminated",
)


async def ours(work: Awaitable[T], seconds: float) -> T:
    """What `work` returns. What goes wrong, or takes longer, becomes an error of ours.

    Nothing of the driver's own error comes along, neither as cause nor as context: a server repeats values in it. The
    exception is a statement that cannot be read, because that text is ours alone.
    """
    try:
        async with asyncio.timeout(seconds):
            return await work
    except TimeoutError:
        failure: StoreError | Conflict = StoreUnavailable()
    except CypherSyntaxError as error:
        raise StoreError("The database cannot read a statement.") from error
    except (DriverError, Neo4jError) as error:
        failure = translated(error)
    raise failure


def translated(error: DriverError | Neo4jError) -> StoreError | Conflict:
    """The error for what a server did not carry out, or the way to it did not."""
    code = error.code or "no code" if isinstance(error, Neo4jError) else type(error).__name__
    if isinstance(error, UNANSWERED) or error.is_retryable() or code in STOPPED:
        return StoreUnavailable()
    if isinstance(error, AuthError):
        return StoreError("The database refuses this user or password.")
    if isinstance(error, ConstraintError):
        return violated(error)
    return StoreError("The database refuses a statement: {code}.", code=code)


def violated(error: ConstraintError) -> Conflict:
    """The conflict behind a constraint. Neo4j has one code for a taken key and for a node that ties still hold."""
    if (error.message or "").startswith("Cannot delete"):
        return StillInUse("Ties still hold this node. Delete them first.")
    return AlreadyExists("The id, or the key of the tie, is already taken.")
