"""Days of the year, quarter or month that another day lies in: ``1 May of the year before``, ``den 10. i måneden efter``.

In: the words before the stretch, what the stretch is, how far it lies from the day's own (-1, 0, 1), and a day. Out: a ``Period``.
Holds: a later day never gives an earlier period; a day that its month does not have is the month's last.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from criteria.dates.cycles import Cycle, cycles
from criteria.dates.period import Period
from criteria.dates.phrases import Phrase, parse
from criteria.dates.refused import DateRefused
from criteria.frozen import frozen

_JOINING = frozenset({"of", "in", "i", "af"})
SAMPLE = date(2020, 1, 1)  # a leap year, a quarter of 91 days, a month of 31


@frozen
class Anchor:
    """Words that stand before a stretch of the calendar, and which stretch it is, seen from a day."""

    words: str
    kind: str  # one of ``cycles.MONTHS``
    steps: int = 0

    @property
    def sample(self) -> Phrase:
        """The phrase in one year; refused where the words are none. It tells the readings that the words use."""
        return _phrase(self, next(cycles(self.kind, SAMPLE, SAMPLE)))

    def period(self, day: date, readings: Mapping[str, str] | None = None) -> Period:
        """The days, seen from ``day``."""
        cycle = self.stretch(day)
        try:
            return _phrase(self, cycle).period(readings)
        except DateRefused as refused:
            if refused.kind != "no-such-day":
                raise
            last = cycle.last if self.kind == "month" else date(cycle.first.year, 3, 1) - timedelta(1)
            return Period(last, last)

    def stretch(self, day: date) -> Cycle:
        """The year, quarter or month itself."""
        for _ in range(abs(self.steps)):
            here = next(cycles(self.kind, day, day))
            day = here.last + timedelta(1) if self.steps > 0 else here.first - timedelta(1)
        return next(cycles(self.kind, day, day))


def _phrase(anchor: Anchor, cycle: Cycle) -> Phrase:
    """``the 10th of january 2020``; the joining word may be left out or another."""
    start, _, last = anchor.words.rpartition(" ")
    others = (start, f"{start} of") if last in _JOINING else ()
    refusals = []
    for words in (anchor.words, *others):
        try:
            return parse(f"{words} {cycle.words}".strip())
        except DateRefused as refused:
            refusals.append(refused)
    raise next((each for each in refusals if each.kind == "no-such-day"), refusals[0])
