"""All rows of the national network, in the order in which they can be written. Nothing is held: rows come and go."""

from collections.abc import Iterator
from itertools import chain

from graph.model.ties import TieFields
from seeds.national.bodies import organization_ties, organizations
from seeds.national.collaboration import collaborations
from seeds.national.gatherings import attendance, endorsements, gatherings
from seeds.national.offers import offer_ties, offers
from seeds.national.people import people
from seeds.national.plan import Plan
from seeds.national.posts import interests, posts
from seeds.national.projects import project_ties, projects
from seeds.rows import SeedNode


def nodes(plan: Plan) -> Iterator[SeedNode]:
    """Every node but places and topics, which are reference data."""
    return chain(organizations(plan), people(plan), projects(plan), offers(plan), gatherings(plan))


def ties(plan: Plan) -> Iterator[TieFields]:
    """Every tie but those of the reference data."""
    return chain(
        organization_ties(plan),
        posts(plan),
        interests(plan),
        collaborations(plan),
        project_ties(plan),
        offer_ties(plan),
        attendance(plan),
        endorsements(plan),
    )
