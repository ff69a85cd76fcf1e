"""The command in a process of its own, on a server that runs already."""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graph.store.address import ServerAddress

PROGRAM: Final = (sys.executable, "-m", "service.main", "import")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command left behind."""

    code: int
    out: list[str]
    problems: list[str]


async def start(address: ServerAddress, *arguments: object) -> asyncio.subprocess.Process:
    """Start `kommune360 import` with `arguments`."""
    return await asyncio.create_subprocess_exec(
        *PROGRAM,
        *map(str, arguments),
        env=surroundings(address),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def run(address: ServerAddress, *arguments: object) -> Answer:
    """Run it to its end."""
    process = await start(address, *arguments)
    out, problems = await process.communicate()
    assert process.returncode is not None
    return Answer(process.returncode, out.decode().splitlines(), problems.decode().splitlines())


def surroundings(address: ServerAddress) -> Mapping[str, str]:
    """The environment in which a command finds the server."""
    given = {
        "KOMMUNE360_DATABASE_URI": address.uri,
        "KOMMUNE360_DATABASE_USER": address.user,
        "KOMMUNE360_DATABASE_PASSWORD": address.password.get_secret_value(),
        "KOMMUNE360_DATABASE_NAME": address.database,
    }
    return {**os.environ, "LANG": "C.UTF-8", **{name: value for name, value in given.items() if value}}
