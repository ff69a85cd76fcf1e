"""What an unknown official key or slug was probably meant to be. Keys that may name a person get no such hint."""

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from itertools import islice
from typing import Final

from graph.exchange.importing.lookup import Lookup
from graph.model.ids import AGS_LENGTHS
from graph.model.kinds import NodeKind

MOST: Final = 100
SIGNS: Final = " .-/"

Nearest = dict[tuple[NodeKind, str], str]


async def nearest_keys(lookup: Lookup, kind: NodeKind, unknown: Iterable[str], in_file: Collection[str]) -> Nearest:
    """For each of the first 100 `unknown` keys of municipalities or topics the nearest one that exists, if any."""
    keys = list(islice(sorted(unknown), MOST))
    if kind is NodeKind.MUNICIPALITY:
        return await _nearest_ags(lookup, keys, in_file)
    if kind is NodeKind.TOPIC and keys:
        slugs = [*in_file, *await lookup.topics()]
        return {(kind, key): near[0] for key in keys if (near := get_close_matches(key, slugs, n=1))}
    return {}


async def _nearest_ags(lookup: Lookup, keys: Iterable[str], in_file: Collection[str]) -> Nearest:
    guesses = {key: list(_ags_guesses(key)) for key in keys}
    stored = await lookup.nodes(NodeKind.MUNICIPALITY, sorted({guess for some in guesses.values() for guess in some}))
    found = {
        key: next((guess for guess in some if guess in stored or guess in in_file), None)
        for key, some in guesses.items()
    }
    return {(NodeKind.MUNICIPALITY, key): guess for key, guess in found.items() if guess is not None}


def _ags_guesses(key: str) -> Iterator[str]:
    """The key without signs between its digits, with the zero that spreadsheets drop, of the whole city, and with two
    neighboring digits in the other order."""
    digits = key.translate({ord(sign): None for sign in SIGNS})
    if not (digits.isascii() and digits.isdigit() and len(digits) <= max(AGS_LENGTHS)):
        return
    whole = [digits, f"0{digits}"]
    swapped = [digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(len(digits) - 1)]
    for guess in [*whole, *(f"{one}000" for one in whole), *swapped]:
        if len(guess) in AGS_LENGTHS and guess != key:
            yield guess
