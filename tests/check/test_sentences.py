"""What sentences mean: each row is a sentence of the language and its condition in few words."""

import pytest

from check.plans import HEAD, condition, faults, levels, plan_of, read
from check.saying import said, term
from criteria.model import terms
from criteria.model.types import Unit

SENTENCES = [
    # dates
    ("sent", "sent happened"),
    ("sent before medio november", "sent before medio november"),
    ("sent on 1 October 2020", "sent in 1 October 2020"),
    ("sent is 1 October 2020", "sent in 1 October 2020"),
    ("sent is not 1 October 2020", "not(sent in 1 October 2020)"),
    ("sent during October", "sent in October"),
    ("sent from 1 October", "sent from 1 October"),
    ("sent from 1 October to 15 November", "sent in from 1 October to 15 November"),
    ("sent between 1 October and 15 November", "sent between 1 October - 15 November"),
    ("sent in 1. oktober - 31. december 2020", "sent in 1. oktober - 31. december 2020"),
    ("sent before end of June", "sent before end of June"),
    ("sent after received", "sent after received"),
    ("sent by 4 weeks after received", "sent by (4 weeks after received)"),
    ("sent by 4 weeks after 3 August 2020", "sent by 4 weeks after 3 August 2020"),
    ("sent inden 4 uger efter received", "sent by (4 weeks after received)"),
    ("sent inden 4 uger efter 3. august 2020", "sent by 4 uger efter 3. august 2020"),
    ("sent inden 4 uger før received", "sent inden (4 weeks before received)"),
    ("sent inden medio november", "sent inden medio november"),
    ("sent inden received", "sent inden received"),
    ("sent within October", "sent in October"),
    ("sent within 30 days after received", "sent from received and sent by (30 days after received)"),
    ("sent within 30 days before received", "sent from (30 days before received) and sent by received"),
    ("sent within 4 weeks after 1 October", "sent from 1 October and sent by 4 weeks after 1 October"),
    ("sent after 1 May and before 1 June", "sent after 1 May and sent before 1 June"),
    ("sent is not before 1 June", "not(sent before 1 June)"),
    ("theory is available", "theory available happened"),
    ("theory is available by 1 October", "theory available by 1 October"),
    (
        "theory available by 2 weeks after 4 days after received",
        "theory available by (2 weeks after (4 days after received))",
    ),
    ("Sent BY 1 October", "sent by 1 October"),
    ("'sent' by 1 October", "sent by 1 October"),
    # yes or no, texts, choices
    ("done", "done holds"),
    ("done is yes", "done holds"),
    ('done is "ja"', "done holds"),
    ('done is "no"', "not(done holds)"),
    ('status is "Open"', 'status = "open"'),
    ("status is open", 'status = "open"'),
    ("status = open", 'status = "open"'),
    ("status = title", "status = title"),
    ('status is one of "open", "closed"', 'status = "open"/"closed"'),
    ('status is not "on hold"', 'not(status = "on hold")'),
    ('status != "on hold"', 'not(status = "on hold")'),
    ('title is "abc"', 'title = "abc"'),
    # numbers
    ("amount is 3", "amount equal 3"),
    ("amount is not 3", "amount not_equal 3"),
    ("amount exactly 3", "amount equal 3"),
    ("amount between 3 and 4.5", "amount between 3 and 9/2"),
    ("amount at least 2 and at most 4", "amount at_least 2 and amount at_most 4"),
    ("amount at least 1,000,000", "amount at_least 1000000"),
    ("amount at least 0.125", "amount at_least 1/8"),
    ("cost at least 5,000.50 kr", "cost at_least 10001/2"),
    ("cost above 0", "cost above 0"),
    ("cost between 0 and 3 kr", "cost between 0 and 3"),
    ("rate at least 60%", "rate at_least 3/5"),
    ("rate at least 60 percent", "rate at_least 3/5"),
    ("rate + 2 percentage points at least 60%", "(rate + 1/50) at_least 3/5"),
    ("change at most 2 percentage points", "change at_most 1/50"),
    ("rate - 40% at most 2 percentage points", "(rate - 2/5) at_most 1/50"),
    ("wait at most 4 weeks", "wait at_most 28"),
    ("wait within 30 days", "wait at_most 30"),
    ("sent - received at most 30 days", "days(received, sent) at_most 30"),
    ("amount + other + 3 at least 3", "(amount + other + 3) at_least 3"),
    ("amount + other * 2 at least 3", "(amount + (other * 2)) at_least 3"),
    ("(amount + other) / 2 at least 3", "((amount + other) / 2) at_least 3"),
    ("amount / other at least 60%", "(amount / other) at_least 3/5"),
    ("-amount at least -3", "(0 - amount) at_least -3"),
    ("the difference of amount and other at most 3", "(amount ~ other) at_most 3"),
    ("the larger of amount and other at least 3", "larger(amount, other) at_least 3"),
    ("the smaller of amount, 3 and other at least 3", "smaller(amount, 3, other) at_least 3"),
    ("cost, in percent of accounts income at least 3%", "(cost % of accounts income) at_least 3/100"),
    # joining
    ("not sent by 1 October", "not(sent by 1 October)"),
    ("sent unless done", "sent happened and not(done holds)"),
    ("sent provided that done", "sent happened and done holds"),
    ("sent or received", "any(sent happened, received happened)"),
    ("(sent or done) and received", "any(sent happened, done holds) and received happened"),
    # rows
    ("≥60% of events per area held in 2020", "every area[share at_least 3/5 events | area = group[held in 2020]]"),
    ("≥60% of events held in 2020", "share at_least 3/5 events[held in 2020]"),
    ("all events held in 2020", "all events[held in 2020]"),
    ("all events in every area are held", "every area[all events | area = group[held happened]]"),
    ("all events have visitors at least 3", "all events[visitors at_least 3]"),
    ("all events are open", "all events[open holds]"),
    ("no events held in January", "no events[held in January]"),
    ("some events are held", "some events[held happened]"),
    ("exactly 3 events held in 2020", "count equal 3 events[held in 2020]"),
    ("at least 2 events", "count at_least 2 events[]"),
    ("at least 2 events per area", "every area[count at_least 2 events | area = group[]]"),
    ("all processes described", "all processes[described happened]"),
    ("all processes, if any, are described", "all processes if any[described happened]"),
    (
        "all processes are described before end of June and after 1 March",
        "all processes[described before end of June and described after 1 March]",
    ),
    ('all events where kind is "talk" are held', 'all events | kind = "talk"[held happened]'),
    ("(count of events where held in 2020) at least 5", "count(events | held in 2020) at_least 5"),
    ("count of events at least 5 in every area", "every area[count(events | area = group) at_least 5]"),
    ("sum of visitors of events at least 10", "sum(visitors of events) at_least 10"),
    (
        "sum of held / sum of planned of lines at least 60%",
        "(sum(held of lines) / sum(planned of lines)) at_least 3/5",
    ),
    (
        "-sum of held + sum of planned of lines at least 3",
        "((0 - sum(held of lines)) + sum(planned of lines)) at_least 3",
    ),
    (
        "the larger of sum of held and sum of planned of lines at least 3",
        "larger(sum(held of lines), sum(planned of lines)) at_least 3",
    ),
    (
        "(sum of held + 1) / sum of planned of lines at least 3",
        "((sum(held of lines) + 1) / sum(planned of lines)) at_least 3",
    ),
    (
        "(-sum of held) / sum of planned of lines at least 3",
        "((0 - sum(held of lines)) / sum(planned of lines)) at_least 3",
    ),
    (
        "(the larger of sum of held and 3) / sum of planned of lines at least 3",
        "(larger(sum(held of lines), 3) / sum(planned of lines)) at_least 3",
    ),
    ("(share of events where held in 2020) at least 60%", "share(events: held in 2020) at_least 3/5"),
    ("all lines have held at least as many as planned", "all lines[held at_least planned]"),
]


