"""The rows that goals are asked of, one by one: each has a name, and no two have the same.

In: the records as read, and the plan. Out: a fault for every row without a name, and for every name that stands twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.diagnostics import Diagnostic
from criteria.facts.record import Exactly, RecordRows
from criteria.facts.refusal import shown
from criteria.model.plan import Plan, fold
from criteria.source import Place


def subject_faults(records: Mapping[str, RecordRows], plan: Plan) -> Iterator[Diagnostic]:
    """What is wrong with the tables that the plan's goals go through."""
    goals = (*plan.goals, *(goal for amendment in plan.amendments for goal in amendment.goals))
    asked = dict.fromkeys(goal.each.subjects for goal in goals if goal.each and goal.each.subjects)
    for subjects in asked:
        brought, naming = records.get(subjects.record), subjects.naming
        first: dict[str, Place] = {}
        for row in brought.rows if brought else ():
            given = row.cells.get(naming)
            told = {"record": plan.records[subjects.record].name, "column": naming}
            if given is None or not isinstance(given.possible, Exactly) or not given.text.strip():
                yield Diagnostic("subject-row-unnamed", given.place if given else row.place, told)
                continue
            before = first.setdefault(fold(given.text), given.place)
            if before is not given.place:
                yield Diagnostic(
                    "subject-row-twice", given.place, {**told, "name": shown(given.text)}, related=(before,)
                )
