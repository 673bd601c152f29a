"""The facts of an example inside the plan.

In: an ``Example`` and its plan. Out: its facts, typed like those of a file, and the faults. What an example does not
give is open, not closed; its numbers are written as the plan's language writes them.
"""

from __future__ import annotations

from criteria.diagnostics import Diagnostic, has_errors
from criteria.facts.gather import gather
from criteria.facts.load import merge
from criteria.facts.record import NO_FACTS, Facts
from criteria.facts.subjects import subject_faults
from criteria.facts.written import Keyed, Listed, Node, Part, Written
from criteria.frozen import evolve
from criteria.model.plan import Example, GivenText, Plan


def example_facts(example: Example, plan: Plan) -> tuple[Facts, list[Diagnostic]]:
    """The facts that ``example`` gives, or ``NO_FACTS`` and the reasons."""
    entries = list[tuple[Written, Node]]()
    for given in example.given:
        if isinstance(given, GivenText):
            entries.append((Written(given.path, given.place), Written(given.text, given.place)))
            continue
        rows = [
            Keyed(
                tuple((Written(key, at), Written(text, at)) for key, text, at in row), row[0][2] if row else given.place
            )
            for row in given.rows
        ]
        entries.append((Written(given.record, given.place), Listed(tuple(rows), given.place)))
    claims, found = gather([Part(Keyed(tuple(entries), example.place), plan.language)], plan)
    facts, conflicts = merge(claims, plan)
    found += [*conflicts, *subject_faults(facts.records, plan)]
    return (NO_FACTS if has_errors(found) else evolve(facts, closed=False)), found
