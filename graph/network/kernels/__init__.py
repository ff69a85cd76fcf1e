"""Numba kernels over an undirected network in CSR form, without loops: `indptr` (n + 1,), `indices` (2m,) ascending in
each row, `weights` (2m,) > 0. They know nothing of ids, scopes or people."""
