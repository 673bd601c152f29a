"""``reading "each" TEST`` beside ``reading "pooled" TEST``: one condition that can be read in several ways.

In: the alternatives of the tree. Out: ``ChosenCondition``, under the name by which a reading of it is chosen. Holds: a condition that
has no name of its own is called after its goal; the same name stands for the same readings, wherever it is given.
"""

from __future__ import annotations

from criteria.check.context import Context, walk
from criteria.check.scopes import Scope, name_of
from criteria.model import terms
from criteria.model.plan import fold
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.words import spelling


def declare(ctx: Context) -> None:
    """Every such condition of the plan by its name, before a reading is settled or a condition read."""
    for each in ctx.plan.definitions:
        _declare_all(ctx, each, name_of(each.name.words))
    for goal in ctx.plan.goals:
        ctx.faults.goal = goal.id
        for definition in goal.definitions:
            _declare_all(ctx, definition, name_of(definition.name.words))
        _declare_all(ctx, goal.levels, f"goal {goal.id}")  # in both surfaces, as in the JSON of a verdict
    ctx.faults.goal = None


def _declare_all(ctx: Context, node: object, called: str) -> None:
    for item in walk(node):
        if isinstance(item, tree.Alternatives):
            name = _declared(ctx, item, name_of(item.name.words) if item.name else called)
            if name:
                ctx.choice_names[item.place] = name


def chosen(ctx: Context, item: tree.Alternatives, scope: Scope) -> terms.Condition | None:
    """The condition, each alternative read; None after a fault in one of them."""
    name = ctx.choice_names.get(item.place)
    found = [(each.name.value, _read(ctx, each, scope)) for each in item.readings]
    known = tuple((value, condition) for value, condition in found if condition is not None)
    word = spelling("READING_LINE", "da" if ctx.language == "da" else "en")
    said = " / ".join(f'{word} "{value}": {condition.text}' for value, condition in known)
    return (
        terms.ChosenCondition(name, known, place=item.place, text=said) if name and len(known) == len(found) else None
    )


def _read(ctx: Context, each: tree.DefinitionReading, scope: Scope) -> terms.Condition | None:
    value = each.value
    return ctx.condition(value, scope) if isinstance(value, tree.Condition) else None


def _declared(ctx: Context, item: tree.Alternatives, name: str) -> str | None:
    """The name as first written, or None after a fault."""
    values = tuple(each.name.value for each in item.readings)
    first: dict[str, tree.DefinitionReading] = {}
    for each in item.readings:
        before = first.setdefault(fold(each.name.value), each)
        if before is not each:
            ctx.faults.error("duplicate-reading", each.place, related=(before.place,), name=each.name.value)
            return None
    if len(values) < 2:
        ctx.faults.error("one-reading", item.place, found=values[0])
        return None
    known = {fold(said): said for said in ctx.chosen}.get(fold(name))
    if known is None:
        ctx.chosen[name] = values
        ctx.chosen_at[name] = item.place
        return name
    if [fold(value) for value in ctx.chosen[known]] != list(first):
        kind = "readings-differ-by-name" if item.name else "readings-need-name"
        ctx.faults.error(kind, item.place, related=_other(ctx, known), name=known)
        return None
    return known


def _other(ctx: Context, name: str) -> tuple[Place, ...]:
    """Where the other condition or definition of this name stands."""
    definition = ctx.with_readings.get(fold(name))
    place = definition.tree.place if definition else ctx.chosen_at.get(name)
    return (place,) if place else ()
