"""``all``, ``no``, ``some``, ``at least 2``, ``≥60% of`` rows, with their test, per group.

In: a quantified sentence. Out: ``Quantified``, within ``EveryGroup`` when it says ``per`` or ``in every``. Holds: without a verb the words
left over after the record's or column's name are the test's subject.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.check import every_group, groups, plurals, recurring, rows
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.literals import MAX_DIGITS, Amount, amount
from criteria.check.scopes import Group, Scope, Table, cut, split
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.types import Unit
from criteria.syntax import tree

_NOT = {"en": "not", "da": "ikke"}
_KINDS = {kind.value: kind for kind in terms.Quantity}


def quantified(ctx: Context, item: tree.Quantified, scope: Scope) -> terms.Condition | None:
    """The condition of the sentence."""
    around = every_group.of_group(ctx, item, scope)
    if around:
        return every_group.quantified(ctx, item, around, scope)
    start = rows.named(ctx, scope.filled(item.rows.name), scope)
    if start is None:
        return None
    table, rest = start
    if recurring.recurs(item, table):
        return _again(ctx, item, table, scope)
    if (
        item.groups
        and item.every is not None
        and table.column(w.text for w in plurals.singular(item.every, table).words) is None
    ):
        ctx.faults.error("recurring-stretch", item.place, found=item.every.text)
        return None
    per, rest = _per(table, item, rest, scope)
    group: Group | None = None
    if per:
        inside = groups.grouped(ctx, per, [table], scope)
        if inside is None:
            return None
        group, scope = inside
    test = _test(ctx, item, table, rest, scope)
    found = rows.rows(ctx, evolve(item.rows, per=None), scope)
    size = amount_of(ctx, item.quantifier)
    if found is None or isinstance(test, _Fault) or isinstance(size, _Fault):
        return None
    text = ctx.words(item)
    whole = _made(item, found.rows, test, size, text)
    many = amount_of(ctx, item.groups) if item.groups else None
    return groups.every(ctx, group, whole, item.place, text, (item.groups, many)) if group else whole


def _again(ctx: Context, item: tree.Quantified, table: Table, scope: Scope) -> terms.Condition | None:
    """The sentence in each stretch of the calendar."""
    found = recurring.windows(ctx, item)
    once = quantified(ctx, recurring.plain(item), scope)
    return recurring.asked(ctx, item, once, found, table) if once and found else None


def _made(
    item: tree.Quantified, found: terms.Rows, test: terms.Condition | None, size: terms.Number | None, text: str
) -> terms.Condition:
    quantifier = item.quantifier
    kind, relation = _KINDS[quantifier.kind], terms.Comparison(quantifier.relation or "at_least")
    if test is None and kind in _BARE:  # "no late trips": how many there are, and none is an answer too
        kind, relation, size = terms.Quantity.COUNT, *_BARE[kind]
    return terms.Quantified(kind, found, test, relation, size, item.if_any, place=item.place, text=text)


_BARE = {
    terms.Quantity.SOME: (terms.Comparison.AT_LEAST, terms.Number(Fraction(1), Unit.NUMBER)),
    terms.Quantity.NO: (terms.Comparison.EQUAL, terms.Number(Fraction(0), Unit.NUMBER)),
}


class _Fault:
    """A part that could not be read; its finding has been made."""


_FAULT = _Fault()


def _per(table: Table, item: tree.Quantified, rest: tree.Run, scope: Scope) -> tuple[tree.Run | None, tree.Run]:
    """The group's column, and the words left over after it or after the record's name."""
    per = item.rows.per or item.every
    if per is None:
        return None, rest
    per = scope.filled(per)
    parted = split(per, table.spelled)
    if parted is None:
        return cut(per, 1)[0], rest
    return parted[0], parted[1] if parted[1].words else rest


def _test(
    ctx: Context, item: tree.Quantified, table: Table, rest: tree.Run, scope: Scope
) -> terms.Condition | _Fault | None:
    """The test of each row; its subject may be the words left over."""
    inner = scope.within(table)
    test = item.test
    if rest.words:
        test = tree.Test(rest, place=rest.place) if test is None else every_group.with_subject(test, rest)
    if test is None:
        if item.quantifier.kind in ("some", "no", "count"):
            return None
        ctx.faults.error("test-expected", item.place, found=ctx.words(item))
        return _FAULT
    if isinstance(test.subject, tree.Run) and not test.subject.words and isinstance(test.tails[0], tree.RankTail):
        test = evolve(test, subject=test.tails[0].by)
    if every_group.without_subject(test):
        ctx.faults.error("test-expected", item.place, found=ctx.words(item))
        return _FAULT
    read = ctx.condition(test, inner)
    if read and item.negated:
        read = terms.Not(read, place=item.place, text=f"{_NOT[ctx.language]} {read.text}")
    return read or _FAULT


def amount_of(ctx: Context, quantifier: tree.Quantifier) -> terms.Number | _Fault | None:
    """How many, or which share; ``4 out of 5`` is a share of whole rows."""
    run, whole = quantifier.amount, quantifier.out_of
    if run is None:
        return None
    if whole is not None:
        part, of = _number(ctx, run, Unit.NUMBER), _number(ctx, whole, Unit.NUMBER)
        if isinstance(part, _Fault) or isinstance(of, _Fault):
            return _FAULT
        return _share(ctx, run, part.value / of.value if of.value else Fraction(2))
    share = quantifier.kind == "share"
    found = _number(ctx, run, Unit.PERCENT if share else Unit.NUMBER)
    return _share(ctx, run, found.value) if share and not isinstance(found, _Fault) else found


def _share(ctx: Context, run: tree.Run, value: Fraction) -> terms.Number:
    if value > 1:
        ctx.faults.warning("above-whole", run.place, found=run.text)
    return terms.Number(value, Unit.PERCENT, place=run.place)


def _number(ctx: Context, run: tree.Run, unit: Unit) -> terms.Number | _Fault:
    """A percentage, or a whole number."""
    found = amount(tuple(w.text for w in run.words), ctx.language)
    if isinstance(found, Amount) and found.unit is unit and (unit is Unit.PERCENT or found.value.denominator == 1):
        return terms.Number(found.value, unit, place=run.place)
    if found is None or isinstance(found, Amount):
        words = both("expected", "percent" if unit is Unit.PERCENT else "count")
        ctx.faults.error("amount-expected", run.place, found=run.text, words=words)
    else:
        ctx.faults.error(found.kind, run.place, found=run.text, suggestion=found.suggestion, limit=str(MAX_DIGITS))
    return _FAULT
