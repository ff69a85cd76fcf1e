"""Each thing that can be wrong with files is told once, where it is, with what would be right, and without names."""

import csv
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.exchange.importing import write_problems
from graph.exchange.problems import KEPT, Problem, Problems
from graph.model.messages import Language, Message
from graph.store.database import Database
from tests.exchange.conftest import Files, bring, told

PEOPLE = "key,name\np1,Ada\np2,Bo\n"
GROUPS = "key,name,sector\na,A,SCIENCE\nb,B,SCIENCE\nc,C,SCIENCE\n"

NOWHERE = ", neither in these files nor in the graph."

WRONG: dict[str, tuple[dict[str, str], list[str]]] = {
    "values": (
        {"people.csv": "key;Name;Sichtbarkeit;aktiv ab;Ebene\n1;Ada;alle;12.13.2019;Chefin\n"},
        [
            "people.csv:2, column Ebene: This value is not allowed here. Allowed: 'SPECIALIST', 'LEADERSHIP' or",
            "people.csv:2, column Sichtbarkeit: This value is not allowed here. Allowed: 'PUBLIC', 'NETWORK' or",
            "people.csv:2, column aktiv ab: '12.13.2019' is no date. Write '2019', '2019-05' or '2019-05-12'.",
        ],
    ),
    "words": (
        {"organizations.csv": "key;Name;Sektor\na;A;Kirche\n"},
        ["organizations.csv:2, column Sektor: 'Kirche' is not allowed here. Allowed: 'ADMINISTRATION', 'POLITICS', "],
    ),
    "numbers": (
        {"municipalities.csv": "ags,name,kind,population,latitude\n05117000,X,INDEPENDENT_CITY,-5,fifty\n"},
        [
            "municipalities.csv:2, column latitude: 'fifty' is no number.",
            "municipalities.csv:2, column population: -5 is not allowed here. Allowed: 0 or more.",
        ],
    ),
    "lost zeros": (
        {"municipalities.csv": "ags,name,kind\n5117000,X,INDEPENDENT_CITY\n", "people.csv": PEOPLE},
        ["municipalities.csv:2, column ags: '5117000' is no AGS. Write its digits as text with leading zeros: 2"],
    ),
    "keys twice and missing": (
        {"people.csv": "key,name\np1,Ada\np1,Bo\n,Cem\n"},
        [
            "people.csv:3, column key: This key already stands in line 2. Each key stands once.",
            "people.csv:4, column key: key is missing.",
        ],
    ),
    "rows of another width": (
        {"people.csv": "key,name\np1,Ada\np2,Berg, Bo\np3\n"},
        [
            "people.csv:3: This row has 3 cells, the header has 2.",
            "people.csv:4: This row has 1 cells, the header has 2.",
        ],
    ),
    "unknown places and topics": (
        {
            "people.csv": PEOPLE,
            "active_in.csv": "from,to\np1,5711000\np1,0571100\np1,05711 000\np1,99999999\n",
            "works_on.csv": "from,to,engagement\np1,kinderamut,ACTIVE\n",
        },
        [
            f"active_in.csv:2, column to: No Municipality has the key '5711000'{NOWHERE} Did you mean '05711000'?",
            f"active_in.csv:3, column to: No Municipality has the key '0571100'{NOWHERE}",
            f"active_in.csv:4, column to: No Municipality has the key '05711 000'{NOWHERE} Did you mean '05711000'?",
            f"active_in.csv:5, column to: No Municipality has the key '99999999'{NOWHERE}",
            f"works_on.csv:2, column to: No Topic has the key 'kinderamut'{NOWHERE} Did you mean 'kinderarmut'?",
        ],
    ),
    "unknown ends": (
        {"people.csv": PEOPLE, "organizations.csv": GROUPS, "member_of.csv": "from,to\np9,a\np1,aa\np1,\n"},
        [
            "member_of.csv:2, column from: No node has this key, neither in these files nor from this source in the ",
            f"member_of.csv:3, column to: No Organization has the key 'aa'{NOWHERE} Did you mean 'a'?",
            "member_of.csv:4, column to: to is missing.",
        ],
    ),
    "wrong ends": (
        {"people.csv": PEOPLE, "organizations.csv": GROUPS, "member_of.csv": "from,to\np1,p2\np1,p1\n"},
        [
            "member_of.csv:2: MEMBER_OF does not join Person to Person. Allowed: Municipality to Organization, "
            "Organization to Organization, Person to Organization.",
            "member_of.csv:3: MEMBER_OF joins two different nodes; both ends are the same Person.",
        ],
    ),
    "what a tie says": (
        {"people.csv": PEOPLE, "collaborates_with.csv": "from,to,strength,topics\np1,p2,6,ganztag|gantag\n"},
        [
            "collaborates_with.csv:2, column strength: 6 is not allowed here. Allowed: 5 or less.",
            f"collaborates_with.csv:2, column topics: No Topic has the key 'gantag'{NOWHERE} Did you mean 'ganztag'?",
        ],
    ),
    "the same tie twice": (
        {"people.csv": PEOPLE, "collaborates_with.csv": "from,to\np1,p2\np2,p1\n"},
        ["collaborates_with.csv:3: This tie already stands in line 2. A second one between"],
    ),
    "circles": (
        {"organizations.csv": GROUPS, "part_of.csv": "from,to\na,b\nb,c\nc,a\n"},
        ["part_of.csv:4: PART_OF would lead in a circle: c → a → b → c. Nothing is part of itself."],
    ),
    "a kind that does not exist": (
        {"people.csv": PEOPLE, "works_on.csv": "from,from_kind,to,engagement\np1,Mensch,ganztag,ACTIVE\n"},
        ["works_on.csv:2, column from_kind: 'Mensch' is not allowed here. Allowed: Person, Organization"],
    ),
    "a node that is not of the kind stated": (
        {
            "people.csv": PEOPLE,
            "works_on.csv": "from,from_kind,to,engagement\np1,Organisation,ganztag,ACTIVE\n",
            "collaborates_with.csv": "from,to,topics\np1,p2,p1\n",
        },
        [
            f"collaborates_with.csv:2, column topics: No Topic has the key 'p1'{NOWHERE}",
            f"works_on.csv:2, column from: No Organization has the key 'p1'{NOWHERE}",
        ],
    ),
    "only a header": (
        {"people.csv": PEOPLE, "events.csv": "key,title,held_on\n"},
        ["events.csv: The file names its columns but has no row below them. Fill it or leave it out."],
    ),
    "files that nobody knows": (
        {"people.csv": PEOPLE, "persons.csv": PEOPLE, "contacts.xlsx": ""},
        ["contacts.xlsx: This is a workbook.", "persons.csv: The file's name does not say what it holds. The nearest"],
    ),
    "nothing": ({"notes.txt": "x"}, ["tables: There is no table to import here."]),
}


