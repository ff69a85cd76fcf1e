"""First and last names that are common in Germany, of many origins. Which go together is left to chance."""

from pathlib import Path
from typing import Final


def _words(name: str) -> tuple[str, ...]:
    return tuple((Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").split())


FEMALE: Final = _words("female")
MALE: Final = _words("male")
NEUTRAL: Final = _words("neutral")
LAST: Final = _words("last")
