"""How names are folded, so that Müller, Mueller, Muller and MÜLLER find each other. Stored texts and queries alike."""

import re
import unicodedata
from typing import Final

UMLAUTS: Final = (("ä", "a"), ("ö", "o"), ("ü", "u"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("ß", "ss"))
NOT_A_WORD: Final = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """`text` as search sees it: case-folded, umlauts and their spellings as one letter, other marks dropped.

    Words are separated by one space; hyphens and all other signs separate words too.
    """
    folded = unicodedata.normalize("NFC", text).lower()
    for written, as_one in UMLAUTS:
        folded = folded.replace(written, as_one)
    bare = "".join(c for c in unicodedata.normalize("NFKD", folded.casefold()) if not unicodedata.combining(c))
    return NOT_A_WORD.sub(" ", bare).strip()


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`, in order, each once."""
    return tuple(dict.fromkeys(fold(text).split()))
