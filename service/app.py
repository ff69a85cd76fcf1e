"""The web application: GraphQL, health, and sign-in for demos."""

from typing import cast

from fastapi import FastAPI, Request
from starlette.middleware import Middleware
from starlette.responses import Response

from graph.model.errors import GraphError
from schema.errors import MISTAKE, ErrorCode
from service import demo, health
from service.graphql import Endpoint
from service.middleware import BodyLimit, OnlyThisMachine, RequestId
from service.refusals import refuse, refuse_error
from service.running import Running

PATH = "/graphql"


def create_app(running: Running) -> FastAPI:
    """The application over what runs already. No page of documentation: FastAPI's loads code from foreign hosts."""
    settings = running.settings
    middleware = [Middleware(RequestId), Middleware(BodyLimit)]
    if settings.demo:
        middleware.insert(1, Middleware(OnlyThisMachine))
    app = FastAPI(openapi_url=None, middleware=middleware)
    app.state.running = running
    app.add_exception_handler(GraphError, refused)
    app.add_exception_handler(Exception, broken)
    app.include_router(health.router)
    app.include_router(Endpoint(PATH, queries_by_get=settings.queries_by_get))
    if settings.demo:
        app.include_router(demo.router)
    return app


async def refused(request: Request, error: Exception) -> Response:
    """The answer to one of our errors outside GraphQL."""
    return refuse_error(request, cast("GraphError", error))


async def broken(request: Request, _error: Exception) -> Response:
    """The answer to a mistake of ours outside GraphQL."""
    return refuse(request, 500, ErrorCode.INTERNAL_SERVER_ERROR, MISTAKE)
