"""The table of ratios: `python -m benchmarks.engines [people]`, some minutes with the 10,000 that are asked for."""

import os

for threads in ("NUMBA_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # read at import: one thread each, or CPU time compares nothing

import platform  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from math import exp, log  # noqa: E402

from benchmarks.engines.against_networkx import networkx_suite  # noqa: E402
from benchmarks.engines.against_others import igraph_suite, scipy_suite, thread_suite  # noqa: E402
from benchmarks.engines.comparison import ROUNDS, Comparison  # noqa: E402
from benchmarks.engines.sample import SEED, sample  # noqa: E402
from benchmarks.ratio import Clock, Ratio  # noqa: E402

PEOPLE = 10_000


def table(comparisons: list[Comparison], clock: Clock = time.process_time) -> list[Ratio]:
    """Runs and prints one comparison after another."""
    found = []
    for comparison in comparisons:
        line = comparison.run(clock)
        found.append(line)
        spread = f"{line.lowest:.1f}–{line.highest:.1f}"
        print(
            f"| {comparison.name} | {comparison.peer} | {line.median:.1f}× | {spread} | {line.first_call:.2f} s |",
            flush=True,
        )
    return found


def main(people: int) -> None:
    """Prints the whole table for a network of so many people."""
    drawn = sample(people)
    size = f"{people:,} people, {len(drawn.ties):,} ties, {len(drawn.topics):,} topics held, seed {SEED}"
    machine = f"{os.cpu_count()} CPUs, {platform.machine()}, Python {platform.python_version()}"
    print(f"{size}; {ROUNDS} rounds in turn; {machine}. Where a peer is said to do a part, its time for the whole is")
    print("extrapolated in proportion. Times are of the CPU; of threads, by the clock on the wall.\n")
    print("| What | Against | Times less | Lowest–highest | First call |\n|---|---|---|---|---|")
    ratios = table(networkx_suite(drawn))
    mean = exp(sum(log(line.median) for line in ratios) / len(ratios))
    print(f"| **geometric mean of these {len(ratios)}** | NetworkX | **{mean:.0f}×** | | |", flush=True)
    table([*igraph_suite(drawn), *scipy_suite(drawn)])
    table(thread_suite(drawn), time.perf_counter)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE)
