"""The write half of the store: whoever may, changes the graph, and leaves a trace of it."""

from graph.store.writing.accounts import Account, AccountReader, AccountWriter
from graph.store.writing.aliases import Alias
from graph.store.writing.consents import ConsentWriter
from graph.store.writing.decisions import Decision
from graph.store.writing.importer import Importer
from graph.store.writing.imports import Counts, ImportedNode, ImportedTie
from graph.store.writing.node_deletion import Deletion
from graph.store.writing.node_update import Update
from graph.store.writing.nodes import NodeWriter
from graph.store.writing.ties import TieWriter

__all__ = [
    "Account",
    "AccountReader",
    "AccountWriter",
    "Alias",
    "ConsentWriter",
    "Counts",
    "Decision",
    "Deletion",
    "ImportedNode",
    "ImportedTie",
    "Importer",
    "NodeWriter",
    "TieWriter",
    "Update",
]
