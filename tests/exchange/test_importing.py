"""Files become the graph: completely or not at all, twice as once, and what the graph holds otherwise stays."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.exchange.importing import ImportOptions, import_files
from graph.exchange.importing.keys import End, Keys
from graph.model.errors import Forbidden
from graph.model.ids import imported_id
from graph.model.kinds import ConsentPurpose, NodeKind, TieKind, Visibility
from graph.model.nodes import Person
from graph.model.permissions import Role
from graph.model.time import today
from graph.model.viewer import Viewer
from graph.store.database import Database
from graph.store.reading import ConsentReader, NodeReader, TieReader
from graph.store.writing import ConsentWriter, Decision, NodeWriter
from tests.exchange.canonical import canonical
from tests.exchange.conftest import EXAMPLE, SYSTEM, Files, Options, bring, told

PEOPLE = "key,name,email,visibility\n1,Ada,ada@example.org,\n2,Bo,,\n"


async def person(database: Database, key: str, source: str = "test") -> Person:
    """The imported person with a key."""
    (found,) = await NodeReader(database, SYSTEM).by_ids(NodeKind.PERSON, [imported_id(source, NodeKind.PERSON, key)])
    assert isinstance(found, Person)
    return found


async def test_the_example_is_imported_whole_and_only_once(graph: Database) -> None:
    first = await bring(graph, EXAMPLE)
    assert told(first) == []
    assert first.written
    rows = {path.name: len(path.read_text(encoding="utf-8").splitlines()) - 1 for path in EXAMPLE.glob("*.csv")}
    rows["people.csv"] -= 1  # one text has two lines
    assert {file.name: file.created for file in first.files} == rows
    before = await canonical(graph)
    second = await bring(graph, EXAMPLE)
    assert [(file.created, file.changed) for file in second.files] == [(0, 0)] * len(rows)
    assert {file.name: file.unchanged for file in second.files} == rows
    assert await canonical(graph) == before


GERMAN = {
    "organizations.csv": ("Organisationen.csv", {"key": "Schlüssel", "kind": "Art", "sector": "Sektor"}),
    "people.csv": ("Personen.csv", {"email": "E-Mail", "about": "Über", "active_from": "aktiv ab"}),
    "projects.csv": ("Vorhaben.csv", {"title": "Titel", "summary": "Kurzbeschreibung", "stage": "Phase"}),
    "member_of.csv": ("Mitglied von.csv", {"from": "von", "to": "nach", "role_title": "Funktion", "level": "Ebene"}),
    "works_on.csv": ("Arbeitet an.csv", {"from": "von", "to": "zu", "engagement": "Tiefe", "since": "seit"}),
}
WORDS = {
    "AUTHORITY": "Behörde", "ASSOCIATION": "Verein", "CIVIL_SOCIETY": "Zivilgesellschaft", "SCIENCE": "Wissenschaft",
    "ADMINISTRATION": "Verwaltung", "SPECIALIST": "Fachebene", "LEADERSHIP": "Leitungsebene", "true": "ja",
    "POLITICAL": "politische Ebene", "EXPERT": "Expertin", "ACTIVE": "aktiv", "RUNNING": "läuft",
}  # fmt: skip


def as_german_excel_saves_it(folder: Path) -> Path:
    """The example with German names, headers and words, semicolons and, where it can hold the signs, Windows-1252."""
    for source in EXAMPLE.glob("*.csv"):
        name, headers = GERMAN.get(source.name, (source.name, {}))
        text = source.read_text(encoding="utf-8")
        head, _, body = text.partition("\n")
        head = ";".join(headers.get(column, column) for column in head.split(","))
        (folder / name).write_bytes(_saved(f"{head}\r\n{_germanised(body)}"))
    return folder


def _germanised(body: str) -> str:
    quoted = body.split('"')
    plain = [part if number % 2 else part.replace(",", ";").replace("\n", "\r\n") for number, part in enumerate(quoted)]
    text = '"'.join(plain)
    for word, german in WORDS.items():
        text = text.replace(f";{word};", f";{german};").replace(f";{word}\r", f";{german}\r")
    return text


def _saved(text: str) -> bytes:
    try:
        return text.encode("cp1252")
    except UnicodeEncodeError:
        return text.encode("utf-8-sig")


async def test_german_tables_make_the_same_graph(graph: Database, tmp_path: Path) -> None:
    assert (await bring(graph, EXAMPLE)).written
    expected = await canonical(graph)
    report = await bring(graph, as_german_excel_saves_it(tmp_path))
    assert told(report) == []
    assert sum(file.created + file.changed for file in report.files) == 0
    assert await canonical(graph) == expected


async def test_a_dry_run_foresees_what_the_import_does_and_writes_nothing(graph: Database, files: Files) -> None:
    await bring(graph, files({"people.csv": PEOPLE, "works_on.csv": "from,to,engagement\n1,ganztag,ACTIVE\n"}))
    before = await canonical(graph)
    changed = files(
        {
            "people.csv": "key,name\n1,Ada\n2,Bodil\n3,Cem\n",
            "works_on.csv": "from,to,engagement\n1,ganztag,EXPERT\n2,ganztag,EXPERT\n",
        }
    )
    foreseen = await bring(graph, changed, dry_run=True)
    assert await canonical(graph) == before
    done = await bring(graph, changed)
    assert foreseen.files == done.files
    assert [(file.created, file.changed, file.unchanged) for file in done.files] == [(1, 1, 1), (1, 1, 0)]


async def test_one_bad_row_keeps_everything_from_being_written(graph: Database, files: Files) -> None:
    before = await canonical(graph)
    report = await bring(graph, files({"people.csv": PEOPLE + "3,,,\n"}))
    assert told(report) == ["people.csv:4, column name: name is missing."]
    assert report.refused
    assert not report.written
    assert await canonical(graph) == before


async def test_skipping_leaves_out_bad_rows_and_what_refers_to_them(graph: Database, files: Files) -> None:
    texts = {
        "people.csv": PEOPLE + "3,Cem,no-address,\n",
        "organizations.csv": "key,name,sector\na,A,SCIENCE\nb,B,CHURCH\n",
        "member_of.csv": "from,to\n1,a\n2,b\n3,a\n3,b\n1,z\n",
    }
    report = await bring(graph, files(texts), skip_bad_rows=True)
    assert report.written
    assert [(file.name, file.created, file.bad, file.dependent) for file in report.files] == [
        ("organizations.csv", 1, 1, 0),
        ("people.csv", 2, 1, 0),
        ("member_of.csv", 1, 1, 3),
    ]
    assert len(told(report)) == 3


async def test_a_file_that_cannot_be_read_is_not_skipped(graph: Database, files: Files) -> None:
    before = await canonical(graph)
    texts = {
        "people.csv": PEOPLE,
        "organizations.csv": 'key,name,sector\na,"A,SCIENCE\n',
        "member_of.csv": "from,to\n1,a\n",
    }
    report = await bring(graph, files(texts), skip_bad_rows=True)
    assert report.refused
    assert len(told(report)) == 1  # the tie to 'a' is not called unknown: nobody knows
    assert await canonical(graph) == before


async def test_ties_alone_find_what_the_same_source_brought_before(graph: Database, files: Files) -> None:
    await bring(graph, files({"people.csv": PEOPLE}))
    alone = {"works_on.csv": "from,to,engagement\n2,kinderarmut,ACTIVE\n", "people.csv": PEOPLE}
    path = files(alone) / "works_on.csv"
    assert (await bring(graph, path)).written
    other = await bring(graph, path, source="other")
    assert told(other) == [
        "works_on.csv:2, column from: No node has this key, neither in these files nor from this source in the graph: "
        "Person, Organization, Municipality."
    ]


async def test_nodes_made_by_hand_are_found_by_their_id(graph: Database, files: Files) -> None:
    made = await NodeWriter(graph, SYSTEM).create(await person_fields(graph, files))
    report = await bring(
        graph, files({"works_on.csv": f"from,to,engagement\n{made.id},ganztag,EXPERT\n"}) / "works_on.csv"
    )
    assert told(report) == []


async def person_fields(graph: Database, files: Files) -> Person:
    """The fields of a person, taken from an imported one."""
    await bring(graph, files({"people.csv": PEOPLE}))
    return await person(graph, "1")


async def test_an_independent_city_is_known_by_five_digits_too(graph: Database, files: Files) -> None:
    await bring(graph, files({"people.csv": PEOPLE, "active_in.csv": "from,to\n1,05711\n2,05711000\n"}))
    ties = await TieReader(graph, SYSTEM).page(TieKind.ACTIVE_IN)
    assert {tie.to_node.id for tie in ties.items} == {"05711000"}
    (problem,) = told(await bring(graph, files({"active_in.csv": "from,to\n1,05711\n1,05711000\n"})))
    assert problem.startswith("active_in.csv:3: This tie already stands in line 2.")


async def test_a_key_of_two_nodes_needs_its_kind(graph: Database, files: Files) -> None:
    texts = {
        "people.csv": "key,name\n05,Ada\n1,Bo\n",
        "organizations.csv": "key,name,sector\n1,A,SCIENCE\n",
        "works_on.csv": "from,to,engagement\n1,ganztag,ACTIVE\n05,ganztag,ACTIVE\n",
    }
    (problem,) = told(await bring(graph, files(texts)))
    assert problem == (
        "works_on.csv:2, column from: This key is that of several nodes: Person, Organization. Say which in a column "
        "from_kind."
    )
    texts["works_on.csv"] = "from,to,engagement,Art von\n1,ganztag,ACTIVE,Organisation\n05,ganztag,ACTIVE,Kommune\n"
    assert told(await bring(graph, files(texts))) == []
    ties = await TieReader(graph, SYSTEM).page(TieKind.WORKS_ON)
    expected = {imported_id("test", NodeKind.ORGANIZATION, "1"), "05"}  # the Land, not the person of that key
    assert {tie.from_node.id for tie in ties.items} == expected


async def test_a_column_left_out_leaves_and_an_empty_cell_clears(graph: Database, files: Files) -> None:
    await bring(graph, files({"people.csv": "key,name,email,phone\n1,Ada,ada@example.org,030 23125 001\n"}))
    await bring(graph, files({"people.csv": "key,name,phone\n1,Ada Berg,\n"}))
    ada = await person(graph, "1")
    assert (ada.name, ada.email, ada.phone) == ("Ada Berg", "ada@example.org", None)


async def test_what_a_row_and_the_graph_say_together_has_to_be_right(graph: Database, files: Files) -> None:
    await bring(graph, files({"people.csv": "key,name,active_until\n1,Ada,2020\n"}))
    (problem,) = told(await bring(graph, files({"people.csv": "key,name,active_from\n1,Ada,2021\n"})))
    assert "active_until '2020' is not after active_from '2021'." in problem


async def test_visibility_is_managers_unless_the_import_says_otherwise(graph: Database, files: Files) -> None:
    path = files({"people.csv": "key,name,visibility\n1,Ada,\n2,Bo,NETWORK\n"})
    await bring(graph, path)
    assert [(await person(graph, key)).visibility for key in "12"] == [Visibility.MANAGERS, Visibility.NETWORK]
    foreseen = await bring(graph, path, visibility=Visibility.NETWORK, dry_run=True)
    done = await bring(graph, path, visibility=Visibility.NETWORK)
    assert foreseen.files[0].unchanged == done.files[0].unchanged == 2
    assert (await person(graph, "1")).visibility is Visibility.MANAGERS  # only new people
    await bring(graph, path, source="second", visibility=Visibility.NETWORK)
    assert (await person(graph, "1", "second")).visibility is Visibility.NETWORK


async def test_public_needs_consent_to_publication(graph: Database, files: Files) -> None:
    path = files({"people.csv": "key,name,visibility\n1,Ada,öffentlich\n"})
    (problem,) = told(await bring(graph, path))
    assert problem.startswith("people.csv:2, column visibility: PUBLIC needs the person's consent to PUBLICATION")
    assert (await bring(graph, path, consents={ConsentPurpose.PUBLICATION: False}, consent_date=today())).refused
    consents: Options = {"consents": {ConsentPurpose.PUBLICATION: True}, "consent_date": today()}
    assert (await bring(graph, path, **consents)).written
    assert (await person(graph, "1")).visibility is Visibility.PUBLIC
    assert (await bring(graph, path)).written  # known from now on


async def test_consents_of_the_file_are_recorded_once(graph: Database, files: Files) -> None:
    path = files({"people.csv": PEOPLE})
    decisions = {ConsentPurpose.RANKINGS: True, ConsentPurpose.CONTACT: False}
    first = await bring(graph, path, consents=decisions, consent_date=today())
    second = await bring(graph, path, consents=decisions, consent_date=today())
    assert (first.consents, second.consents) == (4, 0)
    reader = ConsentReader(graph)
    assert len(await reader.in_force(ConsentPurpose.RANKINGS)) == 2
    assert not await reader.in_force(ConsentPurpose.CONTACT)


async def test_a_repeated_import_does_not_outdo_a_withdrawal(graph: Database, files: Files) -> None:
    path = files({"people.csv": PEOPLE})
    stated: Options = {"consents": {ConsentPurpose.RANKINGS: True}, "consent_date": today()}
    await bring(graph, path, **stated)
    ada = await person(graph, "1")
    withdrawal = Decision(purpose=ConsentPurpose.RANKINGS, given=False, source="page", at=datetime.now(UTC))
    await ConsentWriter(graph, SYSTEM).record(ada.id, [withdrawal])
    await bring(graph, path, **stated)
    assert ada.id not in await ConsentReader(graph).in_force(ConsentPurpose.RANKINGS)


async def test_only_those_who_may_edit_import(graph: Database) -> None:
    with pytest.raises(Forbidden):
        await import_files(graph, Viewer(Role.STRATEGY, "someone"), EXAMPLE, ImportOptions("test"))


async def test_an_edited_tie_is_found_by_what_it_is(graph: Database, files: Files) -> None:
    texts = {"people.csv": PEOPLE, "collaborates_with.csv": "from,to,strength,note\n1,2,3,hand in hand\n"}
    await bring(graph, files(texts))
    texts["collaborates_with.csv"] = "from,to,strength\n2,1,4\n"  # the other way round, and without the note
    report = await bring(graph, files(texts))
    assert (report.files[1].created, report.files[1].changed) == (0, 1)
    (tie,) = (await TieReader(graph, SYSTEM).page(TieKind.COLLABORATES_WITH)).items
    assert (tie.strength, tie.note, tie.source) == (4, "hand in hand", "IMPORT")


def test_files_go_before_the_graph() -> None:
    keys = Keys("test")
    keys.lines[NodeKind.PERSON]["1"] = 2
    keys.stored[NodeKind.ORGANIZATION, "1"] = "stored"
    found = keys.find("from", (NodeKind.PERSON, NodeKind.ORGANIZATION), "1")
    assert isinstance(found, End)
    assert found.node.kind is NodeKind.PERSON
