"""What ties projects to people, organizations, places, topics and the help they use."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import MunicipalityKind, ProjectStage, TieKind, TieSource
from graph.model.ties import NodeRef, TieFields
from seeds.calendar import day_before
from seeds.demo.offers import Offer, offers
from seeds.demo.places import REGIONS
from seeds.demo.projects import STAGES, Undertaking, undertakings
from seeds.demo.topics import some_topics
from seeds.demo.truth import RARE_TOPICS
from seeds.dice import Dice
from seeds.places import place
from seeds.rows import municipality, topic

ROLES: Final = ("Leitung", "Koordination", "Fachberatung", "Datenauswertung", "Beteiligung")
SEEKING: Final = 0.45
USING: Final = 0.4
GRADES: Final = (2, 3, 3, 4, 4, 4, 5, 5)
EXPERIENCE: Final = (
    "Die Begleitung hat vor allem geholfen, die Amtsleitungen früh zu gewinnen.",
    "Gut war der Blick von außen; für unsere Größe hätten weniger Termine gereicht.",
    "Die Vorlagen ließen sich fast unverändert übernehmen.",
    "Hat uns ein halbes Jahr Umwege erspart.",
    "Am meisten gebracht haben die Gespräche mit den anderen Kommunen im Kurs.",
)


def project_ties() -> Iterator[TieFields]:
    """All ties of projects: the team, who runs them, where, about what, what they seek and use."""
    dice = Dice("demo", "project ties")
    for project in undertakings():
        yield from _team(project, dice)
        yield from _standing(project)
        yield from _needs(project, dice)
    yield from _uses_of_places(dice)


def _team(project: Undertaking, dice: Dice) -> Iterator[TieFields]:
    since = project.fields.active_from
    for number, member in enumerate(project.team):
        role = ROLES[0] if number == 0 else dice.pick(ROLES[1:])
        yield TieFields(
            kind=TieKind.CONTRIBUTES_TO,
            from_node=member.ref,
            to_node=project.ref,
            role=role,
            since=since,
            until=project.fields.active_until,
            source=TieSource.SURVEY,
        )


def _standing(project: Undertaking) -> Iterator[TieFields]:
    own = project.ref
    yield TieFields(kind=TieKind.RUNS, from_node=project.runner.node.ref, to_node=own)
    if project.runner.administers is not None:
        yield TieFields(kind=TieKind.RUNS, from_node=municipality(project.runner.administers), to_node=own)
    yield TieFields(kind=TieKind.TAKES_PLACE_IN, from_node=own, to_node=municipality(project.place))
    for slug in project.topics:
        yield TieFields(kind=TieKind.ABOUT, from_node=own, to_node=topic(slug))


def _needs(project: Undertaking, dice: Dice) -> Iterator[TieFields]:
    if project.fields.stage is ProjectStage.ENDED:
        return
    if dice.chance(SEEKING):
        rare = dice.chance(0.2)
        slug = dice.pick(RARE_TOPICS) if rare else some_topics(dice, project.team[0].region, 1)[0]
        yield TieFields(kind=TieKind.SEEKS, from_node=project.ref, to_node=topic(slug))
    fitting = [offer for offer in offers() if _fits(offer, project)]
    if dice.chance(USING) and fitting:
        yield _uses(project.ref, dice.pick(fitting), dice)


def _fits(offer: Offer, project: Undertaking) -> bool:
    stages = offer.fields.stages or STAGES
    return project.fields.stage in stages


def _uses_of_places(dice: Dice) -> Iterator[TieFields]:
    for region in REGIONS:
        for ags in region.places:
            if dice.chance(0.25) and place(ags).kind is not MunicipalityKind.MUNICIPALITY:
                yield _uses(municipality(ags), dice.pick(offers()), dice)


def _uses(who: NodeRef, offer: Offer, dice: Dice) -> TieFields:
    said = dice.chance(0.7)
    return TieFields(
        kind=TieKind.USES,
        from_node=who,
        to_node=offer.ref,
        since=day_before(dice, 3),
        helped=dice.pick(GRADES) if said else None,
        lesson=dice.pick(EXPERIENCE) if said and dice.chance(0.6) else None,
        source=TieSource.SURVEY,
    )
