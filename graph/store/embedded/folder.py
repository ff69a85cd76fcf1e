"""The data folder of an embedded server: its files, its password, and who may use it."""

import fcntl
import json
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from pydantic import SecretStr

from graph.store.address import ServerAddress

DATABASE: Final = "kommune360"
USER: Final = "root"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """`path` is absolute. Only its owner can look into it."""

    path: Path

    @classmethod
    def at(cls, path: Path) -> "DataFolder":
        """The folder at `path`, made if it is missing."""
        folder = cls(path.resolve())
        folder.path.mkdir(parents=True, exist_ok=True)
        with suppress(PermissionError):  # a mounted volume may belong to somebody else and be ours to use all the same
            folder.path.chmod(0o700)
        (folder.path / "log").mkdir(mode=0o700, exist_ok=True)
        return folder

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.path / "log" / "server.log"

    @property
    def logging_file(self) -> Path:
        """What the server is to say."""
        return self.path / "log" / "logging.properties"

    @property
    def password_file(self) -> Path:
        """The password of the server's only user."""
        return self.path / "password"

    @property
    def users_file(self) -> Path:
        """Where ArcadeDB keeps its users, with their passwords hashed."""
        return self.path / "config" / "server-users.jsonl"

    @property
    def running_file(self) -> Path:
        """There while a server is up: where it listens."""
        return self.path / "running.json"

    def password(self) -> SecretStr:
        """The server's password. Without one yet, a random one is made; a server that knew another forgets it."""
        if not self.password_file.exists():
            self.users_file.unlink(missing_ok=True)
            write_private(self.password_file, secrets.token_urlsafe(32))
        return SecretStr(self.password_file.read_text())

    def address(self, port: int) -> ServerAddress:
        """Where a server of this folder that listens on `port` is spoken to."""
        return ServerAddress(f"bolt://127.0.0.1:{port}", USER, self.password(), DATABASE)

    def announce(self, port: int) -> None:
        """Tell commands that start later where the server listens."""
        write_private(self.running_file, json.dumps({"port": port}))

    def announced(self) -> ServerAddress | None:
        """Where the server said that it listens."""
        try:
            return self.address(int(json.loads(self.running_file.read_text())["port"]))
        except FileNotFoundError:
            return None

    @contextmanager
    def lock(self, name: str, patience: float = 0.0) -> Iterator[bool]:
        """Hold the lock `name` inside; False when somebody else still does after `patience` seconds. The kernel frees
        it when its holder is killed, so a file left behind locks nobody out."""
        with (self.path / f"{name}.lock").open("a") as file:
            deadline = time.monotonic() + patience
            while not (mine := locked(file)) and time.monotonic() < deadline:
                time.sleep(0.05)
            yield mine


def locked(file: IO[str]) -> bool:
    """Lock an open file, unless another process has."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def write_private(path: Path, text: str) -> None:
    """Write `text` so that only the owner can read it, and nobody ever reads half of it."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
