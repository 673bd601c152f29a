"""The year of a phrase that gives none, or only two digits of one.

In: a term whose years may be missing, and the period of the plan. Out: the term with its years; refused when there is
no plan period, or more than one year fits it. Never today's year: there is no clock here.
"""

from __future__ import annotations

from datetime import date
from typing import assert_never

from criteria.dates.meaning import period_of
from criteria.dates.period import Period
from criteria.dates.readings import defaults
from criteria.dates.refused import DateRefused
from criteria.dates.terms import Boundary, Kind, Part, Pick, Range, Shift, Simple, Stretch, Term
from criteria.frozen import evolve

Within = tuple[date, date]
PIVOT = 2020  # two-digit years without a context lie within 50 years of it
WINTER = 4
_SHOWN = 5


def century(two_digits: int, pivot: int) -> int:
    """The year that ends in ``two_digits`` and lies nearest to ``pivot``: from 50 before it to 49 after."""
    return pivot - 50 + (two_digits - pivot + 50) % 100


def pivot_of(within: Within | None) -> int:
    """The year that two-digit years lie near."""
    return (within[0].year + within[1].year) // 2 if within else PIVOT


def missing(term: Term) -> bool:
    """Whether the term leaves a year open."""
    match term:
        case Stretch():
            return term.year is None
        case Part() | Boundary() | Pick():
            return term.of.year is None
        case Shift():
            return missing(term.anchor)
        case Range():
            return missing(term.first) or missing(term.last)
        case _:
            assert_never(term)


def complete(term: Term, within: Within | None) -> Term:
    """``term`` with all its years."""
    if not missing(term):
        return term
    if within is None:
        raise DateRefused("year-missing")
    fitting = _candidates(term, within)
    if len(fitting) > 1:
        fitting = _narrowed(fitting, within)
    if len(fitting) == 1:
        return fitting[0][0]
    if is_winter(term):
        raise ambiguous_winter(within[0].year - 1, within[0].year)
    if not fitting:
        raise DateRefused("year-outside", first=str(within[0]), last=str(within[1]))
    shown = ", ".join(str(period) for _, period in fitting[:_SHOWN]) + (" …" if len(fitting) > _SHOWN else "")
    raise DateRefused("year-ambiguous", first=str(within[0]), last=str(within[1]), candidates=shown)


def settled(term: Term) -> Term:
    """A range of which one end gives the year: the other end takes it, or the year next to it over New Year."""
    if not isinstance(term, Range):
        return term
    first, last = year_of(term.first), year_of(term.last)
    if first is None and last is not None:
        return _in_order(filled(term.first, last), term.last, moves_last=False)
    if last is None and first is not None:
        return _in_order(term.first, filled(term.last, first), moves_last=True)
    return term


def with_year(term: Term, year: int) -> Term:
    """``term`` with ``year`` wherever it gives none."""
    match term:
        case Range():
            return _in_order(filled(term.first, year), filled(term.last, year), moves_last=True)
        case Shift():
            return evolve(term, anchor=filled(term.anchor, year))
        case _:
            return filled(term, year)


def filled(term: Simple, year: int) -> Simple:
    """A simple term with ``year`` in the place of its own."""
    return evolve(term, year=year) if isinstance(term, Stretch) else evolve(term, of=evolve(term.of, year=year))


def year_of(term: Simple) -> int | None:
    """The year that a simple term gives."""
    return term.year if isinstance(term, Stretch) else term.of.year


def is_winter(term: Term) -> bool:
    """Whether the term is about a winter, which begins in one year and ends in the next."""
    of = term if isinstance(term, Stretch) else getattr(term, "of", None)
    return isinstance(of, Stretch) and of.kind is Kind.SEASON and of.number == WINTER


def ambiguous_winter(first: int, second: int) -> DateRefused:
    """A winter belongs to two years; which one is meant must be written."""
    names = [f"{year:04d}/{(year + 1) % 100:02d}" for year in (first, second)]
    return DateRefused("ambiguous-season", first=names[0], second=names[1], suggestion=f"vinteren {names[1]}")


def _candidates(term: Term, within: Within) -> list[tuple[Term, Period]]:
    """The term in each year of the plan in which it touches the plan's period; refused when it has no days in any."""
    start, end = within[0].year - is_winter(term), within[1].year
    refused: DateRefused | None = None
    fitting: list[tuple[Term, Period]] = []
    for year in range(max(start, 1), end + 1):
        try:
            dated = with_year(term, year)
            period = period_of(dated.anchor if isinstance(dated, Shift) else dated, defaults())
        except DateRefused as error:
            refused = error
            continue
        if start == end or (period.earliest <= within[1] and within[0] <= period.latest):
            fitting.append((dated, period))
    if not fitting and refused:
        raise refused
    return fitting


def _narrowed(fitting: list[tuple[Term, Period]], within: Within) -> list[tuple[Term, Period]]:
    """Those wholly inside the plan's period; of these, those whose weekday agrees; all, when none is."""
    inside = [each for each in fitting if within[0] <= each[1].earliest and each[1].latest <= within[1]] or fitting
    return [each for each in inside if agrees(each[0])] or inside


def agrees(term: Term) -> bool:
    """Whether a day lies on the weekday that the phrase gives it."""
    if not isinstance(term, Stretch) or term.weekday is None:
        return not isinstance(term, Stretch)
    return period_of(term, defaults()).earliest.weekday() == term.weekday


def _in_order(first: Simple, last: Simple, *, moves_last: bool) -> Range:
    """A range whose ends would be reversed in one year runs over New Year."""
    chosen = defaults()
    if period_of(last, chosen).latest < period_of(first, chosen).earliest:
        moved, year = (last, 1) if moves_last else (first, -1)
        again = filled(moved, (year_of(moved) or 0) + year)
        return Range(first, again) if moves_last else Range(again, last)
    return Range(first, last)
