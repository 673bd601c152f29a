"""The header of a plan: its period, the day its record closes, the readings it settles.

In: the header's words. Out: days, and reading names with their values. Holds: a period is whole days; a reading is one of the standard
ones or a definition with readings, its value one of its own; each is settled once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from criteria.check.context import Context
from criteria.check.limits import is_its_end
from criteria.check.moments import day, read
from criteria.check.placed import stretch
from criteria.check.suggestions import unknown
from criteria.dates.durations import parse_duration
from criteria.dates.readings import READINGS
from criteria.model.findings import Checksum
from criteria.model.plan import Closing, fold, fold_reading
from criteria.syntax import tree


def period(ctx: Context) -> tuple[date, date] | None:
    """The first and last day that the plan covers."""
    words = ctx.plan.period
    if words is None:
        return None
    phrase = read(ctx, words.text, words.place)
    if phrase is None:
        return None
    days = phrase.period()
    if phrase.words or days.boundary:
        ctx.faults.error("period-expected", words.place, found=words.text)
        return None
    return days.earliest, days.latest


def record_closes(ctx: Context) -> date | None:
    """The day from which the record counts as closed."""
    words = ctx.plan.record_closes
    closes = day(ctx, words, boundary_next=True) if words else None
    if words and closes and ctx.period and closes < ctx.period[1]:
        first, last = closes.isoformat(), ctx.period[1].isoformat()
        ctx.faults.warning("closes-early", words.place, closes=first, last=last)
    return closes


def closing(ctx: Context) -> Closing | None:
    """How long after its end a stretch of the calendar is complete."""
    line = ctx.plan.closing
    if line is None:
        return None
    found, after = stretch(line.stretch), parse_duration(line.length.text)
    if found is None or found[1].words or found[0] == "week":
        ctx.faults.error("recurring-stretch", line.stretch.place, found=line.stretch.text)
    elif after is None:
        ctx.faults.error("duration-expected", line.length.place, found=line.length.text)
    elif not is_its_end(line.end):
        ctx.faults.error("end-expected", line.end.place, found=line.end.text)
    else:
        return Closing(found[0], after)
    return None


def checksum(ctx: Context) -> Checksum | None:
    """Of the file that the plan was taken from: at least eight digits of its SHA-256."""
    said = ctx.plan.checksum
    if said is None:
        return None
    digits = "".join(said.value.casefold().split())
    if not re.fullmatch(r"[0-9a-f]{8,64}", digits):
        ctx.faults.error("checksum-expected", said.place, found=said.value)
        return None
    return Checksum(digits, place=said.place)


def settled(ctx: Context) -> dict[str, str]:
    """The readings that the plan declares."""
    found: dict[str, str] = {}
    first: dict[str, tree.ReadingLine] = {}
    for line in ctx.plan.readings:
        chosen = reading(ctx, line)
        if chosen is None:
            continue
        name, value = chosen
        before = first.setdefault(name, line)
        if before is not line:
            ctx.faults.error("reading-twice", line.place, related=(before.place,), name=name)
        else:
            found[name] = value
    return found


def reading(ctx: Context, line: tree.ReadingLine) -> tuple[str, str] | None:
    """The reading and its value that a line names."""
    known = _known(ctx)
    name = known.get(fold_reading(line.name))
    if name is None:
        unknown(ctx, line.name, line.place, (n for n, _ in known.values()), "reading")
        return None
    value = next((v for v in name[1] if fold(v) == fold(line.value)), None)
    if value is None:
        unknown(ctx, line.value, line.place, name[1], "reading-value")
        return None
    return name[0], value


def _known(ctx: Context) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Folded name: the name and its values."""
    standard = {fold(r.name): (r.name, r.values) for r in READINGS.values()}
    return standard | {fold_reading(name): (name, values) for name, values in ctx.chosen.items()}
