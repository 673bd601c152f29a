"""A goal as one function: its level under every combination of readings, and all that its reasons ask.

In: the form of a goal. Out: a ``WholeGoal``: bound values in; the levels, and an answer for each sketch of its trees out. Holds: what two
readings say alike is worked out once; every test is asked, also where others have settled the level, so that no fault stays unseen.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping

from criteria.compiled.aggregates import edge
from criteria.compiled.amounts import amount
from criteria.compiled.conditions import groups_of, inside_group, truth
from criteria.compiled.expressions import Expr, Truth, Whole, assigned, compared, joined, name, negated, plus, tree
from criteria.compiled.function import Values, function_of, tree_of
from criteria.compiled.leaves import construct, fact
from criteria.compiled.pieces import of_amount, of_rows
from criteria.compiled.slots import Slots
from criteria.compiled.writer import Around, Uncompiled, Writer
from criteria.evaluate import told
from criteria.evaluate.forms import Form
from criteria.evaluate.reference import condition_of
from criteria.evaluate.sketches import Sketch
from criteria.evaluate.worlds import NoValue
from criteria.frozen import define, field, frozen
from criteria.model import terms as t
from criteria.model.plan import Plan

NOWHERE = Around()


@frozen(eq=False)
class WholeGoal:
    """A function, the slots it reads, and the records whose rows it tells by their numbers."""

    run: Callable[[Values], told.Whole]
    reads: frozenset[int]
    rows_of: frozenset[str]
    tree: ast.Module


def whole_goal(plan: Plan, form: Form, base: Mapping[str, str], slots: Slots) -> WholeGoal | None:
    """None where some test of it is not compiled."""
    w = Writer(plan, base, slots, truth, amount, edge, eager=True, varied=form.every.varied)
    desk = Desk(w)
    try:
        levels = [desk.level(form, readings) for readings in form.readings]
        w.readings = base
        answers = [answer for _, sketch in form.trees for answer in desk.answers(sketch, NOWHERE)]
        w.add(ast.Return(_tuple([_tuple(levels), _tuple(answers)])))
        code = tree_of(w)
        return WholeGoal(function_of(code, w.constants), frozenset(w.reads), frozenset(desk.rows_of), code)
    except (Uncompiled, RecursionError):
        return None


def _tuple(parts: list[Expr]) -> Expr:
    return ast.Tuple(parts, ast.Load())


@define(eq=False)
class Desk:
    """What is settled so far: truths by what they rest on, in variables of their own."""

    w: Writer
    settled: dict[object, Truth] = field(factory=dict)
    levels: dict[object, ast.Name] = field(factory=dict)
    rows_of: set[str] = field(factory=set)

    def level(self, form: Form, readings: Mapping[str, str]) -> Expr:
        """The first level that holds, else the lowest."""
        w, goal = self.w, form.goal
        w.readings = readings
        holding = [(self.truth(condition_of(readings, level), NOWHERE), level.step.id) for level in goal.levels]
        key = tuple((one.id if isinstance(one, ast.Name) else one, step) for one, step in holding)
        if key not in self.levels:
            found: Expr = w.constant(goal.scale.lowest.id)
            for one, step in reversed(holding):
                found = ast.IfExp(tree(one), w.constant(step), found)
            self.levels[key] = w.keep(found)
        return self.levels[key]

    def truth(self, condition: t.Condition, around: Around) -> Truth:
        """Whether a condition holds, under the readings at hand: known, or a variable."""
        key = (condition, around.groups, self.w.said(condition))
        if key not in self.settled:
            found = self._truth(condition, around)
            self.settled[key] = found if isinstance(found, bool | ast.Name) else self.w.keep(found)
        return self.settled[key]

    def _truth(self, condition: t.Condition, around: Around) -> Truth:
        match condition:
            case t.AllOf(items):
                return joined([self.truth(item, around) for item in items], every=True)
            case t.AnyOf(items):
                return joined([self.truth(item, around) for item in items], every=False)
            case t.NumberOf(relation, number, items):
                holding: Whole = 0
                for item in items:
                    one = self.truth(item, around)
                    holding = plus(holding, int(one) if isinstance(one, bool) else one)
                return compared(relation, holding, number)
            case t.Not(item):
                return negated(self.truth(item, around))
            case t.ChosenCondition(which, alternatives):
                return self.truth(dict(alternatives)[self.w.readings[which]], around)
            case t.EveryGroup() if groups := groups_of(self.w, condition):
                return joined(
                    [self.truth(condition.test, inside_group(condition, around, each)) for each in groups], every=True
                )
            case _:
                return truth(self.w, condition, around)

    def answers(self, sketch: Sketch, around: Around) -> Iterator[Expr]:
        """Of a sketch and of all below it, in the order of the tree."""
        if sketch.group is not None:
            around = Around(around.rows, (*around.groups, sketch.group))
        if sketch.grouped is not None:
            raise Uncompiled(construct(sketch.condition))
        holds = tree(self.truth(sketch.condition, around))
        yield holds if sketch.parts is not None else self._whole_test(sketch, holds, around)
        for part in sketch.parts or ():
            yield from self.answers(part, around)

    def _whole_test(self, sketch: Sketch, holds: Expr, around: Around) -> Expr:
        """With all that its reason tells; the truth alone where that is not compiled, or has no value."""
        if not sketch.plain:
            return holds
        w, block = self.w, self.w.block
        start, known, w.lacking = len(block.body), dict(block.known), False
        try:
            found = _tuple([holds, *[write(w, around) for write in self._asked(sketch)]])
        except (Uncompiled, RecursionError):  # what was written meanwhile is taken back
            w.block, block.body[start:], block.known = block, [], known
            return holds
        if not w.lacking:
            return found
        inside, block.body[start:], block.known = block.body[start:], [], known
        kept = w.variable()
        without = ast.ExceptHandler(w.constant(NoValue), None, [assigned(kept, holds)])
        w.add(ast.Try([*inside, assigned(kept, found)], [without], [], []))
        return name(kept)

    def _asked(self, sketch: Sketch) -> Iterator[Callable[[Writer, Around], Expr]]:
        """What a reason tells of a single test besides its truth."""
        match sketch.condition:
            case t.DateTest(value=t.Fact() as value):
                yield lambda w, _: tree(fact(w, value).value)  # type: ignore[arg-type]
            case t.Compare(_, left, right):
                yield from (of_amount(left), of_amount(right))
            case t.Between(value, low, high):
                yield from (of_amount(value), of_amount(low), of_amount(high))
            case t.Quantified(rows=of, test=test):
                self.rows_of.add(of.record)
                yield of_rows(of, test)
            case _:
                pass
