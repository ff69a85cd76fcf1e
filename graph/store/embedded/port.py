"""The port that the embedded server listens on."""

import socket
from random import SystemRandom
from typing import Final

from graph.model.errors import PortTaken

OURS: Final = range(20_000, 32_000)  # below the ports that systems hand out for outgoing connections


def free_port() -> int:
    """A port on loopback that nothing uses, and nothing takes by chance while the server is down for a moment."""
    for port in SystemRandom().sample(OURS, 100):
        if is_free(port):
            return port
    raise PortTaken("All ports on 127.0.0.1 that were tried are taken.")


def check_free(port: int) -> None:
    """Raises PortTaken when something listens on `port`."""
    if not is_free(port):
        raise PortTaken(
            "Port {port} on 127.0.0.1 is taken, so the embedded database cannot listen there. End what uses it, or "
            "choose another port.",
            port=port,
        )


def is_free(port: int) -> bool:
    """Whether a server could listen on `port` of loopback."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of the last server may linger
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
