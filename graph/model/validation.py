"""From what a caller sent to a record of the model, or to one clear message per wrong value."""

from collections.abc import Mapping
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from graph.model.errors import InvalidFields, InvalidValue
from graph.model.messages import Value

R = TypeVar("R", bound=BaseModel)

TEMPLATES: Final[Mapping[str, str]] = {
    "missing": "{name} is missing.",
    "extra_forbidden": "There is no {name} here. Allowed: {fields}.",
    "enum": "{value} is not allowed here. Allowed: {expected}.",
    "greater_than_equal": "{value} is not allowed here. Allowed: {ge} or more.",
    "greater_than": "{value} is not allowed here. Allowed: more than {gt}.",
    "less_than_equal": "{value} is not allowed here. Allowed: {le} or less.",
    "string_too_short": "{name} is empty. Write at least {min_length} character.",
    "string_too_long": "{name} is longer than the {max_length} characters allowed.",
    "string_pattern_mismatch": "{value} does not have the form {pattern}.",
    "int_parsing": "{value} is no whole number.",
    "int_type": "{value} is no whole number.",
    "int_from_float": "{value} is no whole number.",
    "float_parsing": "{value} is no number.",
    "float_type": "{value} is no number.",
    "bool_parsing": "{value} is neither true nor false.",
    "bool_type": "{value} is neither true nor false.",
    "date_from_datetime_parsing": "{value} is no date. Write it as 2019-05-12.",
    "date_parsing": "{value} is no date. Write it as 2019-05-12.",
    "string_type": "{name} is not a text.",
}
OTHERWISE: Final = "{name} has a value that is not allowed."


def build(record: type[R], values: Mapping[str, object]) -> R:
    """`values` as a `record`. InvalidValue for one wrong value, InvalidFields for several.

    A personal value is never repeated in a message; what else is wrong is named with what would be right.
    """
    try:
        return record.model_validate(values)
    except ValidationError as error:
        problems = tuple(_problem(record, detail) for detail in error.errors(include_url=False))
    if len(problems) == 1:
        raise problems[0]
    raise InvalidFields(problems)


def _problem(record: type[BaseModel], detail: ErrorDetails) -> InvalidValue:
    field = ".".join(str(part) for part in detail["loc"]) or None
    context: dict[str, Value] = {name: _plain(value) for name, value in detail.get("ctx", {}).items()}
    if detail["type"] == "refused":
        template = str(context.pop("template"))
        context.pop("text")
        return InvalidValue(template, field=field, **context)
    template = TEMPLATES.get(detail["type"], OTHERWISE)
    if _is_personal(record, detail) and "{value}" in template:
        template = OTHERWISE
    known: dict[str, Value] = {
        "name": field or "",
        "fields": ", ".join(record.model_fields),
        "value": repr(detail["input"]),
        **context,
    }
    return InvalidValue(
        template, field=field, **{key: value for key, value in known.items() if f"{{{key}}}" in template}
    )


def _is_personal(record: type[BaseModel], detail: ErrorDetails) -> bool:
    return bool(detail["loc"]) and detail["loc"][0] in getattr(record, "personal", ())


def _plain(value: object) -> Value:
    return value if isinstance(value, str | int | float) else str(value)
