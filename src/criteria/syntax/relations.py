"""How numbers compare, by the keyword that says it."""

from __future__ import annotations

from criteria.syntax import tree

RELATIONS: dict[str, tree.NumberRelation] = {
    "AT_LEAST": "at_least",
    "AT_LEAST_AS": "at_least",
    "GE": "at_least",
    "AT_MOST": "at_most",
    "AT_MOST_AS": "at_most",
    "LE": "at_most",
    "ABOVE": "above",
    "GT": "above",
    "BELOW": "below",
    "LT": "below",
    "EQUAL_TO": "equal",
    "EXACTLY": "equal",
    "EQ": "equal",
    "NOT_EQUAL_TO": "not_equal",
    "NE": "not_equal",
    "BETTER": "better",
    "WORSE": "worse",
}
