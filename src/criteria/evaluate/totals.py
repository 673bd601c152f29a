"""Totals: of the plan and of its sections, from the verdicts of the goals.

In: the plan, its goals' verdicts, facts and clock. Out: a ``Summary``. Holds: exact arithmetic; what is not in force leaves the
denominator, and the weights of the rest grow alike; the same word is read the same way in all goals; a total of nothing is a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from criteria.evaluate.counting import counted
from criteria.evaluate.jointly import Clusters, clusters
from criteria.evaluate.readings import deciding
from criteria.evaluate.scoring import left_out, range_under, varied_together
from criteria.evaluate.steps import stages
from criteria.evaluate.total_verdict import (
    Counted,
    LeftOut,
    Range,
    SectionVerdict,
    TotalFault,
    TotalPart,
    TotalReading,
    TotalVerdict,
)
from criteria.evaluate.verdict import GoalVerdict, RemovedGoal
from criteria.evaluate.weighing import Form, Reach, Under, added, weighed
from criteria.facts.record import Facts
from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.model.totals import WEIGHTED, Section, Total, TotalKind, Weight, WeightKind

ONE, FULL = Fraction(1), Fraction(100)
Base = Callable[[Under], Reach]  # what is summed up, before the steps


@frozen
class Summary:
    """How a plan is summed up."""

    total: TotalVerdict | None
    sections: tuple[SectionVerdict, ...]
    counts: Counted | None


@frozen
class Ledger:
    """What all totals of a plan share."""

    plan: Plan
    verdicts: Mapping[str, GoalVerdict]
    weights: Mapping[str, Weight | None]
    in_points: Mapping[str, Fraction]  # goals scored in points: the most they can give
    absent: Mapping[str, LeftOut]  # goals that are not in force
    readings: Mapping[str, str]
    clusters: Clusters

    def in_force(self, goals: Iterable[str]) -> list[str]:
        """Those of the goals that count."""
        return [goal for goal in goals if goal in self.verdicts and goal not in self.absent]

    def worth(self, goals: Iterable[str]) -> dict[str, Fraction]:
        """What each goal weighs among others: its weight, or the points it can give."""
        return {goal: self._worth(goal) for goal in goals}

    def _worth(self, goal: str) -> Fraction:
        weight = self.weights[goal]
        return weight.value if weight else self.in_points.get(goal, ONE)

    def under(self, readings: Mapping[str, str]) -> Under:
        """All goals under one combination of readings."""
        scores = {goal: range_under(verdict, readings) for goal, verdict in self.verdicts.items()}
        wide = frozenset(goal for goal, verdict in self.verdicts.items() if verdict.widened)
        return Under(scores, wide, {**self.readings, **readings}, self.clusters)


def summary(
    plan: Plan,
    goals: Sequence[GoalVerdict],
    removed: Sequence[RemovedGoal],
    facts: Facts,
    as_of: date | None,
    readings: Mapping[str, str],
) -> Summary:
    """The plan's total, its sections, and its goals per level, as far as the plan declares them. ``removed`` by an amendment."""
    if plan.total is None and not plan.sections and not plan.counts:
        return Summary(None, (), None)
    verdicts = {goal.id: goal for goal in goals}
    absent = {goal.id: gone for goal in goals if (gone := left_out(goal))}
    absent |= {goal.id: LeftOut(goal.id, "removed", goal.reason) for goal in removed}
    weights = {goal.id: goal.weight for goal in removed} | {goal.id: goal.weight for goal in plan.goals}
    scales = {goal.id: goal.scale for goal in removed} | {goal.id: goal.scale for goal in plan.goals}
    in_points = {goal: scale.steps[0].high for goal, scale in scales.items() if scale.points and scale.steps}
    ledger = Ledger(plan, verdicts, weights, in_points, absent, readings, clusters(plan, facts, as_of, verdicts))
    sections = tuple(_section(ledger, section) for section in plan.sections)
    return Summary(
        _whole(ledger, plan.total, sections) if plan.total else None,
        sections,
        counted(plan, [verdicts[goal] for goal in ledger.in_force(verdicts)]) if plan.counts else None,
    )


def _section(ledger: Ledger, section: Section) -> SectionVerdict:
    present = [goal for goal in section.goals if goal in ledger.verdicts or goal in ledger.absent]
    levels = [ledger.verdicts[goal] for goal in ledger.in_force(present)]
    return SectionVerdict(
        section.title,
        tuple(goal for goal in present if goal in ledger.verdicts),
        _of_goals(ledger, section.total, present) if section.total else None,
        counted(ledger.plan, levels) if section.counts else None,
        section.quote,
    )


def _whole(ledger: Ledger, total: Total, sections: Sequence[SectionVerdict]) -> TotalVerdict:
    of_goals = (TotalKind.MEAN_OF_GOALS, TotalKind.WEIGHTED_MEAN_OF_GOALS, TotalKind.SUM_OF_POINTS)
    if total.kind in of_goals:
        return _of_goals(ledger, total, list(dict.fromkeys((*ledger.verdicts, *ledger.absent))))
    return _of_sections(ledger, total, sections)


# ---- of goals -----------------------------------------------------------------------------------------------------------


def _of_goals(ledger: Ledger, total: Total, goals: Sequence[str]) -> TotalVerdict:
    counting = ledger.in_force(goals)
    gone = tuple(ledger.absent[goal] for goal in goals if goal in ledger.absent)
    shares = _shares(total, ledger.worth(goals), counting)
    default = ledger.under({})
    parts = tuple(TotalPart(goal, ledger.weights[goal], shares[goal], default.scores[goal]) for goal in counting)
    form = _form(ledger, total, shares)
    adds_up = total.kind is not TotalKind.WEIGHTED_MEAN_OF_GOALS or _come_to_a_whole([ledger.weights[g] for g in goals])
    faults = _faults(adds_up, counting)
    return _verdict(ledger, total, counting, parts, gone, faults, lambda under: weighed(form, under))


