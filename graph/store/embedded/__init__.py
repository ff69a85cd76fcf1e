"""A database server of our own, run beside the service on the same machine."""

from graph.store.embedded.join import join
from graph.store.embedded.server import EmbeddedServer

__all__ = ["EmbeddedServer", "join"]
