"""What people decided about a goal, for reports: who judged it, what stands in place of the computed verdict, why it no longer counts.

In: a ``GoalVerdict``. Out: sentences in the reader's language, and the keys of JSON, which are there only where a plan or its facts use
them. Holds: the computed verdict is told beside every decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.diagnostics import Lang
from criteria.evaluate.verdict import GoalVerdict
from criteria.facts.record import Decision
from criteria.model.scale import Scale, plain
from criteria.model.standing import Standing
from criteria.report.days import day_text
from criteria.report.evidence import Naming
from criteria.report.steps import level, levels, score
from criteria.report.texts import say

Data = dict[str, object]


def decision_lines(goal: GoalVerdict, words: Naming) -> Iterator[str]:
    """A sentence for each decision, with who, when, why and where it is written."""
    lang = words.lang
    if goal.judgement:
        yield say("judgement_line", lang, **_said(goal.judgement, goal.scale, words))
    elif goal.judged:
        yield say("judgement_missing", lang, by=goal.judged.by)
    if goal.override and goal.override.step:
        step = goal.override.step
        yield say(
            "override_line",
            lang,
            score=score(step.low, step.high, goal.scale, lang),
            **_said(goal.override, goal.scale, words),
        )
    if goal.standing:
        yield standing_line(goal.standing, words)


def _said(decision: Decision, scale: Scale, words: Naming) -> dict[str, str]:
    return {
        "level": level(decision.step.id, words.lang, scale) if decision.step else "",
        "by": decision.by,
        "day": day_text(decision.day, words.lang),
        "reason": decision.reason,
        "source": words.place(decision.place.short),
    }


def standing_line(standing: Standing, words: Naming) -> str:
    """Why and from when the goal does not count, and who said so."""
    lang = words.lang
    said = standing_words(standing, lang)
    if standing.since:
        said += f" {say('since_day', lang, day=day_text(standing.since, lang))}"
    source = ", ".join(filter(None, [standing.who, words.place(standing.source) if standing.source else ""]))
    reason = f"{standing.reason} ({source})" if source else standing.reason
    return say("standing_line", lang, standing=said, reason=reason)


def standing_words(standing: Standing, lang: Lang) -> str:
    """``lapsed``, ``replaced by goal 7``."""
    if standing.successor:
        return say("standing_replaced_by", lang, goal=standing.successor)
    return say(f"standing_{standing.kind.value}", lang)


def verdict_words(goal: GoalVerdict, lang: Lang) -> str:
    """The verdict as a table shows it: what counts first, then what was computed."""
    computed = levels(goal.levels, lang, goal.scale)
    if goal.override and goal.override.step:
        counts = level(goal.override.step.id, lang, goal.scale)
        computed = say("overridden", lang, level=counts, computed=computed)
    return f"{standing_words(goal.standing, lang)} ({computed})" if goal.standing else computed


def decision_data(goal: GoalVerdict) -> Data:
    """The keys of JSON: ``judgement`` (null while it is missing), ``override``, ``standing``."""
    data: Data = {}
    if goal.judged:
        data["judged_by"] = goal.judged.by
        data["judgement"] = _data(goal.judgement) if goal.judgement else None
    if goal.override:
        data["override"] = _data(goal.override)
    if goal.standing:
        data["standing"] = _standing_data(goal.standing)
    return data


def _data(decision: Decision) -> Data:
    step = decision.step
    assert step
    return {
        "level": step.id,
        "score": {"min": plain(step.low), "max": plain(step.high)},
        "by": decision.by,
        "date": decision.day.isoformat(),
        "reason": decision.reason,
        "source": decision.place.short,
    }


def _standing_data(standing: Standing) -> Data:
    return {
        "kind": standing.kind.value,
        "from": standing.since.isoformat() if standing.since else None,
        "reason": standing.reason,
        "by": standing.who or None,
        "replaced_by": standing.successor or None,
        "source": standing.source or None,
    }
