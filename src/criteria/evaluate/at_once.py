"""A goal's verdict where somebody tells its levels under every reading, and all that its reasons ask, at once.

In: the form of the goal, what is told, and the ground on which anything else is looked at. Out: the ``GoalVerdict`` that looking would
have come to. Holds: what is told is given and leaves nothing to note; what is not told of a single test is asked as in ``reasons.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from typing import Any

from criteria.evaluate.forms import Form, deciding, forms_of
from criteria.evaluate.reasons import (
    ELSE,
    MOST_ROWS,
    compound,
    days_left,
    gap,
    nearer,
    row_named,
    scaled,
    test_filled,
)
from criteria.evaluate.rows import FAIL, PASS
from criteria.evaluate.sketches import Sketch
from criteria.evaluate.told import Answer, Told, Whole
from criteria.evaluate.used import facts_told
from criteria.evaluate.verdict import GoalVerdict, ReadingResult, Reason, Truth
from criteria.evaluate.worlds import Env, Ground
from criteria.frozen import changed, evolve
from criteria.ladder.domains import LAST
from criteria.model import terms as t
from criteria.model.types import Unit

NOWHERE = Env()
Fields = dict[str, Any]  # fields of a reason; ``facts`` are added to the single ones
Groups = tuple[tuple[str, str], ...]


def verdicts_told(ground: Ground, told: Told) -> list[GoalVerdict | None]:
    """Of each goal; None where not all is told."""
    ground.told = told
    found: list[GoalVerdict | None] = []
    for form in forms_of(ground.plan, ground.readings):
        whole = told.whole(form) if form else None
        found.append(verdict_told(form, whole, ground) if form and whole else None)
    return found


def verdict_told(form: Form, whole: Whole, ground: Ground) -> GoalVerdict:
    """The verdict, with its reasons."""
    levels, answers = whole
    said, named = iter(answers), [form.verdicts[level].levels for level in levels]
    trees = tuple([(name, _filled(ground, sketch, (), None, said)) for name, sketch in form.trees])
    return evolve(
        form.verdicts[levels[0]],
        readings=tuple([ReadingResult(dict(each), one) for each, one in zip(form.every.each, named, strict=True)]),
        depends_on=deciding(form, levels),
        because=_because(levels[0], trees),
        levels_because=trees,
    )


def _because(level: str, trees: tuple[tuple[str, Reason], ...]) -> Reason | None:
    """The tree of the level; of the lowest, that of the easiest one, which fails."""
    for name, tree in reversed(trees):
        if name == level:
            return tree if tree.truth is Truth.TRUE else trees[-1][1]
    return trees[-1][1] if trees else None


def _filled(ground: Ground, sketch: Sketch, groups: Groups, wanted: Truth | None, said: Iterator[Answer]) -> Reason:
    """A sketch with what is told, in the order of the tree."""
    answer = next(said)
    if sketch.group is not None:
        groups = (*groups, sketch.group)
    if type(answer) is tuple:
        truth = Truth.TRUE if answer[0] else Truth.FALSE
        told = FILLED[type(sketch.condition)](ground, sketch.condition, sketch, *answer[1:])
        if told is not None:
            facts = facts_told(ground, sketch, Env((), groups) if groups else NOWHERE)
            told["truth"], told["decides"] = truth, truth is wanted
            told["facts"] = (*facts, *told["facts"]) if "facts" in told else facts
            return changed(sketch.blank, told)
        return test_filled(ground, sketch, Env((), groups), truth, wanted)
    truth = Truth.TRUE if answer else Truth.FALSE
    if sketch.parts is None:
        return test_filled(ground, sketch, Env((), groups), truth, wanted)
    inside = ELSE[truth] if isinstance(sketch.condition, t.Not) else truth
    children = tuple([_filled(ground, part, groups, inside, said) for part in sketch.parts])
    return compound(sketch, truth, wanted, children)


# ---- what a reason tells of one kind of test, besides its truth and the single facts that it looks at -----------------------


def _day(_: Ground, test: t.DateTest, sketch: Sketch, day: int) -> Fields:
    """The days that are left; of a day that never comes nothing."""
    assert sketch.window is not None
    return {"margin": days_left(sketch.window, day, day)} if day <= LAST else {}


def _compared(_: Ground, test: t.Compare, sketch: Sketch, value: Fraction, limit: Fraction) -> Fields:
    return {"amount": scaled(value, test.unit), "margin": gap(test.relation, value, limit, test.unit)}


def _between(_: Ground, test: t.Between, sketch: Sketch, value: Fraction, low: Fraction, high: Fraction) -> Fields:
    unit = test.unit
    least, most = gap(t.Comparison.AT_LEAST, value, low, unit), gap(t.Comparison.AT_MOST, value, high, unit)
    return {"amount": scaled(value, unit), "margin": nearer(least, most)}


def _quantified(ground: Ground, test: t.Quantified, sketch: Sketch, outcomes: Sequence[int]) -> Fields | None:
    """The count behind a quantifier, and the rows that stand against it; None where there are no rows to take a part of."""
    passes = outcomes.count(PASS)
    members = passes + outcomes.count(FAIL)
    against = PASS if test.quantity is t.Quantity.NO else FAIL
    standing = islice((place for place, one in enumerate(outcomes) if one == against), MOST_ROWS)
    told: Fields = {"measured": f"{passes}/{members}"}
    if test.amount is not None and test.quantity is t.Quantity.COUNT:
        number = Fraction(passes)
        margin = gap(test.relation, number, test.amount.value, Unit.NUMBER)
        told |= {"amount": scaled(number, Unit.NUMBER), "margin": margin}
    elif test.amount is not None:
        if not members:
            return None
        share = Fraction(passes, members)
        margin = gap(test.relation, share, test.amount.value, Unit.PERCENTAGE_POINT)
        told |= {"amount": scaled(share, Unit.PERCENT), "margin": margin}
    if members > passes or against == PASS:
        told["facts"] = [row_named(ground, test, place) for place in standing]
    return told


def _alone(_: Ground, test: t.Condition, sketch: Sketch) -> Fields:
    return {}


FILLED: Mapping[type, Callable[..., Fields | None]] = {
    t.DateTest: _day,
    t.Compare: _compared,
    t.Between: _between,
    t.Quantified: _quantified,
    t.Happened: _alone,
    t.Known: _alone,
    t.Matches: _alone,
    t.Holds: _alone,
}
