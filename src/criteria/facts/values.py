"""One value, typed by the plan's declaration.

In: a ``Written`` text, the declared type, the name of the fact for messages, and the ``Setting`` of its file. Out:
what the fact may be (``Possible``), and the diagnostics; None when an error is among them. Nothing is guessed: what
can be read in two ways is refused.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from criteria.dates.durations import Duration, parse_duration
from criteria.dates.refused import DateRefused
from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.days import OR, RANGE, Within, either, notes_of, read_days
from criteria.facts.numbers import check_bounds, read_number
from criteria.facts.record import Exactly, Never, Nothing, NumberBetween, OneOf, Possible, Unknown
from criteria.facts.refusal import Refused, shown
from criteria.facts.written import Written
from criteria.frozen import evolve, frozen
from criteria.model.identity import Odd, digits_of
from criteria.model.plan import Plan, fold
from criteria.model.types import ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType
from criteria.nearest import nearest
from criteria.source import Place

UNKNOWN = frozenset({"unknown", "ukendt"})
NEVER = frozenset({"never", "aldrig"})
YES = frozenset({"yes", "ja", "true", "sand", "x"})
NO = frozenset({"no", "nej", "false", "falsk"})
# How people mark a missing value. None of them says whether it is unknown or did not happen, so none is read as either.
MARKERS = frozenset(
    {
        "-",
        "–",
        "—",
        "--",
        "?",
        "??",
        ".",
        "..",
        "i.o.",
        "i.o",
        "io",
        "n/a",
        "na",
        "n.a.",
        "null",
        "nil",
        "none",
        "nan",
        "tbd",
    }
    | {"ikke oplyst", "uoplyst", "missing", "mangler", "#n/a", "#i/t"}
)


@frozen
class Setting:
    """What a file and its plan say about the values in it."""

    within: Within = None
    locale: str | None = None
    language: str = "en"  # of the plan, for suggestions


def setting(plan: Plan, locale: str | None = None) -> Setting:
    """The setting of a file of facts for ``plan``."""
    return Setting(plan.period, locale, plan.language)


def read_value(written: Written, type_: Type, fact: str, where: Setting) -> tuple[Possible | None, list[Diagnostic]]:
    """What one text says. Blank is ``Nothing``, ``unknown`` and ``never`` are said in so many words."""
    text = unicodedata.normalize("NFC", written.text).strip()
    if not text:
        return Nothing(), []
    notes: list[Diagnostic] = []
    try:
        _check_characters(text)
        clean = evolve(written, text=text)
        if (possible := _said(text, type_, where)) is None:
            possible = _READERS[type(type_)](clean, type_, where)
            notes = _doubts(clean, type_, possible, fact, where)
    except Refused as refused:
        return None, [refused.diagnostic(fact, written.place)]
    except DateRefused as refused:
        found = refused.diagnostic(written.place)
        return None, [
            evolve(found, kind=f"fact-{found.kind}", values={**found.values, "fact": fact, "written": shown(text)})
        ]
    return possible, notes


def read_choice_of(
    items: Sequence[Written], type_: Type, fact: str, place: Place, where: Setting
) -> tuple[Possible | None, list[Diagnostic]]:
    """A list of values: the fact is one of them."""
    read = [read_value(item, type_, fact, where) for item in items]
    faults = [fault for _, found in read for fault in found]
    if any(possible is None for possible, _ in read):
        return None, faults
    values = [value for possible, _ in read for value in _alternatives(possible)]
    if not values or any(not isinstance(possible, Exactly | OneOf) for possible, _ in read):
        text = ", ".join(item.text for item in items)
        return None, [*faults, Refused("vague-choice", found=shown(text)).diagnostic(fact, place)]
    distinct = tuple(dict.fromkeys(values))
    return (Exactly(distinct[0]) if len(distinct) == 1 else OneOf(distinct)), faults


def _alternatives(possible: Possible | None) -> tuple[date | Fraction | str | bool | Duration, ...]:
    match possible:
        case Exactly(value):
            return (value,)
        case OneOf(values):
            return values
    return ()


def _check_characters(text: str) -> None:
    """Characters that hide, or that turn the direction of a text, are no part of a value (trust.md B06)."""
    for char in text:
        if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in "\n\t\r":
            raise Refused("hidden-character-in-value", shown(text), found=f"U+{ord(char):04X}")


def _said(text: str, type_: Type, where: Setting) -> Possible | None:
    """The words that every type knows; an option of the plan that is spelled like one of them comes first."""
    folded = fold(text)
    if isinstance(type_, ChoiceType) and any(fold(option) == folded for option in type_.options):
        return None
    if folded in UNKNOWN:
        return Unknown()
    if folded in NEVER and isinstance(type_, DateType):
        return Never()
    if folded in MARKERS:
        raise Refused("missing-marker", "ukendt" if where.language == "da" else "unknown", found=shown(text))
    return None


def _read_date(written: Written, type_: Type, where: Setting) -> Possible:
    if written.exact and len(written.text) != 4:  # a bare year may come as a number, nothing else that is a date does
        raise Refused("number-for-date", found=shown(written.text))
    return read_days(written.text, where.within)


def _read_number(written: Written, type_: Type, where: Setting) -> Possible:
    assert isinstance(type_, NumberType)
    text, ends = written.text, RANGE.split(written.text)
    if len(ends) == 2 and all(ends):
        low, high = _ends(ends[0], ends[1], type_, where)
        if high < low:
            raise Refused("reversed-range", f"{ends[1]}..{ends[0]}", found=shown(text))
        for end in (low, high):
            check_bounds(end, type_, text)
        return NumberBetween(low, high) if low != high else Exactly(low)
    numbers = [read_number(part, type_, where.locale, written.exact)[0] for part in OR.split(text)]
    values = tuple(check_bounds(number, type_, text) for number in dict.fromkeys(numbers))
    return OneOf(values) if len(values) > 1 else Exactly(values[0])


def _ends(start: str, end: str, type_: NumberType, where: Setting) -> tuple[Fraction, Fraction]:
    """Both ends of a range; a unit at one end belongs to both: ``1,9..2,2 %``."""
    (low, low_unit), (high, high_unit) = (read_number(side, type_, where.locale) for side in (start, end))
    if low_unit is None and high_unit:
        low *= type_.unit.scale / high_unit.scale
    elif high_unit is None and low_unit:
        high *= type_.unit.scale / low_unit.scale
    return low, high


def _read_text(written: Written, type_: Type, where: Setting) -> Possible:
    assert isinstance(type_, TextType)
    if not type_.form:
        return Exactly(written.text)
    found = digits_of(type_.form, written.text)
    if isinstance(found, Odd):
        raise Refused(found.kind, found=shown(written.text), **found.values)
    return Exactly(found)


def _read_choice(written: Written, type_: Type, where: Setting) -> Possible:
    assert isinstance(type_, ChoiceType)
    options = {fold(option): option for option in type_.options}
    if whole := options.get(fold(written.text)):
        return Exactly(whole)
    ends = [options.get(fold(end)) for end in RANGE.split(written.text)]
    if type_.ordered and len(ends) == 2 and ends[0] and ends[1]:
        low, high = (type_.options.index(end) for end in ends if end)
        if high < low:
            raise Refused("reversed-range", f"{ends[1]}..{ends[0]}", found=shown(written.text))
        return either([Exactly(option) for option in type_.options[low : high + 1]], written.text)
    parts = OR.split(written.text)
    chosen = [options.get(fold(part)) for part in parts]
    if None not in chosen:
        return either([Exactly(option) for option in dict.fromkeys(chosen) if option], written.text)
    odd = parts[chosen.index(None)]
    raise Refused("no-such-choice", nearest(odd, type_.options), found=shown(odd), options=_list_of(type_.options))


def _list_of(options: tuple[str, ...]) -> str:
    """The options as a message lists them: the first twelve."""
    listed = ", ".join(f"'{shown(option)}'" for option in options[:12])
    return f"{listed}, …" if len(options) > 12 else listed


def _read_yes_no(written: Written, type_: Type, where: Setting) -> Possible:
    parts = OR.split(fold(written.text))
    odd = next((part for part in parts if part not in YES | NO), None)
    if odd is not None:
        raise Refused("not-yes-or-no", nearest(odd, ("ja", "nej", "yes", "no")), found=shown(written.text))
    return either([Exactly(part in YES) for part in parts], written.text)


def _read_duration(written: Written, type_: Type, where: Setting) -> Possible:
    found = [parse_duration(part) for part in OR.split(written.text)]
    if None in found:
        raise Refused("not-a-duration", _with_a_unit(written.text, where), found=shown(written.text))
    return either([Exactly(each) for each in dict.fromkeys(found) if each], written.text)


def _with_a_unit(text: str, where: Setting) -> str | None:
    """A bare number may mean days; which, only its writer knows."""
    return f"{text} {'dage' if where.language == 'da' else 'days'}" if text.isdecimal() else None


_READERS: dict[type, Callable[[Written, Type, Setting], Possible]] = {
    DateType: _read_date,
    NumberType: _read_number,
    TextType: _read_text,
    ChoiceType: _read_choice,
    YesNoType: _read_yes_no,
    DurationType: _read_duration,
}


def _doubts(written: Written, type_: Type, possible: Possible, fact: str, where: Setting) -> list[Diagnostic]:
    """What was read, and is still worth a word: 0.6 where percents go, a number where a text goes, an inferred century."""
    text, place = written.text, written.place
    match type_:
        case DateType() if not written.exact:
            return [note.diagnostic(place) for note in notes_of(text, where.within)]
        case TextType() if written.exact:
            return [
                Diagnostic("number-for-text", place, {"fact": fact, "found": shown(text)}, severity=Severity.NOTICE)
            ]
        case NumberType(unit=Unit.PERCENT) if text[-1].isdigit() and isinstance(possible, Exactly):
            share = possible.value
            if isinstance(share, Fraction) and 0 < abs(share) < Fraction(1, 100):
                values = {"fact": fact, "found": shown(text)}
                return [Diagnostic("small-percent", place, values, f"{text} %", Severity.WARNING)]
    return []
