"""The keywords of the two surfaces, by concept.

In: the compiled word tables. Out: spellings, the concepts that are reserved everywhere, and the longest keyword at a place.
Holds: a concept whose name ends in ``_LINE``, ``_TYPE`` or ``_LEVEL`` is a keyword only where the grammar asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache, partial
from typing import Literal

from criteria import tables

Surface = Literal["en", "da"]
OTHER: dict[Surface, Surface] = {"en": "da", "da": "en"}
_BY_PLACE = ("_LINE", "_TYPE", "_LEVEL")


def spelling(concept: str, surface: Surface) -> str:
    """The one the formatter writes."""
    return tables.words()[concept][surface][0]


def spellings(concept: str) -> list[str]:
    """Those of both surfaces."""
    return [each for surface in tables.words()[concept].values() for each in surface]


def belongs(concept: str, written: str, surface: Surface) -> bool:
    """Whether ``written`` is a spelling of this surface."""
    return normal(written) in (normal(each) for each in tables.words()[concept][surface])


def normal(written: str) -> str:
    """Lower case, one blank between words."""
    return " ".join(written.lower().split())


@cache
def reserved() -> frozenset[str]:
    """The concepts that are keywords wherever they stand."""
    return frozenset(concept for concept in tables.words() if not concept.endswith(_BY_PLACE))


@cache
def by_place() -> frozenset[str]:
    """The concepts that are keywords only where the grammar asks for them."""
    return frozenset(tables.words()) - reserved()


@cache
def _longest() -> Callable[[str, int, int, Collection[str]], tuple[str, str] | None]:
    """What looks for keywords, in the tree of all of them."""
    from criteria.keywords import longest_keyword, spellings_tree

    # Those by place come last: where both fit, the later one of a spelling is taken.
    root = spellings_tree({concept: spellings(concept) for concept in [*sorted(reserved()), *sorted(by_place())]})
    return partial(longest_keyword, root)


def keyword_at(text: str, start: int, accepted: Collection[str]) -> tuple[str, str] | None:
    """The longest accepted keyword that begins at ``start``: its text and its concept."""
    return _longest()(text, start, len(text), accepted)


def is_reserved(name: str) -> bool:
    """Whether a name has to stand in single quotes, because it begins with a keyword."""
    found = keyword_at(name, 0, reserved())
    return found is not None
