"""A day against another day, or against what is counted from one.

In: two moments of a row and the relation between them. Out: whether it holds, and where columns cannot tell; never is for whoever asks.
Holds: where the distance is always the same the two days are compared, else the first and the last day that pass stand in a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from criteria.columnar.desk import Desk
from criteria.columnar.expressions import Sql, Truth, every, latest, literal, some, written
from criteria.columnar.expressions import day as literal_day
from criteria.columnar.given import Day
from criteria.columnar.listed import EPOCH, listed, number
from criteria.columnar.moments import Moment
from criteria.dates.period import Period
from criteria.dates.relations import Relation
from criteria.ladder.domains import FIRST, LAST
from criteria.ladder.windows import window

SAMPLE = date(2020, 6, 17)  # a Wednesday far from any end
FROM_BELOW = (Relation.AFTER, Relation.FROM, Relation.IN)
FROM_ABOVE = (Relation.BY, Relation.BEFORE, Relation.INDEN, Relation.IN)


def passing(desk: Desk, subject: Moment, relation: Relation, other: Moment, construct: str) -> tuple[Truth, Truth]:
    """Whether the subject passes, and whether that cannot be told."""
    due = desk.readings.get("weekend") == "next-working-day" and "weekend" in relation.words
    if due or subject.moved is None or other.moved is None:
        return _looked_up(desk, subject, relation, other, construct)
    low, high = window(desk.readings, relation, Period(SAMPLE, SAMPLE))
    further = other.moved - subject.moved - SAMPLE.toordinal()
    ends = other.base.first, subject.base.first
    above: Truth = low <= FIRST or _further(desk, ends, low + further, (">=", ">"))
    below: Truth = high >= LAST or _further(desk, ends, high + further, ("<=", "<"))
    return every(above, below), some(*(_near_an_end(each.base, each.moved or 0) for each in (subject, other)))


def _further(desk: Desk, ends: tuple[Sql, Sql], days: int, signs: tuple[str, str]) -> Truth:
    """Whether the second day stands so to the day that lies so many days after the first."""
    plain, strict = signs
    one, other = ends
    if days == 0:
        return written(f"{{}} {plain} {{}}", other, one)
    if days == (1 if plain == ">=" else -1):
        return written(f"{{}} {strict} {{}}", other, one)
    between = desk.named(Sql(desk.dialect.apart.format(start=one.text, end=other.text), latest(ends)))
    return written(f"{{}} {plain} {{}}", between, literal(days))


def _near_an_end(found: Day, moved: int) -> Truth:
    """A day so near to an end of the calendar that what is counted from it is none."""
    low, high = (FIRST + abs(moved) + 1, LAST - abs(moved) - 1) if moved else (FIRST, LAST)
    if found.ends and low <= found.ends[0] and found.ends[1] <= high:
        return False
    return bool(moved) and written(
        f"NOT ({{}} BETWEEN {literal_day(low).text} AND {literal_day(high).text})", found.first
    )


def _looked_up(desk: Desk, subject: Moment, relation: Relation, other: Moment, construct: str) -> tuple[Truth, Truth]:
    """The bases of the subject that pass, for each base of the other."""
    readings = dict(desk.readings)

    def follows(base: int) -> Sequence[int]:
        low, high = window(readings, relation, other.period(base))
        low, high = subject.bases(low, high) if low <= high else (LAST + 1, FIRST - 1)
        return [low - EPOCH] * (relation in FROM_BELOW) + [high - EPOCH] * (relation in FROM_ABOVE)

    found = listed(desk, other.base, follows, construct)
    here = desk.named(number(desk, subject.base.first))
    bounds: list[Truth] = []
    if relation in FROM_BELOW:
        bounds.append(written("{} >= {}", here, found.numbers[0]))
    if relation in FROM_ABOVE:
        bounds.append(written("{} <= {}", here, found.numbers[-1]))
    return every(*bounds), found.missing