@pytest.mark.parametrize(("sentence", "meaning"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_meaning(sentence, meaning):
    found = condition(sentence)
    assert said(found) == meaning
    assert found.text == " ".join(sentence.split())


def test_the_units_that_margins_are_shown_in():
    sentences = {
        "amount / other at least 60%": Unit.PERCENT,
        "amount / other at least 3": Unit.NUMBER,
        "cost at least 0": Unit.KRONER,
        "cost / accounts income at least 50%": Unit.PERCENT,
        "cost * 50% at least 3 kr": Unit.KRONER,
        "cost / wait at least 3": None,
    }
    for sentence, unit in sentences.items():
        if unit:
            found = condition(sentence)
            assert isinstance(found, terms.Compare)
            assert found.unit is unit, sentence
        else:
            assert faults(sentence) == [("unit-mismatch", "wait")]


def test_definitions():
    before = "  define gap of X = the difference of budget X and accounts X, in percent of accounts X\n"
    before += "  define twice of X = gap of X + gap of X\n  define early = sent by 1 May\n  define also = early\n"
    before += '  define one\n    reading "a" = amount\n  define day = received\n'
    before += "  define ones of X = count of X / count of X\n  define when of X = X\n"
    gap = "((budget income ~ accounts income) % of accounts income)"
    for sentence, meaning in {
        "gap of income at most 2%": f"{gap} at_most 1/50",
        "twice of income at most 2%": f"({gap} + {gap}) at_most 1/50",
        "early": "(sent by 1 May)",
        "also": "(sent by 1 May)",
        "one at most 3": "amount at_most 3",
        "sent by day": "sent by received",
        "sent by 4 weeks after day": "sent by (4 weeks after received)",
        "sent by when of received": "sent by received",
        "sent by 4 weeks after when of received": "sent by (4 weeks after received)",
        "day": "received happened",
        "ones of processes at least 1": "(count(processes) / count(processes)) at_least 1",
    }.items():
        assert said(condition(sentence, before=before)) == meaning


def test_definitions_per_group():
    before = '  define reached per area\n    reading "a" = count of events\n    reading "b" = sum of planned of lines\n'
    found = condition("reached at least 3 in every area", before=before)
    assert isinstance(found, terms.EveryGroup)
    assert isinstance(found.test, terms.Compare)
    assert isinstance(found.test.left, terms.Chosen)
    assert [term(value) for _, value in found.test.left.alternatives] == [
        "count(events | area = group)",
        "sum(planned of lines | area = group)",
    ]
    assert (found.record, found.choices) == ("events", ("North", "South"))


def test_a_log_takes_its_groups_from_a_table():
    head = HEAD.replace("    kind: text\n", "", 1).replace("    held: date\n", "    held: date\n    kind: text\n", 1)
    found = levels("at least 1 events per kind", head=head)[0].literal
    assert isinstance(found, terms.EveryGroup)
    assert found.choices == ("talk", "tour")


def test_joined_rows_and_their_types():
    plan = plan_of(
        """plan "p"
  year 2020
log events
  area: text
  size: number
  held: date
table lines
  | area  | size | held        |
  | North | 1    | 1 June 2020 |
  column same = count of events with the same area, size and held
  column twice = same + same
  column late = count of events with the same area, held after 1 May
  column early = count of events where held by 1 May
goal 1 "g"
  fulfilled when
    - all lines have same at least 1
    - all lines have twice at least late
    - all lines have early at least 1
""".replace("area, size and held", "area and size and held")
    )
    columns = plan.records["lines"].columns
    assert term(columns["same"].computed) == "count(events | area = area' | size equal size' | held in held')"
    assert term(columns["twice"].computed) == "(same + same)"
    assert term(columns["late"].computed) == "count(events | area = area' | held after 1 May)"
    assert term(columns["early"].computed) == "count(events | held by 1 May)"


def test_bullets_and_their_words():
    text = f"""{HEAD}goal 1 "g"
  source "the goal's words"
  fulfilled when
    - sent by
      1 October  # a remark
      source "the bullet's words"
    - any of
      - received
      - not all of
        - done
        - sent
    - exactly one of
      - done
      - sent
    - none of
      - done
      - received
    source "the level's words"
""".replace("      - not all of\n        - done\n        - sent\n", "      - done\n")
    plan = plan_of(text)
    (goal,) = plan.goals
    found = goal.levels[0].literal
    assert isinstance(found, terms.AllOf)
    assert [part.text for part in found.items] == [
        "sent by 1 October",
        "any of: received; done",
        "exactly one of: done; sent",
        "none of: done; received",
    ]
    assert found.items[0].quote == "the bullet's words"
    assert (goal.quote, goal.levels[0].quote) == ("the goal's words", "the level's words")


def test_names_in_both_spellings():
    plan = plan_of("""plan "p"
  sprog dansk
  år 2020
fakta
  teori (theory)
    foreligger (available): dato
  skabelon sendt (template sent): dato
  log møder (events)
    område (area): en af "Nord", "Syd"
    holdt (held): dato
tabel linjer (lines)
  | område (area) | planlagt (planned) |
  | Nord          | 1.000,5            |
mål 1 "g"
  opfyldt når
    - skabelon sendt
    - teori foreligger senest 1. oktober 2020 og theory available efter 1. maj 2020
    - alle møder inden for hvert område er holdt
    - alle linjer har planlagt mindst 2,5
""")
    assert dict(plan.names) == {
        "theory available": "theory available",
        "teori foreligger": "theory available",
        "template sent": "template sent",
        "skabelon sendt": "template sent",
    }
    assert plan.facts["theory available"].name == "teori foreligger"
    assert list(plan.records["lines"].columns) == ["area", "planned"]
    assert plan.records["events"].when == "held"
    assert str(plan.records["lines"].rows[0].values["planned"]) == "2001/2"


def test_examples_are_kept_as_text():
    plan = plan_of(f"""{HEAD}goal 1 "g"
  fulfilled when sent by medio October and some events are held
example "e"
  given
    sent: medio October 2020
    events:
      | area  | held       |
      | North | 2020-10-01 |
  as of 31 December 2020
  expect
    goal 1 with primo-medio-ultimo point: fulfilled or partial
""")
    (example,) = plan.examples
    fact, rows = example.given
    assert (fact.path, fact.text) == ("sent", "medio October 2020")
    assert [(key, text) for key, text, _ in rows.rows[0]] == [("area", "North"), ("held", "2020-10-01")]
    assert str(example.as_of) == "2020-12-31"
    (expected,) = example.expect
    assert (dict(expected.readings), [*expected.levels]) == (
        {"primo-medio-ultimo": "point"},
        ["fulfilled", "partial"],
    )


def test_cells_are_typed():
    plan = plan_of("""plan "p"
  year 2020
table lines
  area: one of "North", "South"
  open: yes/no
  due: date
  price: kr
  | area  | open | due    | price | rate | note | change |
  | NORTH | yes  | 1 June | 5     | 60%  |      | -3     |
  | south | no   | 2 June | 5 kr  | 6%   | 1 June 2020 | 4 |
goal 1 "g"
  fulfilled when all lines are open
""")
    first, second = plan.records["lines"].rows
    assert [str(value) for value in first.values.values()] == ["North", "True", "2020-06-01", "5", "3/5", "", "-3"]
    assert second.values["open"] is False
    kinds = [type(column.type).__name__ for column in plan.records["lines"].columns.values()]
    assert kinds == ["ChoiceType", "YesNoType", "DateType", "NumberType", "NumberType", "TextType", "NumberType"]


def test_the_header():
    plan = plan_of("""plan "p"
  period 1 January 2020 - 31 December 2021
  record closes end of January 2022
  source "x.txt"
readings
  size large
  primo-medio-ultimo point
define size
  reading "small" = 1
  reading "large" = 2
goal 1 "g"
  fulfilled when size at least 1
""")
    assert [str(day) for day in plan.period] == ["2020-01-01", "2021-12-31"]
    assert str(plan.record_closes) == "2022-02-01"
    assert dict(plan.settled) == {"size": "large", "primo-medio-ultimo": "point"}
    assert dict(plan.definitions) == {"size": ("small", "large")}
    assert plan.quoted_source == "x.txt"


def test_the_two_sentences_of_the_design_card():
    plan, found = read("""plan "p"
  year 2020
facts
  sent: date
table events
  area: text
  held: date
goal 1 "g"
  fulfilled when
    - sent before medio november
    - ≥60% of events per area held in 2020
""")
    assert plan
    assert [each.kind for each in found] == ["year-from-plan"]
