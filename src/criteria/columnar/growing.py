"""Logs that may still grow: what a row can be that has not happened yet.

In: rows of a log, perhaps a test of them, the clock. Out: whether such a row can pass, can fail, and which rows these are. Holds: the
reference is asked, of a log without rows; where it would have to know a fact of the subject, nothing is ruled out. Raises ``Uncolumned``.
"""

from __future__ import annotations

from criteria.columnar.desk import At, Desk, Uncolumned
from criteria.evaluate.levels import ground_of
from criteria.evaluate.rows import FAIL, OUT, PASS, tally
from criteria.evaluate.sought import extras
from criteria.evaluate.worlds import Choices, Env, Extras, RowRef, World
from criteria.facts.record import Facts, RecordRows
from criteria.frozen import frozen
from criteria.ladder.domains import LATEST
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.source import Place


@frozen
class Growth:
    """What further rows can be, any number of them; ``rows``: which rows these are. ``loose``: perhaps they can be less than that."""

    passing: bool = False
    failing: bool = False
    rows: Extras | None = None
    loose: bool = False

    def apart(self, other: Growth) -> bool:
        """Whether no further row is counted in both."""
        return self.rows is not None and other.rows is not None and not self.rows.overlaps(other.rows)

    @property
    def any(self) -> bool:
        """Whether a further row can belong."""
        return self.passing or self.failing


NONE = Growth()


def growth(desk: Desk, of: t.Rows, test: t.Condition | None) -> Growth:
    """Of these rows; without a test every one of them passes."""
    clock = desk.clock
    if not desk.plan.records[of.record].is_log or clock.as_of is None or clock.closed or clock.today >= LATEST:
        return NONE
    key = desk.key("growth", of, test)
    if key not in desk.known:
        desk.known[key] = _asked(desk, of, test)
    found = desk.known[key]
    assert isinstance(found, Growth)
    return found


def _asked(desk: Desk, of: t.Rows, test: t.Condition | None) -> Growth:
    parts = [*walk(of, desk.plan), *(walk(test, desk.plan) if test is not None else ())]
    if any(isinstance(part, t.Rows) and part.record != of.record for part in parts):
        raise Uncolumned("log as of a day")
    if any(isinstance(part, t.Fact) for part in parts):
        return Growth(passing=True, failing=test is not None, loose=True)
    facts = Facts({}, {of.record: RecordRows((), place=Place(""))})
    ground = ground_of(desk.plan, facts, desk.clock.as_of, desk.readings)
    around = tuple(_row(at) for at in desk.rows)
    env = Env(around, desk.groups)
    found = tally(World(ground, Choices()), of, test, env).further or {OUT}
    return Growth(PASS in found, FAIL in found, extras(ground, of, env))


def _row(at: At) -> RowRef:
    if at.number is None:
        raise Uncolumned("rows within rows")
    return RowRef(at.record, at.number)
