"""Files as programs really save them, and as they should not be: each is read, or refused with what to do."""

import tracemalloc
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.exchange.problems import Problems
from graph.exchange.reading.columns import Content
from graph.exchange.reading.layout import FoundFile, content_of, found_files
from graph.exchange.reading.table import Table, open_table
from graph.model.errors import FileUnreadable, InvalidValue
from graph.model.kinds import NodeKind, TieKind

PEOPLE = NodeKind.PERSON


def records(folder: Path, content: bytes, holds: Content = PEOPLE) -> list[tuple[int, Mapping[str, str]]]:
    """The rows of a file with `content`: their lines and what is in their filled cells."""
    path = folder / "people.csv"
    path.write_bytes(content)
    table = Table.open(FoundFile(path, holds))
    try:
        return [(row.line, {name: cell for name, cell in table.values(row).items() if cell}) for row in table]
    finally:
        table.close()


def refusal(folder: Path, content: bytes) -> tuple[int | None, str]:
    """Where and why a file with `content` is refused as a whole."""
    with pytest.raises(FileUnreadable) as caught:
        records(folder, content)
    return caught.value.line, str(caught.value)


ONE_PERSON = [(2, {"key": "1", "name": "Änne Müller-Groß"})]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_reads_alike_in_every_encoding_with_every_separator(
    tmp_path: Path, encoding: str, delimiter: str, end: str
) -> None:
    text = end.join([f"key{delimiter}name", f"1{delimiter}Änne Müller-Groß", ""])
    assert records(tmp_path, text.encode(encoding)) == ONE_PERSON


def test_umlauts_taken_apart_are_put_together(tmp_path: Path) -> None:
    assert records(tmp_path, "key,name\n1,A\u0308nne Mu\u0308ller-Groß\n".encode()) == ONE_PERSON


def test_excel_naming_its_separator_is_understood(tmp_path: Path) -> None:
    assert records(tmp_path, b"sep=;\r\nkey;name\r\n1;A,B\r\n") == [(3, {"key": "1", "name": "A,B"})]


def test_a_row_has_the_line_it_begins_in(tmp_path: Path) -> None:
    text = b'key,about,name\n1,"one\ntwo, ""three""",A\n\n,,\n2,,B\n'
    assert records(tmp_path, text) == [
        (2, {"key": "1", "about": 'one\ntwo, "three"', "name": "A"}),
        (6, {"key": "2", "name": "B"}),
    ]


def test_formulas_of_spreadsheets_stay_text(tmp_path: Path) -> None:
    text = b'key,name\n1,"=HYPERLINK(""x"")"\n'
    assert records(tmp_path, text) == [(2, {"key": "1", "name": '=HYPERLINK("x")'})]


def test_empty_columns_at_the_end_do_not_count(tmp_path: Path) -> None:
    assert records(tmp_path, b"key;name;;\n1;A;;\n") == [(2, {"key": "1", "name": "A"})]


def test_german_headers_mean_the_same_columns(tmp_path: Path) -> None:
    text = "SCHLÜSSEL;E-Mail;Name;Aktiv  bis\n1;a@example.org;A;2024\n".encode("cp1252")
    expected = {"key": "1", "email": "a@example.org", "name": "A", "active_until": "2024"}
    assert records(tmp_path, text) == [(2, expected)]


