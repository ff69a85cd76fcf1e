"""What of a file of people may be repeated: cells slip into wrong columns, so only what surely names nobody."""

import re
from typing import Final

from graph.model.messages import Message
from graph.model.validation import OTHERWISE

DATE_LIKE: Final = re.compile(r"'?(\d{4}|\d{1,2}[./]\d{4}|\d{1,4}[-./]\d{1,2}[-./]\d{1,4})'?")
NO_DATE: Final = "{value} is no date. Write '2019', '2019-05' or '2019-05-12'."


def discreet(message: Message, column: str) -> Message:
    """`message` without the value that it repeats, unless that looks like a date: then it may stand."""
    values = message.values
    if "value" not in values or DATE_LIKE.fullmatch(str(values["value"])):
        return message
    if message.template == NO_DATE:
        return Message("This is no date. Write '2019', '2019-05' or '2019-05-12'.")
    allowed = values.get("expected") or values.get("allowed")
    if allowed is None:
        return Message(OTHERWISE, {"name": column})
    return Message("This value is not allowed here. Allowed: {allowed}.", {"allowed": allowed})


def may_be_shown(value: str) -> bool:
    """Whether a cell of a file of people may be repeated."""
    return DATE_LIKE.fullmatch(value) is not None
