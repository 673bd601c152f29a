"""Conditions: tests, lists, not, unless, provided that, with the words they were made of.

In: a condition of the tree and its scope. Out: a condition of the model, or None after a fault; the faults of all parts are found.
Holds: several tails are one test each of one subject; a bare date has happened, a bare yes/no is yes, a bare defined condition is its
body, in a step of its own.
"""

from __future__ import annotations

from typing import assert_never

from criteria.check import choices, definitions, groups, options, years
from criteria.check.aggregates import grouped
from criteria.check.context import Context, Meaning
from criteria.check.faults import both
from criteria.check.infer import Value, word
from criteria.check.quantifiers import amount_of, quantified
from criteria.check.scopes import DefinedName, Scope
from criteria.check.subject import Subject
from criteria.check.tails import tested
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.types import DateType, YesNoType
from criteria.syntax import tree
from criteria.syntax.words import spelling


def condition(ctx: Context, item: tree.Condition, scope: Scope) -> terms.Condition | None:
    """What must hold."""
    match item:
        case tree.Test():
            return _test(ctx, item, scope)
        case tree.Quantified():
            return quantified(ctx, item, scope)
        case tree.EveryYear():
            return years.every_year(ctx, item, scope)
        case tree.Group():
            return _group(ctx, item, scope)
        case tree.Not():
            inner = condition(ctx, item.item, scope)
            return inner and terms.Not(inner, place=item.place, text=ctx.words(item))
        case tree.Unless():
            return _pair(ctx, item, (item.item, item.exception), scope)
        case tree.ProvidedThat():
            return _pair(ctx, item, (item.item, item.condition), scope)
        case tree.Quoted():
            inner = condition(ctx, item.item, scope)
            return inner and evolve(inner, quote=item.source)
        case tree.Alternatives():
            return choices.chosen(ctx, item, scope)
        case _ as unreachable:
            assert_never(unreachable)


def _pair(
    ctx: Context, item: tree.Unless | tree.ProvidedThat, both_items: tuple[tree.Condition, tree.Condition], scope: Scope
) -> terms.Condition | None:
    first, second = (condition(ctx, part, scope) for part in both_items)
    if first is None or second is None:
        return None
    if isinstance(item, tree.Unless):
        second = terms.Not(second, place=item.exception.place, text=second.text)
    return terms.AllOf((first, second), place=item.place, text=_paired(ctx, item, both_items, first.text, second.text))


def _paired(
    ctx: Context,
    item: tree.Unless | tree.ProvidedThat,
    parts: tuple[tree.Condition, tree.Condition],
    first: str,
    second: str,
) -> str:
    """As written in one line; with a list below it, the words of the list."""
    if not isinstance(parts[1], tree.Group) or parts[1].items[0].place.line == item.place.line:
        return ctx.words(item)
    joiner = spelling(
        "UNLESS" if isinstance(item, tree.Unless) else "PROVIDED_THAT", "da" if ctx.language == "da" else "en"
    )
    return f"{first} {joiner} {second}"


# ---- lists ------------------------------------------------------------------------------------------------------------


def _group(ctx: Context, item: tree.Group, scope: Scope) -> terms.Condition | None:
    found = [condition(ctx, part, scope) for part in item.items]
    items = tuple(part for part in found if part is not None)
    if not found:
        ctx.faults.error("list-empty", item.place)
    if len(items) < len(found) or not found:
        return None
    made = _listed(ctx, item, items)
    return evolve(made, quote=item.source) if made and item.source else made


def _listed(ctx: Context, item: tree.Group, items: tuple[terms.Condition, ...]) -> terms.Condition | None:
    text, place, count = _said(ctx, item, items), item.place, item.count or 0
    if count + (item.kind == "at_most") > len(items):  # at most 2 of two is no condition
        ctx.faults.error("too-many-of", place, found=str(count), items=str(len(items)))
        return None
    match item.kind:
        case "all":
            return items[0] if len(items) == 1 else terms.AllOf(items, place=place, text=text)
        case "any":
            return terms.AnyOf(items, place=place, text=text)
        case "none":
            return terms.NumberOf(terms.Comparison.EQUAL, 0, items, place=place, text=text)
        case "exactly":
            return terms.NumberOf(terms.Comparison.EQUAL, count, items, place=place, text=text)
        case "at_least":
            return terms.NumberOf(terms.Comparison.AT_LEAST, count, items, place=place, text=text)
        case "at_most":
            more = terms.NumberOf(terms.Comparison.AT_LEAST, count + 1, items, place=place, text=text)
            return terms.Not(more, place=place, text=text)
        case _ as unreachable:
            assert_never(unreachable)


