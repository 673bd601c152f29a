"""Values of years to come: as of a day, nothing is known of a year that has not begun.

In: the facts and the as-of day. Out: the same facts, the values of later years unknown.
"""

from __future__ import annotations

from datetime import date

from criteria.facts.record import Facts, Given, Unknown
from criteria.frozen import evolve
from criteria.model.plan import Plan


def as_known(plan: Plan, facts: Facts, as_of: date | None) -> Facts:
    """What can be known on the day."""
    if as_of is None or not plan.series:
        return facts
    years = {path: fact.year for path, fact in plan.facts.items() if fact.year and fact.year > as_of.year}
    ahead = {path: _unknown(given) for path, given in facts.values.items() if path in years}
    return evolve(facts, values={**facts.values, **ahead}) if ahead else facts


def _unknown(given: Given) -> Given:
    return Given(Unknown(), given.text, place=given.place)
