"""The people of the demo as nodes, with what they have agreed to."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import ConsentPurpose, Visibility
from graph.model.nodes import PersonFields
from seeds.calendar import ASKED_ON, WITHDRAWN_ON
from seeds.demo.cast import Member, Part, cast
from seeds.demo.source import DEMO
from seeds.demo.topics import favorites, label
from seeds.demo.truth import HIDDEN, WITHOUT_RANKINGS, WITHOUT_SUGGESTIONS
from seeds.dice import Dice
from seeds.names.invent import MAIL_DOMAIN, phone_number
from seeds.places import inside
from seeds.rows import SeedConsent, SeedNode

SHARE_OF: Final = {
    ConsentPurpose.CONTACT: 0.45,
    ConsentPurpose.SUGGESTIONS: 0.9,
    ConsentPurpose.RANKINGS: 0.88,
    ConsentPurpose.PUBLICATION: 0.1,  # of those who are not public; the public ones have all agreed to it once
}
PUBLIC: Final = 0.16
MANAGERS: Final = 0.06
CHANGED_THEIR_MIND: Final = 0.02
LEFT: Final = 0.015
ABOUT: Final = (
    "Seit vielen Jahren {inside} unterwegs, am liebsten zwischen den Ämtern. Thema: {topic}.",
    "Baut {inside} gerade etwas Neues auf, zusammen mit freien Trägern: {topic}.",
    "Fragt bei jeder Planung zuerst, was Kinder davon haben. Schwerpunkt: {topic}.",
    "Hat das Thema {topic} {inside} durch drei Haushaltsberatungen gebracht und gibt gern weiter, was dabei half.",
    "Kommt aus der Praxis, plant heute und hört trotzdem zu. Thema: {topic}.",
    "Sucht Austausch mit Kommunen ähnlicher Größe. Thema: {topic}.",
)


def people() -> Iterator[SeedNode]:
    """All people, in the order of the cast."""
    dice = Dice("demo", "people")
    for member in cast():
        yield SeedNode(DEMO, f"person/{member.key}", _fields(member, dice))


def visibility_of(member: Member) -> Visibility:
    """Who may see this person."""
    if member.part is not Part.ORDINARY:
        return Visibility.MANAGERS if member.id in HIDDEN else Visibility.NETWORK
    roll = Dice("demo", "visibility", member.key).real()
    if roll < PUBLIC:
        return Visibility.PUBLIC
    return Visibility.MANAGERS if roll > 1 - MANAGERS else Visibility.NETWORK


def consents() -> Iterator[SeedConsent]:
    """What everybody answered when asked, refusals too, and then who withdrew what."""
    for member in cast():
        dice = Dice("demo", "consents", member.key)
        public = visibility_of(member) is Visibility.PUBLIC
        for purpose, share in SHARE_OF.items():
            given = _planted_answer(member, purpose)
            if given is None:
                given = (public and purpose is ConsentPurpose.PUBLICATION) or dice.chance(share)
            yield SeedConsent(member.id, purpose, given, ASKED_ON)
            if given and member.part is Part.ORDINARY and dice.chance(CHANGED_THEIR_MIND):
                yield SeedConsent(member.id, purpose, False, WITHDRAWN_ON)


def _planted_answer(member: Member, purpose: ConsentPurpose) -> bool | None:
    """What the truth wants a planted person to say; None: nothing."""
    if member.part is Part.ORDINARY:
        return None
    if purpose is ConsentPurpose.RANKINGS:
        return member.id not in WITHOUT_RANKINGS
    if purpose is ConsentPurpose.SUGGESTIONS:
        return member.id not in WITHOUT_SUGGESTIONS
    return None


def _fields(member: Member, dice: Dice) -> PersonFields:
    left = member.part is Part.ORDINARY and dice.chance(LEFT)
    return PersonFields(
        name=member.name.full,
        email=f"{member.name.mail_name}@{member.body.key}.{MAIL_DOMAIN}" if dice.chance(0.85) else None,
        phone=phone_number(dice) if dice.chance(0.5) else None,
        about=_about(member, dice) if dice.chance(0.35) else None,
        visibility=visibility_of(member),
        fallback_level=member.level if dice.chance(0.3) else None,
        fallback_sector=member.body.sector if dice.chance(0.3) else None,
        active_from=f"{dice.between(2012, 2023)}" if dice.chance(0.4) else None,
        active_until=f"2025-{dice.between(1, 12):02d}" if left else None,
    )


def _about(member: Member, dice: Dice) -> str:
    topic = label(dice.pick(favorites(member.region)))
    return dice.pick(ABOUT).format(inside=inside(member.body.seat), topic=topic)
