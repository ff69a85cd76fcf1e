"""What is on offer nationwide, who gives it and what it is about."""

from collections.abc import Iterator

from graph.model.kinds import NodeKind, OfferKind, TieKind
from graph.model.nodes import SupportOfferFields
from graph.model.ties import NodeRef, TieFields
from seeds.national.bodies import organization
from seeds.national.plan import OFFERS, Plan
from seeds.national.topics import all_topics
from seeds.offer_texts import SUMMARY_OF
from seeds.reference.load import topics
from seeds.rows import SeedNode, topic


def offers(plan: Plan) -> Iterator[SeedNode]:
    """All offers, in the order of their numbers."""
    labels, kinds = {row.slug: row.label_de for row in topics()}, tuple(OfferKind)
    for number in range(OFFERS):
        kind, label = kinds[number % len(kinds)], labels[_subject(number)]
        summary = SUMMARY_OF[kind].format(topic=f"„{label}“")
        fields = SupportOfferFields(title=f"{label} ({number + 1})", kind=kind, summary=summary, available_from="2023")
        yield SeedNode(plan.source, f"{NodeKind.SUPPORT_OFFER}/{number}", fields)


def offer_ties(plan: Plan) -> Iterator[TieFields]:
    """Who gives each offer, and what it is about."""
    dice = plan.dice("offers")
    for number in range(OFFERS):
        giver = organization(plan, dice.below(plan.organizations))
        yield TieFields(kind=TieKind.OFFERS, from_node=giver, to_node=offer(plan, number))
        yield TieFields(kind=TieKind.ABOUT, from_node=offer(plan, number), to_node=topic(_subject(number)))


def offer(plan: Plan, number: int) -> NodeRef:
    """The end of a tie at an offer."""
    return plan.ref(NodeKind.SUPPORT_OFFER, number)


def _subject(number: int) -> str:
    return all_topics()[number % len(all_topics())]
