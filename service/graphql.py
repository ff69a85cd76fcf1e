"""GraphQL over HTTP: the media types and status codes of the specification, our errors, one line of log each."""

from time import perf_counter
from typing import Any, Final, cast

import orjson
import structlog
from cross_web import HTTPException
from fastapi import Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from strawberry.fastapi import GraphQLRouter
from strawberry.http import GraphQLHTTPResponse
from strawberry.types import ExecutionResult

from schema.context import Context
from schema.errors import ErrorCode, told
from schema.schema import schema
from service.negotiation import language_of, preferred
from service.refusals import refuse
from service.running import Running

JSON: Final = "application/json"
GRAPHQL: Final = "application/graphql-response+json"
NO_REQUEST: Final = "This is no GraphQL request. POST a JSON object with `query`, and `variables` if it has any."

log = structlog.get_logger(__name__)


async def context_of(request: Request) -> Context:
    """Who asks, and what they can ask. Raises SignInRefused, StoreUnavailable."""
    running: Running = request.app.state.running
    viewer = await running.viewers.of(request.headers.get("authorization"))
    context = Context(viewer, running.database, running.answers, language_of(request), running.settings.max_cost)
    request.state.context = context
    return context


class Endpoint(GraphQLRouter[Context, None]):
    """Strawberry's endpoint, without its page, its batches and its websockets."""

    def __init__(self, path: str, *, queries_by_get: bool) -> None:
        super().__init__(
            schema,
            path,
            graphql_ide=None,
            allow_queries_via_get=queries_by_get,
            context_getter=context_of,
            subscription_protocols=(),
        )

    async def run(self, request: Request | WebSocket, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as inherited
        """Answer one request."""
        if not isinstance(request, Request):
            return await super().run(request, *args, **kwargs)
        began = perf_counter()
        try:
            response = await super().run(request, *args, **kwargs)
        except HTTPException as error:
            response = refuse(request, error.status_code, ErrorCode.BAD_REQUEST, NO_REQUEST)
        in_wanted_type(request, response)
        response.headers["cache-control"] = "no-store"
        note(request, response.status_code, perf_counter() - began)
        return response

    async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse:
        """A result as a client gets it: what was refused before it ran has no `data`."""
        errors = result.errors or []
        refused = result.data is None and all(error.path is None for error in errors)
        answer: dict[str, Any] = {} if refused else {"data": result.data}
        context: Context = request.state.context
        if errors:
            answer["errors"] = [told(error, context.language) for error in errors]
            request.state.codes = [error["extensions"]["code"] for error in answer["errors"]]
        if context.operation.cost is not None:
            answer["extensions"] = {"cost": {"requested": context.operation.cost, "allowed": context.max_cost}}
        request.state.refused = refused
        return cast("GraphQLHTTPResponse", answer)

    def parse_json(self, data: str | bytes) -> Any:  # noqa: ANN401 - as inherited
        """What is in a body or a parameter; Strawberry takes for granted that it is no number and no text."""
        value = super().parse_json(data) or {}
        if not isinstance(value, dict | list):
            raise HTTPException(400, NO_REQUEST)
        return value

    def decode_json(self, data: str | bytes) -> object:
        """From JSON, strictly: no half characters, no infinities, no thousand brackets."""
        return orjson.loads(data)

    def encode_json(self, data: object) -> bytes:
        """As JSON, quickly."""
        return orjson.dumps(data)


def in_wanted_type(request: Request, response: Response) -> None:
    """Answer in GraphQL's own media type where the client names it; it says by its status what was refused."""
    accept = request.headers.get("accept", "")
    if GRAPHQL in accept.lower() and preferred(accept, (GRAPHQL, JSON)) == GRAPHQL:
        response.headers["content-type"] = f"{GRAPHQL}; charset=utf-8"
        if getattr(request.state, "refused", False):
            response.status_code = 400


def note(request: Request, status: int, seconds: float) -> None:
    """One line in the log for each request: which operation, what it cost, how it went; no variable, no value."""
    running: Running = request.app.state.running
    context: Context = request.state.context
    log.info(
        "operation",
        operation=context.operation.name,
        document=context.operation.document,
        cost=context.operation.cost,
        milliseconds=round(seconds * 1000),
        status=status,
        codes=getattr(request.state, "codes", []),
        role=context.viewer.role.value,
        actor=running.pseudonym(context.viewer.actor),
    )
