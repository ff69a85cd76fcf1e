"""Cypher stands in the store alone, and no read of people goes around the predicate that decides who sees whom."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model.kinds import NodeKind
from graph.store.database import Database
from graph.store.pages import Page
from graph.store.reading import NodeReader, PersonFilter, TieReader, search
from graph.store.visibility import tie_visible, visible
from tests.store.test_read_neighbors import EVERY_RELATION
from tests.store.town import MEMBER, TIES, statements

ROOT = Path(__file__).parents[2]
READING = ROOT / "graph" / "store" / "reading"
OUTSIDE = [
    path
    for folder in ("graph", "schema", "service", "seeds")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if ROOT / "graph" / "store" not in path.parents
]
CYPHER = re.compile(
    r"\b(?:MATCH|MERGE|CREATE|UNWIND|SET|DELETE)\s+(?:\w+\s*=\s*)?[($]\w*\s*[:)]"
    r"|\bUNWIND\s+\$\w|\bDETACH\s+DELETE\b|\bCALL\s+db\.|\)<?-\[\w*:\w+.*\]->?\("
)
GUARDS = {"visible", "tie_visible"}
ESCAPES = {
    "bulk.nodes._statement": "the whole graph for analytics, which show each tier its own part",
    "bulk.stretches.match": "the same for ties",
    "consents.IN_FORCE": "who agrees to what: only ever used to leave people out of an answer",
    "consents.NEWEST": "counts consents, shows none",
    "conditions.group": "the posts of a person whom the statement has let through; offices and places are public",
    "matching._current": "from a former id to an id, which is then looked up like any other",
    "versions.COUNT": "counts changes, shows none",
    "versions.VERSIONS": "counts changes, shows none",
    "withdrawals.SINCE": "ids of changes, for the service itself",
}


def texts(tree: ast.AST) -> Iterator[str]:
    """Every string of a piece of code, with what is put into it in braces."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=parts):
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part)}}}" for part in parts
                )
            case ast.Constant(value=str(text)):
                yield text


def pieces(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """The functions, methods and constants of a module of `graph/store/reading` by name."""
    module = ".".join(path.relative_to(READING).with_suffix("").parts)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        for part in node.body if isinstance(node, ast.ClassDef) else [node]:
            match part:
                case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                    yield f"{module}.{name}", part
                case ast.AnnAssign(target=ast.Name(id=name)):
                    yield f"{module}.{name}", part


def called(piece: ast.AST) -> set[str]:
    """The names of the functions that a piece of code calls."""
    return {node.func.id for node in ast.walk(piece) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


def unguarded(path: Path) -> set[str]:
    """The pieces of a module that match nodes without asking who may see them, directly or by a function beside."""
    found = dict(pieces(path))
    guards = GUARDS | {name.rpartition(".")[2] for name, piece in found.items() if called(piece) & GUARDS}
    matching = {name for name, piece in found.items() if any("MATCH " in text for text in texts(piece))}
    return {name for name in matching if not called(found[name]) & guards}


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_cypher_stands_outside_the_store(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [text for text in texts(tree) if CYPHER.search(text)]
    assert not found, f"Put this into graph/store and call it from there: {found}"


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_outside_the_store_speaks_to_the_driver(path: Path) -> None:
    imports = re.findall(r"^\s*(?:import|from)\s+neo4j\b.*", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert not imports, f"Use graph.store.database instead of the driver: {imports}"


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (person:Person) RETURN person",
        "MATCH (a)-[:MEMBER_OF]->(b)",
        "UNWIND $ids AS id",
        "MERGE (x:Lock {id: 1})",
        "CALL db.index.fulltext.queryNodes('x')",
    ],
)
def test_cypher_is_recognised(text: str) -> None:
    assert CYPHER.search(text)


def test_every_read_asks_who_may_see_or_is_excused_by_name_with_a_reason() -> None:
    found = {name for path in READING.rglob("*.py") for name in unguarded(path)}
    assert found - ESCAPES.keys() == set(), "Put visible() or tie_visible() into these statements."
    assert ESCAPES.keys() - found == set(), "These escapes excuse nothing any more: delete them."


def check(statement: str) -> None:
    """Fails if a person is named in a statement without the predicate for just that name."""
    for name in re.findall(r"\((\w+):Person\b", statement):
        passing_by = f"-[:OF]->({name}:Person)" in statement
        seen = visible(NodeKind.PERSON, name) in statement
        assert seen or passing_by, f"{name} is matched without visible(NodeKind.PERSON, '{name}')."


async def test_no_statement_reaches_a_person_around_the_predicate(embedded_database: Database) -> None:
    reader, ties = NodeReader(embedded_database, MEMBER), TieReader(embedded_database, MEMBER)
    everything = PersonFilter("a", ("t",), ("05",), ("o",))
    with statements(embedded_database) as sent:
        await reader.by_ids(NodeKind.PERSON, ["x"])
        for filter in (None, everything, PersonFilter(text="ab"), PersonFilter(municipalities=("05",))):
            await reader.page(NodeKind.PERSON, filter)
        for text in ("a", "abc"):
            await search(embedded_database, MEMBER, text)
        for relation in EVERY_RELATION:
            await reader.neighbors(relation, [("x", Page.of())])
    for statement in sent:
        check(statement)
    assert len(sent) > 50
    for kind in {row[0] for row in TIES}:
        with statements(embedded_database) as sent:
            await ties.page(kind)
            await ties.by_ids([(kind, "x")])
        assert all(tie_visible(kind, "source", "target") in statement for statement in sent)
        assert len(sent) == 2


def test_a_way_around_the_predicate_is_noticed() -> None:
    check(f"MATCH (node:Person) WHERE {visible(NodeKind.PERSON, 'node')} RETURN node")
    for around in ("MATCH (node:Person) RETURN node", f"MATCH (x:Person) WHERE {visible(NodeKind.PERSON, 'node')}"):
        with pytest.raises(AssertionError):
            check(around)
