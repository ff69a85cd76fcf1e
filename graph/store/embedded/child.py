"""The program that runs the embedded server: `python -m graph.store.embedded.child FOLDER PORT HEAP_MB SECONDS`.

It writes one line to its output when the server answers, and stops in order when its input ends or its parent is gone,
however that came. Everything else that it and the server say goes to its error output.
"""

import os
import select
import signal
import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Any, Final, TextIO

from arcadedb_embedded.server import ArcadeDBServer
from jpype import JClass

from graph.store.dialect import embedded_search_statements
from graph.store.embedded.bounds import Bounds
from graph.store.embedded.folder import DATABASE, DataFolder
from graph.store.embedded.java import WAL_FLUSH, java_arguments, server_settings

READY: Final = "ready"
STOP_SECONDS: Final = 10.0
PATIENCE: Final = 15.0


class Terminated(BaseException):
    """SIGTERM came."""


def main(path: str, port: str, heap_mb: str, statement_seconds: str) -> None:
    """Run until the input ends, the parent is gone, or SIGTERM. Java's threads would be waited for, so it ends hard."""
    try:
        serve(path, port, heap_mb, statement_seconds)
        code = 0
    except Terminated:
        code = 0
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stderr.flush()
    os._exit(code)


def serve(path: str, port: str, heap_mb: str, statement_seconds: str) -> None:
    """What `main` does, with ordinary ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which stops us in order
    signal.signal(signal.SIGTERM, leave)
    os.umask(0o077)
    os.chdir(path)
    parent, output, folder = os.getppid(), own_output(), DataFolder(Path(path))
    with folder.lock("child", PATIENCE) as alone:  # two must never open one database: a killed parent's child may live
        if not alone:
            sys.exit("Another server still runs on this data folder.")
        run(folder, int(port), Bounds(int(heap_mb), int(statement_seconds)), output, parent)


def own_output() -> TextIO:
    """Our output for ourselves; what the server prints goes to the error output."""
    output = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    return output


def run(folder: DataFolder, port: int, bounds: Bounds, output: TextIO, parent: int) -> None:
    """Start the server, say so, and stop it when nobody needs it any more."""
    server = started(folder, port, bounds)
    bolt = listening(server)
    try:
        print(READY, file=output, flush=True)
        wait_for_the_end(parent)
    finally:
        threading.Thread(target=die_late, daemon=True).start()
        bolt.stopService()
        server.stop()


def started(folder: DataFolder, port: int, bounds: Bounds) -> ArcadeDBServer:
    """A server that nobody can reach yet, with its database and search indexes in place."""
    folder.password()
    server = ArcadeDBServer(str(folder.path), None, server_settings(folder, port), java_arguments(folder, bounds))
    server.start()
    server._java_server.getHttpServer().stopService()  # noqa: SLF001 - there is no setting that leaves it out
    check_durable()
    database = server.get_database(DATABASE)
    for statement in embedded_search_statements():
        database.command("sql", statement)
    return server


def listening(server: ArcadeDBServer) -> Any:  # noqa: ANN401 - a Java object
    """The Bolt listener, opened last: whoever gets through finds users, database and indexes in place."""
    java_server = server._java_server  # noqa: SLF001 - the wrapper has no way to add a listener
    bolt = JClass("com.arcadedb.bolt.BoltProtocolPlugin")()
    bolt.configure(java_server, java_server.getConfiguration())
    bolt.startService()
    return bolt


def check_durable() -> None:
    """Exit unless commits reach the disk: the server sets this itself to less where it thinks nobody has set it."""
    setting = JClass("com.arcadedb.GlobalConfiguration").TX_WAL_FLUSH
    if setting.getValueAsInteger() != WAL_FLUSH:
        sys.exit("The server would confirm writes before they are on disk.")


def wait_for_the_end(parent: int) -> None:
    """Return when nobody can ask for anything any more."""
    while os.getppid() == parent:  # another process may hold the other end of our input open
        readable, _, _ = select.select([sys.stdin], [], [], 1.0)
        if readable and not os.read(sys.stdin.fileno(), 1024):
            return


def leave(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the shape of a signal handler
    """Stop in order, once."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise Terminated


def die_late() -> None:
    """End the process even if the server does not manage to stop."""
    time.sleep(STOP_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
