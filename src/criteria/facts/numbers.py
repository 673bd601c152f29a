"""Numbers as people write them in facts, read exactly.

In: a text such as ``50.000.000 kr``, ``2,5 %`` or ``1,234.5``, the declared number type, and how the file writes its
numbers, where it says so. Out: a ``Fraction``, percents as ratios; or ``Refused``. Both separators are read; a number
that can be read in two ways (one group of exactly three digits, ``1.234``) is refused unless the file's locale
decides. Length is checked before anything is converted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from fractions import Fraction

from criteria.facts.refusal import Refused, shown
from criteria.model.types import TIMES, NumberType, Unit

MAX_DIGITS = 40
MAX_EXPONENT = 40

_NUMBER = re.compile(
    r"""(?P<lead> kr\.? | dkk )? \s*
        (?P<sign> [-+−] )? \s*
        (?P<body> [0-9] (?: [0-9.,\ ]* [0-9] )? )
        (?: e (?P<exponent> [-+]? [0-9]+ ) | / (?P<divisor> [1-9][0-9]* ) )?
        \s* (?P<tail> .* )""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_EXACT = re.compile(r"[0-9]+(?:\.[0-9]+)?")

# The forms of a number: pattern, the sign that groups, the decimal sign, the locale it belongs to when two forms fit.
_FORMS = tuple(
    (re.compile(pattern), groups, decimal, locale)
    for pattern, groups, decimal, locale in (
        (r"[0-9]+", "", "", ""),
        (r"[0-9]+,[0-9]+", "", ",", "da"),
        (r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?", ".", ",", "da"),
        (r"[0-9]+\.[0-9]+", "", ".", "en"),
        (r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?", ",", ".", "en"),
        (r"[1-9][0-9]{0,2}(?:\ [0-9]{3})+(?:,[0-9]+)?", " ", ",", ""),
        (r"[1-9][0-9]{0,2}(?:\ [0-9]{3})+\.[0-9]+", " ", ".", ""),
    )
)

_UNITS: dict[str, Unit] = {
    spelling: unit
    for unit, spellings in {
        Unit.PERCENT: ("%", "pct", "pct.", "procent", "percent", "per cent"),
        Unit.PERCENTAGE_POINT: (
            *("procentpoint", "pct.-point", "pct.point", "pct. point", "pct-point", "%-point", "pp", "p.p."),
            *("percentage point", "percentage points"),
        ),
        Unit.KRONER: ("kr", "kr.", "kroner", "dkk", ",-", "kr,-", "kr.,-"),
        Unit.DAYS: ("dag", "dage", "day", "days"),
        Unit.WEEKS: ("uge", "uger", "week", "weeks"),
        Unit.WORKING_DAYS: (
            *("arbejdsdag", "arbejdsdage", "hverdag", "hverdage"),
            *("working day", "working days", "weekday", "weekdays"),
        ),
        Unit.BANK_DAYS: ("bankdag", "bankdage", "bank day", "bank days", "banking days"),
        Unit.MONTHS: ("måned", "måneder", "month", "months"),
        Unit.YEARS: ("år", "year", "years"),
        Unit.SECONDS: ("sekund", "sekunder", "sek.", "sek", "second", "seconds", "sec.", "sec", "s"),
        Unit.MINUTES: ("minut", "minutter", "min.", "min", "minute", "minutes"),
        Unit.HOURS: ("time", "timer", "t", "hour", "hours", "h"),
    }.items()
    for spelling in spellings
}
_MULTIPLES = {
    **dict.fromkeys(("mio.", "mio", "million", "millioner", "millions"), 10**6),
    **dict.fromkeys(("mia.", "mia", "milliard", "milliarder", "billion"), 10**9),
    **dict.fromkeys(("t.kr", "t.kr.", "tkr", "tkr.", "tusind", "thousand"), 10**3),
}
_SUITS: dict[Unit, Collection[Unit]] = {  # a declared unit → the units, besides itself, that a value may carry
    Unit.RATIO: {Unit.PERCENT},
    **{unit: group for group in TIMES for unit in group},
}
_CLOCK = re.compile(r"([0-9]{1,6}):([0-5][0-9])(?::([0-5][0-9]))?")
_CLOCKS = frozenset({Unit.SECONDS, Unit.MINUTES, Unit.HOURS})


def read_number(text: str, type_: NumberType, locale: str | None, exact: bool = False) -> tuple[Fraction, Unit | None]:
    """The number and the unit beside it, if any. A bare number has the declared unit: 60 is 60 % where percents go."""
    plain = " ".join(text.split())
    _check_digits(plain)
    clock = _CLOCK.fullmatch(plain) if type_.unit in _CLOCKS else None
    if clock:
        return _on_a_clock(clock, type_.unit), type_.unit
    match = _NUMBER.fullmatch(plain)
    if not match:
        raise _no_number(plain, type_)
    danish = match["tail"].casefold().endswith(",-") and "," not in match["body"]  # a comma and a dash: no øre
    number = _magnitude(match, plain, type_, "da" if danish else locale, exact)
    unit, factor = _unit(match, plain, type_)
    number *= factor if match["sign"] in (None, "+") else -factor
    scale = unit.scale if unit else type_.unit.scale
    return number / scale, unit


def _on_a_clock(match: re.Match[str], unit: Unit) -> Fraction:
    """``1:30`` in seconds: minutes and seconds, or hours and minutes where hours go; ``1:02:03`` is hours, minutes, seconds."""
    first, second, third = (int(part or 0) for part in match.groups())
    if match[3] is None and unit is not Unit.HOURS:
        return Fraction(first * 60 + second)
    return Fraction(first * 3600 + second * 60 + third)


def check_bounds(number: Fraction, type_: NumberType, text: str) -> Fraction:
    """The number, if the declaration allows it."""
    if type_.whole and (number * type_.unit.scale).denominator != 1:
        raise Refused("not-whole", found=shown(text))
    if not type_.bounds.holds(number):
        raise Refused("out-of-bounds", found=shown(text), bounds=bounds_text(type_))
    return number


def bounds_text(type_: NumberType) -> str:
    """The declared limits, in signs that are the same in both languages."""
    low, high = type_.bounds.low, type_.bounds.high
    parts = (
        [f"{'>' if type_.bounds.low_open else '≥'} {plain_number(low * type_.unit.scale)}"] if low is not None else []
    )
    parts += (
        [f"{'<' if type_.bounds.high_open else '≤'} {plain_number(high * type_.unit.scale)}"]
        if high is not None
        else []
    )
    return ", ".join(parts)


def plain_number(number: Fraction, decimal: str = ".") -> str:
    """All digits of a number, without groups; a number that no decimal form holds is written as a quotient."""
    sign, number = ("-", -number) if number < 0 else ("", number)
    places, rest = 0, number.denominator
    for factor in (2, 5):
        count = 0
        while rest % factor == 0:
            rest, count = rest // factor, count + 1
        places = max(places, count)
    if rest != 1:
        return f"{sign}{number.numerator}/{number.denominator}"
    whole, part = divmod(number.numerator * 10**places // number.denominator, 10**places)
    return f"{sign}{whole}{decimal}{part:0{places}d}" if places else f"{sign}{whole}"


def _check_digits(plain: str) -> None:
    if sum(c.isdigit() for c in plain) > MAX_DIGITS:
        raise Refused("too-many-digits", found=shown(plain), limit=str(MAX_DIGITS))
    odd = next((c for c in plain if c.isnumeric() and not c.isascii()), None)
    if odd:
        ascii_form = "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in plain)
        raise Refused(
            "odd-digits", ascii_form if ascii_form.isascii() else None, found=shown(plain), code=f"U+{ord(odd):04X}"
        )


def _magnitude(match: re.Match[str], plain: str, type_: NumberType, locale: str | None, exact: bool) -> Fraction:
    """The digits without sign and unit."""
    body, exponent = match["body"], match["exponent"]
    if exact and not _EXACT.fullmatch(body):
        raise _no_number(plain, type_)
    if (exponent and len(exponent) > 3) or abs(int(exponent or 0)) > MAX_EXPONENT:
        raise Refused("exponent-too-large", found=shown(plain), limit=str(MAX_EXPONENT))
    if exponent and not exact:
        raise Refused("exponent-in-text", found=shown(plain))
    number = Fraction(body) if exact else _one_reading(body, plain, type_, locale)
    return number * Fraction(10) ** int(exponent or 0) / int(match["divisor"] or 1)


def _one_reading(body: str, plain: str, type_: NumberType, locale: str | None) -> Fraction:
    """The only number that the digits and separators can mean, or the one that the locale chooses."""
    fitting = {
        place: Fraction(body.replace(groups, "").replace(decimal, ".") if groups else body.replace(decimal or ".", "."))
        for pattern, groups, decimal, place in _FORMS
        if pattern.fullmatch(body)
    }
    if not fitting:
        raise _no_number(plain, type_)
    if len(set(fitting.values())) == 1:
        return next(iter(fitting.values()))
    if locale in fitting:
        return fitting[locale]
    large, small = max(fitting.values()), min(fitting.values())
    either = f"{plain_number(large)} / {plain_number(small)}0"
    raise Refused("ambiguous-number", either, found=shown(plain), large=plain_number(large))


def _unit(match: re.Match[str], plain: str, type_: NumberType) -> tuple[Unit | None, int]:
    """The unit that is written and the factor of ``mio.`` and ``mia.``."""
    tail = (match["tail"] or "").strip().casefold()
    first, _, rest = tail.partition(" ")
    factor = _MULTIPLES.get(first, 1)
    tail = ("kr" if "kr" in first else rest.strip()) if factor > 1 else tail
    if match["lead"] and not tail:
        tail = "kr"
    if not tail:
        return None, factor
    unit = _UNITS.get(tail)
    if unit is None:
        raise _no_number(plain, type_)
    if unit is not type_.unit and unit not in _SUITS.get(type_.unit, ()):
        raise Refused("wrong-unit", found=shown(plain), expected=unit_text(type_.unit))
    return unit, factor


def unit_text(unit: Unit) -> str:
    """The unit as a sign that both languages share, or its English word."""
    return _SHOWN.get(unit, "1")


_SHOWN = {
    Unit.PERCENT: "%",
    Unit.PERCENTAGE_POINT: "procentpoint",
    Unit.KRONER: "kr",
    Unit.DAYS: "days/dage",
    Unit.WEEKS: "weeks/uger",
    Unit.WORKING_DAYS: "working days/arbejdsdage",
    Unit.BANK_DAYS: "bank days/bankdage",
    Unit.MONTHS: "months/måneder",
    Unit.YEARS: "years/år",
    Unit.SECONDS: "seconds/sekunder",
    Unit.MINUTES: "minutes/minutter",
    Unit.HOURS: "hours/timer",
}


def _no_number(plain: str, type_: NumberType) -> Refused:
    unit = "" if type_.unit in (Unit.NUMBER, Unit.RATIO) else f" {unit_text(type_.unit)}"
    return Refused("not-a-number", found=shown(plain), example=f"1234,5{unit}")
