"""A test of an ordered word as bounds: ``is "fair"`` is at least and at most "fair".

In: ``Matches`` over an ordered fact or cell. Out: the ranks of its lowest and highest word, and one bound of the two. Holds: only words
side by side in the order are bounds; any other set of words is none.
"""

from __future__ import annotations

from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.plan import fold
from criteria.model.types import ChoiceType


def ranks_of(item: terms.Matches) -> tuple[int, int, int] | None:
    """The first and last rank that pass, and the best rank there is; None where the words are no stretch of an order."""
    kind = item.value.type if isinstance(item.value, terms.Fact | terms.Cell) else None
    texts = [each.value for each in item.options if isinstance(each, terms.TextValue)]
    if not isinstance(kind, ChoiceType) or not kind.ordered or len(texts) < len(item.options):
        return None
    order = [fold(option) for option in kind.options]
    ranks = sorted({order.index(fold(text)) for text in texts if fold(text) in order})
    if not ranks or ranks[-1] - ranks[0] != len(ranks) - 1:
        return None
    return ranks[0], ranks[-1], len(order) - 1


def ranked(item: terms.Matches, *, low: bool) -> terms.Matches:
    """The test with one of its two bounds."""
    ranks = ranks_of(item)
    kind = item.value.type if isinstance(item.value, terms.Fact | terms.Cell) else None
    assert ranks and isinstance(kind, ChoiceType)
    kept = kind.options[ranks[0] :] if low else kind.options[: ranks[1] + 1]
    return evolve(item, options=tuple(terms.TextValue(each, place=item.place) for each in kept))
