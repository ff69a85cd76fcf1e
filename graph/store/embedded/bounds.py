"""What the embedded server may use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """`heap_mb` is Java's heap; the process takes about 300 MB more. No statement runs longer than `statement_seconds`:
    this server goes on with one whose client has given up, and knows no limit that comes with a statement."""

    heap_mb: int = 512
    statement_seconds: int = 120
