"""Figures about people as a viewer may see them: exact, or so coarse that nobody is singled out."""

from dataclasses import dataclass
from typing import Final

from graph.model.messages import Language, Message
from graph.model.permissions import Permission
from graph.model.viewer import Viewer

FEW: Final = 5


@dataclass(frozen=True, slots=True)
class Count:
    """A figure that may be coarse: `value` is None where only the text may be shown."""

    value: int | None

    def text(self, language: Language = Language.EN) -> str:
        """The figure in words: "12" or "fewer than 5"."""
        if self.value is None:
            return Message("fewer than {few}", {"few": FEW}).text(language)
        return str(self.value)


def left_out(number: int, viewer: Viewer) -> Count:
    """How many were left out: below 5 "fewer than 5" for all who may not see everybody anyway, 0 included."""
    return Count(number if number >= FEW or viewer.may(Permission.READ_ALL) else None)


def size(number: int, viewer: Viewer) -> Count:
    """How many there are: for those outside the network 0, "fewer than 5", or the multiple of 5 below."""
    if viewer.may(Permission.READ_NETWORK) or number == 0:
        return Count(number)
    return Count(number - number % FEW if number >= FEW else None)
