"""A service of nothing but its database: `python -m tests.servers.supervise FOLDER [forked]`.

It prints the process number of its server and sleeps. With `forked` another process, whose number is printed as well,
holds all its files open, as a worker would that was made by a fork.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from graph.store.embedded import EmbeddedServer


def fork() -> int:
    """The number of a process that only waits to be killed."""
    pid = os.fork()
    if not pid:
        signal.alarm(60)
        signal.pause()
    return pid


async def main(folder: str, how: str = "") -> None:
    """Run until killed."""
    async with EmbeddedServer(Path(folder)) as server:
        numbers = [server.pid, *([fork()] if how == "forked" else [])]
        print(*numbers, flush=True)  # noqa: T201 - its output
        await asyncio.sleep(120)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
