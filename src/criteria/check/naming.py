"""Definitions by name, and which of them have readings.

In: the definitions of the plan and of its goals. Out: the names in force, for the plan and for each goal. Holds: a definition's name is no
fact's or record's, and stands once in its goal and in the plan; a name with readings stands once in all, since a reading is chosen by it.
"""

from __future__ import annotations

from criteria.check import row_names
from criteria.check.context import Context
from criteria.check.scopes import Definition, name_of
from criteria.model.plan import fold
from criteria.source import Place
from criteria.syntax import tree


def definitions(ctx: Context) -> None:
    """Every definition into the names in force."""
    for each in ctx.plan.definitions:
        _declare(ctx, each, ctx.names.definitions, {})
    _subsets(ctx, ctx.names.definitions)
    for goal in (*ctx.plan.goals, *(goal for amendment in ctx.plan.amendments for goal in amendment.goals)):
        ctx.faults.goal = goal.id
        local = ctx.goals.setdefault(goal.place, {})
        for each in goal.definitions:
            _declare(ctx, each, local, local)
        _subsets(ctx, local)
    ctx.faults.goal = None


def _subsets(ctx: Context, declared: dict[str, Definition]) -> None:
    for made in declared.values():
        if made.tree.is_subset:
            row_names.resolved(ctx, made, declared)


def _declare(ctx: Context, each: tree.Definition, into: dict[str, Definition], local: dict[str, Definition]) -> None:
    name = name_of(each.name.words)
    key = fold(name)
    made = Definition(name, each, local)
    if each.about and not each.is_subset:
        if row_names.declare_test(ctx, each, into, made):
            ctx.every_definition.append(made)
            _readings(ctx, made)
        return
    other = _taken(ctx, key) or (into[key].tree.place if key in into else None)
    if other:
        ctx.faults.error("duplicate-definition", each.place, related=(other,), name=name)
        return
    into[key] = made
    ctx.every_definition.append(made)
    _readings(ctx, made)


def _taken(ctx: Context, key: str) -> Place | None:
    """Where a fact, a record or a definition of the plan with this name stands."""
    if fact := ctx.names.facts.get(key) or ctx.names.series.get(key):
        return fact.place
    if table := ctx.names.tables.get(key):
        return table.place
    definition = ctx.names.definitions.get(key)
    return definition.tree.place if definition else None


def _readings(ctx: Context, made: Definition) -> None:
    first: dict[str, tree.DefinitionReading] = {}
    for each in made.tree.readings:
        before = first.setdefault(fold(each.name.value), each)
        if before is not each:
            ctx.faults.error("duplicate-reading", each.place, related=(before.place,), name=each.name.value)
    if len(first) > 1:
        key = fold(made.name)
        names = tuple(r.name.value for r in first.values())
        if (
            key in ctx.with_readings
            and _same_goal(ctx, made, ctx.with_readings[key])
            and ctx.chosen[made.name] == names
        ):
            return  # another version of the same goal has the same readings of it
        if key in ctx.with_readings:
            related = (ctx.with_readings[key].tree.place,)
            ctx.faults.error("readings-share-name", made.tree.place, related=related, name=made.name)
        else:
            ctx.with_readings[key] = made
            ctx.chosen[made.name] = names


def _same_goal(ctx: Context, one: Definition, other: Definition) -> bool:
    """Whether two definitions stand in versions of one goal."""
    blocks = (*ctx.plan.goals, *(goal for amendment in ctx.plan.amendments for goal in amendment.goals))
    homes = [{block.id for block in blocks if made.tree in block.definitions} for made in (one, other)]
    return one.name == other.name and bool(homes[0] & homes[1])
