"""A quantity cut into cells by everything that the goal asks of it.

In: a quantity and the tests of it under all readings. Out: an ``Axis``: the cells in order (days and numbers upwards; a day that never
comes, an amount without a value last). Holds: the cells are a partition of what the quantity can be, every test has one answer in a
cell, and two cells that stand side by side differ in some test.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product

from criteria.frozen import field, frozen
from criteria.ladder.comparing import compared
from criteria.ladder.domains import (
    ANY_DAY,
    ANY_TEXT,
    EVERY_NUMBER,
    NEVER,
    YES_NO,
    Days,
    Domain,
    Numbers,
    Texts,
    finite,
    whole_from,
    within,
)  # fmt: skip
from criteria.ladder.quantities import Kind, Passing, Quantity
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.model.plan import Plan, fold
from criteria.model.types import ChoiceType, NumberType, Type, YesNoType


@frozen
class Axis:
    """A quantity and its cells; ``passed`` says in which of them a test holds."""

    quantity: Quantity
    cells: tuple[Domain, ...]
    passed: dict[Passing, frozenset[int]] = field(eq=False, repr=False)


def axis(plan: Plan, quantity: Quantity, tests: Iterable[Passing]) -> Axis:
    """The quantity cut by its tests."""
    asked = tuple(dict.fromkeys(tests))
    pieces = _pieces(plan, quantity, asked)
    answers = [tuple(_passes(piece, passing) for passing in asked) for piece in pieces]
    merged = _merged(pieces, answers, apart=quantity.kind is not Kind.TEXTS or _ordered(quantity.node))
    told = [answer for _, answer in merged]
    passed = {test: frozenset(n for n, answer in enumerate(told) if answer[k]) for k, test in enumerate(asked)}
    return Axis(quantity, tuple(domain for domain, _ in merged), passed)


MOST_FREE = 4  # tests of one quantity whose every combination of answers has a cell


def freed(one: Axis) -> Axis:
    """With cells for a quantity that has no value at all, which leaves each test free by itself: the combinations of answers that no cell
    has, each as a text that nothing else is. Unchanged where there are too many."""
    if len(one.passed) > MOST_FREE:
        return one
    shown = {tuple(n in passed for passed in one.passed.values()) for n in range(len(one.cells))}
    others = [answers for answers in product((True, False), repeat=len(one.passed)) if answers not in shown]
    count = len(one.cells)
    passed = {
        test: cells | {count + n for n, answers in enumerate(others) if answers[place]}
        for place, (test, cells) in enumerate(one.passed.items())
    }
    return Axis(one.quantity, (*one.cells, *(Texts(frozenset({f"free {n}"})) for n in range(len(others)))), passed)


Answers = tuple[bool, ...]


def _merged(pieces: Sequence[Domain], answers: Sequence[Answers], *, apart: bool) -> list[tuple[Domain, Answers]]:
    """Pieces with the same answers as one cell; ``apart``: only those side by side."""
    found: list[tuple[list[Domain], Answers]] = []
    for piece, answer in zip(pieces, answers, strict=True):
        near = found[-1:] if apart else found
        like = next((cell for cell, known in near if known == answer and _joins(cell[-1], piece)), None)
        if like is None:
            found.append(([piece], answer))
        else:
            like.append(piece)
    return [(_joined(cell), answer) for cell, answer in found]


def _joins(one: Domain, other: Domain) -> bool:
    """Never stands by itself, so that a reader sees it."""
    return NEVER not in (one, other)


def _joined(pieces: Sequence[Domain]) -> Domain:
    """Pieces side by side as one set."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return first
    if isinstance(first, Days) and isinstance(last, Days):
        return Days(((first.first, last.last),))
    if isinstance(first, Numbers) and isinstance(last, Numbers):
        return _spanned(pieces, first, last)
    texts = [piece for piece in pieces if isinstance(piece, Texts)]
    others = next((piece for piece in texts if piece.others), None)
    named = frozenset().union(*(piece.values for piece in texts if not piece.others))
    return Texts(others.values - named, others=True) if others else Texts(named)


def _spanned(pieces: Sequence[Domain], first: Numbers, last: Numbers) -> Numbers:
    if all(isinstance(piece, Numbers) and piece.points is not None for piece in pieces) and first.points != last.points:
        points = [point for piece in pieces if isinstance(piece, Numbers) and piece.points for point in piece.points]
        if len(points) == len(pieces) or first.points is not None:
            return finite(points)
    wide = next(piece for piece in pieces if isinstance(piece, Numbers) and piece.points is None)
    low, high = first.ends()[0], last.ends()[1]
    low_open = first.points is None and first.low_open
    high_open = last.points is None and last.high_open
    return Numbers(None, low, high, low_open, high_open, whole=wide.whole)


# ---- what a quantity can be -------------------------------------------------------------------------------------------


