"""How the embedded server is set up."""

from typing import Any, Final

from graph.store.embedded.folder import DATABASE, DataFolder

PROCESS_SETTINGS: Final = {  # as settings of the server alone they do not reach the database
    "arcadedb.txWalFlush": "2",  # fsync at commit
    "arcadedb.opencypher.loadCsv.allowFileUrls": "false",
    "arcadedb.opencypher.loadCsv.allowRemoteUrls": "false",
    "arcadedb.server.httpWorkerThreads": "4",
    "arcadedb.support.autoRegister": "false",
}

LOGGING: Final = """\
handlers = java.util.logging.ConsoleHandler
.level = WARNING
java.util.logging.ConsoleHandler.level = ALL
java.util.logging.ConsoleHandler.formatter = java.util.logging.SimpleFormatter
java.util.logging.SimpleFormatter.format = %1$tF %1$tT %4$s %3$s: %5$s%6$s%n
# A refused statement is an answer, and its text carries values.
com.arcadedb.bolt.level = OFF
"""


def server_settings(folder: DataFolder, port: int) -> dict[str, Any]:
    """The server's own settings: loopback, Bolt, one database."""
    return {
        "host": "127.0.0.1",
        "http_port": 0,  # any free one, closed as soon as the server is up
        "mode": "production",
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_host": "127.0.0.1",
        "bolt_port": port,
        "bolt_defaultDatabase": DATABASE,
        "server_defaultDatabases": f"{DATABASE}[]",
        "server_rootPasswordPath": str(folder.password_file),
    }


def java_arguments(folder: DataFolder, heap_mb: int) -> dict[str, Any]:
    """The arguments of the Java machine: its bounds, and what holds for the whole process."""
    settings = [f"-D{name}={value}" for name, value in PROCESS_SETTINGS.items()]
    (folder.path / "log" / "logging.properties").write_text(LOGGING)
    return {
        "heap_size": f"{heap_mb}m",
        "jvm_args": [
            *settings,
            f"-Djava.util.logging.config.file={folder.path}/log/logging.properties",
            f"-XX:MaxDirectMemorySize={heap_mb}m",
            "-XX:+ExitOnOutOfMemoryError",  # the supervisor starts it again; half a server would answer wrongly
            "-Xrs",  # signals are ours
        ],
    }
