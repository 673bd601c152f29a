"""A verdict as JSON for other tools: schema ``criteria/verdict/1``; keys are only ever added.

In: a ``Verdict`` and its plan. Out: plain data, the same bytes for the same input: numbers as exact decimal texts,
days as ISO, the order of keys fixed, texts never translated but for the sentences of findings.
"""

from __future__ import annotations

from criteria.diagnostics import Lang, as_data
from criteria.evaluate.verdict import GoalVerdict, Margin, Reason, Verdict
from criteria.model.plan import Plan
from criteria.report.decisions import decision_data
from criteria.report.numbers import exact
from criteria.report.totals_data import totals_data
from criteria.report.versions import removed_data, versions_of
from criteria.source import Place

SCHEMA = "criteria/verdict/1"
Data = dict[str, object]


def verdict_data(verdict: Verdict, plan: Plan, version: str, lang: Lang = "en") -> Data:
    """The whole document."""
    return {
        "schema": SCHEMA,
        "plan": {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256},
        "version": version,
        "as_of": verdict.as_of.isoformat() if verdict.as_of else None,
        "readings": dict(verdict.readings),
        "goals": [goal_data(goal) for goal in verdict.goals],
        **totals_data(verdict),
        "notices": [as_data(notice, lang) for notice in verdict.notices],
        **({"removed": [removed_data(goal) for goal in verdict.removed]} if verdict.removed else {}),
    }


def goal_data(goal: GoalVerdict) -> Data:
    """One goal; of one that is asked of subjects or in periods, also the verdict on each, told by its name."""
    if not goal.each:
        return ({"subject": goal.subject} if goal.subject else {}) | _goal(goal)
    subjects = [
        {"subject": one.subject} | ({"period": one.period} if one.period else {}) | _goal(one) for one in goal.subjects
    ]
    return {**_goal(goal), "subjects": subjects}


def _goal(goal: GoalVerdict) -> Data:
    low, high = goal.score
    return {
        "id": goal.id,
        "title": goal.title,
        "line": goal.place.line,
        "levels": list(goal.levels),
        "score": {"min": exact(low), "max": exact(high)},
        "status": "decided" if goal.decided else "open",
        "depends_on_reading": goal.depends_on_reading,
        "depends_on": list(goal.depends_on),
        "readings": [{"reading": dict(r.reading), "levels": list(r.levels)} for r in goal.readings],
        "readings_cut": goal.readings_cut,
        "missing": [missing.path for missing in goal.missing],
        "assumed": [assumed.path for assumed in goal.assumed],
        "assumed_helps": [assumed.path for assumed in goal.assumed if assumed.helps],
        "faults": [{"kind": f.kind, "place": place_data(f.place), "about": f.about} for f in goal.faults],
        "widened": goal.widened,
        "quote": goal.quote,
        "because": reason_data(goal.because) if goal.because else None,
        "each_level": [{"level": name, "because": reason_data(reason)} for name, reason in goal.levels_because],
        **decision_data(goal),
        **versions_of(goal),
        **measure_data(goal),
    }


def measure_data(goal: GoalVerdict) -> Data:
    """The measures beside the goal; no key where it has none."""
    if not goal.measures:
        return {}
    return {
        "measures": [
            {
                "text": each.text,
                "amount": margin_data(each.amount) if each.amount else None,
                "counted": each.counted,
                "why": each.why or None,
                "line": each.place.line,
            }
            for each in goal.measures
        ]
    }


def reason_data(reason: Reason) -> Data:
    """One condition of the explanation, and those it is made of."""
    return {
        "text": reason.text,
        "truth": reason.truth.value,
        "line": reason.place.line,
        "facts": [{"path": f.path, "value": f.value, "source": f.source} for f in reason.facts],
        "children": [reason_data(child) for child in reason.children],
        "decides": reason.decides,
        "measured": reason.measured,
        "amount": margin_data(reason.amount) if reason.amount else None,
        "margin": margin_data(reason.margin) if reason.margin else None,
        "resolved": list(reason.resolved),
        "quote": reason.quote,
        **({"kept": reason.kept} if reason.kept else {}),
    }


def margin_data(margin: Margin) -> Data:
    """Positive on the passing side; a side without an end is null."""
    return {
        "min": None if margin.low is None else exact(margin.low),
        "max": None if margin.high is None else exact(margin.high),
        "unit": margin.unit.value,
    }


def place_data(place: Place) -> Data:
    """Where in the plan."""
    return {"file": place.file, "line": place.line or None, "column": place.column or None}
