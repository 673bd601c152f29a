"""Date tests: a day against a period of the plan, or against another day that may itself be open.

In: a ``DateTest`` or ``Happened`` in a world. Out: true or false, after the questions it takes. Every test is a span of passing days;
where the span moves with an open day, it moves monotonely, so a test of two open days is a question of their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from criteria.dates.anchored import Anchor
from criteria.dates.durations import add
from criteria.dates.period import Period
from criteria.dates.relations import Relation
from criteria.evaluate.leaves import Leaf, look_cell, look_fact
from criteria.evaluate.limits import Limit, limit_of, step
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.shape import trimmed
from criteria.evaluate.worlds import Env, Key, NoValue, World, watch
from criteria.frozen import frozen
from criteria.ladder.domains import FIRST, LAST, NEVER, Days
from criteria.ladder.windows import window
from criteria.model import terms as t

CYCLE = 1461  # days of four years
FEW_DAYS = 40  # an open day with no more than these is asked about day by day


@frozen
class Moment:
    """A day as a function of one leaf: ``at(day)`` is monotone. A constant has no leaf."""

    leaf: Leaf | None
    at: Callable[[int], int]
    shifted: bool = False
    span: Callable[[int], Period] | None = (
        None  # where the term is a period: its ends move as ``at`` does, which is the last
    )

    def reached(self, world: World) -> Days:
        """The leaf's days in this world; never is ruled out first."""
        assert self.leaf is not None
        domain = world.cell(self.leaf.key) or self.leaf.domain
        assert isinstance(domain, Days)
        if not happened(world, self.leaf, domain):
            raise NoValue
        left = world.cell(self.leaf.key) or domain
        assert isinstance(left, Days)
        return left


def happened(world: World, leaf: Leaf, domain: Days) -> bool:
    """Whether the day exists at all."""
    yes = Days(domain.spans) if domain.spans else None
    return world.split(leaf.key, leaf.rows, yes, NEVER if domain.never else None, leaf.leaves)


def moment(world: World, term: t.Term, env: Env) -> Moment:
    """The day a term stands for."""
    match term:
        case t.Fact():
            return Moment(look_fact(world, term), lambda day: day)
        case t.Cell():
            row = world.ground.row(env, term.scope)
            column = world.ground.plan.records[term.record].columns[term.column]
            if column.computed is not None:
                return moment(world, column.computed, Env((row,)))
            return Moment(look_cell(world, row, column), lambda day: day)
        case t.Offset(base, duration, forward):
            inner = moment(world, base, env)
            clip = world.ground.readings.get("month-end", "clip")

            def shifted(day: int) -> int:
                try:
                    return add(date.fromordinal(inner.at(day)), duration, forward=forward, month_end=clip).toordinal()
                except (OverflowError, ValueError):
                    return LAST if forward else FIRST

            return Moment(inner.leaf, shifted, shifted=True)
        case t.Anchored(base, anchor):
            return _anchored(world, moment(world, base, env), anchor)
        case t.OffsetBy(base, limit, forward, unit):
            with watch(world.ground) as leaves:
                found = limit_of(world, limit, unit, env)
            return _limited(world, term, moment(world, base, env), found, leaves, env)
        case t.Chosen(name, alternatives):
            return moment(world, dict(alternatives)[world.ground.readings[name]], env)
        case t.Lookup():
            return moment(world, looked_up(world, term, env), env)
        case t.DateValue(phrase):
            day = phrase.period(world.ground.readings).earliest.toordinal()
            return Moment(None, lambda _: day)
        case t.EdgeDay() | t.OfOne():
            leaf = world.ground.edge(world, term, env)
            assert isinstance(leaf, Leaf)
            return Moment(leaf, lambda day: day)
        case _:  # pragma: no cover
            raise AssertionError(term)


def _anchored(world: World, base: Moment, anchor: Anchor) -> Moment:
    """A day of the year, quarter or month of another."""

    def span(day: int) -> Period:
        return anchor.period(date.fromordinal(base.at(day)), world.ground.readings)

    return Moment(base.leaf, lambda day: span(day).latest.toordinal(), shifted=True, span=span)


