"""Totals in the JSON of a verdict; the keys stand there only where the plan declares what they tell.

In: ``TotalVerdict``, ``SectionVerdict``, ``Counted``. Out: plain data, numbers as exact decimal texts.
"""

from __future__ import annotations

from criteria.evaluate.total_verdict import Counted, Range, SectionVerdict, TotalPart, TotalVerdict
from criteria.evaluate.verdict import Verdict
from criteria.model.totals import OF_SECTIONS, PaidBy, Step, Weight, WeightKind
from criteria.report.numbers import exact

Data = dict[str, object]
_STEPS = {
    "Cap": "at_most",
    "NothingBelow": "nothing_below",
    "Rounding": "rounded",
    "PaidBy": "paid_by",
    "PaidLinearly": "paid_linearly",
}


def totals_data(verdict: Verdict) -> Data:
    """``total`` is always there, null unless the plan declares one; ``sections`` and ``counts`` where the plan has them."""
    found: Data = {"total": total_data(verdict.total) if verdict.total else None}
    if verdict.sections:
        found["sections"] = [section_data(section) for section in verdict.sections]
    if verdict.counts:
        found["counts"] = counts_data(verdict.counts)
    return found


def section_data(section: SectionVerdict) -> Data:
    return {
        "title": section.title,
        "goals": list(section.goals),
        "quote": section.quote,
        "total": total_data(section.total) if section.total else None,
        "counts": counts_data(section.counts) if section.counts else None,
    }


def total_data(found: TotalVerdict) -> Data:
    """Min and max are null when it cannot be computed."""
    return {
        "kind": found.total.kind.value,
        "unit": found.total.unit.value,
        **_ends(found.range),
        "status": "decided" if found.decided else "open" if found.range else "fault",
        "stages": [
            {"step": _step(found.total.steps[stage.step - 1]) if stage.step else None, "unit": stage.unit.value}
            | _ends(stage.range)
            for stage in found.stages
        ],
        "parts": [_part(part, "section" if found.total.kind in OF_SECTIONS else "goal") for part in found.parts],
        "left_out": [{"name": gone.name, "because": gone.because, "reason": gone.reason} for gone in found.left_out],
        "decided_by_people": list(found.decided_by_people),
        "faults": [{"kind": fault.kind, "about": fault.about} for fault in found.faults],
        "widened": found.widened,
        "depends_on": list(found.depends_on),
        "over_readings": _ends(found.over_readings),
        "readings": [{"reading": dict(each.reading)} | _ends(each.range) for each in found.readings],
        "readings_cut": found.readings_cut,
    }


def counts_data(found: Counted) -> Data:
    return {
        "goals": found.goals,
        "open": found.undecided,
        "levels": [{"level": each.level, "min": each.least, "max": each.most} for each in found.levels],
    }


def _part(part: TotalPart, what: str) -> Data:
    weight = _weight(part.weight) if part.weight else None
    return {what: part.name, "weight": weight, "share": exact(part.share), **_ends(part.range)}


def _weight(weight: Weight) -> Data:
    scale = 100 if weight.kind is WeightKind.PERCENT else 1
    return {"kind": weight.kind.value, "value": exact(weight.value * scale)}


def _step(step: Step) -> str:
    name = _STEPS[type(step).__name__]
    return f"{name} {step.table}" if isinstance(step, PaidBy) else name


def _ends(found: Range | None) -> Data:
    return {"min": exact(found[0]) if found else None, "max": exact(found[1]) if found else None}
