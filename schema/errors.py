"""The face of our errors to clients: one code for each, from a closed list, and never a word that is not ours."""

import logging
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from traceback import extract_tb
from typing import Any, Final

from graphql import GraphQLError

from graph.model import errors
from graph.model.errors import GraphError, InvalidInput
from graph.model.messages import Language, Message, Value
from schema.enums import exposed

log = logging.getLogger(__name__)


class ErrorCode(StrEnum):
    """Every value of `errors[].extensions.code`."""

    BAD_REQUEST = "BAD_REQUEST"
    BODY_TOO_LARGE = "BODY_TOO_LARGE"
    GRAPHQL_PARSE_FAILED = "GRAPHQL_PARSE_FAILED"
    GRAPHQL_VALIDATION_FAILED = "GRAPHQL_VALIDATION_FAILED"
    QUERY_TOO_LARGE = "QUERY_TOO_LARGE"
    QUERY_TOO_DEEP = "QUERY_TOO_DEEP"
    QUERY_TOO_COMPLEX = "QUERY_TOO_COMPLEX"
    BAD_USER_INPUT = "BAD_USER_INPUT"
    CURSOR_EXPIRED = "CURSOR_EXPIRED"
    UNAUTHENTICATED = "UNAUTHENTICATED"
    FORBIDDEN = "FORBIDDEN"
    NOT_FOUND = "NOT_FOUND"
    CONFLICT = "CONFLICT"
    UNAVAILABLE = "UNAVAILABLE"
    INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR"


exposed(
    ErrorCode,
    "What `errors[].extensions.code` can say; there is no other value.",
    BAD_REQUEST="The HTTP request is none that GraphQL knows: no JSON, no query, a wrong method.",
    BODY_TOO_LARGE="The request's body is larger than 100 kB.",
    GRAPHQL_PARSE_FAILED="The document is no GraphQL.",
    GRAPHQL_VALIDATION_FAILED="The document does not fit the schema.",
    QUERY_TOO_LARGE="The document has too many tokens, aliases or directives.",
    QUERY_TOO_DEEP="The document asks for fields inside fields too many times over.",
    QUERY_TOO_COMPLEX="The document would cost too much; `extensions.cost` says how much. Ask for smaller pages.",
    BAD_USER_INPUT="A variable or argument has a value that is not allowed; the message says what is.",
    CURSOR_EXPIRED="The analysis that the cursor belongs to is gone. Begin again with the first page.",
    UNAUTHENTICATED="The token is missing a claim, has expired, was revoked or is none of ours. Sign in again.",
    FORBIDDEN="The viewer lacks a permission that a field of the document needs. Nothing was run.",
    NOT_FOUND="What was to be changed does not exist, or may not be seen.",
    CONFLICT="The graph has moved on. Read again, then decide again.",
    UNAVAILABLE="The database does not answer just now. The same request may succeed in a few seconds.",
    INTERNAL_SERVER_ERROR="A mistake of ours. It is in the log under the request's id.",
)

CODES: Final[Mapping[type[GraphError], ErrorCode]] = {  # the nearest class of the tree decides
    errors.InvalidInput: ErrorCode.BAD_USER_INPUT,
    errors.CursorExpired: ErrorCode.CURSOR_EXPIRED,
    errors.NotFound: ErrorCode.NOT_FOUND,
    errors.Forbidden: ErrorCode.FORBIDDEN,
    errors.SignInRefused: ErrorCode.UNAUTHENTICATED,
    errors.Conflict: ErrorCode.CONFLICT,
    errors.StoreUnavailable: ErrorCode.UNAVAILABLE,
    errors.GraphError: ErrorCode.INTERNAL_SERVER_ERROR,
}
INTERNAL: Final = ErrorCode.INTERNAL_SERVER_ERROR
MISTAKE: Final = "Something went wrong on our side. It has been noted; if it happens again, tell us the request's id."


def code_of(error: GraphError) -> ErrorCode:
    """The code of one of our errors."""
    return next(CODES[kind] for kind in type(error).__mro__ if kind in CODES)


def refusal(code: ErrorCode, template: str, /, **values: Value) -> GraphQLError:
    """What a document is refused with before anything runs."""
    return GraphQLError("", original_error=InvalidInput(template, None, **values), extensions={"code": code})


def told(error: GraphQLError, language: Language) -> dict[str, Any]:
    """An error as a client gets it. One that is not ours becomes INTERNAL_SERVER_ERROR and is noted, without values."""
    cause, extensions = root_cause(error), dict(error.extensions or {})
    code = extensions.get("code") or (code_of(cause) if isinstance(cause, GraphError) else INTERNAL)
    if code is INTERNAL:
        note(cause or error)
        text = Message(MISTAKE).text(language)
    else:
        text = cause.text(language) if isinstance(cause, GraphError) else error.message
    if isinstance(cause, InvalidInput) and cause.field:
        extensions["field"] = cause.field
    return {**error.formatted, "message": text, "extensions": {**extensions, "code": code}}


def root_cause(error: GraphQLError) -> Exception | None:
    """What was raised, if anything was. GraphQL wraps its own errors in each other."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause


def coded(error: GraphQLError, code: ErrorCode) -> GraphQLError:
    """The same error, with a code unless it has one."""
    error.extensions = {"code": code, **(error.extensions or {})}
    return error


def note(cause: Exception) -> None:
    """Write down a mistake of ours: what kind, and where in the code; its text may carry values."""
    log.error("unexpected error", extra={"error": type(cause).__name__, "at": places(cause)})


def places(error: BaseException) -> list[str]:
    """Where an exception came from, outermost first."""
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
