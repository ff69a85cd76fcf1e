"""Files in: what is checked, what is written, what is told."""

from graph.exchange.importing.importing import import_files
from graph.exchange.importing.options import ImportOptions
from graph.exchange.importing.report import FileReport, ImportReport, Step, write_problems

__all__ = ["FileReport", "ImportOptions", "ImportReport", "Step", "import_files", "write_problems"]
