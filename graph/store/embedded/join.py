"""How a command beside a running service finds the service's own database server."""

from pathlib import Path

from graph.model.errors import StoreUnavailable
from graph.store.address import ServerAddress
from graph.store.embedded.folder import DataFolder


def join(path: Path) -> ServerAddress | None:
    """Where the server of this data folder answers; None when none is running. Raises StoreUnavailable when one is
    just starting or stopping."""
    if not path.is_dir():
        return None
    folder = DataFolder(path.resolve())
    with folder.lock("server") as free:
        if free:
            return None
    address = folder.announced()
    if address is None:
        raise StoreUnavailable("The embedded database is just starting or stopping. Try again in a few seconds.")
    return address
