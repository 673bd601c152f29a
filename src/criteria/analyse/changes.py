"""What changed between two versions of a plan: by what the plans mean, not by how their files look.

In: two plans, or one with amendments. Out: ``Changes``: goals added, removed and changed, and of each changed goal which conditions, with
the old and the new words side by side; facts, days and settled readings. Holds: what only moved, or was only written another way (numbers,
dates in the other language, the names of the other surface), is no change; what reads the same and means something else is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

from criteria.analyse.forms import content, form
from criteria.evaluate.shape import walk
from criteria.evaluate.versions import plan_at
from criteria.frozen import evolve, frozen
from criteria.model import terms as t
from criteria.model.amendments import Amendment
from criteria.model.plan import Goal, Level, Plan
from criteria.model.scale import plain
from criteria.model.totals import Weight, WeightKind

Kind = Literal["added", "removed", "changed", "meaning"]


@frozen
class Part:
    """One difference inside a goal or the plan. ``about`` is the level's id, or ``title``, ``weight``, ``source`` …; ``old`` and ``new``
    are words of the plans, empty where there are none. ``meaning``: the words stayed, what stands behind them did not."""

    about: str
    kind: Kind
    old: str
    new: str


@frozen
class GoalChange:
    """``reason`` where an amendment gives one."""

    id: str
    title: str
    kind: Kind
    parts: tuple[Part, ...] = ()
    reason: str = ""


@frozen
class Changes:
    """From one version to the next. ``start`` and ``title`` are those of an amendment, ``quote`` its source."""

    goals: tuple[GoalChange, ...]
    parts: tuple[Part, ...] = ()  # of the plan as a whole
    start: date | None = None
    title: str = ""
    quote: str = ""

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.goals or self.parts)


def between(old: Plan, new: Plan) -> Changes:
    """Two files: each in its last version."""
    before, after = plan_at(old, None), plan_at(new, None)
    return Changes(tuple(_goals(before.goals, after.goals, before, after, {})), tuple(_plan_parts(before, after)))


def within(plan: Plan) -> tuple[Changes, ...]:
    """One file: what each of its amendments changed."""
    return tuple(_amendment(plan, amendment) for amendment in plan.amendments)


def _amendment(plan: Plan, amendment: Amendment) -> Changes:
    place = plan.amendments.index(amendment)
    before = plan_at(_first(plan, place), None)
    after = plan_at(_first(plan, place + 1), None)
    reasons = {removal.goal: removal.reason for removal in amendment.removed}
    goals = tuple(_goals(before.goals, after.goals, plan, plan, reasons))
    return Changes(goals, (), amendment.start, amendment.title, amendment.quote)


def _first(plan: Plan, number: int) -> Plan:
    """The plan with its first amendments only."""
    return evolve(plan, amendments=plan.amendments[:number])


# ---- goals ------------------------------------------------------------------------------------------------------------


def _goals(
    old: Sequence[Goal], new: Sequence[Goal], before: Plan, after: Plan, reasons: Mapping[str, str]
) -> Iterator[GoalChange]:
    """In the order of the new plan; what is gone stands last."""
    known = {goal.id: goal for goal in old}
    for goal in new:
        if goal.id not in known:
            yield GoalChange(goal.id, goal.title, "added", tuple(_added(goal)))
        elif parts := tuple(_goal_parts(known[goal.id], goal, before, after)):
            yield GoalChange(goal.id, goal.title, "changed", parts)
    left = {goal.id for goal in new}
    for goal in old:
        if goal.id not in left:
            yield GoalChange(goal.id, goal.title, "removed", reason=reasons.get(goal.id, ""))


def _added(goal: Goal) -> Iterator[Part]:
    yield from (Part(level.step.id, "added", "", level.literal.text) for level in goal.levels)


def _goal_parts(old: Goal, new: Goal, before: Plan, after: Plan) -> Iterator[Part]:
    yield from _words("title", old.title, new.title)
    yield from _words("source", old.quote, new.quote)
    for about in ("weight", "judged", "standing", "each", "scale"):
        was, now = getattr(old, about), getattr(new, about)
        if was != now:
            yield Part(about, "changed" if was and now else "added" if now else "removed", *_shown(about, old, new))
    yield from _accepted(before, after, new.id)
    levels = {level.step.id: level for level in old.levels}
    for level in new.levels:
        yield from _level_parts(levels.pop(level.step.id, None), level, before, after)
    yield from (Part(name, "removed", level.literal.text, "") for name, level in levels.items())


def _shown(about: str, old: Goal, new: Goal) -> tuple[str, str]:
    """In the plan's words, where it has some."""
    if about == "scale":
        return _steps(old), _steps(new)
    if about == "weight":
        return _weight(old.weight), _weight(new.weight)
    if about == "judged":
        return (old.judged.by if old.judged else ""), (new.judged.by if new.judged else "")
    if about == "standing":
        return (old.standing.reason if old.standing else ""), (new.standing.reason if new.standing else "")
    return "", ""


