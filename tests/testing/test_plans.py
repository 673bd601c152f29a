"""Plans that are drawn: they check, they are laid out, and both surfaces say the same."""

from hypothesis import find, given, settings

from criteria import pipeline
from criteria.diagnostics import Severity
from criteria.source import from_text
from criteria.testing import plans


def faults(text: str) -> list[str]:
    found = pipeline.check_text(text, "plan.criteria").diagnostics
    return [fault.kind for fault in found if fault.severity is Severity.ERROR]


@settings(max_examples=60)
@given(plans())
def test_every_plan_checks_and_is_laid_out(text):
    assert faults(text) == []
    done = pipeline.format_plan(from_text("plan.criteria", text), None)
    assert not done.changed, done.text


@settings(max_examples=30)
@given(plans("da"))
def test_a_danish_plan_says_in_english_what_it_says(text):
    english = pipeline.format_plan(from_text("plan.criteria", text), "en").text
    assert english is not None
    assert faults(english) == []
    danish, other = (pipeline.check_text(each, "p").plan for each in (text, english))
    assert [goal.levels for goal in danish.goals] == [goal.levels for goal in other.goals]


def test_a_plan_shrinks_to_one_goal_with_one_condition():
    text = find(plans("en"), lambda text: "goal" in text)
    assert text == (
        'plan "Drawn"\n  year 2020\n\nfacts\n  report sent: date\n\n'
        'goal 1 "Goal 1"\n  fulfilled when\n    - report sent by 1. oktober 2020\n'
    )
