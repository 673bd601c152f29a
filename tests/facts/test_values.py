"""Dates, choices, yes and no, and the words that every type knows (trust.md B06, B14–B18)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.facts.load import load
from criteria.facts.record import DayBetween, Exactly, Never, Nothing, OneOf, SomeDayOf, Unknown
from criteria.facts.values import MARKERS, Setting, read_value
from criteria.facts.written import Written
from criteria.source import Place
from tests.facts.plans import AREA, DATE, EVERY, KR, NUMBER, TEXT, YEAR, YES_NO


def read(text, type_=DATE, exact=False):
    possible, found = read_value(Written(text, Place("f"), exact), type_, "x", Setting(YEAR))
    errors = [d for d in found if d.severity.value == "error"]
    assert (possible is None) == bool(errors)
    return possible if possible else errors[0].kind


@pytest.mark.parametrize(
    "text",
    [
        "2020-10-01",
        " 2020-10-01\u00a0",
        "1. oktober 2020",
        "1/10",
        "1/10 2020",
        "1 October",
        "01.10.2020",
        "Den 1. oktober",
    ],
)
def test_a_phrase_that_means_one_day_is_that_day(text):
    assert read(text) == Exactly(date(2020, 10, 1))


@pytest.mark.parametrize(
    "text", ["medio oktober 2020", "2020-10", "uge 42", "oktober", "3. kvartal", "2020", "ultimo 2020"]
)
def test_a_longer_or_fuzzy_phrase_is_some_day_of_it(text):
    possible = read(text)
    assert isinstance(possible, SomeDayOf)
    assert possible.phrase.period().earliest.year == 2020


def test_a_range_of_days():
    assert read("2020-10-03..2020-10-07") == DayBetween(date(2020, 10, 3), date(2020, 10, 7))
    assert read("oktober .. 15. november") == DayBetween(date(2020, 10, 1), date(2020, 11, 15))
    assert read("2020-10-03..2020-10-03") == Exactly(date(2020, 10, 3))
    assert read("medio oktober..2020-11-01") == "vague-range"


def test_B17_a_reversed_range_is_a_fault():
    assert read("2020-10-07..2020-10-03") == "reversed-range"


@pytest.mark.parametrize("text", ["30. februar 2020", "31. april", "2021-02-29", "uge 53 2021", "0000-01-01", "2020-13-01",
                                  "5. kvartal", "i morgen måske", "2020-02-30", "10000-01-01", "-0001-01-01"])  # fmt: skip
def test_B14_a_day_that_is_none_is_refused(text):
    assert str(read(text)).startswith(("fact-", "out-of"))


def test_B16_a_serial_number_in_a_text_is_no_date():
    assert str(read("44105")).startswith("fact-")
    assert read("44105", exact=True) == "number-for-date"


def test_B16_the_fault_names_what_was_found():
    _, found = read_value(Written("ultimi oktober", Place("f", 3, 5)), DATE, "concept sent", Setting(YEAR))
    assert "concept sent: 'ultimi oktober'" in found[0].message()
    assert found[0].place.line == 3


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-10-01T00:00", date(2020, 10, 1)),
        ("2020-10-01 23:59:59", date(2020, 10, 1)),
        ("2020-12-31T23:30Z", date(2021, 1, 1)),
        ("2020-12-31T23:30+01:00", date(2020, 12, 31)),
        ("2020-06-30T22:30:00.123Z", date(2020, 7, 1)),
        ("2020-10-25T00:30Z", date(2020, 10, 25)),
    ],
)
def test_B15_a_moment_falls_on_its_danish_day(text, day):
    assert read(text) == Exactly(day)


def test_B15_midnight_as_24_is_two_days_and_refused():
    assert read("2020-12-31T24:00") == "midnight-24"
    assert read("2020-12-31T25:00") == "no-moment"
    assert read("9999-12-31T23:30Z") == "no-moment"


def test_B15_moments_with_and_without_a_zone_in_one_file():
    facts = {"day": "2020-10-01T10:00", "log": [{"when": "2020-10-02T10:00Z"}]}
    _, found = load(facts, EVERY)
    assert [(d.kind, str(d.related[0])) for d in found] == [("mixed-clocks", "<facts>:day")]


@pytest.mark.parametrize("type_", [DATE, KR, TEXT, AREA, YES_NO])
@pytest.mark.parametrize("text", ["unknown", "Ukendt", " UNKNOWN "])
def test_unknown_is_known_to_every_type(text, type_):
    assert read(text, type_) == Unknown()


def test_never_is_known_to_dates_only():
    assert read("never") == read("Aldrig") == Never()
    assert read("never", NUMBER) == "not-a-number"
    assert read("never", AREA) == "no-such-choice"


@pytest.mark.parametrize("type_", [DATE, KR, TEXT, AREA, YES_NO])
def test_blank_is_nothing(type_):
    assert read("", type_) == read(" \u00a0 ", type_) == Nothing()


@pytest.mark.parametrize("text", sorted(MARKERS))
@pytest.mark.parametrize("type_", [DATE, KR, TEXT, AREA, YES_NO])
def test_B18_a_marker_of_a_missing_value_is_asked_about(text, type_):
    assert read(text, type_) == "missing-marker"


@pytest.mark.parametrize("text", ["Kommu\u00adner", "\u202ekommuner", "Kommuner\u200b", "2020\u200d-10-01", "a\x07b"])
@pytest.mark.parametrize("type_", [DATE, TEXT, AREA])
def test_B06_invisible_characters_are_refused(text, type_):
    assert read(text, type_) == "hidden-character-in-value"


def test_choices_compare_folded():
    assert read("kommuner", AREA) == read("KOMMUNER ", AREA) == Exactly("Kommuner")
    assert read("gymnasiale\u00a0 uddannelser", AREA) == Exactly("Gymnasiale uddannelser")
    assert read("Kommuner eller Grundskole", AREA) == OneOf(("Kommuner", "Grundskole"))
    assert read("kommuner or Kommuner", AREA) == Exactly("Kommuner")


def test_B25_a_choice_that_is_none_gets_a_suggestion():
    _, found = read_value(Written("Komuner", Place("f")), AREA, "area", Setting())
    assert (found[0].kind, found[0].suggestion) == ("no-such-choice", "Kommuner")


@pytest.mark.parametrize("text", ["ja", "Yes", "TRUE", "sand", "x", "X"])
def test_yes(text):
    assert read(text, YES_NO) == Exactly(True)


@pytest.mark.parametrize("text", ["nej", "No", "false", "falsk"])
def test_no(text):
    assert read(text, YES_NO) == Exactly(False)


def test_yes_or_no_and_nothing_else():
    assert read("ja eller nej", YES_NO) == OneOf((True, False))
    assert read("måske", YES_NO) == read("1", YES_NO) == "not-yes-or-no"


def test_a_text_stays_as_it_is():
    assert read("  010 eller no ", TEXT) == Exactly("010 eller no")
    possible, found = read_value(Written("7", Place("f"), exact=True), TEXT, "x", Setting())
    assert (possible, found[0].kind, found[0].severity.value) == (Exactly("7"), "number-for-text", "notice")


def test_several_dates_to_choose_among():
    assert read("2020-10-01 eller 2020-10-03") == OneOf((date(2020, 10, 1), date(2020, 10, 3)))
    assert read("2020-10-01 eller uge 42") == "vague-choice"


@given(st.dates(date(1000, 1, 1)), st.sampled_from(["{0}", "{0.day}.{0.month}.{0.year}", "{0.day}/{0.month} {0.year}"]))
def test_any_day_reads_back(day, form):
    assert read(form.format(day)) == Exactly(day)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 500))
def test_any_range_reads_back(day, length):
    last = day + timedelta(length)
    assert read(f"{day}..{last}") == (DayBetween(day, last) if length else Exactly(day))


@given(st.text(max_size=30), st.sampled_from([DATE, KR, TEXT, AREA, YES_NO, NUMBER]), st.booleans())
def test_any_text_is_a_value_or_a_fault_that_can_be_said(text, type_, exact):
    _, found = read_value(Written(text, Place("f"), exact), type_, "x", Setting(YEAR))
    for diagnostic in found:
        assert diagnostic.message("en")
        assert diagnostic.message("da")
