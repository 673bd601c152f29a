"""Numbers against numbers: ``at least 60%``, ``at most as many as planned``, ``between 2% and 2.5%``.

In: a numeric subject and a tail. Out: ``Compare`` or ``Between``. Holds: only like units compare; percent and percentage point are told
apart; a bare number against kr, days or percent is refused with the unit to write; nought needs no unit.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.check.arithmetic import is_number
from criteria.check.faults import both
from criteria.check.infer import Value, like, word
from criteria.check.subject import Subject
from criteria.model import terms
from criteria.model.types import TIMES, NumberType, Unit
from criteria.source import Place
from criteria.syntax import tree

_POINTS = {Unit.PERCENT, Unit.PERCENTAGE_POINT}
_SIGNS = {
    Unit.PERCENT: ("%", " pct."),
    Unit.PERCENTAGE_POINT: (" percentage points", " procentpoint"),
    Unit.KRONER: (" kr", " kr"),
    Unit.DAYS: (" days", " dage"),
    Unit.WEEKS: (" weeks", " uger"),
    Unit.WORKING_DAYS: (" working days", " arbejdsdage"),
    Unit.BANK_DAYS: (" bank days", " bankdage"),
    Unit.MONTHS: (" months", " måneder"),
    Unit.YEARS: (" years", " år"),
    Unit.SECONDS: (" seconds", " sekunder"),
    Unit.MINUTES: (" minutes", " minutter"),
    Unit.HOURS: (" hours", " timer"),
}


def compared(about: Subject, tail: tree.CompareTail) -> terms.Condition | None:
    """The subject against one number."""
    other = _operand(about, tail.operand)
    unit = same_unit(about, other, tail.operand.place) if other else None
    if other is None or unit is None:
        return None
    relation = terms.Comparison(tail.relation)
    return terms.Compare(relation, about.value.term, other.term, unit, place=about.place, text=about.text)


def between(about: Subject, tail: tree.BetweenTail) -> terms.Condition | None:
    """The subject between two numbers, both included."""
    low, high = _operand(about, tail.low), _operand(about, tail.high)
    if low is None or high is None:
        return None
    units = [same_unit(about, low, tail.low.place), same_unit(about, high, tail.high.place)]
    if units[0] is None or units[1] is None:
        return None
    if isinstance(low.term, terms.Number) and isinstance(high.term, terms.Number) and low.term.value > high.term.value:
        about.ctx.faults.error("nothing-between", tail.place, found=about.ctx.words(tail))
        return None
    return terms.Between(about.value.term, low.term, high.term, units[0], place=about.place, text=about.text)


def _operand(about: Subject, expr: tree.Expr) -> Value | None:
    found = about.ctx.value(expr, about.scope)
    if found and isinstance(expr, tree.OutOf) and not _on_its_scale(about, expr):
        return None
    return found if found and is_number(about.ctx, found, expr.place) else None


def _on_its_scale(about: Subject, said: tree.OutOf) -> bool:
    """``4 out of 5`` is 4 on a scale that goes to 5: the subject's declaration says how far it goes."""
    whole = about.ctx.value(said.whole, about.scope)
    kind = about.value.type
    high = kind.bounds.high if isinstance(kind, NumberType) else None
    if whole is None:
        return False
    if not isinstance(whole.term, terms.Number):
        words = both("found", word(whole.type)) | both("expected", "number")
        about.ctx.faults.error("type-mismatch", said.place, words=words, related=(about.place,))
        return False
    if high == whole.term.value and whole.unit is about.value.unit:
        return True
    kind_of_fault = "scale-undeclared" if high is None else "scale-differs"
    about.ctx.faults.error(kind_of_fault, said.place, related=(about.place,), found=about.ctx.words(said))
    return False


def same_unit(about: Subject, other: Value, place: Place) -> Unit | None:
    """The unit that the two compare in; a finding when there is none."""
    own, its = about.value.unit or Unit.NUMBER, other.unit or Unit.NUMBER
    if other.is_zero and other.unit is Unit.NUMBER:
        return own
    found = like(own, its)
    if found is None:
        _clash(about, other, place)
    elif _is_share(about.value.term):
        _above_whole(about, other, place)
    return found


def _is_share(term: terms.Term) -> bool:
    """Whether it is a share of rows, or a definition that is one in some reading."""
    if isinstance(term, terms.Chosen):
        return any(isinstance(alternative, terms.Share) for _, alternative in term.alternatives)
    return isinstance(term, terms.Share)


def _above_whole(about: Subject, other: Value, place: Place) -> None:
    """A share is never more than the whole."""
    if isinstance(other.term, terms.Number) and other.term.value > 1:
        about.ctx.faults.warning("above-whole", place, found=about.ctx.words_at(place))


def _clash(about: Subject, other: Value, place: Place) -> None:
    own, its, faults = about.value.unit or Unit.NUMBER, other.unit or Unit.NUMBER, about.ctx.faults
    words = both("left", word(about.value.type)) | both("right", word(other.type))
    if {own, its} == _POINTS:
        faults.error("percent-and-points", place, related=(about.place,), words=words)
    elif isinstance(other.term, terms.Number) and its is Unit.NUMBER and own in _SIGNS:
        sign = _SIGNS[own][about.ctx.language == "da"]
        number = about.ctx.words_at(place)
        faults.error(
            "unit-expected", place, related=(about.place,), suggestion=f"{number}{sign}", found=number, words=words
        )
    elif own in _TIMES and its in _TIMES:
        suggestion = _nearly(other.term, own, its, about.ctx.language)
        faults.error("times-differ", place, related=(about.place,), suggestion=suggestion, words=words)
    else:
        faults.error("unit-mismatch", place, related=(about.place,), words=words)


_TIMES = frozenset().union(*TIMES)
_ROUGHLY = {  # how many days what is held in a unit lasts, for suggestions only
    **dict.fromkeys((Unit.DAYS, Unit.WEEKS), Fraction(1)),
    **dict.fromkeys((Unit.WORKING_DAYS, Unit.BANK_DAYS), Fraction(7, 5)),
    **dict.fromkeys((Unit.MONTHS, Unit.YEARS), Fraction(365, 12)),
}


def _nearly(limit: terms.Term, own: Unit, its: Unit, language: str) -> str | None:
    """About as much in the unit of the quantity, when the limit is a number."""
    if not isinstance(limit, terms.Number) or own not in _ROUGHLY or its not in _ROUGHLY:
        return None
    whole = round(limit.value * _ROUGHLY[its] / _ROUGHLY[own] * own.scale)
    return f"{whole}{_SIGNS[own][language == 'da']}" if whole > 0 else None
