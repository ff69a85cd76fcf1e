"""When a text that somebody types finds a node, and how well: by the beginnings of its words, or inside them."""

from dataclasses import dataclass
from typing import Final

from graph.model.errors import InvalidValue
from graph.model.search_text import fold, words
from graph.store.visibility import Parameters

LONGEST_TEXT: Final = 200
SHORTEST_PART: Final = 3
"""Shorter words are looked for at the beginning of words only: inside words they would find nearly everything."""

EXACT, FIRST_WORD, OTHER_WORD, INSIDE = range(4)


@dataclass(frozen=True, slots=True)
class TypedText:
    """What somebody typed, folded as the stored texts are, so no sign of any query syntax is left in it."""

    folded: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "TypedText":
        """`text` folded. Raises InvalidValue for more than 200 characters; no name is longer."""
        if len(text) > LONGEST_TEXT:
            template = "The text has {length} characters. Allowed: at most {longest}."
            raise InvalidValue(template, field="text", length=len(text), longest=LONGEST_TEXT)
        return cls(fold(text), words(text))

    @property
    def longest(self) -> str:
        """The word that finds least."""
        return max(self.words, key=len, default="")

    @property
    def by_beginning(self) -> bool:
        """Whether all words are so short that only beginnings count."""
        return len(self.longest) < SHORTEST_PART

    @property
    def parameters(self) -> Parameters:
        """What `FOUND` and `RANK` need."""
        return {
            "folded": self.folded,
            "words": list(self.words),
            "longest": self.longest,
            "parts": [word for word in self.words if len(word) >= SHORTEST_PART],
            "beginnings": [word for word in self.words if len(word) < SHORTEST_PART],
        }


def begins(word: str) -> str:
    """Whether a word of the node's text begins with `word`."""
    return f"' ' + node.search_text CONTAINS ' ' + {word}"


FOUND: Final = (
    "node.search_text CONTAINS $longest AND all(part IN $parts WHERE node.search_text CONTAINS part) "
    f"AND all(word IN $beginnings WHERE {begins('word')})"
)
"""Whether a node's text has every word. The first condition is one that a server can use an index for."""

RANK: Final = (
    f"CASE WHEN node.sort_key = $folded OR node.search_text = node.sort_key + ' ' + $folded THEN {EXACT} "
    f"WHEN NOT all(word IN $words WHERE {begins('word')}) THEN {INSIDE} "
    f"WHEN node.search_text STARTS WITH $words[0] THEN {FIRST_WORD} ELSE {OTHER_WORD} END"
)
"""How well: the whole name, or the whole of the other texts searched; words from the first on; other words; inside."""
