"""What users are told, in English and German: a template with named values, and its German wording in `german.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pydantic_core import PydanticCustomError

from graph.model.german import GERMAN

Value = str | int | float


class Language(StrEnum):
    """The languages that every text for users exists in."""

    EN = "en"
    DE = "de"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for users: an English template whose `{names}` are filled with `values`."""

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def text(self, language: Language = Language.EN) -> str:
        """The sentence in `language`."""
        template = self.template if language is Language.EN else GERMAN.get(self.template, self.template)
        return template.format(**self.values) if self.values else template


def refused(template: str, **values: Value) -> PydanticCustomError:
    """What a validator raises: pydantic collects it with the others, `validation.build` turns it into a message."""
    return PydanticCustomError("refused", "{text}", {"text": template.format(**values), "template": template, **values})