@pytest.mark.parametrize("case", WRONG)
async def test_what_is_wrong_is_told_with_what_would_be_right(
    embedded_graph: Database, files: Files, case: str
) -> None:
    texts, expected = WRONG[case]
    problems = told(await bring(embedded_graph, files(texts)))
    assert len(problems) >= len(expected)
    for problem, beginning in zip(problems, expected, strict=False):
        assert problem.startswith(beginning)


async def test_a_circle_through_what_the_graph_holds_is_found(graph: Database, files: Files) -> None:
    await bring(graph, files({"organizations.csv": GROUPS, "part_of.csv": "from,to\na,b\nb,c\n"}))
    (problem,) = told(await bring(graph, files({"organizations.csv": GROUPS, "part_of.csv": "from,to\nc,a\n"})))
    assert problem.startswith("part_of.csv:2: PART_OF would lead in a circle: c → a → b → c.")


SECRET = ("Zachäus", "zach@secret.example", "0174 3141592", "Geheimes")


async def test_no_problem_names_a_person(embedded_graph: Database, files: Files, tmp_path: Path) -> None:
    name, email, phone, about = SECRET
    people = (
        "key,name,email,phone,about,visibility,fallback_level,fallback_sector,active_from,active_until\n"
        f"{name},{name},{email.replace('@', '')},{phone * 9},{about},?,,,,\n"
        f"{name},{name * 40},{email},{phone},{about},PUBLIC,,,,\n"
        f"{email},,{email},{phone},{about * 2000},,,,,\n"
        f"{name},{name},{email},{phone},{about},,{name}\n"
        f"1,A,,,,{name},{email},{about},{phone},{name}\n"  # slipped into other columns
    )
    ties = f"from,to\n{email},a\n{name},a\n{email},{name}\n{name},{name}\n"
    texts = {
        "people.csv": people,
        "organizations.csv": GROUPS,
        "member_of.csv": ties,
        "attended.csv": f"from,to\n{name},{name}\n",
    }
    report = await bring(embedded_graph, files(texts))
    assert report.problem_count >= 10
    write_problems(tmp_path / "report.csv", report.problems, Language.DE)
    everything = (tmp_path / "report.csv").read_text(encoding="utf-8")
    everything += "".join(chain.from_iterable([p.text(Language.EN), p.text(Language.DE)] for p in report.problems))
    assert not [secret for secret in (*SECRET, email.replace("@", "")) if secret in everything]


