"""Amounts: a term is turned round, operand by operand, until a fact is left whose value makes it come out as it shall.

In: a numeric term and a set of numbers. Out: drafts in which it is one of them. All operands but one are chosen plainly, the last is
solved for exactly. What rows come to is reached in ``rows.py`` and ``aggregates.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from functools import partial
from itertools import permutations

from criteria.analyse.witnesses import aggregates, rows, telling
from criteria.analyse.witnesses.days import day_chosen, day_of
from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, Unsettled, in_turn, look
from criteria.analyse.witnesses.leaves import cell, column_of, fact, row_of
from criteria.analyse.witnesses.telling import affine, holds
from criteria.analyse.witnesses.values import value_of
from criteria.evaluate.elapsed import DAYS, measure
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.worlds import Env
from criteria.ladder.domains import EVERY_NUMBER, Days, Numbers, number
from criteria.model import terms as t

POSITIVE = Numbers(None, Fraction(0), None, low_open=True)
FAR = 3700  # no measure of time between two days is looked for beyond so many days


def amount(search: Search, draft: Draft, term: t.Term, env: Env, domain: Numbers) -> Drafts:
    """The amount lies in the set."""
    search.step()
    match term:
        case t.Number(value):
            if holds(domain, value):
                yield draft
        case t.Fact():
            yield from fact(search, draft, term, domain)
        case t.Cell() if column_of(search, term).computed is None:
            yield from cell(search, draft, row_of(search, term, env), column_of(search, term), domain)
        case t.Cell():
            computed = column_of(search, term).computed
            assert computed is not None
            yield from amount(search, draft, computed, Env((row_of(search, term, env),)), domain)
        case t.Chosen(name, alternatives):
            yield from amount(search, draft, dict(alternatives)[search.readings[name]], env, domain)
        case t.Lookup():
            case_ = look(search, draft, lambda world: looked_up(world, term, env))
            if not isinstance(case_, Unsettled):
                yield from amount(search, draft, case_, env, domain)
        case _:
            yield from _computed(search, draft, term, env, domain)


def _computed(search: Search, draft: Draft, term: t.Term, env: Env, domain: Numbers) -> Drafts:
    """What is worked out: as it stands where that will do, else turned round."""
    known = value_of(search, draft, term, env)
    if isinstance(known, Fraction) and holds(domain, known):
        yield draft
    if known is not Unsettled.OPEN and not search.may_change(term):
        return
    for further in _turned(search, draft, term, env, domain):
        found = value_of(search, further, term, env)
        if isinstance(found, Fraction) and holds(domain, found):
            yield further


def _turned(search: Search, draft: Draft, term: t.Term, env: Env, domain: Numbers) -> Drafts:
    """Operands for which the term may lie in the set."""
    match term:
        case t.Add(terms):
            yield from _sum(search, draft, terms, env, domain)
        case t.Subtract(left, right):
            yield from _two(search, draft, (left, right), env, domain)
        case t.Difference(left, right):
            for side in (domain, affine(domain, Fraction(-1))):
                yield from _two(search, draft, (left, right), env, side)
        case t.Larger(terms):
            yield from _extreme(search, draft, terms, env, domain, largest=True)
        case t.Smaller(terms):
            yield from _extreme(search, draft, terms, env, domain, largest=False)
        case t.Multiply(left, right):
            for known, other in ((right, left), (left, right)):
                for further, factor in settled(search, draft, known, env):
                    yield from amount(search, further, other, env, affine(domain, 1 / factor))
        case t.Divide(left, right) | t.PercentOf(left, right):
            for further, base in settled(search, draft, right, env):
                divisor = abs(base) if isinstance(term, t.PercentOf) else base
                yield from amount(search, further, left, env, affine(domain, divisor))
            yield from _divisor(search, draft, left, right, env, domain)
        case t.DaysBetween(start, end):
            yield from _elapsed(search, draft, start, end, env, domain, term)
        case t.Elapsed(start, end):
            yield from _elapsed(search, draft, start, end, env, domain, term)
        case t.Rounded(value, _, step):
            for multiple in _multiples(domain, step):
                yield from amount(search, draft, value, env, number(multiple))
        case t.Count() | t.Share():
            yield from rows.counted(search, draft, term, env, domain)
        case _:
            yield from aggregates.aggregate(search, draft, term, env, domain)


# ---- several operands ---------------------------------------------------------------------------------------------------


def _two(search: Search, draft: Draft, operands: tuple[t.Term, t.Term], env: Env, domain: Numbers) -> Drafts:
    """The left less the right: the right is chosen and the left solved for, or the other way about."""
    left, right = operands
    for further, value in settled(search, draft, right, env, zero=True):
        yield from amount(search, further, left, env, affine(domain, Fraction(1), value))
    if value_of(search, draft, right, env) is Unsettled.OPEN or search.may_change(right):
        for further, value in settled(search, draft, left, env, zero=True):
            yield from amount(search, further, right, env, affine(domain, Fraction(-1), value))


def _divisor(search: Search, draft: Draft, left: t.Term, right: t.Term, env: Env, domain: Numbers) -> Drafts:
    """What is divided is known, or chosen; the divisor is solved for."""
    for further, value in settled(search, draft, left, env):
        for quotient in telling.numbers(domain, None, search.prefer):
            if quotient:
                yield from amount(search, further, right, env, number(value / quotient))


def _sum(search: Search, draft: Draft, terms: tuple[t.Term, ...], env: Env, domain: Numbers) -> Drafts:
    """All but one of the terms get a part of what is wanted, the last what is left."""
    values = [value_of(search, draft, term, env) for term in terms]
    known = sum((value for value in values if isinstance(value, Fraction)), Fraction(0))
    unknown = [term for term, value in zip(terms, values, strict=True) if not isinstance(value, Fraction)]
    if not unknown:
        unknown, known = list(terms), Fraction(0)
    left = affine(domain, Fraction(1), -known)
    for whole in telling.numbers(left, None, search.prefer):
        for parts in _parted(whole, len(unknown)):
            yield from _given(search, draft, unknown, parts, env, left)
    for order in permutations(unknown) if len(unknown) < 4 else [tuple(unknown)]:
        for further in in_turn(draft, order[:-1], lambda d, term: settle(search, d, term, env)):
            yield from _last(search, further, order, env, left)


def _parted(whole: Fraction, into: int) -> Iterator[tuple[Fraction, ...]]:
    """A number in so many parts: alike, all in the first, all in the last."""
    zero = Fraction(0)
    yield (whole / into,) * into
    if into > 1:
        yield (whole, *[zero] * (into - 1))
        yield (*[zero] * (into - 1), whole)


def _given(
    search: Search, draft: Draft, terms: Sequence[t.Term], parts: Sequence[Fraction], env: Env, left: Numbers
) -> Drafts:
    """Each term but the last is its part."""
    given = list(zip(terms, parts, strict=True))[:-1]
    for further in in_turn(draft, given, lambda d, one: amount(search, d, one[0], env, number(one[1]))):
        yield from _last(search, further, terms, env, left)


def _last(search: Search, draft: Draft, terms: Sequence[t.Term], env: Env, left: Numbers) -> Drafts:
    """The last of the terms is what the others leave."""
    others = [value_of(search, draft, term, env) for term in terms[:-1]]
    if all(isinstance(value, Fraction) for value in others):
        rest = affine(left, Fraction(1), -sum((v for v in others if isinstance(v, Fraction)), Fraction(0)))
        yield from amount(search, draft, terms[-1], env, rest)


def _extreme(
    search: Search, draft: Draft, terms: tuple[t.Term, ...], env: Env, domain: Numbers, *, largest: bool
) -> Drafts:
    """One of the terms lies in the set, and no other lies beyond it."""
    for place, term in enumerate(terms):
        others = [other for at, other in enumerate(terms) if at != place]
        for further in amount(search, draft, term, env, domain):
            value = value_of(search, further, term, env)
            if isinstance(value, Fraction):
                rest = Numbers(None, None, value) if largest else Numbers(None, value, None)
                yield from in_turn(further, others, partial(_inside, search, env, rest))


def _inside(search: Search, env: Env, domain: Numbers, draft: Draft, term: t.Term) -> Drafts:
    return amount(search, draft, term, env, domain)


def _multiples(domain: Numbers, step: Fraction) -> Iterator[Fraction]:
    """Multiples of a step in the set."""
    found = (round(value / step) * step for value in telling.numbers(domain))
    near = (multiple + more * step for multiple in found for more in (0, 1, -1))
    yield from dict.fromkeys(multiple for multiple in near if holds(domain, multiple))


# ---- time ---------------------------------------------------------------------------------------------------------------


def _elapsed(
    search: Search,
    draft: Draft,
    start: t.Term,
    end: t.Term,
    env: Env,
    domain: Numbers,
    term: t.DaysBetween | t.Elapsed,
) -> Drafts:
    """One day is chosen, the other is so far from it."""
    between = DAYS if isinstance(term, t.DaysBetween) else measure(term.unit, search.readings)
    for chosen, other, way in ((start, end, 1), (end, start, -1)):
        for further in day_chosen(search, draft, chosen, env):
            here = day_of(search, further, chosen, env)
            if here is None or not here.spans:
                continue
            for wanted in telling.numbers(domain, None, search.prefer):
                days = [
                    day for day in _near(here.first, wanted, way, term) if _fits(between, here.first, day, way, domain)
                ]
                for day in days[:2]:
                    yield from search.day(search, further, other, env, Days(((day, day),)))


def _near(here: int, wanted: Fraction, way: int, term: t.DaysBetween | t.Elapsed) -> Iterator[int]:
    """Days about so far away, the nearest guess first."""
    if isinstance(term, t.DaysBetween):
        yield here + way * int(wanted)
        return
    length = Fraction(1461, 48) if term.unit is term.unit.MONTHS else Fraction(7, 5)
    guess = here + way * round(wanted * length)
    last = date.max.toordinal()
    yield from (d for off in range(40) for d in dict.fromkeys((guess + off, guess - off)) if 1 <= d <= last)


def _fits(between: object, here: int, day: int, way: int, domain: Numbers) -> bool:
    found = between(here, day) if way > 0 else between(day, here)  # type: ignore[operator]
    return holds(domain, found)


# ---- whichever value ------------------------------------------------------------------------------------------------------


def settled(
    search: Search, draft: Draft, term: t.Term, env: Env, *, zero: bool = False
) -> Iterator[tuple[Draft, Fraction]]:
    """The term has a value, whichever, but nought only where ``zero``."""
    seen: set[Fraction] = set()
    for further in settle(search, draft, term, env):
        value = value_of(search, further, term, env)
        if isinstance(value, Fraction) and (value or zero) and value not in seen:
            seen.add(value)
            yield further, value


def settle(search: Search, draft: Draft, term: t.Term, env: Env) -> Drafts:
    """The term has a value, preferably not nought."""
    known = value_of(search, draft, term, env)
    if isinstance(known, Fraction):
        if known or not search.may_change(term):
            yield draft
            return
    elif known is not Unsettled.OPEN and not search.may_change(term):
        return
    match term:
        case t.Fact() | t.Cell() | t.Chosen() | t.Lookup():
            yield from amount(search, draft, term, env, EVERY_NUMBER)
        case t.Add(terms) | t.Larger(terms) | t.Smaller(terms):
            yield from in_turn(draft, terms, lambda d, part: settle(search, d, part, env))
        case (
            t.Subtract(left, right) | t.Difference(left, right) | t.Multiply(left, right)
            | t.Divide(left, right) | t.PercentOf(left, right)
        ):  # fmt: skip
            yield from in_turn(draft, (left, right), lambda d, part: settle(search, d, part, env))
        case _:
            yield from amount(search, draft, term, env, POSITIVE)
            yield from amount(search, draft, term, env, EVERY_NUMBER)
    if isinstance(known, Fraction):
        yield draft
