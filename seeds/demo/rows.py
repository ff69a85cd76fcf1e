"""All rows of the demo, in the order in which they can be written: nodes, then what ties them, then consents."""

from collections.abc import Iterator
from itertools import chain

from graph.model.ties import TieFields
from seeds.demo.bodies import bodies
from seeds.demo.collaboration import collaborations
from seeds.demo.events import event_ties, meetings
from seeds.demo.interests import interests
from seeds.demo.memberships import memberships
from seeds.demo.offers import offer_ties, offers
from seeds.demo.people import people
from seeds.demo.positions import position_ties, positions
from seeds.demo.project_ties import project_ties
from seeds.demo.projects import undertakings
from seeds.demo.structure import structure
from seeds.rows import SeedNode


def nodes() -> Iterator[SeedNode]:
    """Every node of the demo but its places and topics, which are reference data."""
    yield from (body.node for body in bodies())
    yield from people()
    yield from (undertaking.node for undertaking in undertakings())
    yield from (offer.node for offer in offers())
    yield from positions()
    yield from (meeting.node for meeting in meetings())


def ties() -> Iterator[TieFields]:
    """Every tie of the demo but those of the reference data."""
    return chain(
        structure(),
        memberships(),
        interests(),
        collaborations(),
        project_ties(),
        offer_ties(),
        position_ties(),
        event_ties(),
    )
