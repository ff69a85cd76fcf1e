"""Answers to requests that never reach GraphQL, in the shape that GraphQL clients know."""

from typing import Final

import orjson
from starlette.requests import HTTPConnection
from starlette.responses import Response

from graph.model.errors import GraphError
from graph.model.messages import Message, Value
from schema.errors import ErrorCode, code_of
from service.negotiation import language_of

STATUS: Final = {ErrorCode.UNAUTHENTICATED: 401, ErrorCode.FORBIDDEN: 403, ErrorCode.UNAVAILABLE: 503}


def refuse(request: HTTPConnection, status: int, code: ErrorCode, template: str, **values: Value) -> Response:
    """An answer that has one error and nothing else."""
    text = Message(template, values).text(language_of(request))
    error = {"message": text, "extensions": {"code": code}}
    headers = {"cache-control": "no-store"}
    if status == 401:
        headers["www-authenticate"] = 'Bearer error="invalid_token"'
    return Response(orjson.dumps({"errors": [error]}), status, headers, "application/json")


def refuse_error(request: HTTPConnection, error: GraphError) -> Response:
    """The same for one of our errors."""
    code = code_of(error)
    return refuse(request, STATUS.get(code, 400), code, error.message.template, **error.message.values)
