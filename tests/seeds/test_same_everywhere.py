"""The seeds are the same on every machine, in every process, whatever the order of hashes."""

import os
import subprocess
import sys

import pytest

from tests.seeds.digest import digest_of

DEMO = "5b68779ac59c8b11380cf1bd29656bf44e1d96c3a5076eaa4201ac34dee52dfa"


@pytest.mark.parametrize("seed", ["demo", "national"])
def test_two_processes_with_other_hashes_generate_the_same_bytes(seed: str) -> None:
    digests = {_in_a_process_of_its_own(seed, hashes) for hashes in ("0", "4711")}
    assert digests == {digest_of(seed)}


def test_the_demo_is_what_it_was_on_the_machine_where_it_was_made() -> None:
    assert digest_of("demo") == DEMO, "The demo has changed. Where that was meant, write its new digest here."


def _in_a_process_of_its_own(seed: str, hashes: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": hashes}
    command = [sys.executable, "-m", "tests.seeds.digest", seed]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()
