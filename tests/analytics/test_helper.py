"""The helper process."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from multiprocessing import active_children
from pathlib import Path
from signal import SIGKILL

import pytest

from graph.analytics.helper import Helper

WAITS = """
import os, time
from graph.analytics.helper import HELPER
if __name__ == "__main__":
    print(HELPER.run(os.getpid), flush=True)
    time.sleep(60)
"""


@pytest.fixture
def helper() -> Iterator[Helper]:
    helper = Helper()
    yield helper
    helper.close()


def test_a_call_runs_in_another_process_and_always_the_same(helper: Helper) -> None:
    first = helper.run(os.getpid)
    assert first != os.getpid()
    assert helper.run(os.getpid) == first


def test_two_calls_never_run_at_once(helper: Helper) -> None:
    with ThreadPoolExecutor(4) as threads:
        before = len(active_children())
        spans = sorted(threads.map(lambda _: helper.run(span), range(4)))
        assert len(active_children()) == before + 1
    assert all(ended <= began for (_, ended), (began, _) in pairwise(spans))


def span() -> tuple[float, float]:
    began = time.monotonic()
    time.sleep(0.02)
    return began, time.monotonic()


def test_a_helper_that_was_killed_is_replaced(helper: Helper) -> None:
    first = helper.run(os.getpid)
    os.kill(first, SIGKILL)
    assert helper.run(os.getpid) != first


def test_what_a_call_raises_comes_back(helper: Helper) -> None:
    with pytest.raises(ZeroDivisionError):
        helper.run(divmod, 1, 0)


def test_the_helper_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "waits.py"
    script.write_text(WAITS)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    until = time.monotonic() + 10
    while lives(child):
        assert time.monotonic() < until, "The helper outlived its parent."
        time.sleep(0.05)


def lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
