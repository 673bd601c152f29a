"""What stands around the phrases: the package's names, places of refusals, notes, and what is imported when."""

import subprocess
import sys
from datetime import date

import pytest

import criteria.dates
from criteria.dates import (
    DateRefused,
    Note,
    Period,
    Relation,
    find,
    parse,
    parse_duration,
    parse_test,
    passing_days,
    resolve,
)
from criteria.dates.spans import days_of
from criteria.dates.terms import Kind, Stretch
from criteria.source import Place

LOADED = """
import sys
import criteria.dates
assert "criteria.automaton" not in sys.modules and "criteria.dates.phrases" not in sys.modules, "importing the package reads nothing"
criteria.dates.resolve("2020-11-03")
assert "criteria.automaton" not in sys.modules, "an ISO day needs no grammar"
criteria.dates.resolve("november 2020")
assert "criteria.automaton" in sys.modules and "lark" not in sys.modules
"""


def test_nothing_is_imported_before_it_is_needed():
    subprocess.run([sys.executable, "-c", LOADED], check=True)


def test_every_public_name_is_there():
    for name in criteria.dates.__all__:
        assert getattr(criteria.dates, name)
    with pytest.raises(AttributeError, match="has no attribute 'today'"):
        _ = criteria.dates.today


def test_a_phrase_says_whether_its_year_was_given():
    assert parse("1. maj 2020").year_given
    assert parse("1. maj - 3. maj 2020").year_given
    assert not parse("1. maj", within=(date(2020, 1, 1), date(2020, 12, 31))).year_given
    test = parse_test("mellem 1. maj og 3. maj", (date(2020, 1, 1), date(2020, 12, 31)))
    assert not test.year_given
    assert test.notes == ()


def test_phrases_can_be_keys_and_are_remembered():
    assert parse("medio november 2020") is parse("medio november 2020")
    assert hash(parse("medio november 2020")) == hash(parse("medio november 2020"))


def test_notes():
    (weekday,) = parse("mandag den 5. juni 2024").notes
    assert weekday.message("en") == "2024-06-05 is a Wednesday, not a Monday; the date decides"
    assert weekday.message("da") == "2024-06-05 er en onsdag, ikke en mandag; datoen gælder"
    assert parse("onsdag den 5. juni 2024").notes == ()
    (century,) = parse("21.11.19").notes
    assert century == Note("century-inferred", (("found", "19"), ("year", "2019")))
    assert century.message("da") == "årstallet 19 er læst som 2019"
    assert century.diagnostic(Place("plan", 3, 5)).severity.value == "notice"


def test_a_refusal_marks_the_words_at_fault():
    with pytest.raises(DateRefused) as caught:
        parse("medio novmber 2020")
    found = caught.value.diagnostic(Place("plan.criteria", 12, 20))
    assert (found.kind, found.suggestion) == ("not-a-date-word", "medio november 2020")
    assert found.place == Place("plan.criteria", 12, 26, 33)
    assert caught.value.diagnostic(Place("facts.xlsx", cell="Ark1!B7")).place == Place("facts.xlsx", cell="Ark1!B7")
    assert str(caught.value).startswith("found 'novmber', which is no word of a date phrase, expected one such as")


def test_a_refusal_of_decomposed_text_is_placed_in_the_text_as_written():
    text = "skolea\u030aret snart"
    with pytest.raises(DateRefused) as caught:
        parse(text)
    assert text[caught.value.start : caught.value.end] == "snart"


def test_a_year_is_short_for_a_plan_that_fills_it():
    assert resolve("november", year=2020) == resolve("november", within=(date(2020, 1, 1), date(2020, 12, 31)))
    assert [f.text for f in find("i november", year=2020)] == ["november"]
    for year in (0, 10000):
        with pytest.raises(DateRefused, match="expected a date in the years 0001 to 9999"):
            resolve("november", year=year)


def test_a_period_runs_forward():
    with pytest.raises(ValueError, match="no period"):
        Period(date(2020, 1, 2), date(2020, 1, 1))
    with pytest.raises(ValueError, match="no period"):
        Period(date(2020, 1, 1), date(2020, 1, 2), boundary=True)


def test_a_between_without_a_second_period_is_within_one():
    period = resolve("oktober 2020")
    assert passing_days(Relation.BETWEEN, period) == (period.earliest, period.latest)


def test_a_stretch_needs_its_year():
    with pytest.raises(DateRefused) as caught:
        days_of(Stretch(Kind.MONTH, None, 5))
    assert caught.value.kind == "year-missing"


@pytest.mark.parametrize("text", ["", "4", "uger", "4 uger efter", "4 møder", "4,5 uger", "oktober 2020", "-4 uger"])
def test_what_is_no_duration(text):
    assert parse_duration(text) is None


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("4 uger", "4 uger"),
        ("én måned", "1 måned"),
        ("2 MÅNEDER", "2 måneder"),
        ("to år", "2 år"),
        ("fjorten dage", "14 dage"),
        ("10 arbejdsdage", "10 arbejdsdage"),
        ("5 hverdage", "5 arbejdsdage"),
        ("3 bankdage", "3 bankdage"),
        ("1000 days", "1000 dage"),
        ("10 working days", "10 arbejdsdage"),
    ],
)
def test_durations(text, phrase):
    duration = parse_duration(text)
    assert duration.phrase("da") == phrase
    assert parse_duration(str(duration)) == duration
