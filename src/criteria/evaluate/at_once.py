"""A goal's verdict where somebody tells its levels under every reading, and all that its reasons ask, at once.

In: the form of the goal, what is told, and the ground on which anything else is looked at. Out: the ``GoalVerdict`` that looking would
have come to. Holds: what is told is given and leaves nothing to note; what is not told of a single test is asked as in ``reasons.py``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from criteria.evaluate.forms import Form, deciding
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
from criteria.evaluate.told import Answer, Whole
from criteria.evaluate.used import facts_told
from criteria.evaluate.verdict import GoalVerdict, ReadingResult, Reason, Truth
from criteria.evaluate.worlds import Env, Ground
from criteria.frozen import evolve
from criteria.ladder.domains import LAST
from criteria.model import terms as t
from criteria.model.types import Unit

Groups = tuple[tuple[str, str], ...]


def verdict_told(form: Form, whole: Whole, ground: Ground) -> GoalVerdict:
    """The verdict, with its reasons."""
    levels, answers = whole
    goal, every, said = form.goal, form.every, iter(answers)
    trees = tuple([(name, _filled(ground, sketch, (), None, said)) for name, sketch in form.trees])
    step = form.steps[levels[0]]
    return GoalVerdict(
        goal.id,
        goal.title,
        (step.id,),
        (step.low, step.high),
        tuple([ReadingResult(dict(each), (level,)) for each, level in zip(every.each, levels, strict=True)]),
        deciding(form, levels),
        (),
        (),
        (),
        False,
        _because(step.id, trees),
        trees,
        every.cut,
        place=goal.place,
        quote=goal.quote,
        scale=goal.scale,
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
    if sketch.parts is None:
        if type(answer) is tuple:
            return _test(ground, sketch, groups, wanted, answer)
        return test_filled(ground, sketch, Env((), groups), Truth.TRUE if answer else Truth.FALSE, wanted)
    truth = Truth.TRUE if answer else Truth.FALSE
    inside = ELSE[truth] if isinstance(sketch.condition, t.Not) else truth
    return compound(
        sketch, truth, wanted, tuple([_filled(ground, part, groups, inside, said) for part in sketch.parts])
    )


def _test(ground: Ground, sketch: Sketch, groups: Groups, wanted: Truth | None, answer: tuple[object, ...]) -> Reason:
    """A single test of which all is told."""
    truth, test = Truth.TRUE if answer[0] else Truth.FALSE, sketch.condition
    facts = facts_told(ground, sketch, Env((), groups)) if sketch.paths != () else ()
    decides = truth is wanted
    match test, answer:
        case t.DateTest(), (_, int(day)):
            assert sketch.window is not None
            margin = days_left(sketch.window, day, day) if day <= LAST else None
            return evolve(sketch.blank, truth=truth, decides=decides, facts=facts, margin=margin)
        case t.Compare(relation, unit=unit), (_, Fraction() as value, Fraction() as limit):
            margin = gap(relation, value, limit, unit)
            return evolve(
                sketch.blank, truth=truth, decides=decides, facts=facts, amount=scaled(value, unit), margin=margin
            )
        case t.Between(unit=unit), (_, Fraction() as value, Fraction() as low, Fraction() as high):
            margin = nearer(gap(t.Comparison.AT_LEAST, value, low, unit), gap(t.Comparison.AT_MOST, value, high, unit))
            return evolve(
                sketch.blank, truth=truth, decides=decides, facts=facts, amount=scaled(value, unit), margin=margin
            )
        case t.Quantified(), (_, list() as outcomes):
            members = outcomes.count(PASS) + outcomes.count(FAIL)
            if members or test.amount is None:
                base = evolve(sketch.blank, truth=truth, decides=decides, facts=facts)
                return _quantified(ground, test, base, outcomes, members)
            return test_filled(ground, sketch, Env((), groups), truth, wanted)
        case _:
            return evolve(sketch.blank, truth=truth, decides=decides, facts=facts)


def _quantified(ground: Ground, test: t.Quantified, base: Reason, outcomes: Sequence[int], members: int) -> Reason:
    """The count behind a quantifier, and the rows that stand against it."""
    passes = outcomes.count(PASS)
    against = PASS if test.quantity is t.Quantity.NO else FAIL
    standing = islice((place for place, one in enumerate(outcomes) if one == against), MOST_ROWS)
    facts = (*base.facts, *[row_named(ground, test, place) for place in standing])
    base = evolve(base, facts=facts, measured=f"{passes}/{members}")
    if test.amount is None:
        return base
    if test.quantity is t.Quantity.COUNT:
        number = Fraction(passes)
        margin = gap(test.relation, number, test.amount.value, Unit.NUMBER)
        return evolve(base, amount=scaled(number, Unit.NUMBER), margin=margin)
    share = Fraction(passes, members)
    margin = gap(test.relation, share, test.amount.value, Unit.PERCENTAGE_POINT)
    return evolve(base, amount=scaled(share, Unit.PERCENT), margin=margin)
