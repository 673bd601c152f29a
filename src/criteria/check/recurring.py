"""What happens again and again: ``in every quarter of 2020``, ``by each of 24 April, 24 August and 24 October``.

In: a quantified sentence with a stretch of the calendar, or with listed days. Out: the windows of days, and the sentence asked in each.
Holds: a window keeps only the rows whose day lies in it; the day is the one that the sentence tests, else the one that says when.
A deadline inside a stretch is a day of it (``by the 10th in every month``) or counted from its end (``by 5 bank days after its end``).
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from criteria.check.context import Context
from criteria.check.limits import ends_of_its_own
from criteria.check.moments import day, read
from criteria.check.placed import stretch
from criteria.check.scopes import Table
from criteria.dates.anchored import Anchor
from criteria.dates.durations import add
from criteria.dates.phrases import parse
from criteria.dates.recurring import Window, stretches
from criteria.dates.refused import DateRefused
from criteria.dates.relations import Relation, passing_days
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.types import DateType, Unit
from criteria.syntax import tree

_DATED = (tree.DateTail, tree.EachTail)  # they cut the windows; other tails test the rows in them
_RELATIONS = {relation.value: relation for relation in Relation} | {"within": Relation.IN}


def recurs(item: tree.Quantified, table: Table) -> bool:
    """Whether the sentence speaks of a stretch of the calendar (no column is called so) or of listed days."""
    if item.every and table.column(w.text for w in item.every.words) is None and stretch(item.every):
        return True
    return _listed(item) is not None


def plain(item: tree.Quantified) -> tree.Quantified:
    """The sentence that is asked in each window."""
    test = item.test and evolve(item.test, tails=tuple(t for t in item.test.tails if not isinstance(t, _DATED)))
    bare = test and not test.tails and isinstance(test.subject, tree.Run) and not test.subject.words
    return evolve(item, every=None, groups=None, test=None if bare else test)


def windows(ctx: Context, item: tree.Quantified) -> list[Window] | None:
    """The stretches of days, in order; None after a fault."""
    listed = _listed(item)
    if listed:
        return _each_day(ctx, listed)
    assert item.every
    kind, rest = stretch(item.every) or ("", item.every)
    period = _period(ctx, item.every, " ".join(w.text for w in rest.words if w.text.casefold() not in ("of", "af")))
    if period is None:
        return None
    found = [*stretches(kind, *period)]
    if not found:
        ctx.faults.error("no-such-stretch", item.every.place, found=item.every.text)
        return None
    tails = [tail for tail in (item.test.tails if item.test else ()) if isinstance(tail, tree.DateTail)]
    if not tails:
        return found
    if len(tails) > 1:
        ctx.faults.error("recurring-tail", tails[-1].place, found=ctx.words(tails[-1]))
        return None
    return _within(ctx, found, tails[0])


def asked(
    ctx: Context, item: tree.Quantified, test: terms.Condition, found: list[Window], table: Table
) -> terms.Condition | None:
    """The sentence in each window; in all of them, or in as many as it says."""
    items = [_restricted(test, window, table) for window in found]
    made = tuple(each for each in items if each is not None)
    text = ctx.words(item)
    if len(made) < len(items):
        ctx.faults.error("recurring-without-date", item.place, found=text, record=table.name)
        return None
    if item.groups:
        return _often(ctx, item.groups, made, text)
    return terms.AllOf(made, place=item.place, text=text) if len(made) > 1 else made[0]


# ---- windows ----------------------------------------------------------------------------------------------------------


def _listed(item: tree.Quantified) -> tree.EachTail | None:
    return next((tail for tail in (item.test.tails if item.test else ()) if isinstance(tail, tree.EachTail)), None)


def _period(ctx: Context, run: tree.Run, words: str) -> tuple[date, date] | None:
    if not words:
        if ctx.period is None:
            ctx.faults.error("recurring-without-period", run.place, found=run.text)
        return ctx.period
    phrase = read(ctx, words, run.place)
    if phrase is None:
        return None
    period = phrase.period()
    return period.earliest, period.latest


def _each_day(ctx: Context, tail: tree.EachTail) -> list[Window] | None:
    """From the day after the one before up to each; the first from the start of the plan."""
    days = [(part, day(ctx, part)) for part in tail.days]
    found: list[Window] = []
    start = ctx.period[0] if ctx.period else date.min
    for part, last in days:
        if last is None:
            return None
        if last < start:
            ctx.faults.error("days-out-of-order", part.place, found=part.text)
            return None
        found.append(Window(part.text, start, last))
        start = last + timedelta(1)
    return found


def _within(ctx: Context, found: list[Window], tail: tree.DateTail) -> list[Window] | None:
    """Each stretch cut by the deadline in it, or the days after it up to one counted from its end."""
    length = ends_of_its_own(tail.operand)
    if length is not None:
        return [Window(w.name, w.last + timedelta(1), add(w.last, length)) for w in found]
    words, relation = ctx.words(tail.operand), _RELATIONS[tail.relation]
    cut = [_cut(window, Anchor(words, window.kind), relation) for window in found]
    if None in cut:
        ctx.faults.error("recurring-tail", tail.place, found=ctx.words(tail))
        return None
    return [each for each in cut if each is not None]


def _cut(window: Window, anchor: Anchor, relation: Relation) -> Window | None:
    try:
        period = anchor.period(window.first)
    except (DateRefused, KeyError):
        return None
    if period.words:
        return None
    low, high = passing_days(relation, period)
    return evolve(window, first=max(low or window.first, window.first), last=min(high or window.last, window.last))


# ---- the sentence in a window -----------------------------------------------------------------------------------------


def _restricted(test: terms.Condition, window: Window, table: Table) -> terms.Condition | None:
    if isinstance(test, terms.EveryGroup):
        inner = _restricted(test.test, window, table)
        return inner and evolve(test, test=inner, text=f"{window.name}: {test.text}")
    assert isinstance(test, terms.Quantified)
    column = _column(test.test, table)
    if column is None:
        return None
    about = {"place": test.place, "text": f"{window.name}: {test.text}"}
    days = terms.DateValue(parse(f"{window.first.isoformat()}..{window.last.isoformat()}"), place=test.place)
    inside = terms.DateTest(Relation.IN, terms.Cell(table.key, column, 0, DateType()), days, **about)  # type: ignore[arg-type]
    rows = evolve(test.rows, where=(inside, *test.rows.where))
    if test.quantity in _COUNTED:
        relation, number = _COUNTED[test.quantity]
        amount = terms.Number(Fraction(number), Unit.NUMBER)
        counted = terms.Quantity.COUNT
        return evolve(test, quantity=counted, rows=rows, relation=relation, amount=amount, text=about["text"])
    return evolve(test, rows=rows, text=about["text"])


_COUNTED = {terms.Quantity.SOME: (terms.Comparison.AT_LEAST, 1), terms.Quantity.NO: (terms.Comparison.EQUAL, 0)}


def _column(test: terms.Condition | None, table: Table) -> str | None:
    """The date that the sentence tests, else the one that says when."""
    match test:
        case (
            terms.Happened(terms.Cell(column=column, scope=0))
            | terms.DateTest(value=terms.Cell(column=column, scope=0))
        ):
            return column
    return table.when


def _often(
    ctx: Context, said: tree.Quantifier, items: tuple[terms.Condition, ...], text: str
) -> terms.Condition | None:
    """In at least, at most or exactly so many of them."""
    often = said.amount
    assert often is not None
    if not often.text.isdecimal() or int(often.text) > len(items):
        ctx.faults.error("too-many-stretches", often.place, found=often.text, count=str(len(items)))
        return None
    at_least, number = terms.Comparison.AT_LEAST, int(often.text)
    if said.relation == "equal":
        return terms.NumberOf(terms.Comparison.EQUAL, number, items, place=often.place, text=text)
    if said.relation == "at_most":
        more = terms.NumberOf(at_least, number + 1, items, place=often.place, text=text)
        return terms.Not(more, place=often.place, text=text)
    return terms.NumberOf(at_least, number, items, place=often.place, text=text)
