"""Dates as people write them in facts: a day, an imprecise day, a stretch of days, or a moment on the clock.

In: a text and the plan's period, which gives a phrase without a year its year. Out: ``Exactly`` a day, ``SomeDayOf``
a phrase (what it means may depend on the readings), ``DayBetween`` two days, or ``OneOf`` several; or a refusal. Days
are civil days in Denmark: a moment with a time zone falls on its Danish day, a moment without one is taken as local
time. No clock is read here.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from criteria.dates.phrases import Phrase, parse
from criteria.dates.refused import DateRefused, Note
from criteria.facts.record import DayBetween, Exactly, OneOf, Possible, SomeDayOf
from criteria.facts.refusal import Refused, shown

ZONE = "Europe/Copenhagen"
Within = tuple[date, date] | None

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?)"
    r"\s?(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
RANGE = re.compile(r"\s*(?:\.{2,3}|…)\s*")
OR = re.compile(r"\s+(?:eller|or)\s+", re.IGNORECASE)


def read_days(text: str, within: Within) -> Possible:
    """What the text says about a day. Raises ``Refused``, or ``DateRefused`` where the words are no date phrase."""
    if _ISO.fullmatch(text):
        try:
            return Exactly(date.fromisoformat(text))
        except ValueError:
            pass  # 2020-02-30: the phrase reader says why
    if moment := _MOMENT.fullmatch(text):
        return Exactly(_civil_day(moment, text))
    if len(ends := RANGE.split(text)) == 2 and all(ends):
        return _stretch(ends[0], ends[1], text, within)
    try:
        return _phrase(text, within)
    except DateRefused:
        if len(parts := OR.split(text)) == 1:
            raise
    return either([read_days(part, within) for part in parts], text)


def either(days: list[Possible], text: str) -> Possible:
    """One of several values, each of them exact."""
    if not all(isinstance(day, Exactly) for day in days):
        raise Refused("vague-choice", found=shown(text))
    values = tuple(dict.fromkeys(day.value for day in days if isinstance(day, Exactly)))
    return OneOf(values) if len(values) > 1 else Exactly(values[0])


def notes_of(text: str, within: Within) -> tuple[Note, ...]:
    """What the reader of phrases noticed: an inferred century, a weekday that contradicts the date."""
    if _ISO.fullmatch(text):
        return ()
    try:
        return parse(text, within=within).notes
    except DateRefused:  # a moment, a range or a choice, which is more than one phrase
        return ()


def clock_of(text: str) -> str | None:
    """Whether a text is a moment with a time zone or one without; None when it is no moment."""
    moment = _MOMENT.fullmatch(text.strip())
    return None if moment is None else "zone" if moment["zone"] else "local"


def _phrase(text: str, within: Within) -> Possible:
    phrase = parse(text, within=within)
    period = phrase.period()
    if phrase.words or period.earliest != period.latest:
        return SomeDayOf(phrase)
    return Exactly(period.earliest)


def _stretch(start: str, end: str, text: str, within: Within) -> Possible:
    """``A..B``: from the first day of A to the last of B, whose days may not depend on a reading."""
    first, last = (_firm(side, text, within) for side in (start, end))
    if last[1] < first[0]:
        raise Refused("reversed-range", f"{end}..{start}", found=shown(text))
    return DayBetween(first[0], last[1]) if first[0] != last[1] else Exactly(first[0])


def _firm(side: str, text: str, within: Within) -> tuple[date, date]:
    match read_days(side, within):
        case Exactly(date() as day):
            return day, day
        case SomeDayOf(Phrase() as phrase) if not phrase.words:
            period = phrase.period()
            return period.earliest, period.latest
    raise Refused("vague-range", found=shown(text), vague=shown(side))


def _civil_day(moment: re.Match[str], text: str) -> date:
    day, clock, zone = moment["day"], moment["clock"].replace(",", "."), (moment["zone"] or "").upper()
    if clock.startswith("24:"):
        raise Refused("midnight-24", day, found=shown(text))
    seconds, dot, fraction = clock.partition(".")
    try:
        at = datetime.fromisoformat(f"{day}T{seconds}{dot}{fraction[:6].ljust(6, '0') if dot else ''}{zone}")
        return _in_denmark(at).date() if zone else at.date()
    except (ValueError, OverflowError):
        raise Refused("no-moment", found=shown(text)) from None


def _in_denmark(at: datetime) -> datetime:
    """The moment as a Danish clock shows it; the table of time zones may be missing from a bare Windows."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return at.astimezone(ZoneInfo(ZONE))
    except ZoneInfoNotFoundError:
        raise Refused("no-time-zones", at.date().isoformat(), zone=ZONE) from None
