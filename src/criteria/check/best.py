"""Among the best: ``among the best 20% of peers by cost, lowest first``.

In: a subject and a rank tail. Out: a comparison of the subject's place, or of its place as a part of all rows, with a limit. Holds: the
subject is a value like those it is ranked by; without rows of its own the tail ranks the rows that stand around it.
"""

from __future__ import annotations

from criteria.check import rows
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import Value, like, word
from criteria.check.literals import MAX_DIGITS, Amount, amount
from criteria.check.scopes import Scope
from criteria.check.subject import Subject
from criteria.model import terms
from criteria.model.types import DateType, NumberType, Unit
from criteria.syntax import tree


def among(about: Subject, tail: tree.RankTail) -> terms.Condition | None:
    """The subject among the best."""
    ctx, scope = about.ctx, about.scope
    found = _rows(ctx, tail, scope)
    by = ctx.value(tail.by, found.inner) if found else None
    limit = _limit(ctx, tail.best)
    if found is None or by is None or limit is None:
        return None
    if not _alike(about.value, by):
        words = both("found", word(about.value.type)) | both("expected", word(by.type))
        ctx.faults.error("type-mismatch", about.place, related=(tail.by.place,), words=words)
        return None
    share = tail.best.kind == "share"
    rank = terms.Rank(found.rows, by.term, about.value.term, tail.descending, share, place=tail.place)
    unit = Unit.PERCENT if share else Unit.NUMBER
    return terms.Compare(terms.Comparison.AT_MOST, rank, limit, unit, place=about.place, text=about.text)


def _rows(ctx: Context, tail: tree.RankTail, scope: Scope) -> rows.Found | None:
    name = tail.rows
    if name is None and scope.rows:
        word_of = tree.Word(scope.rows[0].name, tree.WordKind.QUOTED, place=tail.place)
        name = tree.Run((word_of,), word_of.text, place=tail.place)
    if name is None:
        ctx.faults.error("rank-rows-expected", tail.place, found=ctx.words(tail))
        return None
    found = rows.rows(ctx, tree.Rows(name, place=name.place), scope)
    if found and found.rest.words:
        ctx.faults.error("rank-rows-expected", found.rest.place, found=found.rest.text)
        return None
    return found


def _alike(one: Value, other: Value) -> bool:
    """Two dates, or two numbers of like units."""
    if isinstance(one.type, NumberType) and isinstance(other.type, NumberType):
        return like(one.type.unit, other.type.unit) is not None
    return isinstance(one.type, DateType) and isinstance(other.type, DateType)


def _limit(ctx: Context, best: tree.Quantifier) -> terms.Number | None:
    """The 20% or the 3."""
    assert best.amount is not None
    found = amount(tuple(w.text for w in best.amount.words), ctx.language)
    share = best.kind == "share"
    if isinstance(found, Amount) and found.value > 0 and found.value <= (1 if share else found.value):
        fits = found.unit is Unit.PERCENT if share else found.unit is Unit.NUMBER and found.value.denominator == 1
        if fits:
            return terms.Number(found.value, found.unit, place=best.amount.place)
    if found is None or isinstance(found, Amount):
        words = both("expected", "percent" if share else "count")
        ctx.faults.error("amount-expected", best.amount.place, found=best.amount.text, words=words)
    else:
        said = best.amount.text
        ctx.faults.error(found.kind, best.amount.place, found=said, suggestion=found.suggestion, limit=str(MAX_DIGITS))
    return None
