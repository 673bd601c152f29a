"""The tails of a sentence: ``by 1. oktober``, ``after received``, ``between 2% and 2.5%``, ``is "x"``.

In: a subject and a tail. Out: one condition, or None after a fault. Holds: a date meets dates, a number meets numbers, a text meets
texts; ``inden`` and ``within`` with a duration have one meaning and no reading.
"""

from __future__ import annotations

from criteria.check import best, growth, limits, options, periods, quantities, ranks
from criteria.check.subject import Subject
from criteria.dates.durations import parse_duration
from criteria.dates.phrases import is_duration
from criteria.dates.relations import Relation
from criteria.model import terms
from criteria.model.types import DateType, NumberType, Unit
from criteria.syntax import tree

_RELATIONS: dict[str, Relation] = {
    "by": Relation.BY,
    "before": Relation.BEFORE,
    "inden": Relation.INDEN,
    "after": Relation.AFTER,
    "from": Relation.FROM,
    "in": Relation.IN,
    "within": Relation.IN,
}


def tested(about: Subject, tail: tree.Tail) -> terms.Condition | None:
    """The test of the subject by one tail."""
    kind = about.value.type
    match tail:
        case tree.RankTail():
            return best.among(about, tail)
        case tree.EachTail():
            about.ctx.faults.error("each-needs-rows", tail.place, found=about.ctx.words(tail))
            return None
        case tree.IsTail():
            return options.is_one_of(about, tail)
        case tree.CompareTail(relation=relation) if ranks.is_ordered(kind) and relation not in ("equal", "not_equal"):
            return ranks.ranked(about, tail)
        case tree.BetweenTail() if ranks.is_ordered(kind):
            return ranks.ranked(about, tail)
        case tree.CompareTail(relation="better" | "worse"):
            about.ctx.faults.error("better-without-order", tail.place, found=about.ctx.words(tail))
            return None
        case tree.CompareTail(relation="equal" | "not_equal" as relation) if not isinstance(kind, NumberType):
            return options.is_one_of(about, tree.IsTail((tail.operand,), relation == "not_equal", place=tail.place))
    match kind, tail:
        case DateType(), tree.DateTail():
            return dated(about, tail)
        case DateType(), tree.BetweenTail():
            return _between(about, tail)
        case NumberType(), tree.CompareTail():
            return quantities.compared(about, tail)
        case NumberType(), tree.BetweenTail():
            return quantities.between(about, tail)
        case NumberType(), tree.MarginTail():
            return growth.margin(about, tail)
        case NumberType(), tree.AgainstTail():
            return growth.against(about, tail)
        case NumberType(unit=Unit.DAYS), tree.DateTail(relation="within" | "inden"):
            return quantities.compared(about, tree.CompareTail("at_most", tail.operand, place=tail.place))
    expected = {tree.BetweenTail: "number-or-date", tree.DateTail: "date"}.get(type(tail), "number")
    about.mismatch(expected, about.place)
    return None


def dated(about: Subject, tail: tree.DateTail) -> terms.Condition | None:
    """A date against a period, a boundary or another date."""
    ctx, operand = about.ctx, tail.operand
    operand = limits.first_part(operand)
    if isinstance(operand, tree.Run) and tail.relation in ("within", "inden") and parse_duration(operand.text):
        ctx.faults.error("duration-without-start", operand.place, found=operand.text)
        return None
    if isinstance(operand, tree.Offset) and tail.relation == "within":
        return _within(about, operand)
    if span := periods.span(ctx, operand, about.scope):
        return periods.dated(about, tail.relation, span)
    found = ctx.moment(operand, about.scope)
    if found is None:
        return None
    relation = _RELATIONS[tail.relation]
    if relation is Relation.INDEN and _counts_on(found.term):
        relation = Relation.BY
    return terms.DateTest(relation, about.value.term, found.term, place=about.place, text=about.text)


def _counts_on(term: terms.Term) -> bool:
    """A duration after a day has a last day of its own, so that ``inden`` leaves no doubt."""
    match term:
        case terms.Offset(forward=forward) | terms.OffsetBy(forward=forward):
            return forward
        case terms.DateValue(phrase=phrase):
            return is_duration(phrase)
        case _:
            return False


def _within(about: Subject, operand: tree.Offset) -> terms.Condition | None:
    """``within 30 days after X``: from X on, and by the 30th day after it; before X the other way round."""
    base = about.ctx.moment(operand.base, about.scope)
    end = about.ctx.moment(operand, about.scope) if base else None
    if base is None or end is None:
        return None
    first, last = (base, end) if operand.direction == "after" else (end, base)
    tests = ((Relation.FROM, first), (Relation.BY, last))
    items = tuple(
        terms.DateTest(relation, about.value.term, limit.term, place=about.place, text=about.text)
        for relation, limit in tests
    )
    return terms.AllOf(items, place=about.place, text=about.text)


def _between(about: Subject, tail: tree.BetweenTail) -> terms.Condition | None:
    low, high = about.ctx.moment(tail.low, about.scope), about.ctx.moment(tail.high, about.scope)
    if low is None or high is None:
        return None
    return terms.DateTest(Relation.BETWEEN, about.value.term, low.term, high.term, place=about.place, text=about.text)
