"""Which version of the plan judged a goal, for people and for tools.

In: verdicts on goals that amendments have touched. Out: sentences in the reader's language, and data: ``version``, ``otherwise`` and
``removed`` of schema ``criteria/verdict/1``, only where a plan has amendments.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.diagnostics import Lang
from criteria.evaluate.verdict import GoalVerdict, RemovedGoal, Version
from criteria.report.days import day_text
from criteria.report.steps import levels
from criteria.report.texts import goal_heading, say

Data = dict[str, object]


def version_name(version: Version, lang: Lang) -> str:
    """``Tillæg 1 (from 1 July 2020)``."""
    if version.start is None:
        return say("first_version", lang)
    key = "version_of" if version.title else "version_untitled"
    return say(key, lang, title=version.title, day=day_text(version.start, lang))


def version_notes(goal: GoalVerdict, lang: Lang) -> Iterator[str]:
    """Which version judged it, and what the others would have given."""
    if goal.version is None:
        return
    yield say("judged_by", lang, version=version_name(goal.version, lang))
    for other in goal.otherwise:
        key = "otherwise_same" if other.levels == goal.levels else "otherwise"
        told = levels(other.levels, lang, goal.scale)
        yield say(key, lang, version=version_name(other.version, lang), levels=told)


def removal(goal: RemovedGoal, lang: Lang) -> str:
    """That it is left out, by which version and why."""
    return say(
        "removed_by",
        lang,
        goal=goal_heading(goal.id, goal.title, lang),
        version=version_name(goal.version, lang),
        reason=f"“{goal.reason}”",
        levels=levels(goal.levels, lang, goal.scale),
    )


def version_data(version: Version) -> Data:
    """``from`` is null for the plan as first made."""
    return {"from": version.start.isoformat() if version.start else None, "title": version.title}


def versions_of(goal: GoalVerdict) -> Data:
    """The keys of an amended goal; none of any other."""
    if goal.version is None:
        return {}
    others = [{"version": version_data(other.version), "levels": list(other.levels)} for other in goal.otherwise]
    return {"version": version_data(goal.version), "otherwise": others}


def removed_data(goal: RemovedGoal) -> Data:
    """A goal that an amendment has taken out."""
    return {
        "id": goal.id,
        "title": goal.title,
        "reason": goal.reason,
        "version": version_data(goal.version),
        "levels": list(goal.levels),
    }
