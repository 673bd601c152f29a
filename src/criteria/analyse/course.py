"""The course of a plan: how each goal stood on several days, and what happened between them.

In: a plan, the facts as they are known now, the days. Out: a ``Course``: every goal's verdict on each day, and its events: a level was
lost or secured, the goal was decided, it began to hang on a reading. The day of an event is found exactly, by looking at the days
between. Holds: over one history the levels of one version are only lost
(law 1); a level that comes back is an event of its own (``returned``).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from criteria.diagnostics import Diagnostic
from criteria.evaluate.evaluation import default_levels, evaluate
from criteria.evaluate.total_verdict import TotalVerdict
from criteria.evaluate.verdict import GoalVerdict, Verdict
from criteria.evaluate.versions import Wording, every_goal, wordings
from criteria.facts.record import Facts
from criteria.frozen import frozen
from criteria.model.plan import Goal, Plan
from criteria.model.scale import USUAL, Scale

Progress = Callable[[int, int], None]
Kind = Literal["lost", "secured", "decided", "returned", "amended", "removed", "depends", "agrees"]
State = tuple[str, ...]  # levels, best first; none while the goal is not in force
Standing = tuple[int, State]  # how many of the goal's wordings have begun, and the levels by the one in force


@frozen
class Event:
    """What happened to a goal. ``day`` is the first day on which it holds; None for what held from the start, and for readings,
    which are only looked at on the days asked for. ``seen`` is the first of these days that shows it."""

    kind: Kind
    day: date | None
    seen: date
    names: tuple[str, ...]  # the levels, or the readings; of an amendment its day and its title


@frozen
class GoalCourse:
    """One goal: its ladder of levels, best first, its verdict on each day (None where it is not in force), what happened."""

    id: str
    title: str
    ladder: State
    verdicts: tuple[GoalVerdict | None, ...]
    events: tuple[Event, ...]
    scale: Scale = USUAL

    @property
    def levels(self) -> tuple[State, ...]:
        """Those that were possible on each day."""
        return tuple(verdict.levels if verdict else () for verdict in self.verdicts)


@frozen
class Course:
    days: tuple[date, ...]
    goals: tuple[GoalCourse, ...]
    readings: Mapping[str, str]
    notices: tuple[Diagnostic, ...]
    totals: tuple[TotalVerdict | None, ...] = ()  # the plan's total on each day, where it declares one


def course(
    plan: Plan,
    facts: Facts,
    days: Sequence[date],
    readings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Course:
    """The verdicts on these days, in their order in time, each once."""
    ordered = tuple(sorted(set(days)))
    found: list[Verdict] = []
    for number, day in enumerate(ordered):
        if progress:
            progress(number, len(ordered))
        found.append(evaluate(plan, facts, day, readings))
    notices: list[Diagnostic] = []
    for verdict in found:
        notices += [notice for notice in verdict.notices if notice not in notices]
    goals = tuple(
        _goal(plan, goal, facts, ordered, tuple(_of(verdict, goal.id) for verdict in found), readings or {})
        for goal in every_goal(plan)
    )
    totals = tuple(verdict.total for verdict in found) if plan.total else ()
    return Course(ordered, goals, found[0].readings if found else {}, tuple(notices), totals)


def _of(verdict: Verdict, name: str) -> GoalVerdict | None:
    return next((goal for goal in verdict.goals if goal.id == name), None)


def _goal(
    plan: Plan,
    goal: Goal,
    facts: Facts,
    days: tuple[date, ...],
    verdicts: tuple[GoalVerdict | None, ...],
    readings: Mapping[str, str],
) -> GoalCourse:
    every = wordings(plan, goal.id)
    known = {day: verdict.levels if verdict else () for day, verdict in zip(days, verdicts, strict=True)}

    def state(day: date) -> Standing:
        begun = sum(each.version.start is None or each.version.start <= day for each in every)
        words = every[begun - 1].goal if begun else None
        if day not in known:
            known[day] = default_levels(plan, words, facts, day, readings) if words else ()
        return begun, known[day]

    wide = {day for day, verdict in zip(days, verdicts, strict=True) if verdict and verdict.widened}
    found = _level_events(state, _points(plan, days), every, days)
    if goal.any_score:  # a range that narrows loses no step; the table shows it
        found = (event for event in found if event.kind in ("decided", "amended", "removed"))
    events = [event for event in found if event.kind != "returned" or event.seen not in wide]
    events += _reading_events(days, verdicts)
    return GoalCourse(goal.id, goal.title, ladder(goal), verdicts, tuple(sorted(events, key=_in_time)), goal.scale)


def ladder(goal: Goal) -> State:
    """The goal's levels, best first."""
    return tuple(step.id for step in goal.outcomes)


