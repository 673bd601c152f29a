"""Quoted sentences: which are broken, which speak of something the plan does not have, and which are neither."""

import pytest

from criteria.analyse.findings.every import findings
from criteria.pipeline import check_text

PLAN = """plan "Reports"
  year 2020
facts
  report sent: date  "The report with its tables"
  log meetings
    kind: text
    held: date
goal 1 "The yearly report"
  fulfilled when
    - report sent by 1 October
      source "FIRST"
    - some meetings held in 2020
      source "LAST"
"""


def told(first: str = "One.", last: str = "Two.") -> list[tuple[str, str]]:
    plan = check_text(PLAN.replace("FIRST", first).replace("LAST", last), "plan.criteria").plan
    assert plan is not None
    return [
        (each.kind, each.values["found"]) for each in findings(plan) if each.kind in ("broken-quote", "undefined-term")
    ]


@pytest.mark.parametrize(
    ("quote", "at"),
    [
        ("Rapporten er sendt i efter 1. oktober.", "i efter"),
        ("Rapporten er sendt i 1. oktober.", "i 1. oktober"),
        ("The report is sent in by 1 October.", "in by"),
        ("The report is sent in 1 October.", "in 1 October"),
        ("Målene gælder i 202", "i 202"),
        ("The goals of the year 202.", "year 202."),
        ("The report, which is sent by 1 October, ", "October,"),
        ("Rapporten er sendt og", "og"),
        ("Rapporten (som er sendt til ministeriet -", "ministeriet -"),
    ],
)
def test_a_broken_sentence_is_found_where_it_breaks(quote: str, at: str) -> None:
    assert told(last=quote) == [("broken-quote", at)]


@pytest.mark.parametrize(
    "quote",
    [
        "Rapporten er sendt i 1. kvartal 2020.",
        "Rapporten er sendt i oktober",
        "Mindst 202 besøg i 2020",
        "Der er holdt møder i 20 kommuner.",
        "the report is sent by 1 October",
        "Rapporten er sendt inden udgangen af 2020:",
    ],
)
def test_a_whole_sentence_is_left_alone(quote: str) -> None:
    assert told(last=quote) == []


def test_a_bullet_before_another_may_end_in_a_comma() -> None:
    assert told(first="the report is sent, and") == []
    assert told(first="the report is sent,", last="a meeting is held,") == [("broken-quote", "held,")]


@pytest.mark.parametrize(
    ("quote", "term"),
    [
        ("Der følges op på ovenstående sigtelinjer, som er sendt.", "sigtelinjer"),
        ("The above milestones are met.", "milestones"),
        ("Alle førnævnte tilsyn gennemføres i 2020.", "tilsyn"),
    ],
)
def test_what_stands_nowhere_above_is_undefined(quote: str, term: str) -> None:
    assert told(last=quote) == [("undefined-term", term)]


@pytest.mark.parametrize(
    "quote",
    [
        "The above meetings are held.",
        "All of the above tables are filled in.",
        "The aforementioned yearly figures are sent.",
    ],
)
def test_what_has_a_word_in_the_plan_is_not(quote: str) -> None:
    assert told(last=quote) == []


def test_the_place_is_that_of_the_words() -> None:
    plan = check_text(PLAN.replace("LAST", "Der følges op på ovenstående sigtelinjer."), "plan.criteria").plan
    assert plan is not None
    [found] = findings(plan)
    assert found.place is not None
    assert (found.place.line, found.place.column, found.goal) == (13, 44, "1")


SECTIONS = """plan "Parts"
  year 2020
{total}facts
  a: date
  b: date
section "One"
{part}
goal 1
  fulfilled when a
section "Two"

goal 2
  fulfilled when b
"""


@pytest.mark.parametrize(
    ("total", "part", "kinds"),
    [
        ("", "", ["no-total"]),
        ("  total mean of goals\n", "", []),
        ("  count goals per level\n", "", []),
        ("", "  total mean of goals\n", []),
        ("", "  count goals per level\n", []),
    ],
)
def test_goals_in_sections_say_what_they_add_up_to(total: str, part: str, kinds: list[str]) -> None:
    plan = check_text(SECTIONS.format(total=total, part=part), "plan.criteria").plan
    assert plan is not None
    assert [each.kind for each in findings(plan) if each.kind == "no-total"] == kinds


def test_goals_in_one_row_need_no_total() -> None:
    text = SECTIONS.format(total="", part="").replace('section "One"', "").replace('section "Two"', "")
    plan = check_text(text, "plan.criteria").plan
    assert plan is not None
    assert not [each for each in findings(plan) if each.kind == "no-total"]
