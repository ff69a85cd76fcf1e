"""What the network offers to municipal change-makers: coaching, consulting, accompaniment, training and tools."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from graph.model.kinds import Impulse, Level, NodeKind, OfferKind, ProjectStage, TieKind
from graph.model.nodes import SupportOfferFields
from graph.model.ties import NodeRef, TieFields
from seeds.demo import tables
from seeds.demo.source import DEMO
from seeds.demo.structure import organization
from seeds.names.invent import MAIL_DOMAIN
from seeds.offer_texts import SUMMARY_OF
from seeds.rows import SeedNode, topic


@dataclass(frozen=True, slots=True)
class Offer:
    """A support offer with who gives it and what it is about."""

    key: str
    fields: SupportOfferFields
    giver: str
    topics: tuple[str, ...]

    @property
    def node(self) -> SeedNode:
        """The offer to be."""
        return SeedNode(DEMO, f"offer/{self.key}", self.fields)

    @property
    def ref(self) -> NodeRef:
        """The end of a tie at this offer."""
        return DEMO.ref(NodeKind.SUPPORT_OFFER, f"offer/{self.key}")


@cache
def offers() -> tuple[Offer, ...]:
    """All offers of the demo."""
    return tuple(
        Offer(row["key"], _fields(row), row["giver"], tuple(row["topics"].split())) for row in tables.read("offers")
    )


def offer_ties() -> Iterator[TieFields]:
    """Who gives each offer, and what it is about."""
    for offer in offers():
        contact = f"angebote@{offer.giver}.{MAIL_DOMAIN}"
        yield TieFields(kind=TieKind.OFFERS, from_node=organization(offer.giver), to_node=offer.ref, contact=contact)
        for slug in offer.topics:
            yield TieFields(kind=TieKind.ABOUT, from_node=offer.ref, to_node=topic(slug))


def _fields(row: Mapping[str, str]) -> SupportOfferFields:
    kind = OfferKind(row["kind"])
    return SupportOfferFields(
        title=row["title"],
        kind=kind,
        summary=SUMMARY_OF[kind].format(topic=f"„{row['title'].partition(': ')[2]}“"),
        stages=tuple(ProjectStage(stage) for stage in row["stages"].split()),
        impulses=tuple(Impulse(impulse) for impulse in row["impulses"].split()),
        levels=tuple(Level(level) for level in row["levels"].split()),
        available_from="2023",
    )
