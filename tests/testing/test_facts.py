"""Facts that are drawn for a plan: they load, and they say what was asked for."""

from datetime import date

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import criteria
from criteria import face, pipeline
from criteria.diagnostics import Severity
from criteria.facts.record import Exactly, Facts, Never
from criteria.testing import facts
from example_plans import example
from testing.plans import SMALL, every_plan, every_type


def loaded(plan: face.Plan, found: dict[str, object]) -> Facts:
    """The facts, without a fault."""
    result = pipeline.load_facts(found, plan.model)
    assert [fault for fault in result.diagnostics if fault.severity is Severity.ERROR] == []
    assert result.facts is not None
    return result.facts


@pytest.mark.parametrize("plan", every_plan())
@settings(max_examples=15)
@given(data=st.data())
def test_facts_load_without_a_fault(plan, data):
    loaded(plan, data.draw(facts(plan)))


@pytest.mark.parametrize("plan", every_plan())
@settings(max_examples=10)
@given(data=st.data(), as_of=st.sampled_from([None, "2020-06-30"]))
def test_complete_facts_say_one_thing_of_everything(plan, data, as_of):
    found = loaded(plan, data.draw(facts(plan, complete=True, as_of=as_of)))
    assert found.values.keys() == plan.model.facts.keys()
    assert found.records.keys() == {key for key, record in plan.model.records.items() if record.rows is None}
    said = [given_.possible for given_ in found.values.values()]
    said += [cell.possible for rows in found.records.values() for row in rows.rows for cell in row.cells.values()]
    assert all(isinstance(what, Exactly | Never) for what in said)
    days = [what.value for what in said if isinstance(what, Exactly) and isinstance(what.value, date)]
    assert as_of is None or all(day <= date.fromisoformat(as_of) for day in days)
    for rows in found.records:
        columns = {c.key for c in plan.model.records[rows].columns.values() if c.computed is None}
        assert all(row.cells.keys() == columns for row in found.records[rows].rows)


FOUND = settings(phases=[Phase.generate], max_examples=5_000)  # found, not made small
WAYS = ("Exactly", "SomeDayOf", "DayBetween", "NumberBetween", "OneOf", "Unknown", "Never", "missing", "known from")


@pytest.mark.parametrize("way", WAYS)
def test_incomplete_facts_leave_open_what_facts_can_leave_open(way):
    plan = every_type()

    def says(found: dict[str, object]) -> bool:
        values = loaded(plan, found).values
        ways = {type(given_.possible).__name__ for given_ in values.values()}
        ways |= {"known from" for given_ in values.values() if given_.known_from}
        return way in ways | {"missing" for path in plan.model.facts if path not in values}

    assert says(find(facts(plan), says, settings=FOUND))


def test_rows_say_what_rows_of_the_plan_say():
    """An event of the plan's table, area and kind, is drawn as one event."""
    plan = example("astra-2020/plan")
    planned = [(row.values["area"], row.values["kind"]) for row in plan.model.records["activities"].rows]

    def is_planned(found: dict[str, object]) -> bool:
        return any((row["area"], row["kind"]) in planned[-2:] for row in found["events"])

    assert is_planned(find(facts(plan, complete=True), is_planned, settings=FOUND))


EDGES = [
    ("report sent", date(2020, 9, 30)),
    ("report sent", date(2020, 10, 2)),
    ("visitors", 11_999),
    ("visitors", 12_000),
]


@pytest.mark.parametrize(("path", "value"), EDGES)
def test_values_lie_on_thresholds_and_a_step_beside(path, value):
    plan = criteria.parse(SMALL)
    assert find(facts(plan), lambda found: found.get(path) == value, settings=FOUND)


def test_an_example_shrinks_to_the_facts_that_matter():
    plan = criteria.parse(SMALL)
    found = find(
        facts(plan),
        lambda found: plan.evaluate(found)["1"].levels == ("fulfilled",),
        settings=settings(max_examples=5_000),
    )
    assert found == {"report sent": date(2020, 10, 1)}
