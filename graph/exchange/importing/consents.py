"""What everyone in the files agreed to, as one decision for each person and purpose: the same at every import."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from graph.exchange.importing.options import ImportOptions
from graph.model.time import BERLIN
from graph.store.writing import Decision, Importer


async def record_consents(importer: Importer, options: ImportOptions, people: Sequence[str]) -> int:
    """Record for `people`, by id, what `options` say all have decided; return how many decisions were new.

    They count from the beginning of their day, so that whatever a person decides here, even on that day, is later.
    """
    if options.consent_date is None:
        return 0
    at = datetime.combine(options.consent_date, time.min, BERLIN).astimezone(UTC)
    decisions = [
        Decision(purpose=purpose, given=given, source=options.source, at=at)
        for purpose, given in sorted(options.consents.items())
    ]
    return await importer.record_consents([(person, decision) for person in people for decision in decisions])
