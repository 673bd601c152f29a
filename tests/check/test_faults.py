"""Faults one by one: a sentence, and what is said about which of its words. Whole messages stand in the goldens."""

import pytest

from check.plans import HEAD, faults, kinds, read
from criteria.check import from_syntax

SENTENCES = [
    ("concpt sent by 1 May", [("undefined-name", "concpt sent")]),
    ("amount between nothere and 3", [("undefined-name", "nothere")]),
    ("amount between 3 and nothere", [("undefined-name", "nothere")]),
    ("sent between 1 May and nothere", [("not-a-date-word", "nothere")]),
    ("sent is 31 November 2020", [("no-such-day", "31 November 2020")]),
    ("sent within 30 days after recieved", [("not-a-date-word", "recieved")]),
    ("sent within 3 blocks after received", [("duration-expected", "3 blocks")]),
    ("status = nothere", [("undefined-name", "nothere")]),
    ("status = amount", [("type-mismatch", "amount")]),
    ("title at least 3 and by 1 May", [("type-mismatch", "title"), ("type-mismatch", "title")]),
    ("nothere unless done", [("undefined-name", "nothere")]),
    ("done unless nothere", [("undefined-name", "nothere")]),
    ("not nothere", [("undefined-name", "nothere")]),
    ("nothere or nowhere", [("undefined-name", "nothere"), ("undefined-name", "nowhere")]),
    ("nothere + nowhere at least 3", [("undefined-name", "nothere"), ("undefined-name", "nowhere")]),
    ("-title at least 3", [("type-mismatch", "-title")]),
    ("-nothere at least 3", [("undefined-name", "nothere")]),
    ("count of evnts at least 3", [("undefined-name", "evnts")]),
    ("count of evnts at least 3 in every area", [("nothing-grouped", "area")]),
    ("(count of events where nothere) at least 3", [("undefined-name", "nothere")]),
    ("(share of events where nothere) at least 3", [("undefined-name", "nothere")]),
    ("all events where nothere are held", [("undefined-name", "nothere")]),
    ("all events have nothere at least 3", [("undefined-name", "nothere")]),
    ("all events per area have nothere at least 3", [("undefined-name", "nothere")]),
    ("at least 30.5.2020 events held", [("amount-expected", "30.5.2020")]),
    ("sum of nothere of events at least 3", [("undefined-name", "nothere")]),
    ("count of lines + count of lines at least 3 in every broken", [("undefined-name", "nothere")]),
    ("all lines have other broken at least 3", [("undefined-name", "nothere")]),
    ("sent is described", [("undefined-name", "sent is described")]),
    ("amount at least 3 kr", [("unit-mismatch", "3 kr")]),
    (" + ".join(["amount"] * 70) + " at least 3", [("nested-too-deep", " + ".join(["amount"] * 70))]),
]


@pytest.mark.parametrize(("sentence", "found"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_what_is_marked(sentence, found):
    head = HEAD + "  column broken = nothere\n  column other broken = count of others with the same broken\n"
    head += "table others\n  | broken |\n  | 1      |\n"
    told = [each for each in faults(sentence, head=head) if each != ("undefined-name", "nothere")]
    assert told == [each for each in found if each != ("undefined-name", "nothere")]
    assert ("undefined-name", "nothere") in faults(sentence, head=head)  # the column's own fault, once


@pytest.mark.parametrize(("sentence", "found"), SENTENCES, ids=[sentence[:60] for sentence, _ in SENTENCES])
def test_without_faults_elsewhere(sentence, found):
    if "broken" not in sentence:
        assert faults(sentence) == found


def test_definitions_with_faults():
    before = '  define a\n    reading "x" = nothere\n    reading "y" = 3\n  define b of X = X at least 3\n'
    assert faults("a at least 3", before=before) == [("undefined-name", "nothere")]
    assert faults("b of amount at least 3", before=before)[0] == ("undefined-name", "nothere")


def test_a_definition_takes_no_name_that_is_taken():
    assert "duplicate-definition" in kinds(f'{HEAD}define events = 3\ngoal 1 "g"\n  fulfilled when sent\n')


def test_bounds():
    facts = "facts\n  a: percent between 0% and 100%\n  b: number at least nothere\n"
    assert kinds(
        f'plan "p"\n{facts}goal 1 "g"\n  fulfilled when a is 1% and b is 1\n'.replace("a is 1% and b is 1", "a is 1%")
    ) == ["undefined-name"]


def test_readings_of_one_type():
    before = '  define day\n    reading "a" = sent\n    reading "b" = received\n'
    assert faults("day by 1 May", before=before) == []
    before = '  define word\n    reading "a" = title\n    reading "b" = done\n'
    assert faults('word is "x"', before=before)[0][0] == "readings-differ"


def test_a_day_may_be_counted_in_a_definition():
    assert faults("sent by due", before="  define due = 4 weeks after received\n") == []


def test_a_definition_used_twice_in_a_group():
    assert faults("n + n at least 3 in every area", before="  define n per area = count of events\n") == []


def test_a_share_in_some_reading_is_never_above_the_whole():
    body = '    reading "a" = amount / other\n    reading "b" = share of events where open\n'
    text = f'{HEAD}define part\n{body}goal 1 "g"\n  fulfilled when part at least 600%\n'
    assert "above-whole" in kinds(text)
    assert "above-whole" not in kinds(text.replace("600%", "60%"))


def test_a_choice_of_a_row_written_bare():
    assert faults("all events are area North") == []


def test_an_argument_may_name_rows_in_groups():
    assert faults("n of events at least 3 in every area", before="  define n of X per area = count of X\n") == []


def test_nothing_is_raised(monkeypatch):
    def endless(_):
        raise RecursionError

    monkeypatch.setattr(from_syntax, "goals", endless)
    assert "nested-too-deep" in kinds(f'{HEAD}goal 1 "g"\n  fulfilled when sent\n')


def test_suggestions_end_where_a_plan_is_no_plan():
    lines = "\n".join(f"    - amont{n} at least 3" for n in range(300))
    _, found = read(f'{HEAD}goal 1 "g"\n  fulfilled when\n{lines}\n')
    missing = [each.suggestion for each in found if each.kind == "undefined-name"]
    assert missing[0] == "amount"
    assert missing[-1] is None


def test_ten_thousand_conditions_are_linear():
    facts = "\n".join(f"  fact{n} sent: date" for n in range(1000))
    lines = "\n".join(f"    - fact{n} sent by medio October" for n in range(1000))
    plan, found = read(f'plan "p"\n  year 2020\nfacts\n{facts}\ngoal 1 "g"\n  fulfilled when\n{lines}\n')
    assert plan
    assert {each.kind for each in found} == {"year-from-plan"}