def _weight(weight: Weight | None) -> str:
    """As a tool reads it: a percent as such, a fraction as such."""
    if weight is None:
        return ""
    percent = weight.kind is WeightKind.PERCENT
    return f"{plain(weight.value * 100 if percent else weight.value)}{'%' if percent else ''}"


def _steps(goal: Goal) -> str:
    return ", ".join(step.label or step.id for step in goal.scale.steps)


def _level_parts(old: Level | None, new: Level, before: Plan, after: Plan) -> Iterator[Part]:
    """The conditions of one level that differ: those of one quantity side by side."""
    name = new.step.id
    if old is None:
        yield Part(name, "added", "", new.literal.text)
        return
    was, now = _tests(old.literal), _tests(new.literal)
    was_forms, now_forms = [form(test, before) for test in was], [form(test, after) for test in now]
    gone = [test for test, shape in zip(was, was_forms, strict=True) if shape not in now_forms]
    come = [test for test, shape in zip(now, now_forms, strict=True) if shape not in was_forms]
    for test in gone:
        other = next((each for each in come if _about(each) == _about(test)), None)
        if other is not None:
            come.remove(other)
        same = other is not None and other.text == test.text
        kind: Kind = "meaning" if same else "changed" if other is not None else "removed"
        yield Part(name, kind, test.text, other.text if other is not None else "")
    yield from (Part(name, "added", "", test.text) for test in come)
    if not gone and len(was) == len(now):
        yield from _behind(name, now, before, after)


def _tests(condition: t.Condition) -> list[t.Condition]:
    """The bullets of a level."""
    return list(condition.items) if isinstance(condition, t.AllOf) and len(condition.items) > 1 else [condition]


def _about(condition: t.Condition) -> frozenset[object]:
    """The facts and records that a condition looks at."""
    return frozenset(
        node.path if isinstance(node, t.Fact) else node.record
        for node in walk(condition)
        if isinstance(node, t.Fact | t.Rows)
    )


def _behind(name: str, tests: Iterable[t.Condition], before: Plan, after: Plan) -> Iterator[Part]:
    """Conditions that stayed while a table, or a column that the plan computes, changed under them."""
    for test in tests:
        records = {node.record for node in walk(test, after) if isinstance(node, t.Rows | t.Cell)}
        if any(
            content(before.records.get(record), before) != content(after.records.get(record), after)
            for record in records
        ):
            yield Part(name, "meaning", test.text, test.text)


# ---- the plan as a whole ----------------------------------------------------------------------------------------------


def _plan_parts(old: Plan, new: Plan) -> Iterator[Part]:
    yield from _words("title", old.title, new.title)
    yield from _words("period", _days(old.period), _days(new.period))
    yield from _words("record_closes", str(old.record_closes or ""), str(new.record_closes or ""))
    for name in dict.fromkeys([*old.settled, *new.settled]):
        yield from _words(name, old.settled.get(name, ""), new.settled.get(name, ""))
    yield from _accepted(old, new, None)
    yield from _words("sections", _sections(old), _sections(new))
    if old.total != new.total or old.counts != new.counts:
        yield Part("total", "changed", "", "")
    yield from _facts(old, new)


def _accepted(old: Plan, new: Plan, goal: str | None) -> Iterator[Part]:
    """Findings that the header, or this goal, says are as they should be, with the reason."""
    was, now = ({a.kind: f"{a.kind}: {a.reason}" for a in plan.accepted if a.goal == goal} for plan in (old, new))
    for kind in dict.fromkeys([*was, *now]):
        yield from _words("accepted", was.get(kind, ""), now.get(kind, ""))


def _sections(plan: Plan) -> str:
    return "; ".join(f"{section.title}: {', '.join(section.goals)}" for section in plan.sections)


def _facts(old: Plan, new: Plan) -> Iterator[Part]:
    for path in dict.fromkeys([*old.facts, *new.facts]):
        was, now = old.facts.get(path), new.facts.get(path)
        if was is None or now is None:
            yield Part("fact", "added" if now else "removed", path if was else "", path if now else "")
        elif was.type != now.type:
            yield Part("fact_type", "changed", path, path)
    for key in dict.fromkeys([*old.records, *new.records]):
        if (key in old.records) != (key in new.records):
            yield Part("record", "removed" if key in old.records else "added", *_sides(key, key in old.records))
        elif content(old.records[key], old) != content(new.records[key], new):
            yield Part("record", "changed", key, key)


def _sides(word: str, was_there: bool) -> tuple[str, str]:
    return (word, "") if was_there else ("", word)


def _words(about: str, old: str, new: str) -> Iterator[Part]:
    if old != new:
        yield Part(about, "changed" if old and new else "added" if new else "removed", old, new)


def _days(period: tuple[date, date] | None) -> str:
    return f"{period[0].isoformat()}..{period[1].isoformat()}" if period else ""
