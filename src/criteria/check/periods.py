"""Tests of a day against a period that a row names: ``held in quarter``, ``held by their quarter``.

In: a column of a schedule, and a relation. Out: a day test against the first or the last day of the row's period. Holds: the relations
mean what they mean of a period that the plan writes out; ``inden`` is a reading here too.
"""

from __future__ import annotations

from criteria.check.context import Context
from criteria.check.limits import ITS
from criteria.check.scopes import ColumnName, Scope
from criteria.check.subject import Subject
from criteria.dates.readings import READINGS
from criteria.dates.relations import Relation
from criteria.model import terms
from criteria.model.plan import fold
from criteria.model.types import DateType
from criteria.syntax import tree

Span = tuple[terms.Term, terms.Term]


def span(ctx: Context, operand: tree.Expr, scope: Scope) -> Span | None:
    """The first and last day of the period that a column in force holds, if the words name such a column."""
    if not isinstance(operand, tree.Run):
        return None
    words = scope.spelled(operand.words)
    named = ctx.names.look_up(words, scope)
    if named is None and words and fold(words[0]) in ITS:
        named = ctx.names.look_up(words[1:], scope)
    if not isinstance(named, ColumnName) or named.key not in named.table.spans:
        return None
    ends = named.table.spans[named.key]
    ctx.names.used_columns |= {(named.table.key, key) for key in ends}
    first, last = (terms.Cell(named.table.key, key, named.depth, DateType(), place=operand.place) for key in ends)
    return first, last


def dated(about: Subject, relation: tree.DateRelation, days: Span) -> terms.Condition:
    """The subject against the period."""
    first, last = days
    match relation:
        case "by":
            return _test(about, Relation.BY, last)
        case "before":
            return _test(about, Relation.BEFORE, first)
        case "after":
            return _test(about, Relation.AFTER, last)
        case "from":
            return _test(about, Relation.FROM, first)
        case "inden":
            strict, inclusive = READINGS["inden"].values[:2]
            either = (strict, _test(about, Relation.BEFORE, first)), (inclusive, _test(about, Relation.BY, last))
            return terms.ChosenCondition("inden", either, place=about.place, text=about.text)
        case _:
            return terms.DateTest(Relation.BETWEEN, about.value.term, first, last, place=about.place, text=about.text)


def _test(about: Subject, relation: Relation, limit: terms.Term) -> terms.Condition:
    return terms.DateTest(relation, about.value.term, limit, place=about.place, text=about.text)
