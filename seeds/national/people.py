"""The people of the national network, and what they have agreed to."""

from collections.abc import Iterator
from typing import Final

from graph.model.kinds import ConsentPurpose, Level, Sector, Visibility
from graph.model.nodes import PersonFields
from seeds.calendar import ASKED_ON
from seeds.dice import Dice, Wheel
from seeds.names.invent import MAIL_DOMAIN, Name, names, phone_number
from seeds.national.plan import Plan, person_key
from seeds.rows import SeedConsent, SeedNode

VISIBILITIES: Final = tuple(Visibility)
VISIBILITY_MIX: Final = Wheel((0.12, 0.82, 0.06))
LEVEL_MIX: Final = Wheel((0.6, 0.3, 0.1))
SECTOR_MIX: Final = Wheel((0.5, 0.08, 0.1, 0.27, 0.05))
SHARE_OF: Final = {ConsentPurpose.CONTACT: 0.4, ConsentPurpose.SUGGESTIONS: 0.85, ConsentPurpose.RANKINGS: 0.85}


def people(plan: Plan) -> Iterator[SeedNode]:
    """All people, in the order of their numbers."""
    invented, dice, visibility = names(plan.dice("names")), plan.dice("people"), plan.dice("visibility")
    for number in range(plan.people):
        key = person_key(number)
        yield SeedNode(plan.source, key, _fields(next(invented), _visibility(visibility), dice))


def consents(plan: Plan) -> Iterator[SeedConsent]:
    """What was agreed to; whoever was not asked or refused has no record. The public ones agreed to that."""
    dice, visibility = plan.dice("consents"), plan.dice("visibility")
    for person in plan.person_ids:
        if _visibility(visibility) is Visibility.PUBLIC:
            yield SeedConsent(person, ConsentPurpose.PUBLICATION, True, ASKED_ON)
        for purpose, share in SHARE_OF.items():
            if dice.chance(share):
                yield SeedConsent(person, purpose, True, ASKED_ON)


def _visibility(dice: Dice) -> Visibility:
    return VISIBILITIES[VISIBILITY_MIX.turn(dice)]


def _fields(name: Name, visibility: Visibility, dice: Dice) -> PersonFields:
    return PersonFields(
        name=name.full,
        email=f"{name.mail_name}@{MAIL_DOMAIN}" if dice.chance(0.6) else None,
        phone=phone_number(dice) if dice.chance(0.2) else None,
        visibility=visibility,
        fallback_level=tuple(Level)[LEVEL_MIX.turn(dice)] if dice.chance(0.5) else None,
        fallback_sector=tuple(Sector)[SECTOR_MIX.turn(dice)] if dice.chance(0.5) else None,
    )
