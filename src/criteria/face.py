"""What Python programs use: plans and reports as objects, faults as one exception.

In: a plan as a file or a text, facts as files or a dict. Out: ``Plan``, whose answers are those of ``answers``; every fault of a stage
is raised as one ``CriteriaError``. The stages are ``pipeline``'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from criteria import pipeline
from criteria.answers import CourseReport, Explanation, Report
from criteria.diagnostics import CriteriaError, Diagnostic

if TYPE_CHECKING:
    from criteria.batch.pieces import Source
    from criteria.batch.verdicts import Verdicts
    from criteria.compiled.bind import Bound
    from criteria.compiled.plans import Left
    from criteria.facts.record import Facts
    from criteria.model import plan as model
    from criteria.pipeline import Checked, Given
    from criteria.report.needs_report import NeedsReport


class Plan:
    """A checked plan. ``model`` is the plan itself, ``notices`` what the checker remarked without refusing it."""

    def __init__(self, checked: Checked) -> None:
        if checked.plan is None:
            raise CriteriaError(checked.diagnostics, checked.sources)
        self.model: model.Plan = checked.plan
        self._checked = checked
        self.notices: tuple[Diagnostic, ...] = checked.diagnostics

    def __repr__(self) -> str:
        return f"<Plan {self.model.title!r}, goals {', '.join(goal.id for goal in self.model.goals)}>"

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What ``criteria check`` finds: the notices and what the analysis adds, without what the plan accepts."""
        return pipeline.analysed(self._checked).diagnostics

    def evaluate(
        self,
        facts: Facts | Given | None = None,
        as_of: date | str | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> Report:
        """The levels that are still possible, for each goal and reading; facts may be given as a dict or as paths."""
        record, moved = self._asked(facts, readings)
        return Report(pipeline.evaluate(self.model, record, _day(as_of) if as_of else None, moved), self.model)

    def course(
        self,
        facts: Facts | Given | None = None,
        as_of: Sequence[date | str] = (),
        every: str | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> CourseReport:
        """The verdicts on several days and what happened between them; ``every`` month, quarter, half-year or year of the plan."""
        record, moved = self._asked(facts, readings)
        days = [_day(day) for day in as_of]
        if every is not None:
            days += pipeline.occasions(self.model, every)
        if not days:
            raise ValueError("a course needs days: as_of, or every with a plan that names its period")
        return CourseReport(pipeline.course(self.model, record, days, moved), self.model)

    def compile(self, readings: Mapping[str, str] | None = None) -> Compiled:
        """The plan as Python functions, for levels without reasons, many times over."""
        moved, faults = pipeline.check_readings(readings or {}, self.model)
        if faults:
            raise CriteriaError(faults)
        return Compiled(self.model, moved)

    def batch(
        self,
        source: Source,
        output: str | Path | None = None,
        key: str | None = None,
        as_of: date | str | None = None,
        readings: Mapping[str, str] | None = None,
        *,
        every_reading: bool = False,
        memory: str | None = None,
    ) -> Verdicts:
        """The levels of every subject of a source: a folder, a file, or tables by name; ``output`` also writes them to a file."""
        from criteria.batch.verdicts import batch

        moved, faults = pipeline.check_readings(readings or {}, self.model)
        if faults:
            raise CriteriaError(faults)
        day = _day(as_of) if as_of else None
        found = batch(self.model, source, key, day, moved, every_reading, memory, Path(output or "").suffix.casefold())
        if output is not None:
            found.write(output)
        return found

    def on_spark(
        self,
        session: object,
        frames: Mapping[str, Any],
        key: str | None = None,
        as_of: date | str | None = None,
        readings: Mapping[str, str] | None = None,
    ) -> Any:
        """The levels of every subject, as a DataFrame of the session; ``frames`` by name, the single facts as ``facts``."""
        from criteria.spark.running import on_spark

        moved, faults = pipeline.check_readings(readings or {}, self.model)
        if faults:
            raise CriteriaError(faults)
        return on_spark(self.model, session, frames, key, _day(as_of) if as_of else None, moved)

    def explain(
        self,
        facts: Facts | Given | None,
        goal: str | int,
        as_of: date | str | None = None,
        readings: Mapping[str, str] | None = None,
        *,
        every_reading: bool = False,
    ) -> Explanation:
        """The fewest facts that alone keep the verdict on a goal; raises ``KeyError`` when there is no such goal."""
        from criteria.analyse.sufficient import sufficient

        record, moved = self._asked(facts, readings)
        day = _day(as_of) if as_of else None
        found = sufficient(self.model, str(goal), record, day, moved, every_reading=every_reading)
        return Explanation(found, self.model)

    def needs(
        self, facts: Facts | Given | None, as_of: date | str, readings: Mapping[str, str] | None = None, goal: str = ""
    ) -> NeedsReport:
        """What must still happen for each goal, or for one, to reach each level, and by when, as of a day."""
        from criteria.report.needs_report import needs_report

        record, moved = self._asked(facts, readings)
        return needs_report(self.model, record, _day(as_of), moved, goal)

    def _asked(
        self, facts: Facts | Given | None, readings: Mapping[str, str] | None
    ) -> tuple[Facts, Mapping[str, str]]:
        """Facts and readings, read for this plan."""
        from criteria.facts.record import Facts as Record

        moved, faults = pipeline.check_readings(readings or {}, self.model)
        if faults:
            raise CriteriaError(faults)
        return (facts if isinstance(facts, Record) else _loaded(facts, self.model)), moved


class Compiled:
    """A plan as functions: ``bind`` facts once, then ask for ``levels`` or ``readings`` as often as wanted."""

    def __init__(self, plan: model.Plan, moved: Mapping[str, str]) -> None:
        from criteria.compiled.plans import CompiledPlan

        self.model, self._plan = plan, CompiledPlan(plan, moved)
        self._plan.make()
        self.levels = self._plan.levels
        self.readings = self._plan.readings

    def __repr__(self) -> str:
        return f"<Compiled {self.model.title!r}>"

    def bind(self, facts: Facts | Given | None = None, as_of: date | str | None = None) -> Bound:
        """Facts where the functions look for them; given as for ``evaluate``."""
        from criteria.facts.record import Facts as Record

        record = facts if isinstance(facts, Record) else _loaded(facts, self.model)
        return self._plan.bind(record, _day(as_of) if as_of else None)

    @property
    def left(self) -> tuple[Left, ...]:
        """The goals that are not compiled, and why; the reference answers for them."""
        return self._plan.left


def load(path: str | Path) -> Plan:
    """A plan from its file; raises ``CriteriaError`` with every fault."""
    return Plan(pipeline.check_file(path))


def parse(text: str, name: str = "<text>") -> Plan:
    """A plan from its text; raises ``CriteriaError`` with every fault."""
    return Plan(pipeline.check_text(text, name))


def facts(given: Given, *, plan: Plan) -> Facts:
    """Facts for a plan from files, folders or a plain dict; raises ``CriteriaError`` with every fault."""
    return _loaded(given, plan.model)


def _loaded(given: Given | None, plan: model.Plan) -> Facts:
    loaded = pipeline.load_facts(given, plan)
    if loaded.facts is None:
        raise CriteriaError(loaded.diagnostics, loaded.sources)
    return loaded.facts


def _day(given: date | str) -> date:
    return date.fromisoformat(given) if isinstance(given, str) else given
