"""What `kommune360 import` prints, where, and with which exit code it ends."""

from pathlib import Path

import pytest

from graph.model.errors import InvalidValue
from graph.model.kinds import ConsentPurpose
from graph.store.address import ServerAddress
from graph.store.database import Database
from service.commands.imports import consents_of
from tests.exchange.canonical import canonical
from tests.exchange.commands import run
from tests.exchange.conftest import Files


async def test_what_was_done_is_printed_file_by_file(
    embedded_graph: Database, embedded_server: ServerAddress, files: Files
) -> None:
    folder = files({"people.csv": "key,name\n1,Ada\n2,Bo\n", "works_on.csv": "from,to,engagement\n1,ganztag,ACTIVE\n"})
    given = (folder, "--source", "test", "--consent", "Kontakt=nein", "--consent-date", "12.05.2024")
    answer = await run(embedded_server, *given, "--language", "de")
    assert (answer.code, answer.problems) == (0, [])
    assert answer.out == [
        "people.csv: 2 neu, 0 geändert, 0 wie zuvor.",
        "works_on.csv: 1 neu, 0 geändert, 0 wie zuvor.",
        "2 Einwilligungen eingetragen.",
    ]


async def test_bad_data_is_told_on_stderr_and_in_the_report_and_ends_with_1(
    embedded_graph: Database, embedded_server: ServerAddress, files: Files, tmp_path: Path
) -> None:
    before = await canonical(embedded_graph)
    folder = files({"people.csv": "key,name,visibility\n" + "".join(f"{n},A,?\n" for n in range(130))})
    answer = await run(embedded_server, folder, "--source", "test", "--report", tmp_path / "all.csv")
    assert (answer.code, answer.out) == (1, [])
    assert answer.problems[0].startswith("people.csv:2, column visibility: This value is not allowed here.")
    assert answer.problems[100:] == [
        "130 problems; the first 100 are shown. --report FILE writes all of them.",
        "Nothing was written. Correct these rows and run the same command again.",
    ]
    assert len((tmp_path / "all.csv").read_text(encoding="utf-8-sig").splitlines()) == 131
    assert await canonical(embedded_graph) == before


async def test_skipped_rows_are_counted_and_a_dry_run_says_that_it_was_one(
    embedded_graph: Database, embedded_server: ServerAddress, files: Files
) -> None:
    folder = files({"people.csv": "key,name\n1,Ada\n2,\n", "works_on.csv": "from,to,engagement\n2,ganztag,ACTIVE\n"})
    answer = await run(embedded_server, folder, "--source", "test", "--dry-run", "--skip-bad-rows")
    assert answer.code == 0
    assert answer.problems == ["people.csv:3, column name: name is missing."]
    assert answer.out == [
        "people.csv: 1 created, 0 changed, 0 as before; left out: 1 wrong, 0 that refer to such.",
        "works_on.csv: 0 created, 0 changed, 0 as before; left out: 0 wrong, 1 that refer to such.",
        "Nothing was written: this was a dry run.",
    ]


async def test_a_wrong_option_ends_with_2_before_anything_is_read(
    embedded_server: ServerAddress, tmp_path: Path
) -> None:
    answer = await run(embedded_server, tmp_path, "--source", "test", "--consent", "RANKINGS")
    assert answer.code == 2
    assert answer.problems == [
        "consent_date: Consents and the day on which they were given belong together. Give both or neither."
    ]


def test_consents_are_understood_in_both_languages() -> None:
    assert consents_of(["RANKINGS", "contact=no", "Vorschläge=ja"]) == {
        ConsentPurpose.RANKINGS: True,
        ConsentPurpose.CONTACT: False,
        ConsentPurpose.SUGGESTIONS: True,
    }
    for wrong in ("EVERYTHING", "RANKINGS=perhaps", ""):
        with pytest.raises(InvalidValue, match="Allowed: CONTACT=yes"):
            consents_of([wrong])
