"""What shortest paths from many sources make pass through each node, 32 sources at once (Brandes 2001, batched).

Each node has a row of 32 lanes, one for a source, and a word of 32 bits that says which lanes are meant. Rows are LLVM
vectors: one instruction for 8 lanes where the CPU has AVX-512, more for fewer elsewhere; the answer is the same.
"""

from typing import Any, Final, NamedTuple

import numpy as np
from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import types
from numba.extending import models, register_model
from numpy.typing import NDArray

from graph.network.arrays import F64, I32, I64
from graph.network.kernels.compile import inlined, kernel, part
from graph.network.kernels.instruction import Numba, instruction

LANES: Final = 32
ROW: Final = ir.VectorType(ir.DoubleType(), LANES)
BITS: Final = ir.VectorType(ir.IntType(1), LANES)
NOTHING: Final = np.uint32(0)
ONE: Final = np.uint32(1)
SPARSE: Final = 16
"""With less than one node in so many just met, their contacts are looked at next; otherwise all nodes are."""
U32 = NDArray[np.uint32]


class Space(NamedTuple):
    """What one run works in: 800 bytes a node."""

    paths: F64  # (n, 32): how many shortest paths lead to a node from each source of the batch
    flows: F64  # (n, 32): what leads on from it, by path to it, and 1 by path for the node itself
    seen: U32  # (n,): from which sources it has been met
    front: U32  # (n,): from which sources it is met at the level in hand
    within: U32  # by component: which sources are in it
    asked: I64  # (n,): the last level at which it was looked at as a contact
    nodes: I32  # the nodes met, level by level; a node comes once at most for each source
    lanes: U32  # from which sources they are met there
    starts: I64  # where in these each level begins


class RowType(types.Type):
    """32 doubles that live in registers."""

    def __init__(self) -> None:
        super().__init__(name="Row")


@register_model(RowType)
class RowModel(models.PrimitiveModel):
    """How a row is held: as it is."""

    def __init__(self, manager: Numba, row_type: RowType) -> None:
        super().__init__(manager, row_type, ROW)  # type: ignore[no-untyped-call]


row_type: Final = RowType()
rows_type: Final = types.float64[:, ::1]  # (n, 32)


def _place(builder: ir.IRBuilder, rows: ir.Value, node: ir.Value) -> ir.Value:
    first = builder.mul(node, ir.Constant(node.type, LANES))
    return builder.bitcast(builder.gep(rows, [first]), ROW.as_pointer())


@instruction(row_type)
def empty_row(_builder: ir.IRBuilder) -> ir.Value:
    """A row of zeros."""
    return ir.Constant(ROW, None)


@instruction(row_type, rows_type, types.int64)
def row_of(builder: ir.IRBuilder, rows: ir.Value, node: ir.Value) -> ir.Value:
    """The row of a node."""
    return builder.load(_place(builder, rows, node), align=8)


@instruction(types.void, rows_type, types.int64, row_type)
def put(builder: ir.IRBuilder, rows: ir.Value, node: ir.Value, row: ir.Value) -> ir.Value:
    """Make `row` the row of a node."""
    return builder.store(row, _place(builder, rows, node), align=8)


@instruction(row_type, row_type, row_type, types.uint32)
def plus(builder: ir.IRBuilder, one: ir.Value, other: ir.Value, lanes: ir.Value) -> ir.Value:
    """`one`, and `other` added in the lanes meant."""
    return builder.select(builder.bitcast(lanes, BITS), builder.fadd(one, other), one)


@instruction(row_type, row_type, types.uint32)
def inverse(builder: ir.IRBuilder, row: ir.Value, lanes: ir.Value) -> ir.Value:
    """One by `row` in the lanes meant, zero in others."""
    ones, zeros = ir.Constant(ROW, [1.0] * LANES), ir.Constant(ROW, None)
    return builder.select(builder.bitcast(lanes, BITS), builder.fdiv(ones, row), zeros)


@instruction(types.float64, row_type, row_type)
def product(builder: ir.IRBuilder, one: ir.Value, other: ir.Value) -> ir.Value:
    """The sum of `one` times `other` over all lanes, added by halves: in the same order on every CPU."""
    row, width = builder.fmul(one, other), LANES
    while width > 1:
        width //= 2
        lower, upper = (
            builder.shuffle_vector(row, row, ir.Constant(ir.VectorType(ir.IntType(32), width), list(places)))
            for places in (range(width), range(width, 2 * width))
        )
        row = builder.fadd(lower, upper)
    return builder.extract_element(row, ir.Constant(ir.IntType(32), 0))


