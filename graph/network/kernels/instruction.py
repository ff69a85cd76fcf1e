"""How a kernel gets at vectors: an LLVM instruction or a few, under a name."""

from collections.abc import Callable, Sequence
from inspect import signature
from typing import Any, TypeAlias, cast

from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import types
from numba.core.cgutils import get_or_insert_function
from numba.extending import intrinsic

Numba: TypeAlias = Any
"""The insides of the compiler have no types."""


def instruction(returns: types.Type, *takes: types.Type) -> Callable[[Callable[..., ir.Value]], Callable[..., Any]]:
    """Makes of a function that emits LLVM code one that kernels can call; an array comes to it as a pointer."""

    def callable_in_kernels(emit: Callable[..., ir.Value]) -> Callable[..., Any]:
        def generate(context: Numba, builder: ir.IRBuilder, _signature: Numba, given: Sequence[ir.Value]) -> ir.Value:
            values = [
                context.make_array(kind)(context, builder, value).data if isinstance(kind, types.Array) else value
                for kind, value in zip(takes, given, strict=True)
            ]
            emitted = emit(builder, *values)
            return context.get_dummy_value() if returns is types.void else emitted

        def typed(_context: Numba, *_given: types.Type) -> tuple[Numba, Numba]:
            return returns(*takes), generate

        vars(typed)["__signature__"] = signature(emit)  # Numba counts the arguments by it
        return cast("Callable[..., Any]", intrinsic(typed))

    return callable_in_kernels


def named(builder: ir.IRBuilder, kind: ir.FunctionType, name: str) -> ir.Function:
    """The function that LLVM has under this name."""
    return get_or_insert_function(builder.module, kind, name)  # type: ignore[no-untyped-call]
