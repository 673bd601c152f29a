"""The quantities of a goal as truths about where they lie.

In: the axes of a goal's ladder. Out: for each ``Lies``; which axes rest on the same facts. Holds: a quantity is looked at under the
readings that its own words use, so that one that does not change is one column. Raises ``Uncolumned``.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from criteria.columnar.amounts import amount
from criteria.columnar.desk import Desk
from criteria.columnar.expressions import Truth, every, negated
from criteria.columnar.lies import Lies, days_lie, numbers_lie, texts_lie, truth_lies
from criteria.columnar.moments import moment
from criteria.columnar.texts import text
from criteria.columnar.truths import truth
from criteria.frozen import frozen
from criteria.ladder.cells import Axis, texts_of
from criteria.ladder.quantities import Kind, Quantity
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.model.plan import Plan


@frozen(eq=False)
class Placed:
    """Where a quantity lies, and the facts and records that it rests on."""

    lies: Lies
    support: frozenset[str]


def placed(desk: Desk, axis: Axis, base: Mapping[str, str]) -> Placed:
    """One quantity."""
    desk.readings = {**base, **dict(axis.quantity.readings)}
    desk.groups = axis.quantity.groups
    return Placed(where_it_lies(desk, axis), frozenset(_support(desk, axis.quantity.node)))


def where_it_lies(desk: Desk, axis: Axis) -> Lies:
    """One quantity, in the readings and rows that are in force at the desk."""
    node = axis.quantity.node
    match axis.quantity.kind:
        case Kind.DAYS:
            return days_lie(desk, axis, moment(desk, node))  # type: ignore[arg-type]
        case Kind.NUMBERS:
            return numbers_lie(desk, axis, amount(desk, node))  # type: ignore[arg-type]
        case Kind.TEXTS:
            found, codes = text(desk, node)  # type: ignore[arg-type]
            return texts_lie(axis, found, codes, texts_of(node))
        case Kind.TRUTH:
            asked = truth(desk, node)  # type: ignore[arg-type]
            return truth_lies(axis, asked.holds, asked.known, asked.rest, free=asked.free)


def may_be_void(plan: Plan, quantity: Quantity) -> bool:
    """A share of rows that may be none at all."""
    if not isinstance(quantity.node, t.Share):
        return False
    of = quantity.node.rows
    return bool(of.where or of.excluded) or not plan.records[of.record].rows


def _support(desk: Desk, node: t.Term | t.Condition) -> set[str]:
    """The facts and records that a quantity looks at."""
    found = set()
    for part in walk(node, desk.plan):
        match part:
            case t.Fact(path):
                found.add(path)
            case t.Rows(record) | t.Cell(record) | t.EveryGroup(record) | t.SomeGroups(record):
                if desk.plan.records[record].rows is None:
                    found.add(f"rows of {record}")
            case _:
                pass
    return found


def entangled(every_one: list[Placed]) -> list[Truth]:
    """Two quantities that are both open and rest on the same facts: the cells of the one may rule out cells of the other."""
    pairs = combinations([each for each in every_one if each.lies.open is not False], 2)
    return [_together(one.lies, other.lies) for one, other in pairs if one.support & other.support]


def _together(one: Lies, other: Lies) -> Truth:
    """Where the rows that may still come are others, only rows that are there can join them."""
    if one.growth.apart(other.growth):
        return every(negated(one.settled), negated(other.settled))
    return every(one.open, other.open)
