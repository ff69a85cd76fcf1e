"""The columns that each file may have, read from the model: a new property there is a new column here."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from graph.exchange.reading import german_words
from graph.model.kinds import EndorsementRole, NodeKind, TieKind
from graph.model.nodes import FIELDS
from graph.model.search_text import fold
from graph.model.ties import TIES, TieFields
from graph.model.time import check_partial_date

Content = NodeKind | TieKind
"""What a file holds: nodes of one kind or ties of one kind."""

LONG_TEXT: Final = 2_000
OWN_KEYS: Final[Mapping[NodeKind, str]] = {NodeKind.MUNICIPALITY: "ags", NodeKind.TOPIC: "slug"}
"""The column that is the key of a kind whose ids are official or chosen; all other kinds have a column `key`."""


class Shape(Enum):
    """How the text of a cell becomes a value."""

    KEY = auto()
    LINE = auto()
    TEXT = auto()
    DATE = auto()
    DAY = auto()
    WHOLE = auto()
    DECIMAL = auto()
    TRUTH = auto()
    CHOICE = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file. `choices` are the words of a CHOICE or LIST, where they are closed.

    An empty cell means None where that is a value (`nullable`), and the default of the model elsewhere. `repeatable`:
    what stands in a cell may be shown in an error; free text and keys may name a person, so theirs may not.
    """

    name: str
    shape: Shape
    required: bool = False
    nullable: bool = False
    repeatable: bool = False
    choices: type[StrEnum] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All headers that mean this column, the English one first."""
        as_key = ("key", *german_words.HEADERS["key"]) if self.name in OWN_KEYS.values() else ()
        return (self.name, *german_words.HEADERS.get(self.name, ()), *as_key)


@cache
def columns_of(content: Content) -> tuple[Column, ...]:
    """The columns that a file of `content` may have, in the order in which they are documented."""
    return _node_columns(content) if isinstance(content, NodeKind) else _tie_columns(content)


@cache
def column_of(content: Content, name: str) -> Column:
    """The column of `content` that is called `name`."""
    return next(column for column in columns_of(content) if column.name == name)


def key_column(kind: NodeKind) -> str:
    """The name of the column by which tie files refer to nodes of `kind`."""
    return OWN_KEYS.get(kind, "key")


@cache
def sides(kind: TieKind) -> tuple[tuple[NodeKind, ...], tuple[NodeKind, ...]]:
    """The kinds of node that may stand in `from`, and those that may stand in `to`, each in the order of the model."""
    rule = TIES[kind]
    ends = rule.ends if rule.directed else rule.ends | {(other, one) for one, other in rule.ends}
    order = list(NodeKind).index
    return tuple(sorted({one for one, _ in ends}, key=order)), tuple(sorted({other for _, other in ends}, key=order))


@cache
def choices_by_word(choices: type[StrEnum]) -> dict[str, StrEnum]:
    """The words that mean a choice, folded: its own name, its German ones, and of kinds of node the files' names."""
    words: dict[str, StrEnum] = {fold(choice.value): choice for choice in choices}
    words |= {fold(choice.name): choice for choice in choices}
    words |= {fold(word): choice for word, choice in german_words.WORDS.get(choices, {}).items()}
    return words


def _node_columns(kind: NodeKind) -> tuple[Column, ...]:
    columns = tuple(_column(name, info) for name, info in FIELDS[kind].model_fields.items())
    return columns if kind in OWN_KEYS else (Column("key", Shape.KEY, required=True), *columns)


def _tie_columns(kind: TieKind) -> tuple[Column, ...]:
    rule, fields = TIES[kind], TieFields.model_fields
    own = [name for name in fields if name in rule.properties]
    shared = ["since", "until", "source", "evidence", "note"]
    properties = [_column(name, fields[name], required=name in rule.required, kind=kind) for name in [*own, *shared]]
    return (*_end_columns(kind), *properties)


def _end_columns(kind: TieKind) -> tuple[Column, ...]:
    named = tuple(zip(("from", "to"), sides(kind), strict=True))
    keys = tuple(Column(name, Shape.KEY, required=True) for name, _ in named)
    kinds = tuple(
        Column(f"{name}_kind", Shape.CHOICE, nullable=True, repeatable=True, choices=NodeKind)
        for name, allowed in named
        if len(allowed) > 1
    )
    return keys + kinds


def _column(name: str, info: FieldInfo, *, required: bool = False, kind: TieKind | None = None) -> Column:
    bare, metadata, nullable = _bare(info)
    choices = EndorsementRole if (kind, name) == (TieKind.ENDORSES, "role") else _choices(bare)
    shape = _shape(bare, metadata, choices)
    repeatable = shape not in (Shape.KEY, Shape.LINE, Shape.TEXT) or name in OWN_KEYS.values()
    return Column(name, shape, required or info.is_required(), nullable, repeatable, choices)


def _shape(bare: Any, metadata: tuple[Any, ...], choices: type[StrEnum] | None) -> Shape:  # noqa: ANN401 - an annotation can be anything
    if get_origin(bare) is tuple:
        return Shape.LIST
    if choices is not None:
        return Shape.CHOICE
    for type_, shape in ((bool, Shape.TRUTH), (int, Shape.WHOLE), (float, Shape.DECIMAL), (date, Shape.DAY)):
        if bare is type_:
            return shape
    if any(isinstance(one, AfterValidator) and one.func is check_partial_date for one in metadata):
        return Shape.DATE
    longest = next((one.max_length for one in metadata if isinstance(one, MaxLen)), 0)
    return Shape.TEXT if longest >= LONG_TEXT else Shape.LINE


def _choices(bare: Any) -> type[StrEnum] | None:  # noqa: ANN401 - an annotation can be anything
    of_items = get_args(bare)[0] if get_origin(bare) is tuple else bare
    return of_items if isinstance(of_items, type) and issubclass(of_items, StrEnum) else None


def _bare(info: FieldInfo) -> tuple[Any, tuple[Any, ...], bool]:
    """The type of a field without None, what stands in its Annotated, and whether None is allowed."""
    bare, metadata, nullable = info.annotation, list(info.metadata), False
    if get_origin(bare) in (Union, UnionType):
        nullable = NoneType in get_args(bare)
        bare = next(one for one in get_args(bare) if one is not NoneType)
    if get_origin(bare) is Annotated:
        bare, *more = get_args(bare)
        metadata += more
    flat = [part for one in metadata for part in (one.metadata if isinstance(one, FieldInfo) else [one])]
    return bare, tuple(flat), nullable
