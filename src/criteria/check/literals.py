"""Numbers of a plan with their units: ``2%``, ``2,5 pct.``, ``50.000 kr``, ``5.000,-``, ``30 days``.

In: the words of a run and the surface of the plan. Out: an ``Amount`` (percents as ratios), a ``Misread`` (the other surface's form,
with the form to write), or None when the words are no number. Holds: nothing is guessed; ``1.000`` in an English plan is refused.
"""

from __future__ import annotations

import re
from fractions import Fraction

from criteria.check.multiplied import scaled
from criteria.frozen import evolve, frozen
from criteria.model.types import Unit

MAX_DIGITS = 40

_UNITS: dict[str, tuple[Unit, int]] = {
    "": (Unit.NUMBER, 1),
    **dict.fromkeys(("%", "pct", "pct.", "percent", "per cent", "procent"), (Unit.PERCENT, 1)),
    **dict.fromkeys(
        (
            "percentage point",
            "percentage points",
            "procentpoint",
            "% point",
            "% points",
            "pct. point",
            "pct point",
            "%-point",
        ),
        (Unit.PERCENTAGE_POINT, 1),
    ),
    **dict.fromkeys(("kr", "kr.", "kroner", "dkk"), (Unit.KRONER, 1)),
    **dict.fromkeys(("day", "days", "dag", "dage"), (Unit.DAYS, 1)),
    **dict.fromkeys(("week", "weeks", "uge", "uger"), (Unit.WEEKS, 7)),
    **dict.fromkeys(
        ("working day", "working days", "weekday", "weekdays", "arbejdsdag", "arbejdsdage", "hverdag", "hverdage"),
        (Unit.WORKING_DAYS, 1),
    ),
    **dict.fromkeys(("bank day", "bank days", "banking days", "bankdag", "bankdage"), (Unit.BANK_DAYS, 1)),
    **dict.fromkeys(("month", "months", "måned", "måneder"), (Unit.MONTHS, 1)),
    **dict.fromkeys(("year", "years", "år"), (Unit.YEARS, 12)),
    **dict.fromkeys(("second", "seconds", "sekund", "sekunder"), (Unit.SECONDS, 1)),
    **dict.fromkeys(("minute", "minutes", "minut", "minutter"), (Unit.MINUTES, 60)),
    **dict.fromkeys(("hour", "hours", "time", "timer"), (Unit.HOURS, 3600)),
}
_SCALES = {Unit.PERCENT: 100, Unit.PERCENTAGE_POINT: 100}


@frozen
class Amount:
    """A number that was read."""

    value: Fraction
    unit: Unit


@frozen
class Misread:
    """A number in a form that this surface does not write: why, and what to write."""

    kind: str
    suggestion: str | None


def _form(group: str, point: str) -> re.Pattern[str]:
    return re.compile(rf"([0-9]{{1,3}}(?:{group}[0-9]{{3}})+|[0-9]+)(?:{point}([0-9]+))?(,-{{1,2}}|\.-)?", re.ASCII)


_FORMS = {"en": _form(",", r"\."), "da": _form(r"\.", ",")}
_GROUPED = {"en": re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+"), "da": re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+")}
_SIGNS = {"en": (",", "."), "da": (".", ",")}  # group, decimal


def amount(words: tuple[str, ...], language: str) -> Amount | Misread | None:
    """The number that the words write, whole."""
    if not words or not words[0][:1].isdigit():
        return None
    match = _UNIT_INSIDE.fullmatch(words[0])  # "60%" as one word
    head, tail = (match[1], (match[2], *words[1:])) if match else (words[0], words[1:])
    times, tail, own = scaled(tail, language)
    unit = _UNITS.get(" ".join(tail).casefold())
    if unit is None or (times > 1 and unit[0] not in (Unit.NUMBER, Unit.KRONER)):
        return None
    if own:
        return Misread("amount-word", " ".join((head, own, *tail)))
    unit = (unit[0], unit[1] * times)
    found = _read(head, unit, language)
    if isinstance(found, Misread) and found.suggestion and tail:
        said = " ".join(tail)
        return evolve(found, suggestion=found.suggestion + (said if said == "%" else f" {said}"))
    return found


def is_percent(words: tuple[str, ...]) -> bool:
    """Whether the words are a number of percents, in the form of either surface."""
    match = _UNIT_INSIDE.fullmatch(words[0])
    sign = match[2] if match else " ".join(words[1:])
    return words[0][:1].isdigit() and _UNITS.get(sign.casefold(), (None, 1))[0] is Unit.PERCENT


_UNIT_INSIDE = re.compile(r"([0-9][0-9.,]*)(%|kr\.?|pct\.?)", re.IGNORECASE)


def written(text: str, language: str) -> Amount | Misread | None:
    """The number that a cell of a table holds, perhaps below nought."""
    negative = text[:1] in ("-", "−")
    found = amount(tuple(text[negative:].replace("%", " % ").split()), language)
    return evolve(found, value=-found.value) if negative and isinstance(found, Amount) else found


def _read(digits: str, unit: tuple[Unit, int], language: str) -> Amount | Misread | None:
    other = "en" if language == "da" else "da"
    own = _FORMS[language].fullmatch(digits)
    if own and len(digits) > MAX_DIGITS:
        return Misread("number-of-digits", None)
    if not own or _GROUPED[language].fullmatch(digits) or (own[3] and language == "en"):
        foreign = _FORMS[other].fullmatch(digits)
        return Misread(f"number-form-{language}", _rewritten(foreign, language)) if foreign else None
    kind, factor = (Unit.KRONER, 1) if own[3] and unit[0] is Unit.NUMBER else unit
    whole = own[1].replace(_SIGNS[language][0], "")
    value = Fraction(int(whole + (own[2] or "")), 10 ** len(own[2] or ""))
    return Amount(value * factor / _SCALES.get(kind, 1), kind)


def _rewritten(foreign: re.Match[str], language: str) -> str:
    """The same number in the plan's own form."""
    group, point = _SIGNS[language]
    whole = foreign[1].replace(point, group)
    text = f"{whole}{point}{foreign[2]}" if foreign[2] else whole
    return f"{text} kr" if foreign[3] else text
