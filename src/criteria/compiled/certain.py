"""What functions know for certain, for whoever goes on to make reasons: levels, truths, amounts, rows.

In: a plan, facts, an as-of day, readings that the caller moves. Out: a ``Certain``, as ``evaluate`` asks it. Holds: what is told is what
the reference finds, and it would have nothing to note: what is read is given, and nothing is at fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from fractions import Fraction

from criteria.compiled.bind import Bound
from criteria.compiled.expressions import Expr
from criteria.compiled.goals import Program, program
from criteria.compiled.pieces import Piece, of_amount, of_condition, of_rows, piece
from criteria.compiled.plans import CompiledGoal, CompiledPlan, Version
from criteria.compiled.running import Fault
from criteria.compiled.wholes import WholeGoal, whole_goal
from criteria.compiled.writer import Around, Uncompiled, Writer
from criteria.evaluate.forms import Form
from criteria.evaluate.told import Whole
from criteria.evaluate.worlds import Env, NoValue
from criteria.facts.record import Facts
from criteria.frozen import define, kept_with
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.model.types import ChoiceType, TextType

MOST_PIECES = 4_000  # kept for one plan
Pieces = dict[tuple[object, ...], Piece | None]


@define(eq=False)
class Certain:
    """One set of facts, bound; the pieces of its plan that were compiled so far."""

    compiled: CompiledPlan
    bound: Bound
    pieces: Pieces
    wholes: dict[int, tuple[Form, WholeGoal | None]]
    noting: dict[int, tuple[CompiledGoal, Program | None]]  # goals such that no fault stays unseen

    def whole(self, form: Form) -> Whole | None:
        """All at once; as of a day rows of a log are not bound by their numbers."""
        found = self._whole_goal(form)
        if found is None or self.bound.phrased or not found.reads.isdisjoint(self.bound.noted):
            return None
        if self.bound.as_of is not None and any(self.bound.plan.records[each].when for each in found.rows_of):
            return None
        try:
            return found.run(self.bound.values)
        except (Fault, NoValue):
            return None

    def _whole_goal(self, form: Form) -> WholeGoal | None:
        key = id(form)
        if key not in self.wholes:
            self.wholes[key] = (form, whole_goal(self.bound.plan, form, self.compiled.base, self.compiled.slots))
        return self.wholes[key][1]

    def level(self, goal: Goal, readings: Mapping[str, str]) -> str | None:
        """The one level of a goal."""
        version: Version = self.bound.version  # type: ignore[assignment]
        one = next((each for each in version.goals if each.goal is goal), None)
        if one is None:
            return None
        default = all(readings[word] == self.compiled.base[word] for word in one.words)
        found = self._noting(one) if default else one.program(readings)
        if found is None or not found.reads.isdisjoint(self.bound.noted):
            return None
        try:
            return found.run(self.bound.values)[0]
        except (Fault, RecursionError):
            return None

    def _noting(self, one: CompiledGoal) -> Program | None:
        """The goal under the default readings; what is at fault under others is told nowhere."""
        key = id(one.goal)
        if key not in self.noting:
            found = None
            with suppress(Uncompiled, RecursionError):
                found = program(one.plan, one.goal, self.compiled.base, one.slots, eager=True)
            self.noting[key] = (one, found)
        return self.noting[key][1]

    def truth(self, condition: t.Condition, env: Env) -> bool | None:
        """Whether a condition holds."""
        return self._run((condition,), env, lambda: of_condition(condition))  # type: ignore[return-value]

    def amount(self, term: t.Term, env: Env) -> Fraction | None:
        """What a term comes to."""
        return self._run((term,), env, lambda: of_amount(term))  # type: ignore[return-value]

    def outcomes(self, of: t.Rows, test: t.Condition | None, env: Env) -> Sequence[int] | None:
        """What each row is; of a log as of a day, some rows are not bound."""
        if self.bound.as_of is not None and self.bound.plan.records[of.record].when is not None:
            return None
        return self._run((of, test), env, lambda: of_rows(of, test))  # type: ignore[return-value]

    def texts(self, record: str, columns: Sequence[str]) -> Iterable[tuple[str, ...]] | None:
        """What each row says in these columns; None where some are not bound, or not as texts."""
        if self.bound.as_of is not None or record not in self.bound.facts.records:
            return None
        kinds, slots = self.bound.plan.records[record].columns, self.compiled.slots.columns
        texts = [slots.get((record, each)) for each in columns if isinstance(kinds[each].type, TextType | ChoiceType)]
        places = [place for place in texts if place is not None]
        if len(places) < len(columns) or not self.bound.noted.isdisjoint(places):
            return None
        values = [self.bound.values[place] for place in places]
        return zip(*values, strict=True)

    def _run(
        self, nodes: tuple[object, ...], env: Env, write: Callable[[], Callable[[Writer, Around], Expr]]
    ) -> object:
        """What a piece comes to; None where nobody knows. Equal nodes are one piece."""
        if env.rows:
            return None
        key = (*nodes, env.groups)
        if key not in self.pieces:
            if len(self.pieces) >= MOST_PIECES:
                return None
            plan, base, slots = self.bound.plan, self.compiled.base, self.compiled.slots
            self.pieces[key] = piece(plan, base, slots, write(), Around(groups=env.groups))
        found = self.pieces[key]
        if found is None or not found.reads.isdisjoint(self.bound.noted):
            return None
        try:
            return found.run(self.bound.values)
        except (Fault, NoValue):
            return None


def certain(plan: Plan, facts: Facts, as_of: date | None, moved: Mapping[str, str]) -> Certain:
    """The plan is compiled once for the readings moved."""
    kept, key = kept_with(plan), ("compiled", tuple(sorted(moved.items())))
    if key not in kept:
        kept[key] = (CompiledPlan(plan, moved), Pieces(), {}, {})
    compiled, pieces, wholes, noting = kept[key]
    return Certain(compiled, compiled.placed(facts, as_of), pieces, wholes, noting)
