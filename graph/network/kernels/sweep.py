"""How many nodes lie at each distance, searched from 512 sources at once (Then et al. 2014, PVLDB 8(4), 449–460).

Each node has 512 bits, one for a source. In an undirected network the bits that come to a node at some distance count
the nodes that it reaches there: no search needs to remember more.
"""

from typing import Any, Final

import numpy as np
from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import types
from numba.extending import models, register_model
from numpy.typing import NDArray

from graph.network.arrays import F64, I32, I64
from graph.network.kernels.compile import inlined, kernel, part
from graph.network.kernels.instruction import Numba, instruction, named

WORDS: Final = 8
SOURCES: Final = 64 * WORDS
BITS: Final = ir.VectorType(ir.IntType(64), WORDS)
U64 = NDArray[np.uint64]


class BitsType(types.Type):
    """512 bits that live in registers."""

    def __init__(self) -> None:
        super().__init__(name="Bits")


@register_model(BitsType)
class BitsModel(models.PrimitiveModel):
    """How bits are held: as they are."""

    def __init__(self, manager: Numba, bits_type: BitsType) -> None:
        super().__init__(manager, bits_type, BITS)  # type: ignore[no-untyped-call]


bits_type: Final = BitsType()
rows_type: Final = types.uint64[:, ::1]  # (n, 8)


def _place(builder: ir.IRBuilder, rows: ir.Value, node: ir.Value) -> ir.Value:
    first = builder.mul(node, ir.Constant(node.type, WORDS))
    return builder.bitcast(builder.gep(rows, [first]), BITS.as_pointer())


@instruction(bits_type)
def no_bits(_builder: ir.IRBuilder) -> ir.Value:
    """512 zeros."""
    return ir.Constant(BITS, None)


@instruction(bits_type, rows_type, types.int64)
def bits_of(builder: ir.IRBuilder, rows: ir.Value, node: ir.Value) -> ir.Value:
    """The bits of a node."""
    return builder.load(_place(builder, rows, node), align=8)


@instruction(types.void, rows_type, types.int64, bits_type)
def put(builder: ir.IRBuilder, rows: ir.Value, node: ir.Value, bits: ir.Value) -> ir.Value:
    """Make `bits` the bits of a node."""
    return builder.store(bits, _place(builder, rows, node), align=8)


@instruction(bits_type, bits_type, bits_type)
def either(builder: ir.IRBuilder, one: ir.Value, other: ir.Value) -> ir.Value:
    """The bits set in one or both."""
    return builder.or_(one, other)


@instruction(bits_type, bits_type, bits_type)
def without(builder: ir.IRBuilder, one: ir.Value, other: ir.Value) -> ir.Value:
    """The bits set in one and not in the other."""
    return builder.and_(one, builder.not_(other))


@instruction(types.int64, bits_type)
def count(builder: ir.IRBuilder, bits: ir.Value) -> ir.Value:
    """How many bits are set."""
    by_word, total = ir.FunctionType(BITS, [BITS]), ir.FunctionType(ir.IntType(64), [BITS])
    counts = builder.call(named(builder, by_word, "llvm.ctpop.v8i64"), [bits])
    return builder.call(named(builder, total, "llvm.vector.reduce.add.v8i64"), [counts])


@inlined
def _coming(indptr: I32, indices: I32, node: int, front: U64) -> Any:  # noqa: ANN401 - bits have no type in Python
    """From which sources any contact of the node has just been met."""
    bits = no_bits()
    for entry in range(indptr[node], indptr[node + 1]):
        bits = either(bits, bits_of(front, np.uint32(indices[entry])))
    return bits


@part
def _begin(component: I32, sources: I32, seen: U64, within: U64, front: U64) -> None:
    for rows in (seen, within, front):
        rows[:] = 0
    for source in range(sources.size):
        node, word, bit = sources[source], source // 64, np.uint64(1) << np.uint64(source % 64)
        seen[node, word] |= bit
        front[node, word] |= bit
        within[component[node], word] |= bit


@part
def _step(indptr: I32, indices: I32, component: I32, bits: tuple[U64, U64, U64, U64], counts: I32) -> int:
    """Moves all searches on by one step; `counts` (n,) are how many come to each node. Returns how many in all."""
    seen, within, behind, front = bits
    met = 0
    for node in range(counts.size):
        here, come, many = bits_of(seen, node), no_bits(), 0
        if count(without(bits_of(within, component[node]), here)):
            come = without(_coming(indptr, indices, node, behind), here)
            many = count(come)
            put(seen, node, either(here, come))
        put(front, node, come)
        counts[node] = many
        met += many
    return met


@kernel
def sweep(indptr: I32, indices: I32, component: I32, sources: I32, steps: int) -> tuple[I64, I64, F64]:
    """Of the `sources` other than a node itself, as far as they are within `steps`: how many there are, their distances
    and the inverses of these added up, each (n,). `component` (n,) as `components` numbers them.

    O(n + m) for each step of 512 sources, 300 bytes a node.
    """
    size = indptr.size - 1
    reached, farness, harmonic = np.zeros(size, np.int64), np.zeros(size, np.int64), np.zeros(size)
    seen, within = np.empty((size, WORDS), np.uint64), np.empty((size, WORDS), np.uint64)
    front, behind = np.empty((size, WORDS), np.uint64), np.empty((size, WORDS), np.uint64)
    counts = np.empty(size, np.int32)
    for first in range(0, sources.size, SOURCES):
        _begin(component, sources[first : first + SOURCES], seen, within, front)
        distance = 0
        while distance < steps:
            distance += 1
            front, behind = behind, front
            if not _step(indptr, indices, component, (seen, within, behind, front), counts):
                break
            inverse = 1 / distance
            for node in range(size):
                reached[node] += counts[node]
                farness[node] += counts[node] * distance
                harmonic[node] += counts[node] * inverse
    return reached, farness, harmonic
