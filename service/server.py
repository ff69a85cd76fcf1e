"""The web server: it ends in order, and says beforehand that it will."""

import socket
from time import monotonic
from types import FrameType
from typing import Final

import uvicorn
from fastapi import FastAPI

from graph.model.errors import InvalidValue, PortTaken
from service.running import Running

LARGEST_HEAD: Final = 16_384


class Server(uvicorn.Server):
    """On SIGTERM or SIGINT it is not ready any more, serves on for `drain_seconds` so that no proxy sends it anything
    new, lets running requests end, and returns. A second signal does not wait."""

    def __init__(self, app: FastAPI, running: Running) -> None:
        settings = running.settings
        config = uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            timeout_graceful_shutdown=settings.stop_seconds,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            h11_max_incomplete_event_size=LARGEST_HEAD,
        )
        super().__init__(config)
        self.running = running
        self.ends_at: float | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the shape of a signal handler
        """Begin to end. Unlike uvicorn's own this leaves nothing to be raised again once everything has ended."""
        self.should_exit = self.running.stopping
        self.ends_at = monotonic() + self.running.settings.drain_seconds
        self.running.stopping = True

    async def on_tick(self, counter: int) -> bool:
        """Called ten times a second; True ends."""
        return await super().on_tick(counter) or (self.ends_at is not None and monotonic() >= self.ends_at)


def listening(host: str, port: int) -> socket.socket:
    """A socket on which requests can wait until they are served. Raises PortTaken, InvalidValue."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except PermissionError:
        raise InvalidValue("Port {port} needs more rights than this user has.", field="port", port=port) from None
    except socket.gaierror:
        raise InvalidValue("{host} is no address of this machine.", field="host", host=host) from None
    except OSError:
        template = "Port {port} on {host} is taken, or the address is not of this machine. Choose another by --port."
        raise PortTaken(template, port=port, host=host) from None
