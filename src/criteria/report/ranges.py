"""Sets of values as words: ``2–15 October 2020``, ``above 5 kr and at most 10 kr``, ``never``.

In: domains of one fact, and its type. Out: one text in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from criteria.ladder.domains import EARLIEST, LATEST, Days, Domain, Numbers, Texts
from criteria.model.plan import fold
from criteria.model.types import ChoiceType, NumberType, Type, Unit, YesNoType
from criteria.report import numbers
from criteria.report.days import day_text, days_text
from criteria.report.texts import joined, say


def ranges(domains: Sequence[Domain], kind: Type, lang: str) -> str:
    """All of them, joined with "or"."""
    unit = kind.unit if isinstance(kind, NumberType) else Unit.NUMBER
    days = [domain for domain in domains if isinstance(domain, Days)]
    told = [*_days(days, lang)]
    for domain in domains:
        if isinstance(domain, Numbers):
            told.append(_numbers(domain, unit, lang))
        elif isinstance(domain, Texts):
            told.append(_texts(domain, kind, lang))
    return joined(told, say("or", lang))


def _days(domains: Sequence[Days], lang: str) -> Iterator[str]:
    """Stretches that touch are one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(span for domain in domains for span in domain.spans):
        if merged and merged[-1][1] + 1 >= first:
            merged[-1] = merged[-1][0], max(last, merged[-1][1])
        else:
            merged.append((first, last))
    for first, last in merged:
        low, high = date.fromordinal(first), date.fromordinal(last)
        if first <= EARLIEST and last >= LATEST:
            yield say("any_day", lang)
        elif first <= EARLIEST:
            yield say("until_day", lang, day=day_text(high, lang))
        elif last >= LATEST:
            yield say("from_day", lang, day=day_text(low, lang))
        else:
            yield days_text(low, high, lang)
    if any(domain.never for domain in domains):
        yield say("value_never", lang)


def _numbers(domain: Numbers, unit: Unit, lang: str) -> str:
    def told(value: Fraction) -> str:
        return numbers.amount(value * unit.scale, unit, lang)

    if domain.points is not None:
        return joined([told(point) for point in domain.points], say("or", lang))
    ends = []
    if domain.low is not None:
        ends.append(say("range_above" if domain.low_open else "range_from", lang, amount=told(domain.low)))
    if domain.high is not None:
        ends.append(say("range_below" if domain.high_open else "range_to", lang, amount=told(domain.high)))
    return f" {say('and', lang)} ".join(ends) or say("any_number", lang)


def _texts(domain: Texts, kind: Type, lang: str) -> str:
    options = kind.options if isinstance(kind, ChoiceType) else ()
    spelt = {fold(option): option for option in options}
    if isinstance(kind, YesNoType):
        spelt = {"yes": say("range_yes", lang), "no": say("range_no", lang)}
    names = [spelt.get(value, value) for value in sorted(domain.values)]
    if domain.others:
        return say("any_text_but", lang, names=", ".join(names)) if names else say("any_text", lang)
    return joined(names, say("or", lang))