def _limited(world: World, term: t.OffsetBy, base: Moment, limit: Limit, leaves: set[Key], env: Env) -> Moment:
    """A day counted by a limit; where the limit is open, any day between the nearest and the farthest that it allows."""
    clip, way = world.ground.readings.get("month-end", "clip"), term.forward
    if limit.known:
        return Moment(base.leaf, lambda day: step(limit.least, base.at(day), way, clip), shifted=True)
    around = trimmed(term, env)
    days = Days(((base.at(0),) * 2,)) if base.leaf is None else base.reached(world)
    if base.leaf is not None and 1 < days.size <= FEW_DAYS:
        pin(world, base.leaf)
        days = base.reached(world)
    world.widened |= not days.single and not any(row.further for row in around.rows)
    near, far = (
        base.at(day) if base.leaf else day for day in ((days.first, days.last) if way else (days.last, days.first))
    )
    ends = sorted((step(limit.least, near, way, clip), step(limit.most, far, way, clip)))
    key: Key = ("deadline", term, around)
    world.owner(around.rows).tie(key, key, leaves)
    return Moment(Leaf(key, around.rows, Days(((ends[0], ends[1]),))), lambda day: day)


def date_test(world: World, test: t.DateTest, env: Env) -> bool:
    """Whether the day passes."""
    if isinstance(test.first, t.DateValue) and (test.last is None or isinstance(test.last, t.DateValue)):
        low, high = _window_of(world, test)
        day = _plain_day(world, test.value, env)
        if day is not None:
            return low <= day <= high
        return low <= high and inside(world, moment(world, test.value, env), low, high)
    subject = moment(world, test.value, env)
    question: Key = (test, trimmed(test, env))
    if test.last is not None:  # between: from the one and by the other
        ends = ((Relation.FROM, test.first), (Relation.BY, test.last))
        return all(_related(world, subject, relation, end, env, question) for relation, end in ends)
    return _related(world, subject, test.relation, test.first, env, question)


def _plain_day(world: World, term: t.Term, env: Env) -> int | None:
    """The one day that a cell is given as."""
    if not isinstance(term, t.Cell):
        return None
    column = world.ground.plan.records[term.record].columns[term.column]
    if column.computed is not None:
        return None
    days = look_cell(world, world.ground.row(env, term.scope), column).domain
    return days.first if isinstance(days, Days) and days.single and days.spans else None


def _window_of(world: World, test: t.DateTest) -> tuple[int, int]:
    """The days that pass a test of the plan's phrases, worked out once."""
    key: Key = ("window", test)
    known = world.ground.memo.get(key)
    if known is None:
        periods = [
            end.phrase.period(world.ground.readings) for end in (test.first, test.last) if isinstance(end, t.DateValue)
        ]
        known = world.ground.memo[key] = window(world.ground.readings, test.relation, *periods)
    return known  # type: ignore[return-value]


def _related(world: World, subject: Moment, relation: Relation, operand: t.Term, env: Env, question: Key) -> bool:
    """The subject against one day or period that is not a phrase of the plan alone."""
    if isinstance(operand, t.DateValue):
        low, high = window(world.ground.readings, relation, operand.phrase.period(world.ground.readings))
        return inside(world, subject, low, high)
    other = moment(world, operand, env)
    for one in (other, subject):
        if one.leaf is not None:
            one.reached(world)

    def passing(day: int) -> tuple[int, int]:
        that = date.fromordinal(other.at(day))
        return window(world.ground.readings, relation, other.span(day) if other.span else Period(that, that))

    if not _ordered(world, subject, other, lambda day: passing(day)[1], (question, relation, "by")):
        return False
    return not _ordered(world, subject, other, lambda day: passing(day)[0] - 1, (question, relation, "before"))