@inlined
def gathered(indptr: I32, indices: I32, node: int, words: tuple[U32, np.uint32], rows: F64) -> tuple[np.uint32, Any]:
    """In which of the lanes meant any contact of the node has its bit set, and the sum of such contacts' rows there."""
    bits, meant = words
    got, row = NOTHING, empty_row()
    for entry in range(indptr[node], indptr[node + 1]):
        contact = np.uint32(indices[entry])
        here = bits[contact] & meant
        if here:
            got |= here
            row = plus(row, row_of(rows, contact), here)
    return got, row


@part
def _begin(component: I32, batch: I32, space: Space) -> int:
    space.within[:] = 0
    space.asked[:] = -1
    for lane in range(batch.size):
        source, bit = batch[lane], ONE << np.uint32(lane)
        put(space.paths, source, empty_row())
        space.paths[source, lane] = 1.0
        space.nodes[lane], space.lanes[lane] = source, bit
        space.seen[source] = space.front[source] = bit
        space.within[component[source]] |= bit
    space.starts[0], space.starts[1] = 0, batch.size
    return batch.size


@part
def _contacts(indptr: I32, indices: I32, level: int, space: Space, contacts: I32) -> int:
    """Lists the contacts of the nodes of a level, each once. Returns how many there are."""
    count = 0
    for at in range(space.starts[level], space.starts[level + 1]):
        for contact in indices[indptr[space.nodes[at]] : indptr[space.nodes[at] + 1]]:
            if space.asked[contact] < level:
                space.asked[contact] = level
                contacts[count] = contact
                count += 1
    return count


@part
def _outward(indptr: I32, indices: I32, component: I32, count: int, space: Space) -> int:
    """Counts the shortest paths from the sources to each node, level by level. Returns how many levels there are."""
    size = indptr.size - 1
    contacts = np.empty(size, np.int32)
    level = 0
    while space.starts[level] < space.starts[level + 1]:
        begin, end = space.starts[level], space.starts[level + 1]
        is_sparse = (end - begin) * SPARSE < size
        asked = _contacts(indptr, indices, level, space, contacts) if is_sparse else size
        for at in range(asked):
            node = contacts[at] if is_sparse else at
            missing = space.within[component[node]] & ~space.seen[node]
            if missing:
                got, row = gathered(indptr, indices, node, (space.front, missing), space.paths)
                if got:
                    kept = plus(row, row_of(space.paths, node), space.seen[node]) if space.seen[node] else row
                    put(space.paths, node, kept)
                    space.nodes[count], space.lanes[count] = node, got
                    count += 1
        for at in range(begin, end):
            space.front[space.nodes[at]] = 0
        for at in range(end, count):
            space.front[space.nodes[at]] = space.lanes[at]
            space.seen[space.nodes[at]] |= space.lanes[at]
        level += 1
        space.starts[level + 1] = count
    return level


@part
def _inward(indptr: I32, indices: I32, levels: int, space: Space, found: F64) -> None:
    """Adds up what passes through each node, from the farthest level to the sources."""
    for level in range(levels - 1, -1, -1):
        begin, end = space.starts[level], space.starts[level + 1]
        if level > 0:
            for at in range(begin, end):
                node = space.nodes[at]
                got, row = gathered(indptr, indices, node, (space.front, space.lanes[at]), space.flows)
                if got:
                    found[node] += product(row, row_of(space.paths, node))
                    put(space.flows, node, plus(row, row_of(space.flows, node), ~NOTHING))
        for at in range(end, space.starts[level + 2]):
            space.front[space.nodes[at]] = 0
        for at in range(begin, end if level > 0 else begin):
            space.front[space.nodes[at]] = space.lanes[at]


@kernel
def dependencies(indptr: I32, indices: I32, component: I32, sources: I32) -> F64:
    """For each node the sum, over sources s and nodes t, of the share of shortest s–t paths that pass through it: (n,).

    `component` (n,) as `components` numbers them; no source comes twice. O(n + m) for a source at most.
    """
    size = indptr.size - 1
    found = np.zeros(size)
    words = np.zeros(size, np.uint32), np.zeros(size, np.uint32), np.zeros(size, np.uint32)
    met = np.empty(size * LANES, np.int32), np.empty(size * LANES, np.uint32), np.empty(size * LANES + 3, np.int64)
    space = Space(np.empty((size, LANES)), np.empty((size, LANES)), *words, np.empty(size, np.int64), *met)
    for first in range(0, sources.size, LANES):
        count = _begin(component, sources[first : first + LANES], space)
        levels = _outward(indptr, indices, component, count, space)
        for node in range(size):
            if space.seen[node]:
                put(space.flows, node, inverse(row_of(space.paths, node), space.seen[node]))
        _inward(indptr, indices, levels, space, found)
        space.seen[:] = 0
    return found
