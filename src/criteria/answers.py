"""What a plan answers, as Python programs use it: a verdict, a course of days, an explanation.

In: what the stages give. Out: objects with the answer's data, and its words in either language.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.diagnostics import Diagnostic, Lang

if TYPE_CHECKING:
    from criteria.analyse.course import Course, GoalCourse
    from criteria.analyse.kept import Kept
    from criteria.analyse.sufficient import Sufficient
    from criteria.evaluate.total_verdict import SectionVerdict, TotalVerdict
    from criteria.evaluate.verdict import GoalVerdict, Verdict
    from criteria.model import plan as model
    from criteria.pipeline import Form


class Report:
    """The verdict of each goal, by its number: ``report["2"].levels``."""

    def __init__(self, verdict: Verdict, plan: model.Plan) -> None:
        self.verdict, self.plan = verdict, plan

    def __getitem__(self, goal: str | int) -> GoalVerdict:
        return self.verdict[str(goal)]

    def __iter__(self) -> Iterator[GoalVerdict]:
        return iter(self.verdict.goals)

    def __len__(self) -> int:
        return len(self.verdict.goals)

    def __repr__(self) -> str:
        goals = ", ".join(f"{goal.id}: {' or '.join(goal.levels)}" for goal in self)
        return f"<Report {goals}>"

    @property
    def notices(self) -> tuple[Diagnostic, ...]:
        """What the reader should know besides the verdicts."""
        return self.verdict.notices

    @property
    def total(self) -> TotalVerdict | None:
        """The plan's total, where it declares one."""
        return self.verdict.total

    @property
    def sections(self) -> tuple[SectionVerdict, ...]:
        """The sections of the plan, each with its total."""
        return self.verdict.sections

    def to_data(self, lang: Lang = "en") -> dict[str, object]:
        """The document of ``to_json`` as plain data."""
        return pipeline.report_data(self.verdict, self.plan, lang)

    def to_json(self, lang: Lang = "en") -> str:
        """Schema ``criteria/verdict/1``."""
        import json

        return json.dumps(self.to_data(lang), ensure_ascii=False, indent=2) + "\n"

    def to_text(self, form: Form = "text", lang: Lang | None = None, width: int = 100, colour: bool = False) -> str:
        """For people, in the plan's language unless told otherwise."""
        return pipeline.report_text(self.verdict, self.plan, form, lang, width, colour)


class CourseReport:
    """The course of each goal, by its number: ``course["2"].events``."""

    def __init__(self, course: Course, plan: model.Plan) -> None:
        self.course, self.plan = course, plan

    def __getitem__(self, goal: str | int) -> GoalCourse:
        for each in self.course.goals:
            if each.id == str(goal):
                return each
        raise KeyError(goal)

    def __iter__(self) -> Iterator[GoalCourse]:
        return iter(self.course.goals)

    def __repr__(self) -> str:
        return f"<CourseReport {', '.join(day.isoformat() for day in self.course.days)}>"

    @property
    def days(self) -> tuple[date, ...]:
        """In their order in time, each once."""
        return self.course.days

    def to_data(self, lang: Lang = "en") -> dict[str, object]:
        """The document of ``to_json`` as plain data."""
        from criteria import __version__
        from criteria.report.course import course_data

        return course_data(self.course, self.plan, __version__, lang)

    def to_json(self, lang: Lang = "en") -> str:
        """Schema ``criteria/course/1``."""
        import json

        return json.dumps(self.to_data(lang), ensure_ascii=False, indent=2) + "\n"

    def to_text(self, form: Form = "text", lang: Lang | None = None, width: int = 100, colour: bool = False) -> str:
        """For people, in the plan's language unless told otherwise."""
        from criteria.report.follow_up import Look, course_text

        return course_text(self.course, self.plan, Look(form, lang or self.plan.language, width, colour))


class Explanation:
    """``kept`` are the facts, ``standing`` says whether they are the smallest set; the rest stands in ``found``."""

    def __init__(self, found: Sufficient, plan: model.Plan) -> None:
        self.found, self.plan = found, plan

    def __repr__(self) -> str:
        return f"<Explanation goal {self.found.goal.id}: {self.found.size} of {self.found.pieces}, {self.standing}>"

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The facts that alone keep the verdict."""
        return self.found.kept

    @property
    def standing(self) -> str:
        """``smallest``, ``minimal`` (nothing of it can be left out) or ``sufficient`` (not everything was tried)."""
        return self.found.standing

    def to_data(self) -> dict[str, object]:
        """The document of ``to_json`` as plain data."""
        from criteria import __version__
        from criteria.report.explanation_data import explanation_data

        return explanation_data(self.found, self.plan, __version__)

    def to_json(self) -> str:
        """Schema ``criteria/explanation/1``."""
        import json

        return json.dumps(self.to_data(), ensure_ascii=False, indent=2) + "\n"

    def to_text(self, form: Form = "text", lang: Lang | None = None, width: int = 100, colour: bool = False) -> str:
        """For people, in the plan's language unless told otherwise."""
        from criteria.report.follow_up import Look, explanation_text

        return explanation_text(self.found, self.plan, Look(form, lang or self.plan.language, width, colour))
