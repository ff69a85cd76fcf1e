"""What runs in the helper process: networkit's Leiden. Its random state and thread count are global to a process, so
that several runs at once would not give the same answer twice."""

import os
import threading
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess

from graph.network.arrays import F64, I32

ITERATIONS = 10


def end_with_parent() -> None:
    """Let the process end when the one that started it does, be it by SIGKILL."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(0)


def leiden(size: int, one: I32, other: I32, weights: F64, seed: int) -> list[int]:
    """The community of each of `size` nodes (Traag, Waltman & van Eck 2019), by weighted modularity. Same in, same
    out."""
    networkit = import_module("networkit")  # takes a second, and only the helper needs it
    networkit.setNumberOfThreads(1)
    networkit.setSeed(seed, False)
    graph = networkit.GraphFromCoo((weights, (one, other)), n=size, weighted=True)
    algorithm = networkit.community.ParallelLeiden(graph, iterations=ITERATIONS)
    algorithm.run()
    communities: list[int] = algorithm.getPartition().getVector()
    return communities
