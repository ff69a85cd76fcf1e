"""Compiling ahead leaves nothing to be compiled, and nothing is compiled twice."""

from importlib import import_module
from pkgutil import iter_modules

import numpy as np
from numba.core.dispatcher import Dispatcher

from graph.network import kernels
from graph.network.kernels.betweenness import betweenness
from graph.network.kernels.holes import structural_holes
from graph.network.kernels.warm import compile_kernels
from tests.network.kernels.networks import KARATE, csr


def all_kernels() -> list[Dispatcher]:
    modules = [import_module(f"{kernels.__name__}.{module.name}") for module in iter_modules(kernels.__path__)]
    own = {kernel.py_func: kernel for module in modules for kernel in vars(module).values() if is_kernel(kernel)}
    return [*own.values()]


def is_kernel(value: object) -> bool:
    return isinstance(value, Dispatcher)


def test_every_kernel_is_compiled_ahead_and_for_one_kind_of_arguments_only() -> None:
    compile_kernels()
    compiled = {kernel.py_func.__qualname__: len(kernel.nopython_signatures) for kernel in all_kernels()}
    assert len(compiled) > 15
    assert compiled == dict.fromkeys(compiled, 1)


def test_read_only_and_wider_arrays_do_not_make_a_kernel_compile_anew() -> None:
    compile_kernels()  # with writable arrays
    before = [len(kernel.nopython_signatures) for kernel in all_kernels()]
    for network in (csr(KARATE)[:2], [array.astype(np.int64) for array in csr(KARATE)[:2]]):
        structural_holes(*network)
        betweenness(*network)
    assert [len(kernel.nopython_signatures) for kernel in all_kernels()] == before
