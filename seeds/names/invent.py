"""One name after the other, none twice, with the addresses and numbers that nobody real has."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from seeds.dice import Dice
from seeds.names.lists import FEMALE, LAST, MALE, NEUTRAL

# "Rufnummern für Medienproduktionen" (drama numbers) that no subscriber gets: Bundesnetzagentur, Amtsblatt 7/2021,
# Mitteilung 148/2021. Each of these blocks has 1,000 numbers, from 000 to 999.
DRAMA_BLOCKS: Final = ("030 23125", "069 90009", "040 66969", "0221 4710", "089 99998")
MAIL_DOMAIN: Final = "example.org"  # reserved by RFC 2606
DOUBLE_NAMES: Final = 0.07
IN_ADDRESSES: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ı": "i", "ł": "l"})


class Gender(IntEnum):
    """Which form of a role title fits; the order of the forms in `seeds.roles`."""

    FEMALE = 0
    MALE = 1
    NEUTRAL = 2


@dataclass(frozen=True, slots=True)
class Name:
    """An invented name. Whoever bears it by chance is not meant."""

    first: str
    last: str
    gender: Gender

    @property
    def full(self) -> str:
        """First and last name, as one says it."""
        return f"{self.first} {self.last}"

    @property
    def mail_name(self) -> str:
        """What stands before the @: 'jana.mueller' for Jana Müller."""
        written = f"{self.first}.{self.last}".lower().translate(IN_ADDRESSES)
        return unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode()


def names(dice: Dice) -> Iterator[Name]:
    """Names without end, each once. After the plain ones have become rare, double names keep them apart."""
    given: set[str] = set()
    while True:
        name = _name(dice)
        if name.full not in given:
            given.add(name.full)
            yield name


def phone_number(dice: Dice) -> str:
    """A number from the blocks for film and television."""
    return f"{dice.pick(DRAMA_BLOCKS)} {dice.below(1000):03d}"


def _name(dice: Dice) -> Name:
    roll = dice.below(100)
    gender = Gender.FEMALE if roll < 54 else Gender.MALE if roll < 97 else Gender.NEUTRAL
    first = dice.pick((FEMALE, MALE, NEUTRAL)[gender])
    last, second = dice.pick(LAST), dice.pick(LAST)
    double = last != second and dice.chance(DOUBLE_NAMES)
    return Name(first, f"{last}-{second}" if double else last, gender)
