"""`criteria format`: in place, only told, from standard input, translated."""

import pytest

MESSY = 'plan   "Lille plan"\n  year 2020\n\n\n\nfacts\n    sent:   date\n\ngoal 1 "Koncept"\n  fulfilled when sent   by 1. maj\n'


@pytest.fixture
def messy(folder):
    path = folder / "messy.criteria"
    path.write_text(MESSY, encoding="utf-8")
    return path


def test_in_place(criteria, messy):
    assert criteria("format", "messy.criteria") == (0, "messy.criteria: laid out anew\n", "")
    text = messy.read_text(encoding="utf-8")
    assert "    sent: date\n" not in text
    assert "  sent: date\n" in text
    assert criteria("format", "messy.criteria", "plan.criteria") == (0, "", "")
    assert messy.read_text(encoding="utf-8") == text


def test_check_only_tells(criteria, messy):
    assert criteria("format", "--check", "plan.criteria") == (0, "", "")
    said = criteria("format", "--check", "plan.criteria", "messy.criteria", "--lang", "da")
    assert said == (1, "messy.criteria: ville få nyt opsæt\n", "")
    assert messy.read_text(encoding="utf-8") == MESSY


def test_a_translation_goes_to_standard_output_and_reads_back(criteria, program, messy):
    said = criteria("format", "messy.criteria", "--to", "da")
    assert (said.code, said.err) == (0, "")
    assert "opfyldt når sent senest 1. maj" in said.out
    assert messy.read_text(encoding="utf-8") == MESSY
    run = program("check", "-", stdin=said.out.encode())
    assert (run.returncode, run.stdout.decode()) == (0, "<stdin>: 1 bemærkning\n")


def test_to_a_file(criteria, folder):
    assert criteria("format", "plan.criteria", "--to", "da", "--output", "plan.da.criteria") == (0, "", "")
    assert "sprog dansk" in (folder / "plan.da.criteria").read_text(encoding="utf-8")
    assert criteria("format", "plan.criteria", "--output", ".").code == 2


def test_standard_input(program, folder):
    run = program("format", "-", stdin=MESSY.encode())
    assert run.returncode == 0
    assert b'plan "Lille plan"\n' in run.stdout
    assert program("format", "-", "--check", stdin=MESSY.encode()).returncode == 1


def test_a_plan_with_errors_is_left_alone(criteria, folder):
    bad = folder / "bad.criteria"
    bad.write_text('plan "x\n  fulfilled', encoding="utf-8")
    said = criteria("format", "bad.criteria", "nowhere.criteria")
    assert (said.code, said.out) == (2, "")
    assert "bad.criteria:1" in said.err
    assert "left as it is" in said.err
    assert "nowhere.criteria" in said.err
    assert bad.read_text(encoding="utf-8") == 'plan "x\n  fulfilled'


def test_one_plan_at_a_time(criteria, messy):
    said = criteria("format", "plan.criteria", "messy.criteria", "--to", "da")
    assert (said.code, said.out) == (2, "")
    assert "--to takes one plan" in said.err
