"""The program that runs the embedded server: `python -m graph.store.embedded.child FOLDER PORT HEAP_MB`.

It writes one line to its output when the server answers, and stops in order when its input ends or its parent is gone,
however that came. Everything else that it and the server say goes to its error output.
"""

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final, TextIO

from arcadedb_embedded.server import ArcadeDBServer

from graph.store.dialect import embedded_search_statements
from graph.store.embedded.folder import DATABASE, DataFolder
from graph.store.embedded.java import java_arguments, server_settings

READY: Final = "ready"
STOP_SECONDS: Final = 10.0
LOCK_SECONDS: Final = 15.0


def main(path: str, port: str, heap_mb: str) -> None:
    """Run until the input ends, the parent is gone, or SIGTERM."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which stops us in order
    signal.signal(signal.SIGTERM, stop)
    parent, output, folder = os.getppid(), own_output(), DataFolder(Path(path))
    os.chdir(folder.path)
    with alone(folder):
        server = started(folder, int(port), int(heap_mb))
        try:
            print(READY, file=output, flush=True)
            wait_for_the_end(parent)
        finally:
            threading.Thread(target=die_late, daemon=True).start()
            server.stop()
    os._exit(0)  # Java's threads have nothing left to do, but would be waited for


def own_output() -> TextIO:
    """Our output for ourselves; what the server prints goes to the error output."""
    output = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return output


@contextmanager
def alone(folder: DataFolder) -> Iterator[None]:
    """Wait until the server of a parent that was killed is gone: two must never open one database."""
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        with folder.lock("child") as free:
            if free:
                yield
                return
        if time.monotonic() > deadline:
            sys.exit("Another server still runs on this data folder.")
        time.sleep(0.05)


def started(folder: DataFolder, port: int, heap_mb: int) -> ArcadeDBServer:
    """A server that answers on loopback by Bolt alone, with its database and search indexes in place."""
    folder.password()
    server = ArcadeDBServer(
        str(folder.path), config=server_settings(folder, port), jvm_kwargs=java_arguments(folder, heap_mb)
    )
    server.start()
    server._java_server.getHttpServer().stopService()  # noqa: SLF001 - there is no setting that leaves it out
    database = server.get_database(DATABASE)
    for statement in embedded_search_statements():
        database.command("sql", statement)
    return server


def wait_for_the_end(parent: int) -> None:
    """Return when nobody can ask for anything any more."""
    while os.getppid() == parent:  # another process may hold the other end of our input open
        readable, _, _ = select.select([sys.stdin], [], [], 1.0)
        if readable and not os.read(sys.stdin.fileno(), 1024):
            return


def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the shape of a signal handler
    """Leave `wait_for_the_end`, and with it stop in order."""
    raise SystemExit(0)


def die_late() -> None:
    """End the process even if the server does not manage to stop."""
    time.sleep(STOP_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