def _points(plan: Plan, days: tuple[date, ...]) -> tuple[date, ...]:
    """The days to compare: before the first one stands the eve of the plan's period."""
    start = plan.period[0] if plan.period else None
    if start is None or not days or start > days[0] or start == date.min:
        return days
    return (start - timedelta(days=1), *days)


def _level_events(
    state: Callable[[date], Standing], points: tuple[date, ...], every: tuple[Wording, ...], days: tuple[date, ...]
) -> Iterator[Event]:
    """What became of the levels, day by day; a new wording of the goal begins with all its levels."""
    before: State = ()
    used = -1
    for day, (begun, now) in _changes(state, points):
        seen = next(each for each in days if day is None or each >= day)
        words = every[begun - 1] if begun else None
        if begun != used:
            if words and words.version.start and day is not None:
                kind: Kind = "amended" if words.goal else "removed"
                yield Event(kind, day, seen, (words.version.start.isoformat(), words.version.title))
            before = ladder(words.goal) if words and words.goal else ()
            used = begun
        if words and words.goal:
            yield from _from_to(before, now, ladder(words.goal), day, seen)
        before = now


def _from_to(before: State, now: State, levels: State, day: date | None, seen: date) -> Iterator[Event]:
    """The events between two states of one wording."""
    best, worst = _place(now[0], levels), _place(now[-1], levels)
    lost = tuple(name for name in before if name not in now and _place(name, levels) < best)
    secured = any(name not in now and _place(name, levels) > worst for name in before)
    returned = tuple(name for name in now if name not in before)
    if lost:
        yield Event("lost", day, seen, lost)
    if secured:
        yield Event("secured", day, seen, now[-1:])
    if returned:
        yield Event("returned", day, seen, returned)
    if _settled(now) and (before != now or day is None):
        yield Event("decided", day, seen, now)


def _settled(levels: State) -> bool:
    """One level, and no range of scores."""
    return len(levels) == 1 and ".." not in levels[0]


def _place(name: str, levels: State) -> int:
    """Where a level stands on the ladder; a score that is no step of it stands nowhere in particular."""
    return levels.index(name) if name in levels else 0


def _changes(state: Callable[[date], Standing], points: Sequence[date]) -> Iterator[tuple[date | None, Standing]]:
    """The first state, and each day on which there is another."""
    if not points:
        return
    yield None, state(points[0])
    for start, end in itertools.pairwise(points):
        yield from _between(state, start, end)


def _between(state: Callable[[date], Standing], start: date, end: date) -> Iterator[tuple[date, Standing]]:
    """The changes after ``start`` up to ``end``: halves without a change are not looked into, for levels do not come back."""
    if state(start) == state(end):
        return
    if (end - start).days == 1:
        yield end, state(end)
        return
    middle = start + (end - start) // 2
    yield from _between(state, start, middle)
    yield from _between(state, middle, end)


def _reading_events(days: tuple[date, ...], verdicts: tuple[GoalVerdict | None, ...]) -> Iterator[Event]:
    """From which of the days on the levels depend on a reading, and when they no longer do."""
    before: tuple[str, ...] = ()
    for day, verdict in zip(days, verdicts, strict=True):
        now = verdict.depends_on if verdict else ()
        more = tuple(name for name in now if name not in before)
        less = tuple(name for name in before if name not in now)
        if more:
            yield Event("depends", None, day, more)
        if less:
            yield Event("agrees", None, day, less)
        before = now


_ORDER = ("amended", "removed", "returned", "lost", "secured", "decided", "depends", "agrees")


def _in_time(event: Event) -> tuple[date, date, int]:
    """What held from the start stands first."""
    start = date.min if event.day is None and event.kind not in ("depends", "agrees") else event.day or event.seen
    return start, event.seen, _ORDER.index(event.kind)
