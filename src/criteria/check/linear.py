"""Scores along a line: ``score of wait linear from 0% at 12 days to 100% at 8 days``.

In: the line of a goal's block. Out: a ``Linear``, or None after a fault. Holds: the points are in the quantity's own unit and go one way;
no score in percent is above the whole; all are in percent, or all in points.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.check import quantities
from criteria.check.arithmetic import is_number
from criteria.check.context import Context
from criteria.check.scales import score
from criteria.check.scopes import Scope
from criteria.check.subject import Subject
from criteria.model import terms
from criteria.model.plan import Linear
from criteria.model.scale import Scale, scored
from criteria.model.types import Unit
from criteria.syntax import tree

_WHOLE = Fraction(100)
Point = tuple[Fraction, Fraction, bool, Unit]  # value, score, whether in points, unit


def linear(ctx: Context, block: tree.GoalBlock, scope: Scope) -> tuple[Linear, Scale] | None:
    """The line of a goal, and the scale from its best score to its lowest."""
    line = block.linear
    if line is None:
        return None
    _alone(ctx, block, line)
    value = ctx.value(line.value, scope)
    provided = ctx.condition(line.provided, scope) if line.provided else None
    if value is None or not is_number(ctx, value, line.value.place) or (line.provided and provided is None):
        return None
    about = Subject(ctx, value, scope, ctx.words(line.value), line.value.place)
    read = [_point(about, point) for point in line.points]
    points = [point for point in read if point]
    if len(points) < len(read) or not _one_way(ctx, line, points):
        return None
    known: terms.Condition = terms.Known(value.term, place=line.value.place, text=about.text)
    tested = terms.AllOf((known, provided), place=line.place, text="") if provided else known
    ordered = tuple(sorted((at, of) for at, of, _, _ in points))
    found = Linear(value.term, ordered, points[0][3], tested, provided, ctx.words(line), place=line.place)
    steps = tuple(scored(each) for each in dict.fromkeys((found.highest, found.lowest)))
    return found, Scale(steps, points[0][2], place=line.place)


def _alone(ctx: Context, block: tree.GoalBlock, line: tree.LinearLine) -> None:
    """A goal on a line has no levels, no judge and no steps."""
    other = next(iter(block.levels), None) or block.judged or block.scale
    if other:
        ctx.faults.error("linear-and-levels", line.place, related=(other.place,), name=block.id)


def _point(about: Subject, point: tree.LinearPoint) -> Point | None:
    read = score(about.ctx, point.score)
    limit = quantities.compared(about, tree.CompareTail("at_least", point.at, place=point.at.place))
    if read is None or limit is None:
        return None
    assert isinstance(limit, terms.Compare)
    assert isinstance(limit.right, terms.Number)
    if not read[1] and read[0] > _WHOLE:
        about.ctx.faults.error("score-above-whole", point.score.place, found=point.score.text)
        return None
    at = -limit.right.value if point.negative else limit.right.value
    return at, read[0], read[1], limit.unit


def _one_way(ctx: Context, line: tree.LinearLine, points: list[Point]) -> bool:
    """The values rise from point to point, or fall."""
    if len({in_points for _, _, in_points, _ in points}) > 1:
        ctx.faults.error("scale-mixed", line.place, found=ctx.words(line))
        return False
    values = [at for at, _, _, _ in points]
    goes = values == sorted(set(values)) or values == sorted(set(values), reverse=True)
    if not goes:
        ctx.faults.error("linear-order", line.place, found=ctx.words(line))
    return goes
