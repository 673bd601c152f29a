"""Days of the year, quarter or month that another date lies in: ``1 May of the year before start``.

In: the words of the day, those of the stretch, and the date it is seen from. Out: a date of its own in each row. Holds: words that name no
stretch may still be a date phrase as a whole; the words of the day must be a date within such a stretch.
"""

from __future__ import annotations

from criteria.check import limits
from criteria.check.context import Context
from criteria.check.infer import DATE, Value
from criteria.check.scopes import Scope, cut
from criteria.dates.anchored import Anchor
from criteria.dates.durations import parse_duration
from criteria.dates.refused import DateRefused
from criteria.model.terms import Anchored
from criteria.syntax import tree

_STRETCHES = {
    "year": ("years", "year", "calendar year", "år", "året", "kalenderår", "kalenderåret"),
    "half_year": ("half-years", "half-year", "half year", "halvår", "halvåret"),
    "quarter": ("quarters", "kvartaler", "quarter", "kvartal", "kvartalet"),
    "month": ("months", "måneder", "month", "calendar month", "måned", "måneden", "kalendermåned", "kalendermåneden"),
    "school_year": ("school years", "school year", "skoleår", "skoleåret"),
}
_KINDS = {name: kind for kind, names in _STRETCHES.items() for name in names}
_STEPS = {"after": 1, "before": -1, "in": 0}


def placed(ctx: Context, expr: tree.Placed, scope: Scope) -> Value | None:
    """The day, seen from the date of the row; None after a fault."""
    found = _stretch(expr.stretch)
    base_words = expr.base or (found and _after_for(found[1]))
    if found is None or base_words is None:
        ctx.faults.error("stretch-expected", expr.stretch.place, found=expr.stretch.text)
        return None
    base = ctx.moment(base_words, scope)
    anchor = Anchor(" ".join(expr.words.split()), found[0], _STEPS[expr.direction])
    try:
        anchor.sample  # noqa: B018 - refused where the words are no day of it
    except DateRefused:
        ctx.faults.error(
            "day-of-stretch-expected", expr.place, found=f"{expr.words} {expr.stretch.text}", stretch=expr.stretch.text
        )
        return None
    return base and Value(Anchored(base.term, anchor, place=expr.place), DATE)


def seen_from(expr: tree.Expr) -> tree.Placed | None:
    """The expression as a day of a stretch, when its words name one; otherwise it is a phrase or a name as a whole."""
    match expr:
        case tree.Placed():
            found = _stretch(expr.stretch)
            return expr if found and (expr.base or _after_for(found[1])) else None
        case tree.Offset(amount=amount) if not (limits.after_first(amount) or parse_duration(amount.text)):
            for length in (3, 2, 1):
                day, stretch = cut(amount, max(len(amount.words) - length, 0))
                if (found := _stretch(stretch)) and not found[1].words:
                    return tree.Placed(day.text, stretch, expr.direction, expr.base, expr.text, place=expr.place)
        case tree.OfChain(head=head, of=of) if (found := _stretch(head)) and not found[1].words:
            return tree.Placed("", head, "in", of, head.text, place=expr.place)
        case tree.Run() if (found := _stretch(expr)) and _after_for(found[1]):
            return tree.Placed("", expr, "in", None, expr.text, place=expr.place)
    return None


def _stretch(run: tree.Run) -> tuple[str, tree.Run] | None:
    """What the first words of the run name, and the words after it."""
    texts = [w.text.casefold() for w in run.words]
    start = 1 if texts[:1] in (["the"], ["det"], ["den"]) else 0
    for length in (2, 1):
        kind = _KINDS.get(" ".join(texts[start : start + length]))
        if kind:
            return kind, cut(run, start + length)[1]
    return None


def stretch(run: tree.Run) -> tuple[str, tree.Run] | None:
    """What recurs, and the words after it: a stretch that has days of its own, or a week."""
    if run.words and run.words[0].text.casefold() in ("week", "weeks", "uge", "uger"):
        return "week", cut(run, 1)[1]
    return _stretch(run)


def _after_for(run: tree.Run) -> tree.Run | None:
    """``året for start``: the name after ``for``."""
    return cut(run, 1)[1] if len(run.words) > 1 and run.words[0].text.casefold() == "for" else None
