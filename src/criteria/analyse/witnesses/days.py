"""Days that are computed: which day of a fact makes a day counted from it lie where it shall.

In: a term that is a day, and a set of days, perhaps never. Out: drafts in which it is one of them. What is counted from a day moves with
it, never back: so the days of the fact are found by halving.
"""

from __future__ import annotations

from collections.abc import Callable

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search
from criteria.analyse.witnesses.edges import edge_day
from criteria.analyse.witnesses.leaves import LIMITS, cell, column_of, fact, row_of
from criteria.evaluate.leaves import Leaf
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.moments import Moment, moment
from criteria.evaluate.worlds import Env, Faulty, NoValue, TooManyWorlds
from criteria.ladder.domains import EARLIEST, LATEST, Days
from criteria.model import terms as t
from criteria.model.types import DurationType


def day(search: Search, draft: Draft, term: t.Term, env: Env, domain: Days) -> Drafts:
    """The day lies in the set."""
    search.step()
    match term:
        case t.Fact():
            yield from fact(search, draft, term, domain)
        case t.Cell() if (computed := column_of(search, term).computed) is not None:
            yield from day(search, draft, computed, Env((row_of(search, term, env),)), domain)
        case t.Cell():
            yield from cell(search, draft, row_of(search, term, env), column_of(search, term), domain)
        case t.Chosen(name, alternatives):
            yield from day(search, draft, dict(alternatives)[search.readings[name]], env, domain)
        case t.Lookup():
            case_ = looked_up(search.fresh(draft), term, env)
            yield from day(search, draft, case_, env, domain)
        case t.DateValue(phrase):
            if domain.within(*(phrase.period(search.readings).earliest.toordinal(),) * 2):
                yield draft
        case t.EdgeDay() | t.OfOne():
            yield from edge_day(search, draft, term, env, domain)
        case t.OffsetBy(base, limit):
            for further in limit_known(search, draft, limit, env):
                yield from _counted(search, further, term, base, env, domain)
        case t.Offset(base) | t.Anchored(base):
            yield from _counted(search, draft, term, base, env, domain)


def _counted(search: Search, draft: Draft, term: t.Term, base: t.Term, env: Env, domain: Days) -> Drafts:
    """A day counted from another."""
    there = moment_of(search, draft, term, env)
    here = moment_of(search, draft, base, env)
    if there is None or here is None:
        return
    spans = [found for span in domain.spans if (found := _before(there, here, *span))]
    if domain.never or spans:
        yield from day(search, draft, base, env, Days(tuple(spans), domain.never))


def _before(there: Moment, here: Moment, low: int, high: int) -> tuple[int, int] | None:
    """The days of the base, for which the day counted from it lies from ``low`` to ``high``; both move with one fact."""
    if there.leaf is None:
        return (EARLIEST, LATEST) if low <= there.at(0) <= high else None
    first, last = EARLIEST + 1000, LATEST - 1000
    start = first if low <= EARLIEST else _least(first, last, lambda d: there.at(d) >= low)
    beyond = last + 1 if high >= LATEST else _least(first, last, lambda d: there.at(d) > high)
    if start >= beyond:
        return None
    ends = here.at(start), here.at(beyond - 1)
    return (EARLIEST if start == first else ends[0], LATEST if beyond > last else ends[1])


def _least(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first day for which a monotone test holds, else the day after."""
    while low <= high:
        middle = (low + high) // 2
        low, high = (low, middle - 1) if holds(middle) else (middle + 1, high)
    return low


def moment_of(search: Search, draft: Draft, term: t.Term, env: Env) -> Moment | None:
    """A day as a function of one fact; None where it is none."""
    try:
        return moment(search.fresh(draft), term, env)
    except (NoValue, Faulty, TooManyWorlds):
        return None


def day_of(search: Search, draft: Draft, term: t.Term, env: Env) -> Days | None:
    """The one day that the draft settles, or never; None where it is open or has none."""
    found = moment_of(search, draft, term, env)
    if found is None:
        return None
    if found.leaf is None:
        return Days(((found.at(0),) * 2,))
    domain = _left(found.leaf)
    if domain is None:
        return None
    return Days(((found.at(domain.first),) * 2,)) if domain.spans else domain


def _left(leaf: Leaf) -> Days | None:
    return leaf.domain if isinstance(leaf.domain, Days) and leaf.domain.single else None


def limit_known(search: Search, draft: Draft, limit: t.Term, env: Env) -> Drafts:
    """A limit that facts bring is chosen."""
    match limit:
        case t.Fact(path, DurationType()) if path not in draft.values:
            yield from (draft.with_fact(path, value) for value in LIMITS)
        case t.Fact(path) if path in draft.values:
            yield draft
        case t.Cell() if isinstance(column_of(search, limit).type, DurationType):
            row, column = row_of(search, limit, env), column_of(search, limit)
            if row.record not in draft.rows or column.key in draft.rows[row.record][row.number].cells:
                yield draft
            else:
                yield from (draft.with_cell(row, column.key, value) for value in LIMITS)
        case _:
            yield from search.settle(search, draft, limit, env)


def day_chosen(search: Search, draft: Draft, term: t.Term, env: Env) -> Drafts:
    """A day is some day, whichever."""
    if day_of(search, draft, term, env) is not None:
        yield draft
    else:
        yield from day(search, draft, term, env, Days(((EARLIEST, LATEST),)))