def _said(ctx: Context, item: tree.Group, items: tuple[terms.Condition, ...]) -> str:
    """A line as written; of bullets the head that says how many, and their words."""
    if len({part.place.line for part in (item, *item.items)}) == 1:
        before = ctx.words_at(evolve(item.place, end=item.items[0].place.column))
        return ctx.words(item.items if before.strip("( ") else item)  # the list after "where" starts at its first item
    listed = "; ".join(part.text for part in items)
    return listed if item.kind == "all" else f"{ctx.words_at(item.place)}: {listed}"


# ---- tests ------------------------------------------------------------------------------------------------------------


def _test(ctx: Context, item: tree.Test, scope: Scope) -> terms.Condition | None:
    per = grouped(ctx, (item.subject, *item.tails), scope) if item.every is None else None
    every = per[0] if per else item.every
    if every is None:
        return _about(ctx, item, scope)
    tables = groups.tables_in(ctx, per[1] if per else item.subject, scope)
    if years.is_year(every) and not groups.tables_with(every, tables):
        yearly = tree.EveryYear(None, evolve(item, every=None), place=item.place)
        return years.every_year(ctx, yearly, scope)
    inside = groups.grouped(ctx, scope.filled(every), tables, scope)
    if inside is None:
        return None
    group, inner = inside
    test = _about(ctx, evolve(item, every=None, groups=None), inner)
    many = amount_of(ctx, item.groups) if item.groups else None
    return groups.every(ctx, group, test, item.place, ctx.words(item), (item.groups, many)) if test else None


def _about(ctx: Context, item: tree.Test, scope: Scope) -> terms.Condition | None:
    item = years.with_base(ctx, item, scope)
    if any(isinstance(tail, tree.YearlyTail) for tail in item.tails):
        return _yearly(ctx, item, scope)
    item = options.spelled_out(ctx, item, scope)
    meaning = _meaning(ctx, item.subject, scope)
    if meaning is None:
        return None
    if not item.tails:
        return _bare(ctx, item, meaning)
    if not isinstance(meaning, Value):
        related = (meaning.place,)
        words = both("found", "condition") | both("expected", "value")
        ctx.faults.error("type-mismatch", item.subject.place, related=related, words=words)
        return None
    whole, said = ctx.words(item), ctx.words(item.subject)
    texts = [whole] if len(item.tails) == 1 else [f"{said} {ctx.words(tail)}" for tail in item.tails]
    found = [
        tested(Subject(ctx, meaning, scope, text, item.subject.place), tail)
        for tail, text in zip(item.tails, texts, strict=True)
    ]
    tests = tuple(evolve(test, place=item.place) for test in found if test is not None)
    if len(tests) < len(found):
        return None
    return tests[0] if len(tests) == 1 else terms.AllOf(tests, place=item.place, text=whole)


def _yearly(ctx: Context, item: tree.Test, scope: Scope) -> terms.Condition | None:
    """Each tail by itself: those that go from year to year look at the subject once a year."""
    found = [
        years.each_higher(ctx, evolve(item, tails=(tail,)), tail, scope)
        if isinstance(tail, tree.YearlyTail)
        else _about(ctx, evolve(item, tails=(tail,)), scope)
        for tail in item.tails
    ]
    tests = tuple(test for test in found if test is not None)
    if len(tests) < len(found):
        return None
    return tests[0] if len(tests) == 1 else terms.AllOf(tests, place=item.place, text=ctx.words(item))


def _meaning(ctx: Context, subject: tree.Expr, scope: Scope) -> Meaning | None:
    """The subject's value, or the condition that its name or application stands for."""
    run = subject.head if isinstance(subject, tree.OfChain) else subject
    if isinstance(run, tree.Run):
        named = ctx.names.look_up(scope.spelled(run.words), scope)
        if isinstance(named, DefinedName):
            argument = scope.spelled(subject.of.words) if isinstance(subject, tree.OfChain) else ()
            return definitions.defined(ctx, named.definition, argument, scope.group, subject.place, named.depth)
    return ctx.value(subject, scope)


def _bare(ctx: Context, item: tree.Test, meaning: Meaning) -> terms.Condition | None:
    """A subject alone."""
    text = ctx.words(item)
    if not isinstance(meaning, Value):
        return definitions.with_text(meaning, text, item.place)
    match meaning.type:
        case DateType() if not isinstance(meaning.term, terms.DateValue):
            return terms.Happened(meaning.term, place=item.place, text=text)
        case YesNoType():
            return terms.Holds(meaning.term, place=item.place, text=text)
    ctx.faults.error("nothing-tested", item.place, found=text, words=both("kind", word(meaning.type)))
    return None
