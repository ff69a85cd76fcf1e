"""Our kernels beside NetworkX, SciPy and igraph on one network, one thread each."""
