"""Readings by name, month ends by statute, points by trade: cases that are decided by a law or by custom."""

from datetime import date

import pytest

from criteria.dates import READINGS, DateRefused, Duration, Period, Unit, add, defaults, parse, resolve
from criteria.dates.readings import completed
from criteria.dates.words import lexicon


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("phrase", "point", "business"),
    [
        ("primo oktober 2020", "2020-10-01", "2020-10-01"),
        ("primo november 2020", "2020-11-01", "2020-11-02"),
        ("medio november 2020", "2020-11-15", "2020-11-16"),
        ("medio februar 2020", "2020-02-15", "2020-02-17"),
        ("ultimo oktober 2020", "2020-10-31", "2020-10-30"),
        ("ultimo september 2020", "2020-09-30", "2020-09-30"),
        ("primo 2020", "2020-01-01", "2020-01-02"),
        ("medio 3. kvartal 2020", "2020-08-15", "2020-08-17"),
        ("medio 1. halvår 2020", "2020-03-31", "2020-03-31"),
        ("medio 2020", "2020-06-30", "2020-06-30"),
        ("ultimo 2020", "2020-12-31", "2020-12-31"),
        ("medio skoleåret 2020/21", "2021-01-31", "2021-02-01"),
    ],
)
def test_points(phrase, point, business):
    for value, expected in (("point", point), ("business-day", business)):
        assert resolve(phrase, readings={"primo-medio-ultimo": value}) == Period(day(expected), day(expected))


@pytest.mark.parametrize(
    ("start", "amount", "unit", "clip", "sticks"),
    [
        ("2023-02-28", 1, Unit.MONTHS, "2023-03-28", "2023-03-31"),
        ("2020-01-31", 1, Unit.MONTHS, "2020-02-29", "2020-02-29"),
        ("2020-01-30", 1, Unit.MONTHS, "2020-02-29", "2020-02-29"),
        ("2020-01-29", 1, Unit.MONTHS, "2020-02-29", "2020-02-29"),
        ("2020-11-30", 3, Unit.MONTHS, "2021-02-28", "2021-02-28"),
        ("2020-02-29", 1, Unit.YEARS, "2021-02-28", "2021-02-28"),
        ("2023-02-28", 1, Unit.YEARS, "2024-02-28", "2024-02-28"),
    ],
)
def test_month_ends(start, amount, unit, clip, sticks):
    duration = Duration(amount, unit)
    assert add(day(start), duration) == day(clip)
    assert add(day(start), duration, month_end="end-sticks") == day(sticks)


def test_a_missing_day_is_an_error_on_request():
    phrase = parse("1 måned efter 31. januar 2021")
    assert phrase.period().latest == day("2021-02-28")
    with pytest.raises(DateRefused) as refused:
        phrase.period({"month-end": "error"})
    assert refused.value.kind == "no-such-day"
    assert parse("1 måned efter 30. januar 2020").period({"month-end": "end-sticks"}).latest == day("2020-02-29")


def test_readings_begin_with_their_default_and_have_labels():
    assert defaults() == {
        "primo-medio-ultimo": "thirds",
        "inden": "strict",
        "lower-levels": "at-least-as-good",
        "month-end": "clip",
        "weekend": "stay",
    }
    varied = {name: reading.varied for name, reading in READINGS.items() if len(reading.varied) > 1}
    assert varied == {
        "primo-medio-ultimo": ("thirds", "point"),
        "inden": ("strict", "inclusive"),
        "lower-levels": ("at-least-as-good", "literal"),
    }
    for reading in READINGS.values():
        assert reading.default == reading.values[0]
        for value in ("", *reading.values):
            assert reading.label(value, "en")
            assert reading.label(value, "da")


def test_an_unknown_value_of_a_reading_is_refused():
    assert completed({"reached": "lines"})["reached"] == "lines"
    with pytest.raises(ValueError, match="found middle, expected one of thirds, point, business-day"):
        resolve("medio oktober 2020", readings={"primo-medio-ultimo": "middle"})


def test_no_spelling_has_two_meanings(monkeypatch):
    from criteria import tables

    lexicon.cache_clear()
    monkeypatch.setattr(tables, "words", lambda stem: {"MAY": {"en": ("may",)}, "JUNE": {"da": ("may",)}})
    with pytest.raises(RuntimeError, match="'may' means both"):
        lexicon()
    lexicon.cache_clear()
