"""What the service says of itself: one JSON object a line on stderr, never a value, a query string or a variable."""

import logging
import sys
from typing import Any, Final, TextIO

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.types import EventDict, Processor

from schema.errors import places

OURS: Final = frozenset({"graph", "schema", "service", "seeds"})
QUIET: Final = ("uvicorn.access", "strawberry.execution")
CHATTY: Final = ("uvicorn.error", "asyncio", "numba", "httpx")


def configure(level: str, stream: TextIO | None = None) -> None:
    """Send everything that anything logs through one format, to stderr unless told otherwise."""
    common: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        only_ours,
        exception_without_text,
    ]
    structlog.configure(
        processors=[*common, ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = ProcessorFormatter(
        foreign_pre_chain=[structlog.stdlib.ExtraAdder(), *common],
        processors=[ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(formatter)
    logging.root.handlers = [handler]
    logging.root.setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).disabled = True
    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


def only_ours(logger: Any, method: str, event: EventDict) -> EventDict:  # noqa: ANN401, ARG001 - structlog's shape
    """Cut what libraries say to who says it, where and how bad it is: their sentences may carry values."""
    record: logging.LogRecord | None = event.get("_record")
    if record is None or record.name.partition(".")[0] in OURS:
        return event
    kept = {
        name: event[name]
        for name in ("_record", "_from_structlog", "level", "logger", "timestamp", "request")
        if name in event
    }
    return {
        **kept,
        "event": "said by a library",
        "where": f"{record.module}:{record.lineno}",
        "exc_info": record.exc_info,
    }


def exception_without_text(logger: Any, method: str, event: EventDict) -> EventDict:  # noqa: ANN401, ARG001
    """Of an exception only its class and where it was raised: its text may carry values."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["error"], event["at"] = type(error).__name__, places(error)
    return event