def _shares(total: Total, values: Mapping[str, Fraction], counting: Sequence[str]) -> dict[str, Fraction]:
    """How much of the whole each one is: the weights of those that count, scaled up to the whole."""
    if total.kind is TotalKind.SUM_OF_SECTIONS:
        return dict.fromkeys(counting, ONE)
    if total.kind not in WEIGHTED:
        return {name: Fraction(1, len(counting)) for name in counting}
    left = sum(values[name] for name in counting)
    whole = sum(values.values()) if total.kind is TotalKind.SUM_OF_POINTS else ONE
    return {name: whole * values[name] / left for name in counting}


def _form(ledger: Ledger, total: Total, shares: Mapping[str, Fraction]) -> Form:
    """What one percent of a goal's score adds, or one point of a goal that is scored in points."""
    if total.kind is not TotalKind.SUM_OF_POINTS:
        return shares
    worth = ledger.worth(shares)
    return {goal: share / (worth[goal] if goal in ledger.in_points else FULL) for goal, share in shares.items()}


def _come_to_a_whole(weights: Sequence[Weight | None]) -> bool:
    """Points may come to any number; an amendment may have changed what percents and fractions come to."""
    given = [weight for weight in weights if weight]
    whole = sum(weight.value for weight in given) == 1 or all(weight.kind is WeightKind.POINTS for weight in given)
    return whole and len(given) == len(weights)


def _faults(adds_up: bool, counting: Sequence[str]) -> tuple[TotalFault, ...]:
    if not adds_up:
        return (TotalFault("weights-do-not-add-up"),)
    return () if counting else (TotalFault("total-of-nothing"),)


# ---- of sections --------------------------------------------------------------------------------------------------------


def _of_sections(ledger: Ledger, total: Total, sections: Sequence[SectionVerdict]) -> TotalVerdict:
    """A section without a goal in force leaves the denominator; one that has no number for another reason is a fault."""
    declared = {section.title: section for section in ledger.plan.sections}
    empty = [each for each in sections if not ledger.in_force(each.goals)]
    counting = [each for each in sections if each not in empty]
    gone = (
        *(ledger.absent[goal] for each in sections for goal in declared[each.title].goals if goal in ledger.absent),
        *(LeftOut(each.title, "nothing-in-force") for each in empty),
    )
    broken = tuple(
        TotalFault("section-without-number", each.title) for each in counting if each.total and each.total.faults
    )
    weights = {each.title: declared[each.title].weight for each in sections}
    values = {title: weight.value if weight else ONE for title, weight in weights.items()}
    shares = _shares(total, values, [each.title for each in counting])
    parts = tuple(
        TotalPart(each.title, weights[each.title], shares[each.title], each.total.range if each.total else None)
        for each in counting
    )
    bases = [
        (shares[each.title], declared[each.title].total, _section_form(ledger, declared[each.title]))
        for each in counting
    ]
    goals = [goal for each in counting for goal in ledger.in_force(each.goals)]
    faults = (*_faults(total.adds_up, [each.title for each in counting]), *broken)
    return _verdict(ledger, total, goals, parts, gone, faults, lambda under: _combined(bases, under))


def _section_form(ledger: Ledger, section: Section) -> Form:
    counting = ledger.in_force(section.goals)
    assert section.total
    return _form(ledger, section.total, _shares(section.total, ledger.worth(section.goals), counting))


def _combined(bases: Sequence[tuple[Fraction, Total | None, Form]], under: Under) -> Reach:
    """Where no section has steps all goals are weighed at once; else each section by itself, exact while they share no open fact."""
    if not any(total.steps for _, total, _ in bases if total):
        return weighed({goal: share * each for share, _, form in bases for goal, each in form.items()}, under)
    reaches = []
    for share, total, form in bases:
        assert total
        base = weighed(form, under)
        low, high = stages(total, base.range)[-1].range
        reaches.append(Reach((share * low, share * high), base.exact))
    section_of = {goal: number for number, (_, _, form) in enumerate(bases) for goal in form}
    shared = any(
        len({section_of[goal] for goal in cluster if goal in section_of}) > 1
        for cluster in set(under.clusters.of_goal.values())
    )
    whole = added(reaches)
    return Reach(whole.range, whole.exact and not shared)


# ---- over the readings --------------------------------------------------------------------------------------------------


def _verdict(
    ledger: Ledger,
    total: Total,
    goals: Sequence[str],
    parts: tuple[TotalPart, ...],
    gone: tuple[LeftOut, ...],
    faults: tuple[TotalFault, ...],
    base: Base,
) -> TotalVerdict:
    """The total under every combination of the readings of its goals, the default first."""
    every = varied_together([verdict for goal in goals if not (verdict := ledger.verdicts[goal]).override])
    reaches = [] if faults else [base(ledger.under(each)) for each in every.each]
    shown = stages(total, reaches[0].range) if reaches else ()
    ends: list[Range] = [stages(total, reach.range)[-1].range for reach in reaches]
    return TotalVerdict(
        total,
        shown[-1].range if shown else None,
        shown,
        parts,
        gone,
        faults,
        not all(reach.exact for reach in reaches),
        tuple(TotalReading(each, end) for each, end in zip(every.each, ends, strict=False)),
        deciding(
            every.varied, [(each, (str(end[0]), str(end[1]))) for each, end in zip(every.each, ends, strict=False)]
        ),
        every.cut,
        tuple(goal for goal in goals if ledger.verdicts[goal].override),
    )