HOSTILE: dict[str, tuple[bytes, int | None, str]] = {
    "nothing": (b"", None, "empty"),
    "only empty lines": (b"\n\n;;\n", None, "empty"),
    "a workbook": (b"PK\x03\x04rest", None, "workbook"),
    "a NUL byte": (b"key,name\n1,A\n2,B\0C\n", 3, "NUL"),
    "undefined bytes": (b"key,name\n1,\x81\xfc\n", None, "neither UTF-8 nor Windows-1252"),
    "half a sign of UTF-16": (b"\xff\xfek\0e", None, "neither UTF-8"),
    "two encodings": ("key,name\n1,Müller\n".encode() + b"2,Gr\xfcn\n", 2, "garbled"),
    "a lost sign": ("key,name\n1,M\ufffdller\n".encode(), 2, "garbled"),
    "an open quotation mark": (b'key,name\n1,A\n2,"B\n3,C\n', 3, "quotation marks"),
    "text after a quotation mark": (b'key,name\n1,"A"B\n', 2, "quotation marks"),
    "a cell of a megabyte": (b"key,name\n1," + b"x" * 900_000 + b"\n", 2, "longer than 131072"),
    "a line without end": (b"key,name\n1," + b"x" * 1_100_000 + b"\n", 2, "longer than the 1000000"),
    "an endless quotation": (b'key,name\n1,"' + b"word\n" * 40_000, 2, "longer than 131072"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_no_table_is_refused_with_its_line(tmp_path: Path, case: str) -> None:
    content, line, words = HOSTILE[case]
    found, message = refusal(tmp_path, content)
    assert found == line
    assert words in message


def test_a_row_of_another_width_is_refused(tmp_path: Path) -> None:
    for row in (b"1,Schmidt, Anna\n", b"1\n"):
        with pytest.raises(InvalidValue, match="cells, the header has 2"):
            records(tmp_path, b"key,name\n" + row)


def test_a_value_in_a_column_without_a_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="no name"):
        records(tmp_path, b"key,,name\n1,x,A\n")


def header_problems(folder: Path, header: str) -> list[str]:
    """What is wrong with a file of people that begins so."""
    path = folder / "people.csv"
    path.write_text(f"{header}\n1,A\n", encoding="utf-8")
    problems = Problems()
    assert open_table(FoundFile(path, PEOPLE), problems) is None
    assert problems.unreadable
    return [problem.text() for problem in problems.sorted()]


def test_an_unknown_column_is_named_with_the_nearest(tmp_path: Path) -> None:
    (told,) = header_problems(tmp_path, "key,name,e-mial")
    assert "There is no column 'e-mial' here. The nearest is email; allowed: key, name, email" in told


def test_columns_twice_are_refused_whatever_their_language(tmp_path: Path) -> None:
    (told,) = header_problems(tmp_path, "key,name,email,E-Mail")
    assert "The columns 'email' and 'E-Mail' mean the same." in told


def test_all_that_is_wrong_with_a_header_is_told_at_once(tmp_path: Path) -> None:
    told = header_problems(tmp_path, "key,email,Mail,telefone")
    assert len(told) == 3
    assert "The column name is missing." in told[0] + told[1] + told[2]


def test_a_file_without_header_is_refused_and_its_first_person_not_named(tmp_path: Path) -> None:
    for row in ("17,Anna Schmidt,anna@example.org", "key,Anna Schmidt,anna@example.org"):
        told = " ".join(header_problems(tmp_path, row))
        assert "Anna" not in told
        assert "anna" not in told
        assert "allowed: key, name, email" in told


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("people.csv", NodeKind.PERSON),
        ("Personen.CSV", NodeKind.PERSON),
        ("support-offers.tsv", NodeKind.SUPPORT_OFFER),
        ("member_of.csv", TieKind.MEMBER_OF),
        ("Führt durch.txt", TieKind.RUNS),
    ],
)
def test_a_file_says_by_its_name_what_it_holds(name: str, content: Content) -> None:
    assert content_of(name) is content


def test_a_name_that_says_nothing_is_refused_with_the_nearest() -> None:
    with pytest.raises(FileUnreadable, match=r"The nearest name is organizations\.csv"):
        content_of("organisation.csv")


def test_a_folder_gives_its_tables_in_the_order_of_import(tmp_path: Path) -> None:
    for name in ("member_of.csv", "people.csv", "themen.csv", "notes.txt", ".hidden.csv", "~$people.csv", "README.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found, refused = found_files(tmp_path)
    assert [file.path.name for file in found] == ["themen.csv", "people.csv", "member_of.csv"]
    assert not refused


def test_a_folder_tells_every_file_that_it_cannot_place(tmp_path: Path) -> None:
    for name in ("people.csv", "personen.csv", "sheet.xlsx", "gremien.csv"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    found, refused = found_files(tmp_path)
    assert [file.path.name for file in found] == ["people.csv"]
    assert {name for name, _ in refused} == {"personen.csv", "sheet.xlsx", "gremien.csv"}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from([b"", b"key,name\n", b'key;name\r\n1;"A"\r\n', b"\xff\xfe"]))
def test_no_bytes_are_anything_but_read_or_refused(tmp_path: Path, content: bytes, before: bytes) -> None:
    with suppress(FileUnreadable, InvalidValue):
        records(tmp_path, before + content)


def test_a_long_table_is_read_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("key;name\n" + "".join(f"{n};Änne Müller {n}\n" for n in range(60_000)), encoding="cp1252")
    tracemalloc.start()
    try:
        table = Table.open(FoundFile(path, PEOPLE))
        assert sum(1 for _ in table) == 60_000
        table.close()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert path.stat().st_size > 1_200_000
    assert most < 8_000_000  # a chunk to decode and its text, never the table


def test_what_was_checked_is_what_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("key,name\n1,Ada\n", encoding="utf-8")
    table = Table.open(FoundFile(path, PEOPLE))
    path.write_text("key,name\n2,Bo\n3,Cem\n", encoding="utf-8")
    assert [row.cells for row in table] == [row.cells for row in table] == [["1", "Ada"]]
    table.close()
