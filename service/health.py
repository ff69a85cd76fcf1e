"""For whatever keeps the service running: is the process there, and can it answer."""

import asyncio
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from graph.model.errors import GraphError
from service.running import Running

PATIENCE: Final = 1.0

router = APIRouter()


@router.get("/healthz")
async def healthz() -> Response:
    """The process answers."""
    return JSONResponse({"status": "ok"})


@router.get("/readyz")
async def readyz(request: Request) -> Response:
    """The database answers within a second and is at the step that this program needs; 503 when not, or when ending."""
    running: Running = request.app.state.running
    try:
        async with asyncio.timeout(PATIENCE):
            ready = await running.is_ready()
    except (GraphError, TimeoutError):
        ready = False
    return JSONResponse({"status": "ready" if ready else "not ready"}, 200 if ready else 503)
