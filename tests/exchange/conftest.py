"""Files to import, and a graph with the places and topics that they refer to."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TypedDict, Unpack

import pytest

from graph.exchange.importing import ImportOptions, ImportReport, import_files
from graph.model.kinds import ConsentPurpose, MunicipalityKind, NodeKind, Visibility
from graph.model.nodes import MunicipalityFields, TopicFields
from graph.model.ties import NodeRef
from graph.model.viewer import system
from graph.store.database import Database
from graph.store.writing import ImportedNode, Importer
from seeds.reference.load import topics

EXAMPLE = Path(__file__).parents[2] / "examples" / "import"
SYSTEM = system("import")

Files = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Writes files by name into a folder of their own, and says where it is."""

    def write(texts: Mapping[str, str]) -> Path:
        folder = tmp_path / "tables"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        return folder

    return write


async def refer(database: Database) -> None:
    """Put the topics and a few places into an empty graph: Nordrhein-Westfalen, Bielefeld, the district Gütersloh."""
    importer = Importer(database, SYSTEM)
    places = [
        MunicipalityFields(ags="05", name="Nordrhein-Westfalen", kind=MunicipalityKind.LAND),
        MunicipalityFields(ags="05711000", name="Bielefeld", kind=MunicipalityKind.INDEPENDENT_CITY),
        MunicipalityFields(ags="05754", name="Kreis Gütersloh", kind=MunicipalityKind.RURAL_DISTRICT),
    ]
    slugs = [TopicFields(slug=row.slug, label_de=row.label_de, label_en=row.label_en) for row in topics()]
    await importer.upsert_nodes(NodeKind.MUNICIPALITY, [ImportedNode(one.ags, one, "test", one.ags) for one in places])
    await importer.upsert_nodes(NodeKind.TOPIC, [ImportedNode(one.slug, one, "test", one.slug) for one in slugs])
    await importer.add_aliases([("05711", NodeRef(NodeKind.MUNICIPALITY, "05711000"))])


@pytest.fixture
async def graph(database: Database) -> Database:
    """A database with places and topics, on each kind of server."""
    await refer(database)
    return database


@pytest.fixture
async def embedded_graph(embedded_database: Database) -> Database:
    """The same on the embedded server alone, for what does not depend on the server."""
    await refer(embedded_database)
    return embedded_database


class Options(TypedDict, total=False):
    """What an import may be told beside its source."""

    visibility: Visibility
    consents: Mapping[ConsentPurpose, bool]
    consent_date: date
    skip_bad_rows: bool
    dry_run: bool


async def bring(database: Database, path: Path, source: str = "test", **options: Unpack[Options]) -> ImportReport:
    """Import the files at `path`."""
    return await import_files(database, SYSTEM, path, ImportOptions(source, **options))


def told(report: ImportReport) -> list[str]:
    """The problems of a report, one line each."""
    return [problem.text() for problem in report.problems]
