"""Units that the words leave open.

In: a plan. Out: ``percent-or-point``, where the source says percentage points and the rule computes percent; ``percent-of-percent``,
where a percentage is taken of a percentage; ``undeclared-unit``, where a share of rows may be meant as a share of what the rows stand
for. Holds: a definition with readings, or a sum, has said what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from criteria.analyse.findings.made import asked, every_goal, finding, nodes
from criteria.diagnostics import Diagnostic
from criteria.model import terms as t
from criteria.model.plan import Column, Goal, Plan, Record
from criteria.model.types import NumberType, Unit
from criteria.source import Place

_POINT = re.compile(r"(?:%|\bpct\.?|\bprocent|\bpercent(?:age)?)[\s\u00a0-]*point", re.IGNORECASE)

_PERCENT = re.compile(r"\d\s*(?:%|pct\b\.?|procent\b|percent\b)", re.IGNORECASE)

_PERCENT_OF = re.compile(r"\b(?:percent of|procent af|pct\. af)\b", re.IGNORECASE)


def find(plan: Plan) -> Iterator[Diagnostic]:
    """For each goal."""
    for goal in every_goal(plan):
        yield from _points(plan, goal)
        yield from _nested(plan, goal)
        yield from _counted(plan, goal)


# ---- percent and percentage points ------------------------------------------------------------------------------------


def _points(plan: Plan, goal: Goal) -> Iterator[Diagnostic]:
    """The first of a goal. The nearest words count: those of the bullet, of the level, of the goal, of the fact."""
    for level in goal.levels:
        for node, quote in _quoted(level.literal, level.quote or goal.quote):
            match node:
                case t.Compare(unit=Unit.PERCENT) | t.Between(unit=Unit.PERCENT):
                    said = (_POINT.search(each) for each in (quote, goal.quote, *_labels(node, plan)))
                    unit = ("percent", "procent")
                case t.Compare(unit=Unit.PERCENTAGE_POINT) | t.Between(unit=Unit.PERCENTAGE_POINT):
                    said = (each for each in (_PERCENT.search(quote),) if not _POINT.search(quote))
                    unit = ("percentage points", "procentpoint")
                case _:
                    continue
            if found := next(filter(None, said), None):
                text, words = node.text, found[0]
                yield finding(
                    "percent-or-point", node.place, goal.id, found=text, said=words, unit=unit[0], unit_da=unit[1]
                )
                return


def _quoted(node: t.Condition, quote: str) -> Iterator[tuple[t.Condition, str]]:
    """Every condition, with the words of the source it stands for."""
    quote = node.quote or quote
    yield node, quote
    match node:
        case t.AllOf(items) | t.AnyOf(items) | t.NumberOf(items=items):
            for item in items:
                yield from _quoted(item, quote)
        case t.Not(item):
            yield from _quoted(item, quote)
        case t.ChosenCondition(alternatives=alternatives):
            for _, item in alternatives:
                yield from _quoted(item, quote)
        case t.EveryGroup(test=test) | t.SomeGroups(test=test):
            yield from _quoted(test, quote)


def _labels(node: object, plan: Plan) -> Iterator[str]:
    """What the facts inside are called and said to be."""
    for each in nodes(node):
        if isinstance(each, t.Fact) and each.path in plan.facts:
            yield plan.facts[each.path].label


def _nested(plan: Plan, goal: Goal) -> Iterator[Diagnostic]:
    for condition in asked(goal):
        for node in nodes(condition):
            if isinstance(node, t.PercentOf) and _is_percent(node.base):
                # Growth, and so much above something else, say plainly what they are.
                if _PERCENT_OF.search(said := _words(plan, node.place)):
                    yield finding("percent-of-percent", node.place, goal.id, found=said)
                    return


def _is_percent(term: t.Term) -> bool:
    match term:
        case t.Share():
            return True
        case t.Fact(type=type_) | t.Cell(type=type_):
            return isinstance(type_, NumberType) and type_.unit is Unit.PERCENT
        case _:
            return False


def _words(plan: Plan, place: Place) -> str:
    """The words of a place within its line."""
    return plan.source.line(place.line)[place.column - 1 : place.end - 1 if place.end else None].strip()


# ---- what a share counts ----------------------------------------------------------------------------------------------


def _counted(plan: Plan, goal: Goal) -> Iterator[Diagnostic]:
    """Shares of rows that stand for several things each, outside definitions with readings."""
    for condition in asked(goal):
        for node in nodes(condition, readings=False):
            match node:
                case t.Share(rows=rows) | t.Quantified(quantity=t.Quantity.SHARE, rows=rows):
                    record = plan.records[rows.record]
                    told = {each.column for each in nodes((rows, node.test)) if isinstance(each, t.Cell)}
                    if other := _amounts(plan, record, told):
                        owner, column = other
                        said, related = _words(plan, node.place), (owner.place,)
                        name, by = record.name, column.name
                        yield finding(
                            "undeclared-unit", node.place, goal.id, related=related, found=said, name=name, column=by
                        )
                        return


def _amounts(plan: Plan, record: Record, told: set[str]) -> tuple[Record, Column] | None:
    """A column that says how many each row stands for, of a table in the plan that counts them: of these rows, or one that counts these
    rows by a kind which the share itself does not name."""
    for table in (record, *plan.records.values()):
        counted = {rows.record for column in table.columns.values() for rows in _counts(column)}
        kinds = table.columns.keys() & record.columns.keys() - told
        column = next((each for each in table.columns.values() if _is_amount(each)), None)
        if table.rows is not None and column and counted and (table is record or (record.key in counted and kinds)):
            return table, column
    return None


def _counts(column: Column) -> Iterator[t.Rows]:
    """What a column of the plan counts."""
    for node in nodes(column.computed):
        if isinstance(node, t.Count):
            yield node.rows


def _is_amount(column: Column) -> bool:
    return isinstance(column.type, NumberType) and column.type.unit is Unit.NUMBER and column.computed is None
