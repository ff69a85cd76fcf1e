"""How the embedded server is set up."""

from typing import Any, Final

from graph.store.embedded.bounds import Bounds
from graph.store.embedded.folder import DATABASE, DataFolder

WAL_FLUSH: Final = 2  # fsync at commit
LOGGING: Final = """\
handlers = java.util.logging.ConsoleHandler
.level = WARNING
# A refused statement is an answer, and what is said about it repeats values.
com.arcadedb.bolt.level = OFF
"""


def server_settings(folder: DataFolder, port: int) -> dict[str, Any]:
    """The server's own settings: loopback, Bolt, one database."""
    return {
        "host": "127.0.0.1",
        "http_port": 0,  # any free one, closed as soon as the server is up
        "mode": "production",
        "bolt_host": "127.0.0.1",
        "bolt_port": port,
        "bolt_defaultDatabase": DATABASE,
        "server_defaultDatabases": f"{DATABASE}[]",
        "server_rootPasswordPath": str(folder.password_file),
    }


def process_settings(bounds: Bounds) -> dict[str, str]:
    """What holds for the whole process. Given to the server alone, these do not reach the database."""
    return {
        "arcadedb.txWalFlush": str(WAL_FLUSH),
        "arcadedb.command.timeout": str(bounds.statement_seconds * 1000),
        "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
        "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
        "arcadedb.bolt.maxMessageSize": str(64 * 2**20),  # 5,000 rows of long texts in one statement
        "arcadedb.server.httpWorkerThreads": "4",
        "arcadedb.support.autoRegister": "false",
    }


def java_arguments(folder: DataFolder, bounds: Bounds) -> dict[str, Any]:
    """The arguments of the Java machine."""
    folder.logging_file.write_text(LOGGING)
    return {
        "heap_size": f"{bounds.heap_mb}m",
        "jvm_args": [
            *(f"-D{name}={value}" for name, value in process_settings(bounds).items()),
            f"-Djava.util.logging.config.file={folder.logging_file}",
            f"-XX:MaxDirectMemorySize={bounds.heap_mb}m",
            "-XX:+ExitOnOutOfMemoryError",  # the supervisor starts it again; half a server would answer wrongly
            "-Xrs",  # signals are ours
        ],
    }
