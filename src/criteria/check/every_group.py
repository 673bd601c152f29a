"""``every area has rate above its base``: a quantifier over groups that are rows of no record.

In: a quantified sentence whose words begin with the name of a column that has groups. Out: ``EveryGroup`` around its test. Holds: the name
of a record goes before that of a column, so that ``all areas`` are rows where a table is called so.
"""

from __future__ import annotations

from criteria.check import groups
from criteria.check.context import Context
from criteria.check.scopes import Group, Scope, split
from criteria.check.series import grouping, groups_of
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.plan import fold
from criteria.syntax import tree

Inside = tuple[Group, tree.Run]  # the group, and the words after its name


def of_group(ctx: Context, item: tree.Quantified, scope: Scope) -> Inside | None:
    """The group that the sentence is about."""
    run = scope.filled(item.rows.name)
    plain = item.rows.per is None and item.every is None and item.rows.where is None and not item.if_any
    if item.quantifier.kind not in ("all", "no", "some") or not plain or split(run, ctx.names.tables):
        return None
    named = split(run, {fold(name): None for name, _, _ in grouping(ctx)})
    if named is None:
        return None
    table, key = next((t, k) for name, t, k in grouping(ctx) if fold(name) == fold(named[0].text))
    ctx.names.used_columns.add((table.key, key))
    return Group(table, key, table.columns[key].type, named[0].text), named[1]


def quantified(ctx: Context, item: tree.Quantified, inside: Inside, scope: Scope) -> terms.Condition | None:
    """The test in every group, in none, or in some."""
    group, rest = inside
    text, place = ctx.words(item), item.place
    test = item.test
    if rest.words:
        test = tree.Test(rest, place=rest.place) if test is None else with_subject(test, rest)
    if test is None or without_subject(test):
        ctx.faults.error("test-expected", place, found=text)
        return None
    read = ctx.condition(test, evolve(scope, group=group))
    if read is None:
        return None
    if item.negated != (item.quantifier.kind == "no"):
        read = terms.Not(read, place=place, text=text)
    whole = groups.every(ctx, group, read, place, text)
    if not isinstance(whole, terms.EveryGroup) or item.quantifier.kind != "some":
        return whole
    each = groups_of(group.table, group.key)
    return terms.AnyOf(tuple(evolve(whole, choices=(one,), text=one) for one in each), place=place, text=text)


def with_subject(test: tree.Test, rest: tree.Run) -> tree.Test:
    """The words left over are the subject, or stand before the words of the subject."""
    subject = test.subject.value if isinstance(test.subject, tree.Timed) else test.subject
    if not isinstance(subject, tree.Run):
        return test
    words = (*rest.words, *subject.words)
    longer = tree.Run(words, " ".join(w.text for w in words), place=rest.place)
    return evolve(test, subject=evolve(test.subject, value=longer) if isinstance(test.subject, tree.Timed) else longer)


def without_subject(test: tree.Test) -> bool:
    """Whether no words say what is tested."""
    subject = test.subject.value if isinstance(test.subject, tree.Timed) else test.subject
    return isinstance(subject, tree.Run) and not subject.words
