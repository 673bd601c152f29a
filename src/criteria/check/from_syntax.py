"""The check: from the tree of a plan to the plan that evaluators read.

In: the tree of one file. Out: the ``Plan`` and every finding of one run, in the order of their places; no plan when one is an error.
Holds: nothing is raised; each pass below adds to what the passes before it have put into the context.
"""

from __future__ import annotations

from criteria.check import choices, columns, conditions, definitions, moments, values
from criteria.check.acceptances import acceptances
from criteria.check.amendments import amendments
from criteria.check.columns import spellings
from criteria.check.context import Context, Readers
from criteria.check.declarations import facts
from criteria.check.each import asking
from criteria.check.examples import examples
from criteria.check.faults import Faults
from criteria.check.goals import goals
from criteria.check.header import checksum, closing, period, record_closes, settled
from criteria.check.lookalikes import lookalikes
from criteria.check.naming import definitions as name_definitions
from criteria.check.scales import scale_of
from criteria.check.scopes import Definition, Group, Names
from criteria.check.sections import summed_up
from criteria.check.series import indexed
from criteria.check.suggestions import unknown
from criteria.check.tables import record, tables
from criteria.check.unused import unused
from criteria.diagnostics import Diagnostic, has_errors
from criteria.model.plan import FactDeclaration, Plan
from criteria.syntax import tree

_READERS = Readers(values.value, moments.moment, conditions.condition, definitions.defined, columns.column)


def check(plan: tree.PlanTree) -> tuple[Plan | None, list[Diagnostic]]:
    """The plan, or None, and what was found."""
    ctx = Context(plan, Faults(), Names(), _READERS)
    try:
        found = _plan(ctx)
    except RecursionError:  # nesting is limited by the parser and by each reader; this is the last net
        ctx.faults.error("nested-too-deep", plan.place, limit="100")
        found = None
    findings = ctx.faults.in_order
    return (None if has_errors(findings) else found), findings


def _plan(ctx: Context) -> Plan:
    ctx.whole = ctx.period = period(ctx)
    closes = record_closes(ctx)
    ctx.scale = scale_of(ctx, ctx.plan.scale)
    facts(ctx)
    tables(ctx)
    indexed(ctx)
    name_definitions(ctx)
    choices.declare(ctx)
    lookalikes(ctx)
    _computed(ctx)
    said = settled(ctx)
    found = goals(ctx)
    amended = amendments(ctx, found)
    total = summed_up(ctx, found, amended)
    _spare_definitions(ctx)
    shown = examples(ctx, (*found, *(goal for each in amended for goal in each.goals)), said, total)
    if not has_errors(ctx.faults.found):
        unused(ctx)
    if not found:
        ctx.faults.warning("no-goals", ctx.plan.place)
    return Plan(
        title=ctx.plan.title.value if ctx.plan.title else "",
        language=ctx.language,
        period=ctx.period,
        record_closes=closes,
        closing=closing(ctx),
        settled=said,
        definitions=dict(ctx.chosen),
        facts={fact.path: fact for fact in sorted(ctx.names.facts.values(), key=_as_declared)},
        records={t.key: record(t, dict(t.columns)) for t in ctx.names.tables.values()},
        goals=found,
        amendments=amended,
        examples=shown,
        names={spelling: fact.path for spelling, fact in ctx.names.facts.items()},
        source=ctx.plan.source_file,
        sections=total.sections,
        total=total.total,
        counts=total.counts,
        series=tuple({each.path: each for each in ctx.names.series.values()}.values()),
        quoted_source=ctx.plan.source.value if ctx.plan.source else "",
        checksum=checksum(ctx),
        accepted=acceptances(ctx),
    )


def _as_declared(fact: FactDeclaration) -> tuple[int, int]:
    """Line by line; the values of a series, which are declared as they are asked for, year by year."""
    return fact.place.line, fact.year or 0


def _computed(ctx: Context) -> None:
    """Every computed column, whether a goal needs it or not."""
    for table in dict.fromkeys(ctx.names.tables.values()):
        for key in table.computed:
            ctx.column(table, key)


def _spare_definitions(ctx: Context) -> None:
    """Definitions that nothing uses are read too, for the sake of their faults, where that needs no argument."""
    for definition in ctx.every_definition:
        if not definition.used and not definition.tree.parameter:
            goal = next((place for place, own in ctx.goals.items() if definition in own.values()), ctx.plan.place)
            with asking(ctx, *ctx.asked.get(goal, (None, None))):
                _read(ctx, definition)


def _read(ctx: Context, definition: Definition) -> None:
    group, per = _any_group(ctx, definition), definition.tree.per
    if per and group is None:
        columns = (name for table in ctx.names.tables.values() for name in spellings(table))
        unknown(ctx, per.text, per.place, columns, "column")
    else:
        ctx.readers.defined(ctx, definition, (), group, definition.tree.place)


def _any_group(ctx: Context, definition: Definition) -> Group | None:
    """Some group that the definition could be read in."""
    per = definition.tree.per
    for table in ctx.names.tables.values() if per else ():
        key = table.column(w.text for w in per.words) if per else None
        column = ctx.column(table, key) if key else None
        if per and key and column:
            return Group(table, key, column.type, per.text)
    return None
