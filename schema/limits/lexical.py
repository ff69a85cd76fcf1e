"""Limits on the text of a document, checked before it is validated against the schema."""

from collections import Counter
from typing import Final

from graphql import DirectiveNode, DocumentNode, FieldNode, GraphQLError
from graphql.language import Visitor, visit

from schema.errors import ErrorCode, refusal

MOST_TOKENS: Final = 2_000
MOST_ALIASES: Final = 30
MOST_DIRECTIVES: Final = 30


class Count(Visitor):
    """Counts what a document could use to ask for much in few words."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[str] = Counter()

    def enter_field(self, node: FieldNode, *_: object) -> None:
        """An alias lets one field be asked again and again."""
        self.of["aliases"] += node.alias is not None

    def enter_directive(self, _node: DirectiveNode, *_: object) -> None:
        """Directives are looked at each time their field is."""
        self.of["directives"] += 1


def lexical_errors(document: DocumentNode) -> list[GraphQLError]:
    """What a document has too many of."""
    count = Count()
    visit(document, count)
    limits = {"aliases": MOST_ALIASES, "directives": MOST_DIRECTIVES}
    return [
        refusal(
            ErrorCode.QUERY_TOO_LARGE,
            "The document has {count} {what}. Allowed: up to {most}.",
            count=count.of[what],
            what=what,
            most=most,
        )
        for what, most in limits.items()
        if count.of[what] > most
    ]
