"""What happens to every request before anything looks at it: an id, a limit to its body, and who may reach a demo."""

import asyncio
import re
from collections import deque
from typing import Final

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.model.ids import new_id
from schema.errors import ErrorCode
from service.refusals import refuse

LARGEST_BODY: Final = 100_000
BODY_SECONDS: Final = 10.0
REQUEST_ID: Final = re.compile(r"[0-9a-f-]{8,64}")
THIS_MACHINE: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
FORWARDED: Final = frozenset({"forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"})


class RequestId:
    """Gives every request an id, in the answer's headers and in each line of the log. One that comes along counts."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        given = Headers(scope=scope).get("x-request-id", "")
        id = given if REQUEST_ID.fullmatch(given) else new_id()

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["x-request-id"] = id
                headers["x-content-type-options"] = "nosniff"
            await send(message)

        with structlog.contextvars.bound_contextvars(request=id):
            return await self.app(scope, receive, send_with_id)


class BodyLimit:
    """Refuses a body that is too large or too slow, before anything is parsed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        request = Request(scope)
        try:
            async with asyncio.timeout(BODY_SECONDS):
                messages = await body(receive)
        except TimeoutError:
            text = "The request's body did not arrive in time."
            return await refuse(request, 408, ErrorCode.BAD_REQUEST, text)(scope, receive, send)
        if messages is None:
            text = "The request's body is too large. Allowed: up to {most} bytes."
            refused = refuse(request, 413, ErrorCode.BODY_TOO_LARGE, text, most=LARGEST_BODY)
            return await refused(scope, receive, send)

        async def again() -> Message:
            return messages.popleft() if messages else await receive()

        return await self.app(scope, again, send)


async def body(receive: Receive) -> deque[Message] | None:
    """The messages of a request's body; None when it is too large."""
    messages: deque[Message] = deque()
    size = 0
    while True:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            return None
        if not message.get("more_body", False):
            return messages


class OnlyThisMachine:
    """Lets only this machine's own addresses in: a web page elsewhere must not get at a demo by a name that it points
    here, nor the whole world by a proxy."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http":
            headers = Headers(scope=scope)
            name = re.sub(r":\d+$", "", headers.get("host", ""))
            if name not in THIS_MACHINE or FORWARDED & set(headers):
                text = "Demo sign-in is on, so only this machine is served. Set KOMMUNE360_DEMO_SIGN_IN=false."
                return await refuse(Request(scope), 421, ErrorCode.BAD_REQUEST, text)(scope, receive, send)
        return await self.app(scope, receive, send)
