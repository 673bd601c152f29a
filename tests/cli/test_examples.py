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


@pytest.mark.parametrize("lang", ["en", "da"])
def test_what_no_example_touches_is_listed(criteria, folder, golden, lang):
    said = criteria("test", "plan.criteria", "--coverage", "--lang", lang)
    assert (said.code, said.err) == (0, "")
    golden(said.out, f"cli/test-coverage.{lang}.txt")


def test_suggested_examples_are_those_of_the_plan_s_own_language(criteria, folder, golden):
    said = criteria("test", "plan.criteria", "--suggest")
    assert (said.code, said.err) == (0, "")
    golden(said.out, "cli/test-suggest.txt")
    assert criteria("test", "plan.criteria", "--suggest", "--lang", "da").out == said.out
    assert criteria("test", "plan.criteria", "--suggest", "--output", "more.txt").out == ""
    assert (folder / "more.txt").read_text(encoding="utf-8") == said.out


def test_a_plan_without_examples_has_everything_left(criteria, folder):
    plan = folder / "plan.criteria"
    plan.write_text(plan.read_text(encoding="utf-8").partition("example")[0], encoding="utf-8")
    said = criteria("test", "plan.criteria", "--coverage").out
    assert said.startswith("plan.criteria: the plan has no examples\n\nNo example reaches these levels:\n")


def test_output_is_for_suggestions_and_those_for_one_plan(criteria, folder):
    alone = criteria("test", "plan.criteria", "--output", "more.txt")
    assert (alone.code, alone.out) == (2, "")
    assert "--output is for suggested examples: --suggest --output FILE" in alone.err
    two = criteria("test", "plan.criteria", "plan.criteria", "--suggest")
    assert (two.code, two.out) == (2, "")
    assert "--suggest takes one plan" in two.err
