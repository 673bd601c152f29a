"""The Danish calendar, against the ``holidays`` package where that knows, and by hand where it does not."""

from datetime import date, timedelta

import holidays
import pytest

from criteria.dates import DateRefused, is_bank_day, is_working_day, next_working_day
from criteria.dates.calendar import NAMED, add_counted, bank_closings
from criteria.dates.calendar import holidays as ours

YEARS = range(1950, 2101)


@pytest.mark.parametrize("year", YEARS)
def test_holidays_are_those_of_the_oracle(year):
    assert set(ours(year)) == set(holidays.country_holidays("DK", years=year))


def test_store_bededag_is_a_holiday_until_2023():
    assert not is_working_day(date(2023, 5, 5))
    assert NAMED["store bededag"].on(2024) == date(2024, 4, 26)
    assert is_working_day(date(2024, 4, 26))


def test_banks_close_on_more_days():
    """Danmarks Nationalbank's list for 2026: the holidays and these; the last bank day of the year is 30 December."""
    assert sorted(bank_closings(2026)) == [date(2026, 5, 15), date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31)]
    assert all(is_working_day(day) and not is_bank_day(day) for day in bank_closings(2026))
    assert is_bank_day(date(2026, 12, 30))
    assert not is_bank_day(date(2026, 12, 26))


def test_the_next_working_day_is_the_day_itself_when_it_counts():
    assert next_working_day(date(2020, 10, 2)) == date(2020, 10, 2)
    assert next_working_day(date(2020, 10, 3)) == date(2020, 10, 5)
    assert next_working_day(date(2020, 4, 9)) == date(2020, 4, 14)
    assert next_working_day(date(2020, 12, 24), bank=True) == date(2020, 12, 28)


@pytest.mark.parametrize("bank", [False, True])
def test_counting_agrees_with_counting_day_by_day(bank):
    counts = is_bank_day if bank else is_working_day
    for offset in range(0, 400, 7):
        start = date(2019, 12, 20) + timedelta(days=offset)
        for amount in (0, 1, 5, 300):
            day, left = start, amount
            while left:
                day += timedelta(days=1)
                left -= counts(day)
            assert add_counted(start, amount, bank=bank) == day
            if counts(start):
                assert add_counted(day, amount, forward=False, bank=bank) == start


def test_counting_stops_where_the_years_end():
    for day, forward in ((date(9999, 12, 1), True), (date(1, 1, 30), False)):
        with pytest.raises(DateRefused) as refused:
            add_counted(day, 100, forward=forward)
        assert refused.value.kind == "year-out-of-range"
