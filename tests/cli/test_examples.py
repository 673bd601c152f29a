"""`criteria test`: the examples inside a plan, and what they leave out."""

import pytest


@pytest.mark.parametrize("lang", ["en", "da"])
def test_all_pass(criteria, folder, golden, lang):
    said = criteria("test", "plan.criteria", "--lang", lang)
    assert (said.code, said.err) == (0, "")
    golden(said.out, f"cli/test.{lang}.txt")


@pytest.mark.parametrize("lang", ["en", "da"])
def test_one_fails(criteria, folder, golden, lang):
    plan = folder / "plan.criteria"
    text = (
        plan.read_text(encoding="utf-8")
        .replace("point: partial", "point: fulfilled")
        .replace("sent: never", "sent: aldig")
    )
    plan.write_text(text, encoding="utf-8")
    said = criteria("test", "plan.criteria", "--lang", lang)
    assert said.code == 1
    golden(said.out, f"cli/test-failing.{lang}.txt")


def test_no_examples(criteria, folder):
    plan = folder / "plan.criteria"
    plan.write_text(plan.read_text(encoding="utf-8").partition("example")[0], encoding="utf-8")
    assert criteria("test", "plan.criteria") == (0, "plan.criteria: the plan has no examples\n", "")


def test_a_plan_that_cannot_be_used(criteria, folder):
    (folder / "bad.criteria").write_text("plan", encoding="utf-8")
    said = criteria("test", "plan.criteria", "bad.criteria", "nowhere.criteria")
    assert said.code == 2
    assert "nowhere.criteria" in said.err
    assert "2 passed" in said.out
