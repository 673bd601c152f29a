"""Ordered words: ``grade at least "fair"``, ``better than "poor"``, ``between "fair" and "good"``.

In: a subject whose type is ordered, and a comparison. Out: ``Matches`` with the words that pass; against another ordered value, one
such pair for each of its words. Holds: the words stand from the worst to the best; only values of the same words compare.
"""

from __future__ import annotations

from criteria.check import options
from criteria.check.subject import Subject
from criteria.model import terms
from criteria.model.plan import fold
from criteria.model.types import ChoiceType, Type
from criteria.syntax import tree

_PASSING: dict[str, tuple[int, int]] = {  # from where to where, counted from the word that is compared with
    "at_least": (0, 1),
    "above": (1, 1),
    "better": (1, 1),
    "at_most": (-1, 0),
    "below": (-1, -1),
    "worse": (-1, -1),
}


def is_ordered(kind: Type) -> bool:
    return isinstance(kind, ChoiceType) and kind.ordered


def ranked(about: Subject, tail: tree.CompareTail | tree.BetweenTail) -> terms.Condition | None:
    """The subject against a word of the order, or against another value of it."""
    kind = about.value.type
    assert isinstance(kind, ChoiceType)
    if isinstance(tail, tree.BetweenTail):
        low, high = _rank(about, kind, tail.low), _rank(about, kind, tail.high)
        if low is None or high is None:
            return None
        return _one_of(about, kind.options[low : high + 1], tail)
    if _is_word(about, kind, tail.operand):
        rank = _rank(about, kind, tail.operand)
        return None if rank is None else _one_of(about, _passing(kind, tail.relation, rank), tail)
    return _pairs(about, kind, tail)


def _is_word(about: Subject, kind: ChoiceType, operand: tree.Expr) -> bool:
    if isinstance(operand, tree.Text):
        return True
    return isinstance(operand, tree.Run) and fold(operand.text) in map(fold, kind.options)


def _rank(about: Subject, kind: ChoiceType, operand: tree.Expr) -> int | None:
    found = options.option(about, operand)
    if not isinstance(found, terms.TextValue):
        if found is not None:
            about.mismatch("choice", operand.place)
        return None
    return [fold(each) for each in kind.options].index(fold(found.value))


def _passing(kind: ChoiceType, relation: str, rank: int) -> tuple[str, ...]:
    start, end = _PASSING[relation]
    if end > 0:
        return kind.options[rank + start :]
    return kind.options[: rank + 1 + end]


def _one_of(about: Subject, passing: tuple[str, ...], tail: tree.Tail) -> terms.Condition | None:
    if not passing:
        about.ctx.faults.error("no-such-rank", tail.place, found=about.ctx.words(tail))
        return None
    texts = tuple(terms.TextValue(each, place=tail.place) for each in passing)
    return terms.Matches(about.value.term, texts, place=about.place, text=about.text)


def _pairs(about: Subject, kind: ChoiceType, tail: tree.CompareTail) -> terms.Condition | None:
    """Against a value that is not known here: for each of its words, the words that pass."""
    other = about.ctx.value(tail.operand, about.scope)
    if other is None:
        return None
    same = isinstance(other.type, ChoiceType) and [fold(o) for o in other.type.options] == [
        fold(o) for o in kind.options
    ]
    if not same or not is_ordered(other.type):
        about.ctx.faults.error("ranks-differ", tail.operand.place, found=about.ctx.words(tail.operand))
        return None
    pairs = []
    for rank, word in enumerate(kind.options):
        passing = _passing(kind, tail.relation, rank)
        if passing:
            is_word = terms.Matches(other.term, (terms.TextValue(word),), place=tail.place, text=about.text)
            texts = tuple(terms.TextValue(each) for each in passing)
            passes = terms.Matches(about.value.term, texts, place=about.place, text=about.text)
            pairs.append(terms.AllOf((is_word, passes), place=about.place, text=about.text))
    return terms.AnyOf(tuple(pairs), place=about.place, text=about.text)
