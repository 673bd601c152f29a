"""What totals come to, in the words of a case: ranges written `30..85`, or one number.

| Key of a sum | Says |
|---|---|
| `range` | the least and the most; `none` where it cannot be computed |
| `before` | the same before the first step |
| `over` | over all readings |
| `with` | under single combinations: `reading`, `range` |
| `depends_on`, `left_out`, `by_people`, `faults`, `widened`, `cut`, `shares` | as in the JSON |
| `counts` | a count is written `fulfilled 1..3` |
"""

from collections.abc import Mapping
from typing import Any

import criteria
from criteria.evaluate.total_verdict import Counted, Range, TotalVerdict
from criteria.report.numbers import exact


def sums(report: criteria.Report) -> dict[str, Any]:
    """The plan's total under `total`, each section's under its title."""
    verdict = report.verdict
    found = {section.title: said(section.total, section.counts) for section in verdict.sections}
    if verdict.total or verdict.counts:
        found["total"] = said(verdict.total, verdict.counts)
    return found


def said(total: TotalVerdict | None, counts: Counted | None) -> dict[str, Any]:
    shown: dict[str, Any] = {"range": ends(total.range if total else None)}
    if total:
        shown |= {
            "before": ends(total.stages[0].range if total.stages else None),
            "over": ends(total.over_readings),
            "with": [{"reading": dict(each.reading), "range": ends(each.range)} for each in total.readings],
            "depends_on": sorted(total.depends_on),
            "left_out": [gone.name for gone in total.left_out],
            "by_people": list(total.decided_by_people),
            "faults": [fault.kind for fault in total.faults],
            "widened": "yes" if total.widened else "no",
            "cut": "yes" if total.readings_cut else "no",
            "shares": {part.name: exact(part.share) for part in total.parts},
        }
    if counts:
        shown["counts"] = [f"{each.level} {number(each.least, each.most)}" for each in counts.levels]
    return shown


def ends(found: Range | None) -> str:
    return "none" if found is None else number(exact(found[0]), exact(found[1]))


def number(low: object, high: object) -> str:
    return f"{low}" if low == high else f"{low}..{high}"


def check_sums(report: criteria.Report, wanted: Mapping[str, Any]) -> None:
    """Each sum as far as the case tells of it; a text is its range."""
    got = sums(report)
    for name, one in wanted.items():
        outcome = {"range": one} if isinstance(one, str) else one
        for key, value in outcome.items():
            if key == "with":
                for each in value:
                    results = [r["range"] for r in got[name]["with"] if each["reading"].items() <= r["reading"].items()]
                    assert results[:1] == [each["range"]], (each, got[name]["with"])
            else:
                assert got[name][key] == value, (name, key, got[name])
