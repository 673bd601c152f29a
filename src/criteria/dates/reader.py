"""What the functions that build terms read from: the tokens of one phrase, by number.

In: tokens, the year that two-digit years lie near, and the function of each rule. Out: numbers, names, years and
terms of the parts of a tree; and the notes that were made on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from criteria.dates.refused import Note
from criteria.dates.shapes import Node
from criteria.dates.terms import Range, Shift, Simple, Stretch, Term
from criteria.dates.tokens import Token
from criteria.dates.years import century
from criteria.frozen import field, frozen

Child = Node | int
Rule = Callable[..., Term]


@frozen
class Reader:
    """The tokens of one phrase, and what was noticed while reading them."""

    tokens: Sequence[Token]
    pivot: int
    rules: Mapping[str, Rule]
    notes: list[Note] = field(factory=list)

    def number(self, child: Child) -> int:
        """The number that a token carries."""
        value = self.tokens[index_of(child)].value
        assert isinstance(value, int)
        return value

    def name(self, child: Child) -> str:
        """The name that a token carries."""
        return str(self.tokens[index_of(child)].value)

    def kind(self, child: Child) -> str:
        """The class of a token."""
        return self.tokens[index_of(child)].kind

    def year(self, child: Child) -> int:
        """A year in four digits, or in two: then the one nearest to the context, with a note."""
        child = child.parts[0] if isinstance(child, Node) else child
        number = self.number(child)
        if self.kind(child) == "YEAR":
            return number
        year = century(number, self.pivot)
        self.notes.append(Note("century-inferred", (("found", f"{number:02d}"), ("year", str(year)))))
        return year

    def maybe_year(self, children: Sequence[Child]) -> int | None:
        """The year among ``children``, when there is one."""
        return self.year(children[0]) if children else None

    def term(self, child: Child) -> Term:
        """The term of a rule."""
        assert isinstance(child, Node)
        return self.rules[child.rule](self, *child.parts)

    def simple(self, child: Child) -> Simple:
        """The term of a rule that may stand in a range."""
        term = self.term(child)
        assert not isinstance(term, Shift | Range)
        return term

    def stretch(self, child: Child) -> Stretch:
        """The term of a rule that names a stretch of the calendar."""
        term = self.term(child)
        assert isinstance(term, Stretch)
        return term


def index_of(child: Child) -> int:
    while isinstance(child, Node):
        child = child.parts[0]
    return child