def inside(world: World, subject: Moment, low: int, high: int) -> bool:
    """Whether the subject lies from ``low`` to ``high``."""
    if subject.leaf is None:
        return low <= subject.at(0) <= high
    whole = subject.leaf.domain
    if isinstance(whole, Days) and whole.single and whole.spans:
        return low <= subject.at(whole.first) <= high
    days = subject.reached(world)
    first = _least(days.first, days.last, lambda day: subject.at(day) >= low)
    beyond = _least(days.first, days.last, lambda day: subject.at(day) > high)
    yes, no = days.cut(first, beyond - 1) if first < beyond else (None, days)
    return world.split(subject.leaf.key, subject.leaf.rows, yes, no, subject.leaf.leaves)


def _least(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first day from ``low`` to ``high`` for which a monotone test holds, else the day after."""
    while low <= high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle - 1
        else:
            low = middle + 1
    return low


def _ordered(world: World, subject: Moment, other: Moment, bound: Callable[[int], int], question: Key) -> bool:
    """Whether subject ≤ bound(other), ``bound`` monotone."""
    if subject.leaf is None or other.leaf is None:
        return _one_open(world, subject, other, bound)
    if subject.leaf.key == other.leaf.key:
        return _same_leaf(world, subject.leaf, subject, bound, question)
    x, e = subject.reached(world), other.reached(world)
    if subject.at(x.last) <= bound(e.first):
        return True
    if subject.at(x.first) > bound(e.last):
        return False
    if x.size <= FEW_DAYS or e.size <= FEW_DAYS:
        pin(world, subject.leaf if x.size <= e.size else other.leaf)
        return _one_open(world, subject, other, bound)
    rows, leaves = subject.leaf.rows + other.leaf.rows, {subject.leaf.key, other.leaf.key}
    return world.ask_once(("order", question), rows, leaves)


def _one_open(world: World, subject: Moment, other: Moment, bound: Callable[[int], int]) -> bool:
    """At most one of the two is open: cut it where the order changes."""
    if other.leaf is None or other.reached(world).single:
        limit = bound(other.reached(world).first if other.leaf else 0)
        return inside(world, subject, FIRST, limit) if limit >= FIRST else False
    day = subject.at(subject.reached(world).first if subject.leaf else 0)
    days = other.reached(world)
    least = _least(days.first, days.last, lambda d: bound(d) >= day)
    yes, no = days.cut(least, LAST)
    return world.split(other.leaf.key, other.leaf.rows, yes, no, other.leaf.leaves)


def _same_leaf(world: World, leaf: Leaf, subject: Moment, bound: Callable[[int], int], question: Key) -> bool:
    """Both sides move with the same day."""
    days = subject.reached(world)
    key: Key = ("same", question, days)
    if key not in world.ground.memo:
        world.ground.memo[key] = {subject.at(day) <= bound(day) for day in spoken_for(days)}
    answers = world.ground.memo[key]
    assert isinstance(answers, set)
    if len(answers) == 1:
        return True in answers
    if days.size > FEW_DAYS:
        return world.ask_once(("order", question), leaf.rows, {leaf.key})
    pin(world, leaf)
    day = subject.reached(world).first
    return subject.at(day) <= bound(day)


def spoken_for(days: Days) -> Iterator[int]:
    """Days enough to know how a whole span behaves: the calendar repeats."""
    return (day for a, b in days.spans for day in (*range(a, min(b, a + CYCLE) + 1), b))


def pin(world: World, leaf: Leaf) -> None:
    """Ask until one day is left."""
    while True:
        days = world.cell(leaf.key) or leaf.domain
        assert isinstance(days, Days)
        if days.single:
            return
        yes, no = days.cut(FIRST, _middle(days))
        world.split(leaf.key, leaf.rows, yes, no, leaf.leaves)


def _middle(days: Days) -> int:
    first, last = days.first, days.last
    middle = (first + last) // 2
    return middle if days.within(FIRST, middle) and days.within(middle + 1, LAST) else days.spans[0][1]
