"""What a filter has to say: the entries that are given, and the parameters they become."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from graph.model.kinds import NodeKind
from graph.model.time import today
from graph.store.reading.filters import FILTERS, NodeFilter
from graph.store.reading.text_match import TypedText
from graph.store.visibility import Parameters

NOTHING = (None, "", ())


def given(kind: NodeKind, filter: NodeFilter | None) -> dict[str, object]:
    """The entries of a filter that say something, texts folded. Raises InvalidValue for a text that is too long."""
    if filter is None:
        return {}
    if type(filter) is not FILTERS[kind]:
        raise TypeError(f"{type(filter).__name__} does not filter nodes of kind {kind}.")
    typed = TypedText.of(filter.text or "")
    values = {field.name: getattr(filter, field.name) for field in fields(filter)} | {"text": typed.words and typed}
    return {name: value for name, value in values.items() if value not in NOTHING}


def parameters_of(values: Mapping[str, object]) -> Parameters:
    """The parameters of what is given, and the `day` on which ties count."""
    parameters: Parameters = {"day": str(values.get("active_on") or today())}
    for name, value in values.items():
        match value:
            case TypedText():
                parameters |= value.parameters
            case tuple():
                parameters[name] = list(value)
            case date():
                parameters[name] = value.isoformat()
            case _:
                parameters[name] = value
    return parameters