async def test_problems_speak_german(embedded_graph: Database, files: Files) -> None:
    report = await bring(embedded_graph, files({"people.csv": "key;Name;aktiv ab\n1;;gestern\n"}))
    assert [problem.text(Language.DE) for problem in report.problems] == [
        "people.csv:2, Spalte Name: Name fehlt.",
        "people.csv:2, Spalte aktiv ab: Das ist kein Datum. Bitte '2019', '2019-05' oder '2019-05-12' schreiben.",
    ]


async def test_problems_come_sorted_by_file_line_and_column(embedded_graph: Database, files: Files) -> None:
    texts = {"organizations.csv": "key,name,sector\n" + "x,,X\n" * 11, "events.csv": "key,title,held_on\n1,,\n"}
    places = [problem.place for problem in (await bring(embedded_graph, files(texts))).problems]
    assert places == sorted(places)
    assert places[0][0] == "events.csv"


def test_a_report_runs_nothing_when_it_is_opened(tmp_path: Path) -> None:
    problem = Problem("=cmd.csv", 2, "@name", "+1", Message("{count} values are not allowed.", {"count": 2}))
    write_problems(tmp_path / "report.csv", [problem], Language.EN)
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        head, row = csv.reader(file, delimiter=";")
    assert head == ["file", "line", "column", "value", "message"]
    assert row == ["'=cmd.csv", "2", "'@name", "'+1", "2 values are not allowed."]


def test_a_problem_does_not_steer_the_terminal() -> None:
    problem = Problem("a\x1b[2J.csv", 2, "na\rme", None, Message("column"))
    assert problem.text().isprintable()


def test_problems_without_number_are_counted_and_not_all_kept() -> None:
    problems = Problems()
    problem = Problem("people.csv", 2, None, None, Message("column"))
    for _ in range(KEPT + 5):
        problems.add(problem)
    assert (problems.count, len(problems.sorted())) == (KEPT + 5, KEPT)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["people.csv", "member_of.csv", "part_of.csv", "topics.csv"]),
    content=st.one_of(
        st.binary(max_size=200),
        st.lists(st.lists(st.text(max_size=8), max_size=4).map(",".join), max_size=6).map("\n".join).map(str.encode),
    ),
    head=st.sampled_from([b"", b"key,name\n", b"from,to\n", b"slug,label_de,label_en\n", b"von;nach\n"]),
)
async def test_no_file_is_anything_but_imported_or_told(
    embedded_graph: Database, tmp_path: Path, name: str, content: bytes, head: bytes
) -> None:
    (tmp_path / name).write_bytes(head + content)
    report = await bring(embedded_graph, tmp_path / name, dry_run=True)
    assert report.refused == bool(report.problems)
