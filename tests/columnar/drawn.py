"""Facts drawn at random for whatever a goal looks at, complete or with something open, many times faster than a strategy draws them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction

import strategies as s
from criteria.facts import record as f
from criteria.model.plan import Goal, Plan
from criteria.model.types import ChoiceType, DateType, NumberType, TextType, Type
from evaluate import brute

DAYS = (*s.DAYS, *s.DAYS, s.EARLY[0], s.EARLY[-1], s.LATE[0], s.LATE[-1])


def facts_of(chance: random.Random, plan: Plan, goal: Goal, number: int, openness: float) -> Iterator[f.Facts]:
    """``number`` sets; a value is open with the likelihood ``openness``, a set complete in one of four."""
    paths, records = brute.used(plan, goal)
    brought = [key for key in records if plan.records[key].rows is None]
    for _ in range(number):
        likely = 0 if chance.random() < 0.25 else openness
        yield f.Facts(
            {path: drawn(chance, kind, likely) for path, kind in paths.items()},
            {key: rows_of(chance, plan, key, likely) for key in brought},
        )


def rows_of(chance: random.Random, plan: Plan, key: str, openness: float) -> f.RecordRows:
    record = plan.records[key]
    kinds: Mapping[str, Type] = {name: one.type for name, one in record.columns.items() if one.computed is None}
    rows = [
        f.Row({name: drawn(chance, kind, openness / 3) for name, kind in kinds.items()}, place=s.HERE)
        for _ in range(chance.choice((0, 1, 2, 3, 5)))
    ]
    return f.RecordRows(tuple(rows), place=s.HERE)


def drawn(chance: random.Random, kind: Type, openness: float) -> f.Given:
    if chance.random() < openness:
        return s.given(chance.choice(openings(chance, kind)))
    if isinstance(kind, DateType) and chance.random() < 0.15:
        return s.given(f.Never())
    return s.given(f.Exactly(value(chance, kind)))


def openings(chance: random.Random, kind: Type) -> list[f.Possible]:
    """What a source can say of what is not known; of a number range a column cannot, so it is odd."""
    if isinstance(kind, DateType):
        first, last = sorted((chance.choice(DAYS), chance.choice(DAYS)))
        return [f.Unknown(), f.Nothing(), f.DayBetween(first, last), f.DayBetween(first, last)]
    if isinstance(kind, NumberType):
        return [f.Unknown(), f.Unknown(), f.Nothing(), f.NumberBetween(Fraction(0), Fraction(1))]
    return [f.Unknown(), f.Nothing()]


def value(chance: random.Random, kind: Type) -> f.Value:
    match kind:
        case DateType():
            return chance.choice(DAYS)
        case NumberType(_, bounds):
            low, high = bounds.low or 0, bounds.high if bounds.high is not None else 5
            found = Fraction(chance.randint(int(low), int(high)))
            found += 0 if kind.whole or found == high else Fraction(chance.randint(0, 3), 4)
            return found + (1 if bounds.low_open and found == bounds.low else 0)
        case ChoiceType(options):
            return chance.choice(options)
        case TextType():
            return chance.choice(("a", "A", "zz", "b"))
        case _:
            return chance.random() < 0.5
