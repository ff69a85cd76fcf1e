"""A digest of all rows that a seed generates, byte by byte. As a program: `python -m tests.seeds.digest demo`."""

import sys
from collections.abc import Iterable
from hashlib import sha256

from graph.model.ties import TieFields
from seeds.demo import people as demo_people
from seeds.demo import rows as demo
from seeds.national import people as national_people
from seeds.national import rows as national
from seeds.national.plan import Plan
from seeds.rows import SeedConsent, SeedNode


def digest_of(name: str) -> str:
    """The digest of the demo, or of a small national network."""
    if name == "demo":
        return digest(demo.nodes(), demo.ties(), demo_people.consents())
    plan = Plan(1_000)
    return digest(national.nodes(plan), national.ties(plan), national_people.consents(plan))


def digest(nodes: Iterable[SeedNode], ties: Iterable[TieFields], consents: Iterable[SeedConsent]) -> str:
    """One digest of rows in their order."""
    rows = sha256()
    for node in nodes:
        rows.update(f"{node.id}\t{node.key}\t{node.fields.model_dump_json()}\n".encode())
    for tie in ties:
        rows.update(f"{tie.key}\t{tie.model_dump_json()}\n".encode())
    for consent in consents:
        rows.update(f"{consent}\n".encode())
    return rows.hexdigest()


if __name__ == "__main__":
    print(digest_of(sys.argv[1]))  # noqa: T201 - what it was called for
