"""Facts per group and year, and values looked up: the levels are those of the complete worlds."""

from datetime import date

from hypothesis import given, settings

import strategies_series as s
from evaluate.test_agreement import SCALE, SOAK, agree


@settings(**({} if SOAK else {"max_examples": 150}))
@given(s.series())
def test_the_levels_are_those_of_the_complete_worlds(case):
    agree(case, SCALE)


def test_a_year_that_has_not_begun_is_unknown():
    """As of a day in 2019 nothing is known of 2020, whatever the file says."""
    import criteria

    text = 'plan "P"\n  year 2020\nfacts\n  rate per year: percent\ngoal 1\n  fulfilled when rate at least 3%\n'
    plan = criteria.parse(text)
    facts = {"rate": {"2020": "4 %"}}
    assert plan.evaluate(facts, as_of=date(2020, 1, 1))["1"].levels == ("fulfilled",)
    before = plan.evaluate(facts, as_of=date(2019, 12, 31))["1"]
    assert before.levels == ("fulfilled", "not_fulfilled")
    assert [m.path for m in before.missing] == ["rate 2020"]
