"""The steps by which a database becomes one that this program can use, each taken once."""

from graph.store.migrations.migrate import migrate, version

__all__ = ["migrate", "version"]
