"""What whoever imports says about all rows at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.model.errors import InvalidValue
from graph.model.kinds import ConsentPurpose, Visibility
from graph.model.time import today

LONGEST_SOURCE = 100


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import. Raises InvalidValue for a source without a name and for consents without a day.

    `source` names where the files come from: the same name and key are the same node at every import. `visibility` is
    that of new people whose row states none. `consents` are decisions of all people in the file, made on
    `consent_date`: a day is needed, or a repeated import would outdo a withdrawal made in between.
    """

    source: str
    visibility: Visibility = Visibility.MANAGERS
    consents: Mapping[ConsentPurpose, bool] = field(default_factory=dict)
    consent_date: date | None = None
    skip_bad_rows: bool = False
    dry_run: bool = False

    def __post_init__(self) -> None:
        if not 1 <= len(self.source.strip()) <= LONGEST_SOURCE or not self.source.isprintable():
            template = "Name the source in 1 to {most} characters, and the same way at every import: 'survey-2024'."
            raise InvalidValue(template, field="source", most=LONGEST_SOURCE)
        if bool(self.consents) != (self.consent_date is not None):
            template = "Consents and the day on which they were given belong together. Give both or neither."
            raise InvalidValue(template, field="consent_date")
        if self.consent_date is not None and self.consent_date > today():
            raise InvalidValue("Nobody has consented on a day that is still to come.", field="consent_date")
