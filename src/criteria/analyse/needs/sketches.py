"""What a further row must look like to be counted.

In: a row set, the rows and groups in force, the readings. Out: a ``Sketch``: for each column that a condition speaks of, the values that
pass. Holds: a condition that cannot be read off the plan is left out, so whoever uses a sketch tries it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from criteria.evaluate.sought import extras
from criteria.evaluate.worlds import Env, Ground
from criteria.frozen import evolve, frozen
from criteria.ladder.comparing import FLIPPED
from criteria.ladder.domains import ANY_DAY, EARLIEST, EVERY_NUMBER, LATEST, Days, Domain, Numbers, Texts
from criteria.ladder.windows import window
from criteria.model import terms as t
from criteria.model.plan import fold

YES = Texts(frozenset({"yes"}))


@frozen
class Sketch:
    """Columns in the order of their record; one that is not named may hold anything."""

    record: str
    cells: tuple[tuple[str, Domain], ...]

    @property
    def cell(self) -> Mapping[str, Domain]:
        """By column."""
        return dict(self.cells)


def sketch(ground: Ground, rows: t.Rows, env: Env, today: date) -> Sketch | None:
    """A row that belongs; None where no row can, or none that is still to come."""
    record = ground.plan.records[rows.record]
    fixed = extras(ground, evolve(rows, excluded=()), env).fixed
    found: dict[str, Domain] = {column: Texts(frozenset({text})) for column, text in fixed}
    for column, domain in (each for condition in rows.where for each in asked(ground, condition)):
        narrower = both(found[column], domain) if column in found else domain
        if narrower is None:
            return None
        found[column] = narrower
    when = (record.recorded or record.when) if record.is_log else None
    if when is not None:
        days = found.get(when, Days(((EARLIEST, LATEST),)))
        ahead = days.within(today.toordinal() + 1, LATEST) if isinstance(days, Days) else None
        if ahead is None:
            return None
        found[when] = ahead
    return Sketch(rows.record, tuple((column, found[column]) for column in record.columns if column in found))


def asked(ground: Ground, condition: t.Condition) -> Iterator[tuple[str, Domain]]:
    """The columns of the innermost row that a condition speaks of, with the values that pass."""
    match condition:
        case t.AllOf(items):
            for item in items:
                yield from asked(ground, item)
        case t.ChosenCondition(name, alternatives):
            yield from asked(ground, dict(alternatives)[ground.readings[name]])
        case t.Matches(t.Cell(_, column, 0), options) if texts := _texts(options):
            yield column, Texts(texts)
        case t.Holds(t.Cell(_, column, 0)):
            yield column, YES
        case t.Happened(t.Cell(_, column, 0)):
            yield column, Days(ANY_DAY.spans)
        case t.DateTest(relation, t.Cell(_, column, 0), t.DateValue(first), t.DateValue() | None as last):
            ends = [one.phrase.period(ground.readings) for one in (last,) if one is not None]
            low, high = window(ground.readings, relation, first.period(ground.readings), *ends)
            if inside := Days(ANY_DAY.spans).within(low, high):
                yield column, inside
        case t.Compare(relation, t.Cell(_, column, 0), t.Number(limit)):
            yield from _numbers(column, ((relation, limit),))
        case t.Compare(relation, t.Number(limit), t.Cell(_, column, 0)):
            yield from _numbers(column, ((FLIPPED.get(relation, relation), limit),))
        case t.Between(t.Cell(_, column, 0), t.Number(low), t.Number(high)):
            yield from _numbers(column, ((t.Comparison.AT_LEAST, low), (t.Comparison.AT_MOST, high)))
        case _:
            return


def _texts(options: Iterable[t.Term]) -> frozenset[str]:
    """None of them where one is no text of the plan."""
    found = [fold(option.value) if isinstance(option, t.TextValue) else None for option in options]
    return frozenset() if None in found else frozenset(filter(None, found))


def _numbers(column: str, limits: Iterable[tuple[t.Comparison, Fraction]]) -> Iterator[tuple[str, Domain]]:
    numbers: Numbers | None = EVERY_NUMBER
    for relation, limit in limits:
        if numbers is not None:
            numbers = cut(numbers, relation, limit)
    if numbers is not None:
        yield column, numbers


def cut(numbers: Numbers, relation: t.Comparison, limit: Fraction) -> Numbers | None:
    """The numbers that stand so to a limit."""
    match relation:
        case t.Comparison.AT_LEAST | t.Comparison.ABOVE:
            return numbers.at_least(limit, strict=relation is t.Comparison.ABOVE)
        case t.Comparison.AT_MOST | t.Comparison.BELOW:
            return numbers.at_most(limit, strict=relation is t.Comparison.BELOW)
        case t.Comparison.EQUAL:
            return numbers.equal(limit)
        case _:
            return numbers.at_least(limit, strict=True)


def both(one: Domain, other: Domain) -> Domain | None:
    """The values in both."""
    if isinstance(one, Days) and isinstance(other, Days):
        return one.within(other.first, other.last) if other.spans else None
    if isinstance(one, Texts) and isinstance(other, Texts):
        return one.cut(other.values)[0]
    if isinstance(one, Numbers) and isinstance(other, Numbers):
        low, high = other.ends()
        inside: Numbers | None = one
        if low is not None:
            inside = one.at_least(low, strict=other.points is None and other.low_open)
        if high is not None and inside is not None:
            inside = inside.at_most(high, strict=other.points is None and other.high_open)
        return inside
    return None


def apart(one: Sketch, other: Sketch) -> bool:
    """Whether no row is both."""
    if one.record != other.record:
        return True
    theirs = other.cell
    return any(column in theirs and both(domain, theirs[column]) is None for column, domain in one.cells)
