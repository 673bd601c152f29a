"""Totals as a reader is told them: the number or its range, how it came about, what is left out, what each reading gives.

In: a ``Verdict`` with its totals. Out: ``TotalOutline``s of plain texts. Holds: one decimal, and more where one would put the number on
the wrong side of a limit, or make a range look like a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import assert_never

from criteria.diagnostics import Lang
from criteria.evaluate.total_verdict import Counted, LeftOut, Range, SectionVerdict, Stage, TotalPart, TotalVerdict
from criteria.evaluate.verdict import Verdict
from criteria.frozen import frozen
from criteria.model.totals import (
    OF_SECTIONS,
    WEIGHTED,
    Cap,
    NothingBelow,
    PaidBy,
    PaidLinearly,
    Rounding,
    Step,
    Total,
    TotalKind,
    TotalUnit,
    Weight,
    WeightKind,
)
from criteria.report import numbers
from criteria.report.steps import level
from criteria.report.texts import joined, reading, reading_value, say

HUNDRED = Fraction(100)


@frozen
class TotalOutline:
    """What is summed up (a section, or the plan), what it comes to, and what the reader should know about it."""

    heading: str
    value: str  # empty where only goals are counted
    decided: bool
    details: tuple[str, ...]


def totals(verdict: Verdict, lang: Lang) -> tuple[TotalOutline, ...]:
    """Every section that is summed up, then the plan."""
    found = [_section(section, lang) for section in verdict.sections if section.total or section.counts]
    if verdict.total or verdict.counts:
        found.append(_outline(say("total", lang), verdict.total, verdict.counts, lang))
    return tuple(found)


def headings(verdict: Verdict, lang: Lang) -> dict[str, str]:
    """Where each section begins: its first goal, and ``Section: Core``."""
    named = {goal: section.title for section in verdict.sections for goal in section.goals[:1]}
    return {goal: f"{say('section', lang)}: {title}" for goal, title in named.items()}


def _section(section: SectionVerdict, lang: Lang) -> TotalOutline:
    return _outline(section.title, section.total, section.counts, lang)


def _outline(heading: str, found: TotalVerdict | None, counts: Counted | None, lang: Lang) -> TotalOutline:
    details = [*(_details(found, lang) if found else ()), *([_counts(counts, lang)] if counts else ())]
    value = value_of(found, lang) if found else ""
    return TotalOutline(heading, value, found is not None and found.decided, tuple(details))


def value_of(found: TotalVerdict, lang: Lang) -> str:
    """The number or its range, or that there is none."""
    if found.range is None:
        return say("total_fault", lang)
    return span(found.range, found.total.unit, lang, _limits(found.total, len(found.total.steps)))


def _details(found: TotalVerdict, lang: Lang) -> Iterator[str]:
    yield _how(found, lang)
    if found.total.kind in WEIGHTED and found.parts:
        yield say(
            "total_parts",
            lang,
            parts="; ".join(_part(part, found.total, lang, rescaled=bool(found.left_out)) for part in found.parts),
        )
    yield from (say(fault.kind, lang, about=fault.about) for fault in found.faults)
    if found.left_out:
        yield say("total_left_out", lang, names="; ".join(_gone(gone, found.total, lang) for gone in found.left_out))
        if found.total.kind in WEIGHTED and found.parts:
            yield say("total_rescaled", lang)
    if found.decided_by_people:
        yield say("total_by_people", lang, names=joined(list(found.decided_by_people), say("and", lang)))
    yield from _readings(found, lang)
    if found.widened:
        yield say("total_widened", lang)
    if found.readings_cut:
        yield say("readings_cut", lang)


def _readings(found: TotalVerdict, lang: Lang) -> Iterator[str]:
    """What each reading gives, seen through the readings that move the total."""
    if not found.depends_on or not found.over_readings:
        return
    limits = _limits(found.total, len(found.total.steps))
    names = joined([reading(name, lang) for name in found.depends_on], say("and", lang))
    over = span(found.over_readings, found.total.unit, lang, limits)
    yield say("total_depends", lang, names=names, range=over)
    seen: dict[str, Range] = {}
    for each in found.readings:
        words = ", ".join(_reading(name, each.reading[name], found, lang) for name in found.depends_on)
        if each.range:
            low, high = seen.get(words, each.range)
            seen[words] = min(low, each.range[0]), max(high, each.range[1])
    for words, ends in seen.items():
        yield f"{words}: {span(ends, found.total.unit, lang, limits)}"


def _reading(name: str, value: str, found: TotalVerdict, lang: Lang) -> str:
    words = reading_value(name, value, lang)
    return f"{reading(name, lang)}: {words}" if len(found.depends_on) > 1 else words


def _counts(found: Counted, lang: Lang) -> str:
    """``3–5 fulfilled · 0 partially fulfilled · 1 × 60 %``"""
    shown = []
    for each in found.levels:
        count = f"{each.least}" if each.least == each.most else f"{each.least}–{each.most}"
        name = level(each.level, lang, each.scale)
        shown.append(f"{count} × {name}" if name[0].isdigit() else say("tally", lang, count=count, level=name))
    return say("total_count" if found.goals == 1 else "total_counts", lang, goals=found.goals, counts=" · ".join(shown))


# ---- how it came about ----------------------------------------------------------------------------------------------------


def _how(found: TotalVerdict, lang: Lang) -> str:
    """``sum of points: 0–100 points → paid by rates: 0–10% → at most 8%: 0–8%``; without steps only its name."""
    total = found.total
    kind = say(total.kind.value, lang)
    words = [kind, *(_step(step, total, number, lang) for number, step in enumerate(total.steps))]
    if not total.steps or not found.stages:
        return ", ".join(words)
    return " → ".join(f"{each}: {_stage(stage, total, lang)}" for each, stage in zip(words, found.stages, strict=True))


def _stage(stage: Stage, total: Total, lang: Lang) -> str:
    return span(stage.range, stage.unit, lang, _limits(total, stage.step))


def _step(step: Step, total: Total, number: int, lang: Lang) -> str:
    before = total.steps[number - 1].unit if number else total.base
    match step:
        case Cap(limit, unit):
            return say("at_most", lang, amount=amount(limit, unit, lang))
        case NothingBelow(limit, unit):
            return say("nothing_below", lang, amount=amount(limit, unit, lang))
        case Rounding(way, to, unit):
            return say(f"rounded-{way.value}", lang, amount=amount(to, unit, lang))
        case PaidBy(table):
            return say("paid_by", lang, name=table)
        case PaidLinearly(low, low_pay, high, high_pay, unit):
            ends = [
                amount(low_pay, unit, lang),
                amount(low, before, lang),
                amount(high_pay, unit, lang),
                amount(high, before, lang),
            ]
            return say("paid_linearly", lang, low_pay=ends[0], low=ends[1], high_pay=ends[2], high=ends[3])
        case _:  # pragma: no cover
            assert_never(step)


def _limits(total: Total, stage: int) -> list[Fraction]:
    """The numbers that a reader compares this stage with: none and all of it, and the limits of the step that comes next."""
    limits = [Fraction(0), HUNDRED]
    if stage < len(total.steps):
        match total.steps[stage]:
            case Cap(limit) | NothingBelow(limit):
                limits.append(limit)
            case PaidBy(_, rows):
                limits += [start for start, _ in rows]
            case PaidLinearly(low, _, high):
                limits += [low, high]
            case Rounding():
                pass
    return limits


def _part(part: TotalPart, total: Total, lang: Lang, *, rescaled: bool) -> str:
    name = f"“{part.name}”" if total.kind in OF_SECTIONS else f"{say('goal', lang).lower()} {part.name}"
    if not part.weight:
        return f"{name} {_share(part, total, lang)}" if total.kind is TotalKind.SUM_OF_POINTS else name
    now = f" ({say('total_now', lang, share=_share(part, total, lang))})" if rescaled else ""
    return f"{name} {_weight(part.weight, lang)}{now}"


def _share(part: TotalPart, total: Total, lang: Lang) -> str:
    """What a part is of the whole, or the points it can give, once others have left."""
    if total.kind is TotalKind.SUM_OF_POINTS:
        return amount(part.share, TotalUnit.POINTS, lang)
    return amount(part.share * 100, TotalUnit.PERCENT, lang)


def _weight(weight: Weight, lang: Lang) -> str:
    match weight.kind:
        case WeightKind.PERCENT:
            return amount(weight.value * 100, TotalUnit.PERCENT, lang)
        case WeightKind.FRACTION:
            return weight.text or str(weight.value)
        case WeightKind.POINTS:
            return amount(weight.value, TotalUnit.POINTS, lang)


def _gone(gone: LeftOut, total: Total, lang: Lang) -> str:
    of_section = gone.because == "nothing-in-force"
    name = f"“{gone.name}”" if of_section else f"{say('goal', lang).lower()} {gone.name}"
    why = ": ".join(filter(None, [say(gone.because if of_section else f"standing_{gone.because}", lang), gone.reason]))
    return f"{name} ({why})"


# ---- numbers --------------------------------------------------------------------------------------------------------------


def told(ends: Range, unit: TotalUnit, lang: Lang) -> str:
    """A range with all its digits, where it is compared with another: ``62.25%``, ``200/3% to 75%``."""
    texts = [_with_unit(_all_digits(end, lang), end, unit, lang) for end in dict.fromkeys(ends)]
    return f" {say('to', lang)} ".join(texts)


def _all_digits(value: Fraction, lang: Lang) -> str:
    return numbers.exact(value).replace(".", ",") if lang == "da" else numbers.exact(value)


def span(ends: Range, unit: TotalUnit, lang: Lang, limits: list[Fraction]) -> str:
    """``62.5%``, ``50–75%``"""
    low, high = ends
    if low == high:
        return amount(low, unit, lang, limits)
    digits = 1
    while digits < numbers.MOST_DIGITS and _shown(low, lang, [*limits, high], digits) == _shown(
        high, lang, [*limits, low], digits
    ):
        digits += 1
    first = _shown(low, lang, [*limits, high], digits)
    return f"{first}–{_with_unit(_shown(high, lang, [*limits, low], digits), high, unit, lang)}"


def amount(value: Fraction, unit: TotalUnit, lang: Lang, limits: Iterable[Fraction] = ()) -> str:
    """A number with its unit."""
    return _with_unit(_shown(value, lang, [Fraction(0), *limits], 1), value, unit, lang)


def _shown(value: Fraction, lang: Lang, limits: list[Fraction], digits: int) -> str:
    return numbers.number(value, lang, limits, digits)


def _with_unit(text: str, value: Fraction, unit: TotalUnit, lang: Lang) -> str:
    match unit:
        case TotalUnit.PERCENT:
            return say("percent", lang, n=text)
        case TotalUnit.POINTS:
            return say("point" if abs(value) == 1 else "points", lang, n=text)
        case TotalUnit.KRONER:
            return say("kr", lang, n=text)
        case TotalUnit.NUMBER:
            return text