def _pieces(plan: Plan, quantity: Quantity, asked: Sequence[Passing]) -> list[Domain]:
    """The finest cut: at every end of every test."""
    match quantity.kind:
        case Kind.DAYS:
            return _days([passing for passing in asked if isinstance(passing, Days)])
        case Kind.NUMBERS:
            limits = sorted({limit for passing in asked if isinstance(passing, tuple) for _, limit in passing})
            pieces: list[Domain] = [*_numbers(numbers_of(quantity.node), limits)]
            return [*pieces, NEVER] if without_value(plan, quantity.node) else pieces
        case Kind.TEXTS:
            named = [text for passing in asked if isinstance(passing, frozenset) for text in sorted(passing)]
            return _texts(texts_of(quantity.node), named)
        case Kind.TRUTH:
            return [Texts(frozenset({"yes"})), Texts(frozenset({"no"}))]


def _days(windows: Sequence[Days]) -> list[Domain]:
    (first, last), *_ = ANY_DAY.spans
    starts = {first, *(a for w in windows for a, _ in w.spans), *(b + 1 for w in windows for _, b in w.spans)}
    ordered = sorted(day for day in starts if first <= day <= last)
    return [*(Days(((a, b - 1),)) for a, b in zip(ordered, [*ordered[1:], last + 1], strict=True)), NEVER]


def _numbers(whole: Numbers, limits: Sequence[Fraction]) -> list[Numbers]:
    pieces: list[Numbers | None] = []
    rest: Numbers | None = whole
    for limit in limits:
        if rest is not None:
            pieces += [rest.at_most(limit, strict=True), rest.equal(limit)]
            rest = rest.at_least(limit, strict=True)
    return [piece for piece in (*pieces, rest) if piece is not None]


def _texts(whole: Texts, named: Sequence[str]) -> list[Domain]:
    pieces: list[Domain] = []
    rest: Texts | None = whole
    for text in [*(text for text in _order(whole) if text in named), *named]:
        inside, rest = rest.cut(frozenset({text})) if rest else (None, None)
        pieces += [inside] if inside else []
    return [*pieces, rest] if rest else pieces


def _order(whole: Texts) -> Sequence[str]:
    return () if whole.others else sorted(whole.values)


def numbers_of(node: t.Term | t.Condition) -> Numbers:
    """The values that a number can have, as far as its own form tells."""
    match node:
        case t.Fact(type=NumberType() as kind) | t.Cell(type=NumberType() as kind):
            return within(kind.bounds, whole=kind.whole)
        case t.Share():
            return Numbers(None, Fraction(0), Fraction(1))
        case t.Count() | t.Distinct() | t.Rank():
            return whole_from(0, None)
        case t.Difference():
            return Numbers(None, Fraction(0))
        case t.PercentOf(value=t.Difference()):
            return Numbers(None, Fraction(0))
        case t.Add(terms) | t.Larger(terms) | t.Smaller(terms) if all(_from_zero(term) for term in terms):
            return Numbers(None, Fraction(0))
        case _:
            return EVERY_NUMBER


def _from_zero(term: t.Term) -> bool:
    low = numbers_of(term).ends()[0]
    return low is not None and low >= 0


def texts_of(node: t.Term | t.Condition) -> Texts:
    """The texts that a text can be."""
    match _type(node):
        case ChoiceType(options):
            return Texts(frozenset(map(fold, options)))
        case YesNoType():
            return YES_NO
        case _:
            return ANY_TEXT


def _type(node: t.Term | t.Condition) -> Type | None:
    return node.type if isinstance(node, t.Fact | t.Cell | t.GroupValue) else None


def _ordered(node: t.Term | t.Condition) -> bool:
    kind = _type(node)
    return isinstance(kind, ChoiceType) and kind.ordered


def without_value(plan: Plan, node: t.Term | t.Condition) -> bool:
    """Whether an amount rests on a day that may never come, outside of rows."""
    inside = (t.DaysBetween, t.Elapsed)
    return any(isinstance(part, inside) for part in walk(node, plan))


# ---- which values pass ------------------------------------------------------------------------------------------------


def _passes(piece: Domain, passing: Passing) -> bool:
    """Whether the values of a piece, which are all alike, pass."""
    match piece, passing:
        case Days(), Days():
            return bool(piece.spans) and passing.within(piece.first, piece.last) is not None
        case Numbers(), tuple():
            value = inside(piece)
            return all(compared(relation, value, limit) for relation, limit in passing)
        case Texts(), frozenset():
            return not piece.others and piece.values <= passing
        case _:
            return False  # never, or no value


def inside(numbers: Numbers) -> Fraction:
    """Some value of a set."""
    if numbers.points is not None:
        return numbers.points[0]
    low, high = numbers.low, numbers.high
    if low is not None and not numbers.low_open:
        return low
    if high is not None and not numbers.high_open:
        return high
    if numbers.whole:
        return low + 1 if low is not None else high - 1 if high is not None else Fraction(0)
    if low is not None and high is not None:
        return (low + high) / 2
    return low + 1 if low is not None else high - 1 if high is not None else Fraction(0)
