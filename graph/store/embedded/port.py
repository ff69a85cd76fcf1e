"""The port that the embedded server listens on."""

import socket

from graph.model.errors import PortTaken


def free_port() -> int:
    """A port on loopback that nothing uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def check_free(port: int) -> None:
    """Raises PortTaken when something listens on `port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of the last server may linger
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise PortTaken(
                "Port {port} on 127.0.0.1 is taken, so the embedded database cannot listen there. End what uses it, "
                "or choose another port.",
                port=port,
            ) from None
