"""Betweenness by integer lengths: in floats, sums that should be equal are not, and shortest paths get lost."""

from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np

from graph.network.arrays import F64, I32, I64
from graph.network.kernels.compile import as_read_only, kernel, part
from graph.network.kernels.threads import in_threads, shares_of

UNREACHED = -1
SOURCES_EACH = 64


def passing_by_length(indptr: I32, indices: I32, lengths: I64, sources: I32, threads: int = 1) -> F64:
    """What shortest paths from the sources to all make pass through each node: (n,), the same for any `threads`.

    `lengths` (2m,) > 0. O(m log n) for a source.
    """
    network = Network(as_read_only(indptr, np.int32), as_read_only(indices, np.int32), as_read_only(lengths, np.int64))

    def of_share(share: range) -> F64:
        return _dependencies(network, as_read_only(sources[share.start : share.stop], np.int32))

    found = np.zeros(indptr.size - 1)
    for addition in in_threads(of_share, shares_of(sources.size, SOURCES_EACH), threads):
        found += addition
    return found


class Network(NamedTuple):
    """Contacts of each node as CSR, with the lengths of the ties."""

    indptr: I32
    indices: I32
    lengths: I64


class Space(NamedTuple):
    """What the search from one source leaves behind, (n,) each."""

    distances: I64
    paths: F64  # how many shortest ones lead to a node
    order: I32  # nodes from the nearest to the farthest
    flows: F64  # what leads on from a node


@part
def _outward(network: Network, source: int, space: Space) -> int:
    """Orders the nodes that can be reached by distance. Returns how many they are."""
    space.distances[source] = 0
    heap = [(np.int64(0), np.int64(source))]
    count = 0
    while heap:
        distance, node = heappop(heap)
        if distance > space.distances[node] or space.paths[node] > 0:
            continue
        space.order[count] = node
        count += 1
        space.paths[node] = 1.0 if node == source else 0.0
        for entry in range(network.indptr[node], network.indptr[node + 1]):
            other, way = np.int64(network.indices[entry]), distance + network.lengths[entry]
            if space.distances[other] == UNREACHED or way < space.distances[other]:
                space.distances[other] = way
                heappush(heap, (way, other))
            elif way - 2 * network.lengths[entry] == space.distances[other]:  # it lies on a shortest path to the node
                space.paths[node] += space.paths[other]
    return count


@part
def _inward(network: Network, count: int, space: Space, found: F64) -> None:
    for at in range(count - 1, 0, -1):
        node = space.order[at]
        flow = (1 + space.flows[node]) / space.paths[node]
        for entry in range(network.indptr[node], network.indptr[node + 1]):
            other = network.indices[entry]
            if space.distances[other] + network.lengths[entry] == space.distances[node]:
                space.flows[other] += space.paths[other] * flow
        found[node] += space.flows[node]


@kernel
def _dependencies(network: Network, sources: I32) -> F64:
    size = network.indptr.size - 1
    found = np.zeros(size)
    distances = np.full(size, UNREACHED, np.int64)
    space = Space(distances, np.zeros(size), np.empty(size, np.int32), np.zeros(size))
    for source in sources:
        count = _outward(network, source, space)
        _inward(network, count, space, found)
        for node in space.order[:count]:
            space.distances[node], space.paths[node], space.flows[node] = UNREACHED, 0.0, 0.0
    return found
