"""The examples inside a plan: names checked, values left as text for the facts layer.

In: the example blocks of the tree. Out: ``Example``s. Holds: goals, facts, records, columns, readings and levels are those of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from criteria.check.columns import spellings
from criteria.check.context import Context
from criteria.check.expected_of import Given, expected_of
from criteria.check.faults import both
from criteria.check.header import reading
from criteria.check.moments import day
from criteria.check.scales import expected
from criteria.check.scopes import name_of
from criteria.check.sections import SummedUp
from criteria.check.suggestions import unknown
from criteria.check.totals import in_unit
from criteria.model.plan import Example, Expectation, GivenRows, GivenText, Goal, fold
from criteria.model.totals import Total, TotalExpectation
from criteria.nearest import nearest
from criteria.syntax import tree


def examples(
    ctx: Context, goals: tuple[Goal, ...], settled: Mapping[str, str], summed_up: SummedUp
) -> tuple[Example, ...]:
    """Every example of the plan."""
    ids = {goal.id: goal for goal in goals}
    return tuple(_example(ctx, block, ids, settled, summed_up) for block in ctx.plan.examples)


def _example(
    ctx: Context, block: tree.ExampleBlock, goals: Mapping[str, Goal], settled: Mapping[str, str], summed_up: SummedUp
) -> Example:
    given = tuple(found for item in block.given if (found := _given(ctx, item)))
    of_goals = [item for item in block.expect if isinstance(item, tree.Expectation)]
    of_totals = [item for item in block.expect if isinstance(item, tree.TotalExpectation)]
    expect = tuple(said for item in of_goals if (said := _expectation(ctx, item, goals, settled, given)))
    totals = tuple(each for item in of_totals if (each := _of_total(ctx, item, settled, summed_up)))
    as_of = day(ctx, block.as_of) if block.as_of else None
    return Example(block.title.value, given, as_of, expect, totals, place=block.place)


def _of_total(
    ctx: Context, item: tree.TotalExpectation, settled: Mapping[str, str], summed_up: SummedUp
) -> TotalExpectation | None:
    """The least and the most that a total is to come to, in its unit."""
    section = item.section.value if item.section else None
    declared: Total | None = summed_up.total
    if item.section:
        known = {fold(each.title): each for each in summed_up.sections}
        found = known.get(fold(item.section.value))
        if found is None:
            near = nearest(item.section.value, [each.title for each in known.values()])
            ctx.faults.error("undefined-section", item.section.place, found=item.section.value, suggestion=near)
            return None
        section, declared = found.title, found.total
    if declared is None and not item.section and ctx.plan.totals:
        return None
    if declared is None:
        words = both("name", "the-section" if item.section else "the-plan")
        ctx.faults.error("total-expected", item.place, words=words)
        return None
    low, high = in_unit(ctx, item.low, declared.unit), in_unit(ctx, item.high, declared.unit)
    chosen = _readings(ctx, item.readings, settled)
    if low is None or high is None:
        return None
    return TotalExpectation(section, tuple(chosen.items()), low, high, declared.unit, place=item.place)


def _given(ctx: Context, item: tree.GivenValue | tree.GivenRecord) -> GivenText | GivenRows | None:
    if isinstance(item, tree.GivenRecord):
        return _rows(ctx, item)
    name = name_of(item.path)
    fact = ctx.names.facts.get(fold(name))
    if fact is None:
        unknown(ctx, name, item.place, (f.name for f in ctx.names.facts.values()), "fact")
        return None
    return GivenText(fact.path, item.text, place=item.value_place)


def _rows(ctx: Context, item: tree.GivenRecord) -> GivenRows | None:
    name = name_of(item.name)
    table = ctx.names.tables.get(fold(name))
    if table is None:
        unknown(ctx, name, item.place, (t.name for t in ctx.names.tables.values()), "record")
        return None
    keys: list[str] = []
    for cell in item.header:
        key = table.column((cell.text,))
        if key is None or key in table.computed:
            unknown(ctx, cell.text, cell.place, spellings(table, computed=False), "column")
        else:
            keys.append(key)
    if len(keys) < len(item.header):
        return None
    rows = tuple(tuple((key, cell.text, cell.place) for key, cell in zip(keys, row, strict=True)) for row in item.rows)
    return GivenRows(table.key, rows, place=item.place)


def _expectation(
    ctx: Context, item: tree.Expectation, goals: Mapping[str, Goal], settled: Mapping[str, str], given: Given
) -> Expectation | None:
    if item.goal not in goals:
        unknown(ctx, item.goal, item.place, goals, "goal")
        return None
    levels = tuple(step.id for said in item.levels if (step := expected(ctx, goals[item.goal], said, item.place)))
    subject = expected_of(ctx, item, goals[item.goal], given)
    readings = _readings(ctx, item.readings, settled)
    return None if subject is None else Expectation(item.goal, readings, levels, subject, place=item.place)


def _readings(ctx: Context, lines: Iterable[tree.ReadingLine], settled: Mapping[str, str]) -> dict[str, str]:
    """The readings after ``with``."""
    readings: dict[str, str] = {}
    for line in lines:
        chosen = reading(ctx, line)
        if chosen:
            name, value = chosen
            if settled.get(name, value) != value:
                ctx.faults.error("reading-settled", line.place, name=name, value=settled[name])
            readings[name] = value
    return readings
