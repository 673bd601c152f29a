"""``not`` in a sentence about rows, from the text to the verdict: a lost ``not`` would be a wrong verdict."""

import pytest

from criteria import pipeline

PLAN = """plan "p"
  year 2020
facts
  log events
    area: one of "North", "South"
    open: yes/no
    held: date
goal 1
  fulfilled when {}
"""
EVENTS = {
    "none": [("North", False), ("South", False)],
    "one": [("North", True), ("South", False)],
    "both": [("North", True), ("South", True)],
}


def fulfilled(sentence: str) -> set[str]:
    """Which of the records fulfil it: open events were held in June, the others in February."""
    checked = pipeline.check_text(PLAN.format(sentence), "plan")
    assert checked.plan, [found.message() for found in checked.diagnostics]
    found = set()
    for name, rows in EVENTS.items():
        events = [{"area": area, "open": yes, "held": "2020-06-01" if yes else "2020-02-02"} for area, yes in rows]
        facts = pipeline.load_facts({"events": events}, checked.plan).facts
        assert facts
        levels = pipeline.evaluate(checked.plan, facts).goals[0].levels
        assert len(levels) == 1
        found |= {name} if list(levels) == ["fulfilled"] else set()
    return found


@pytest.mark.parametrize(
    ("sentence", "records"),
    [
        ("all events are not open", {"none"}),
        ("all events are open", {"both"}),
        ("alle events er ikke open", {"none"}),
        ("all events not open", {"none"}),
        ("all events, if any, are not open", {"none"}),
        ("all events are not open in every area", {"none"}),
        ("all events per area are not open", {"none"}),
        ("all events are not held before 1 May", {"both"}),
        ("all events held not before 1 May", {"both"}),
        ("alle events er ikke held før 1. maj", {"both"}),
        ('all events where area is "North" are not held before 1 May', {"both", "one"}),
        ("no events are not open", {"both"}),
        ("ingen events er ikke open", {"both"}),
        ("some events are not open", {"none", "one"}),
        ("at least 50% of events are not open", {"none", "one"}),
        ("at least 2 events are not open", {"none"}),
        ("not (all events are open)", {"none", "one"}),
    ],
)
def test_a_negated_test_of_rows(sentence, records):
    assert fulfilled(sentence) == records
