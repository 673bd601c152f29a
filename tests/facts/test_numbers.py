"""Numbers in facts: both separators, units, and what is refused (trust.md B07–B12)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.facts.numbers import plain_number
from criteria.facts.record import Exactly, NumberBetween, OneOf
from criteria.facts.values import Setting, read_value
from criteria.facts.written import Written
from criteria.source import Place
from tests.facts.plans import DAYS, KR, KR_ABOVE_0, NUMBER, PERCENT, POINTS, RATIO, WHOLE


def read(text, type_=NUMBER, locale=None, exact=False):
    possible, found = read_value(Written(text, Place("f"), exact), type_, "x", Setting(None, locale))
    errors = [d for d in found if d.severity.value == "error"]
    assert (possible is None) == bool(errors)
    return possible if possible else errors[0].kind


@pytest.mark.parametrize(
    ("text", "type_", "value"),
    [
        ("0,6", NUMBER, "3/5"),
        ("0.6", NUMBER, "3/5"),
        ("0.600", NUMBER, "3/5"),
        ("0,600", NUMBER, "3/5"),
        ("1.234,5", NUMBER, "1234.5"),
        ("1,234.5", NUMBER, "1234.5"),
        ("1.234.567", NUMBER, "1234567"),
        ("1,234,567", NUMBER, "1234567"),
        ("1 234", NUMBER, "1234"),
        ("1\u00a0234,5", NUMBER, "1234.5"),
        ("1234.567", NUMBER, "1234.567"),
        ("-5", NUMBER, "-5"),
        ("−5", NUMBER, "-5"),
        ("+5", NUMBER, "5"),
        ("3/8", NUMBER, "3/8"),
        ("60 %", PERCENT, "0.6"),
        ("60%", PERCENT, "0.6"),
        ("60 pct.", PERCENT, "0.6"),
        ("60 procent", PERCENT, "0.6"),
        ("60 percent", PERCENT, "0.6"),
        ("60", PERCENT, "0.6"),
        ("2,5 procentpoint", POINTS, "0.025"),
        ("2.5 percentage points", POINTS, "0.025"),
        ("60 %", RATIO, "0.6"),
        ("0,6", RATIO, "0.6"),
        ("50.000.000 kr", KR, "50000000"),
        ("50 000 000 kr.", KR, "50000000"),
        ("kr. 5.000.000,50", KR, "5000000.5"),
        ("5.000.000,-", KR, "5000000"),
        ("5.000,-", KR, "5000"),
        ("1.250 kr.,-", KR, "1250"),
        ("3 mio. kr", KR, "3000000"),
        ("1,5 mia. kr.", KR, "1500000000"),
        ("-250 kr", KR, "-250"),
        ("14 dage", DAYS, "14"),
    ],
)
def test_a_number_is_read_exactly(text, type_, value):
    assert read(text, type_) == Exactly(Fraction(value))


@pytest.mark.parametrize("text", ["NaN", "nan kr", "Infinity", "-inf", "1_000", "0x10", "1.2.3", "1.234.56", "1,23,4",
                                  ".5", "5.", "--5", "1e", "fem", "5 euro", "½", "1..", "12 34", "1/0", "0/0", ","])  # fmt: skip
def test_B08_what_is_no_number_is_refused(text):
    assert read(text) in ("not-a-number", "missing-marker", "odd-digits")


@pytest.mark.parametrize("text", ["1e400", "1E-400", "1e9999999", "1e41", "-1e+99999999999999999999"])
def test_B09_a_huge_exponent_is_refused_before_it_is_computed(text):
    assert read(text) == read(text, exact=True) == "exponent-too-large"


def test_B09_too_many_digits_are_refused_before_they_are_converted():
    assert read("9" * 5_000) == read("0." + "3" * 40) == read("9" * 41, exact=True) == "too-many-digits"
    assert read("9" * 40) == Exactly(Fraction("9" * 40))


def test_an_exponent_is_read_where_the_format_says_number_only():
    assert read("1.5e3", exact=True) == Exactly(Fraction(1500))
    assert read("1,5E+15") == "exponent-in-text"


def test_B08_minus_zero_is_zero():
    possible = read("-0")
    assert possible == Exactly(Fraction(0))
    assert str(possible.value) == "0"


@pytest.mark.parametrize("text", ["٣", "３", "1²", "٠.٦"])
def test_B07_only_ascii_digits_are_digits(text):
    assert read(text) == "odd-digits"


@pytest.mark.parametrize("text", ["1.234", "1,234", "12.345", "-999,999", "1.234 kr"])
def test_B10_one_group_of_three_digits_is_refused_unless_the_file_says(text):
    assert read(text, KR if "kr" in text else NUMBER) == "ambiguous-number"


def test_B10_the_locale_decides_only_what_has_two_readings():
    assert read("1.234", locale="da") == read("1,234", locale="en") == Exactly(Fraction(1234))
    assert read("1,234", locale="da") == read("1.234", locale="en") == Exactly(Fraction("1.234"))
    assert read("0.6", locale="da") == read("0,6", locale="en") == Exactly(Fraction(3, 5))
    assert read("1.234", exact=True) == Exactly(Fraction("1.234"))


def test_B11_arithmetic_on_what_is_read_is_exact():
    tenth, fifth = read("0,1").value, read("0.2").value
    assert tenth + fifth == read("0,3").value
    assert Fraction(29, 50) == read("58 %", PERCENT).value
    assert Fraction(7, 25) == read("28 pct.", PERCENT).value


def test_B12_a_bound_is_the_comparator_that_was_written():
    assert read("0", KR_ABOVE_0) == "out-of-bounds"
    assert read("0,01", KR_ABOVE_0) == Exactly(Fraction(1, 100))
    assert read("0..5", KR_ABOVE_0) == "out-of-bounds"


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("60 kr", PERCENT),
        ("60 %", KR),
        ("60 %", NUMBER),
        ("60 %", POINTS),
        ("60 procentpoint", PERCENT),
        ("3 dage", KR),
    ],
)
def test_B25_a_unit_that_was_not_declared_is_refused(text, type_):
    assert read(text, type_) == "wrong-unit"


def test_whole_numbers():
    assert read("3", WHOLE) == Exactly(Fraction(3))
    assert read("3,5", WHOLE) == "not-whole"


def test_ranges_and_choices():
    assert read("1,9..2,2 %", PERCENT) == NumberBetween(Fraction(19, 1000), Fraction(22, 1000))
    assert read("1,9 % … 2,2 %", PERCENT) == NumberBetween(Fraction(19, 1000), Fraction(22, 1000))
    assert read("40..60 %", RATIO) == NumberBetween(Fraction(2, 5), Fraction(3, 5))
    assert read("5..5") == Exactly(Fraction(5))
    assert read("3 eller 4") == read("3 or 4") == OneOf((Fraction(3), Fraction(4)))


def test_B17_a_range_that_ends_before_it_begins_is_refused():
    assert read("2,2..1,9 %", PERCENT) == "reversed-range"


def test_a_share_below_one_percent_is_warned_about():
    possible, found = read_value(Written("0,6", Place("f")), PERCENT, "x", Setting())
    assert possible == Exactly(Fraction(6, 1000))
    assert [(d.kind, d.severity.value) for d in found] == [("small-percent", "warning")]
    assert read_value(Written("0,6 %", Place("f")), PERCENT, "x", Setting())[1] == []


decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)


@given(decimals, st.sampled_from(["da", "en"]))
def test_a_number_written_in_either_locale_reads_back(number, locale):
    exact = Fraction(number)
    group, decimal = (".", ",") if locale == "da" else (",", ".")
    plain = plain_number(exact, decimal)
    assert read(plain, locale=locale) == Exactly(exact)
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, dot, rest = digits.partition(decimal)
    grouped = f"{int(whole):,}".replace(",", group)
    assert read(f"{sign}{grouped}{dot}{rest}", locale=locale) == Exactly(exact)


@given(st.text(alphabet="0123456789.,- %krpct/eE +", max_size=12), st.sampled_from([NUMBER, PERCENT, KR, WHOLE]))
def test_any_text_is_a_number_or_a_fault(text, type_):
    read(text, type_)


@given(st.fractions())
def test_plain_numbers_are_exact(number):
    assert Fraction(plain_number(number)) == number
