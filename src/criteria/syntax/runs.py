"""The smallest nodes of the tree: words side by side, and texts.

In: built by ``values.py``. Out: parts of the nodes of ``tree.py``, where everyone finds them. Holds: a run says nothing yet
about what it means; its place decides whether it is a path, a date phrase or an amount.
"""

from __future__ import annotations

from enum import Enum

from criteria.frozen import field, frozen
from criteria.source import Place


def place_field() -> Place:
    """Where a node stands; equality ignores it."""
    return field(eq=False, repr=False, kw_only=True)  # type: ignore[no-any-return]


class WordKind(Enum):
    """What a word of a run looks like; its meaning is the checker's."""

    NAME = "name"  # a bare word
    QUOTED = "quoted"  # a name in single quotes, quotes removed
    NUMBER = "number"  # digits with inner . , / - and a trailing full stop: a number, a day or a year, by its place
    SIGN = "sign"  # % (and "pct." read as one sign)
    ITS = "its"  # the run names something of the row or group in force


@frozen
class Word:
    text: str
    kind: WordKind = WordKind.NAME
    place: Place = place_field()


@frozen
class Run:
    """Words and numbers side by side: a path, a date phrase, an amount with its unit. ``text`` is the slice as written."""

    words: tuple[Word, ...]
    text: str = field(eq=False)
    place: Place = place_field()


@frozen
class Text:
    """A text in double quotes, quotes removed."""

    value: str
    place: Place = place_field()
