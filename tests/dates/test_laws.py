"""What holds of all dates: parts tile, tests split the days, what is written reads back, counting keeps the order."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from criteria.dates import (
    READINGS,
    DateRefused,
    Duration,
    Period,
    Relation,
    Unit,
    add,
    defaults,
    find,
    format_phrase,
    parse,
    parse_duration,
    parse_test,
    passing_days,
    resolve,
)
from criteria.dates.words import lexicon

DAY = timedelta(days=1)
ANY_DAY = st.dates(date(1600, 1, 1), date(9000, 12, 31))
PARTS = ("primo", "medio", "ultimo")
YEAR = (date(2020, 1, 1), date(2020, 12, 31))


def tiles(parts, whole):
    assert parts[0].earliest == whole.earliest
    assert parts[-1].latest == whole.latest
    assert all(before.latest + DAY == after.earliest for before, after in pairwise(parts))


@pytest.mark.parametrize("month", range(1, 13))
def test_the_parts_of_a_month_tile_it(month):
    name = format_phrase(Period(date(2000, month, 1), date(2000, month, 28) + 4 * DAY), "da").split()[1]
    for year in range(1900, 2101):
        whole = resolve(f"{name} {year}")
        assert whole.earliest.month == month
        parts = [resolve(f"{part} {name} {year}") for part in PARTS]
        tiles(parts, whole)
        assert [part.earliest.day for part in parts] == [1, 11, 21]


@pytest.mark.parametrize("unit", ["{n}. kvartal {y}", "{n}. halvår {y}", "{y}", "skoleåret {y}/{z}"])
def test_the_parts_of_longer_periods_tile_them_and_hold_the_points(unit):
    for year in range(1900, 2101):
        for number in range(1, 5 if "kvartal" in unit else 3 if "halvår" in unit else 2):
            name = unit.format(n=number, y=year, z=f"{(year + 1) % 100:02d}")
            whole = resolve(name)
            parts = [parse(f"{part} {name}") for part in PARTS]
            tiles([part.period() for part in parts], whole)
            for part in parts:
                point = part.period({"primo-medio-ultimo": "point"})
                business = part.period({"primo-medio-ultimo": "business-day"})
                for exact in (point, business):
                    assert whole.earliest <= exact.earliest == exact.latest <= whole.latest


def test_thirds_follow_on_across_months():
    periods = [resolve(f"{part} {month}.{year}".replace(f" {month}.", f" {name} ")) for year in (2019, 2020)
               for month, name in enumerate("januar februar marts april maj juni juli august september oktober november"
                                            " december".split(), 1) for part in PARTS]  # fmt: skip
    tiles(periods, Period(date(2019, 1, 1), date(2020, 12, 31)))


@st.composite
def periods(draw):
    first = draw(ANY_DAY)
    length = draw(st.integers(0, 800))
    return Period(first, first, boundary=True) if draw(st.booleans()) else Period(first, first + length * DAY)


@given(periods())
def test_by_and_after_split_the_days(period):
    assert passing_days(Relation.BY, period)[1] + DAY == passing_days(Relation.AFTER, period)[0]


@given(periods())
def test_before_and_from_split_the_days(period):
    assert passing_days(Relation.BEFORE, period)[1] + DAY == passing_days(Relation.FROM, period)[0]


@given(periods())
def test_inden_is_before_or_by(period):
    strict, inclusive = (passing_days(Relation.INDEN, period, None, {"inden": v}) for v in ("strict", "inclusive"))
    assert strict == passing_days(Relation.BEFORE, period)
    assert inclusive == passing_days(Relation.BY, period)
    assert (strict == inclusive) == period.boundary


@given(periods(), periods())
def test_between_is_from_and_by(first, last):
    start, end = passing_days(Relation.FROM, first)[0], passing_days(Relation.BY, last)[1]
    if start <= end:
        assert passing_days(Relation.BETWEEN, first, last) == (start, end)
    else:
        with pytest.raises(DateRefused):
            passing_days(Relation.BETWEEN, first, last)


@pytest.mark.parametrize(
    ("day", "year"), [(d, 2020) for d in ("1. oktober", "medio november", "udgangen af 3. kvartal")]
)
def test_words_split_the_days_like_relations(day, year):
    ends = [parse_test(f"{word} {day}", YEAR).days() for word in ("senest", "efter", "før", "fra")]
    assert ends[0][1] + DAY == ends[1][0]
    assert ends[2][1] + DAY == ends[3][0]


@given(st.one_of(periods(), ANY_DAY.map(lambda d: Period(d, d))), st.sampled_from(["en", "da"]))
@example(Period(date(1, 1, 1), date(9999, 12, 31)), "da")
@example(Period(date(2020, 1, 1), date(2020, 6, 30)), "en")
@example(Period(date(2020, 7, 1), date(2020, 9, 30)), "da")
@example(Period(date(2019, 12, 30), date(2020, 1, 5)), "en")
@example(Period(date(2020, 12, 21), date(2021, 1, 3)), "da")
@example(Period(date(2020, 2, 29), date(2020, 2, 29), boundary=True), "da")
@example(Period(date(2020, 12, 31), date(2020, 12, 31), boundary=True), "en")
def test_what_the_formatter_writes_reads_back(period, lang):
    assert resolve(format_phrase(period, lang)) == period
    assert resolve(str(period)) == period


@pytest.mark.parametrize("kind", ["{n}. kvartal", "{n}. halvår", "{m}"])
@pytest.mark.parametrize("year", [1, 1999, 2020, 9999])
def test_the_formatter_writes_the_calendars_names(kind, year):
    for number in range(1, 3):
        phrase = f"{kind.format(n=number, m=['januar', 'februar'][number - 1])} {year:04d}"
        assert format_phrase(resolve(phrase), "da") == phrase


@given(ANY_DAY)
def test_iso_weeks_and_days_are_one_to_one(day):
    year, week, weekday = day.isocalendar()
    period = resolve(f"{year}-W{week:02d}")
    assert period.earliest + (weekday - 1) * DAY == day
    assert period == resolve(f"uge {week} {year}")
    assert (period.latest - period.earliest).days == 6


@given(st.dates())
def test_every_day_reads_back(day):
    assert resolve(day.isoformat()) == Period(day, day)
    assert resolve(format_phrase(Period(day, day), "da")) == Period(day, day)


@given(
    ANY_DAY,
    st.integers(0, 40),
    st.builds(Duration, st.integers(0, 600), st.sampled_from(Unit)),
    st.booleans(),
    st.sampled_from(["clip", "end-sticks"]),
)
def test_counting_keeps_the_order_of_days(day, later, duration, forward, month_end):
    first, second = (add(d, duration, forward=forward, month_end=month_end) for d in (day, day + later * DAY))
    assert first <= second
    assert (first >= day) == forward or first == day


@given(ANY_DAY, st.builds(Duration, st.integers(0, 600), st.sampled_from([Unit.DAYS, Unit.WEEKS])))
def test_days_and_weeks_count_back_to_where_they_began(day, duration):
    assert add(add(day, duration), duration, forward=False) == day


@given(st.builds(Duration, st.integers(0, 10**6), st.sampled_from(Unit)), st.sampled_from(["en", "da"]))
def test_durations_read_back(duration, lang):
    assert parse_duration(duration.phrase(lang)) == duration


SIGNS = ". - / , .. 1 2 31 53 99 0000 2020 2021 12345".split()
WORDS = [*sorted(lexicon()), *SIGNS, " - "]
NEAR_PHRASES = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


def refusal(read):
    """None when ``read`` succeeds; any exception but a refusal comes out."""
    try:
        read()
    except DateRefused as refused:
        return refused
    return None


@given(st.one_of(st.text(), NEAR_PHRASES, st.lists(st.sampled_from(WORDS), max_size=8).map("".join)))
def test_any_text_is_a_phrase_or_refused(text):
    for within in (None, YEAR, (date(1, 1, 1), date(30, 12, 31))):
        for read in (lambda w=within: parse(text, within=w).period(), lambda w=within: parse_test(text, w).days()):
            if refused := refusal(read):
                assert 0 <= refused.start <= refused.end <= len(text)
                assert refused.message("da") != refused.message("en")


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=20).map(" ".join))
def test_finding_never_fails_and_goes_forward(text):
    end = 0
    for found in find(text, within=YEAR):
        assert end <= found.start < found.end <= len(text)
        assert (found.phrase is None) == (found.refused is not None)
        end = found.end


@given(NEAR_PHRASES)
def test_a_phrase_has_days_under_every_reading_but_the_strict_one(text):
    if refusal(lambda: parse(text, within=YEAR)):
        return
    phrase = parse(text, within=YEAR)
    for name in phrase.words:
        for value in READINGS[name].values:
            refused = refusal(lambda v=value, n=name: phrase.period(defaults() | {n: v}))
            assert refused is None or (value, refused.kind) == ("error", "no-such-day")
