"""The canonical layout: same meaning, same comments, and a second time no change."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria import tables
from criteria.frozen import compared_of, evolve, names_of
from criteria.source import from_text
from criteria.syntax import tree
from criteria.syntax.format import format_source
from criteria.syntax.parse import parse, parse_lines
from criteria.syntax.words import spelling
from syntax.plans import PLANS, edits, plans

TEXTS = st.one_of(plans(), st.sampled_from(PLANS).map(lambda path: path.read_text(encoding="utf-8")))


def formatted(text, to=None):
    return format_source(from_text("plan", text), to)


def parsed(text):
    found, faults = parse(from_text("plan", text))
    assert faults == []
    return found


def spelled_alike(node):
    """The tree with numbers and language in one spelling."""
    if isinstance(node, tree.Word):
        return evolve(node, text=node.text.replace(".", ",")) if node.kind is tree.WordKind.NUMBER else node
    if isinstance(node, tuple):
        return tuple(spelled_alike(each) for each in node)
    if isinstance(node, tree.Score):
        return evolve(node, digits=node.digits.replace(".", ","))
    if isinstance(node, tree.DataCell | tree.GivenValue):
        return evolve(node, text=node.text.replace(".", ","))
    if not names_of(type(node)):
        return node
    same = {name: spelled_alike(getattr(node, name)) for name in compared_of(type(node))}
    return evolve(node, **same | ({"language": "en"} if isinstance(node, tree.PlanTree) else {}))


def comments(text):
    return re.findall(r"#[^\"\n]*$", text, re.MULTILINE)


@given(TEXTS)
def test_layout_keeps_the_tree_and_the_comments(text):
    new = formatted(text)
    assert formatted(new) == new
    assert parsed(new) == parsed(text)
    assert comments(new) == [comment.rstrip() for comment in comments(text)]


@given(TEXTS)
def test_a_translation_keeps_the_tree_and_comes_back(text):
    own = parsed(text).language
    other = "da" if own == "en" else "en"
    there = formatted(text, other)
    assert parsed(there).language == other
    assert spelled_alike(parsed(there)) == spelled_alike(parsed(text))
    assert formatted(there, other) == there
    assert parsed(formatted(there, own)) == parsed(text)


# Date phrases stay as they are; copulas follow the number of their sentence.
FREE = {"DATE_OPENER", "TO", "IS", "WAS", "HAS", "HAS_BEEN"}


def is_canonical(text):
    """Whether every keyword has its first English spelling."""
    _, reader, _ = parse_lines(from_text("plan", text))
    tokens = [token for _, line in reader.statements.values() for token in line.tokens]
    words = [token for token in tokens if token.type in tables.words() and token.type not in FREE]
    return all(token.text == spelling(token.type, "en") for token in words)


@given(TEXTS)
def test_there_and_back_is_the_same_text(text):
    if parsed(text).language == "en":
        first = formatted(formatted(text, "da"), "en")
        assert formatted(formatted(first, "da"), "en") == first
        if is_canonical(formatted(text)):
            assert first == formatted(text)


@given(edits())
def test_a_faulty_plan_is_laid_out_without_loss(edit):
    text, _ = edit
    new = formatted(text)
    assert formatted(new) == new
    letters = [re.sub(r"\W", "", each).lower() for each in (text, new)]
    assert letters[0] == letters[1]


def test_a_stray_bullet_below_a_goal_stays_where_it_is():
    text = 'plan "x"\ngoal 1\n  fulfilled when\n  - x\n\n- z\n'
    new = formatted(text)
    assert formatted(new) == new
    assert new.endswith("\n- z\n")


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        ("x at most 2.5%", "x højst 2,5 pct."),
        ("x at least 5,000 kr", "x mindst 5.000 kr"),
        ("x at least 1,250,000.50 kr", "x mindst 1.250.000,50 kr"),
        ("sent inden 30.5. 2020", "sent inden 30.5. 2020"),
        ("sent by 1.5.2020", "sent senest 1.5.2020"),
        ("sent before end of 2020", "sent før end of 2020"),
        ("sent within 4 uger efter received", "sent inden for 4 uger efter received"),
        ("all processes are described by 2020", "alle processes er described senest 2020"),
        ("all rows where kind is not \"x\" have done at least 3", "alle rows hvor kind er ikke \"x\" har done mindst 3"),
        ("'by' sent by 2020", "'by' sent senest 2020"),
        ("a / (b + c) ≥ -3", "a / (b + c) ≥ -3"),
        ("≥60% of events per area held in 2020", "≥60 pct. af events pr. area held i 2020"),
        ("area is one of \"A, 1.5\", \"b\"", "area er en af \"A, 1.5\", \"b\""),
        ("the larger of a, b and c above 1", "den største af a, b og c over 1"),
    ],
)  # fmt: skip
def test_one_line(english, danish):
    one = f'plan "x"\ngoal 1\n  fulfilled when {english}\n'
    other = f'plan "x"\n  sprog dansk\nmål 1\n  opfyldt når {danish}\n'
    assert formatted(one, "da") == other
    assert formatted(other, "en") == one


def test_a_keyword_may_go_on_in_the_next_line():
    text = 'plan "x"\ngoal 1\n  fulfilled when\n    - x at\n      least 3 # c\n    - y no less\n      than\n      4\n'
    new = 'plan "x"\ngoal 1\n  fulfilled when\n    - x at least\n      3  # c\n    - y no less than\n      4\n'
    assert formatted(text) == new
    assert formatted(new) == new
    assert parsed(new) == parsed(text)


def test_labels_stand_under_each_other_in_their_block():
    text = (
        'plan "x"\nfacts\n  a: date "one" # c\n  b c\n    d: kr above 0 "two"\n    e: one of "long", "longer" \n'
        '  f: text\n  g: one of "long enough to move nothing but itself", "longer" »three«\n'
        '\n  h: date “four”\n  log logs\n    j: date when "five"\n    k: text "six"\ntable l\n  column m = "seven"\n'
        '  column n = n2\n'
    )  # fmt: skip
    new = (
        'plan "x"\nfacts\n  a: date          "one"  # c\n  b c\n    d: kr above 0  "two"\n    e: one of "long", "longer"\n'
        '  f: text\n  g: one of "long enough to move nothing but itself", "longer"  "three"\n'
        '\n  h: date  "four"\n  log logs\n    j: date when  "five"\n    k: text       "six"\ntable l\n  column m = "seven"\n'
        '  column n = n2\n'
    )  # fmt: skip
    assert formatted(text) == new
    assert formatted(new) == new
    assert formatted(formatted(new, "da"), "en") == new


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_the_examples_are_canonical(path):
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text


@pytest.mark.parametrize(
    "sentence",
    [
        "all events are not open",
        'all events are held in 2020 and status is "open"',
        'all events where kind is not "x" are not open',
        'all events where open is "x" are held in 2020',
        "status is at least 3",
        "x is not open",
        "kr above 0 and all rows have counted below 2",
    ],
)
def test_a_copula_keeps_its_number(sentence):
    text = f'plan "x"\ngoal 1\n  fulfilled when {sentence}\n'
    if not parse(from_text("plan", text))[1]:
        assert formatted(formatted(text, "da"), "en") == text


def test_kroner_with_a_dash():
    text = 'plan "x"\n  sprog dansk\nmål 1\n  opfyldt når x mindst 5.000,-\n'
    assert "x at least 5,000 kr\n" in formatted(text, "en")


def test_a_plan_without_a_heading_gets_its_language_first():
    assert formatted("goal 1\n  fulfilled when a\n", "da") == "sprog dansk\nmål 1\n  opfyldt når a\n"
    assert formatted("sprog dansk\nmål 1\n  opfyldt når a\n", "en") == "goal 1\n  fulfilled when a\n"


def test_layout():
    messy = (
        'plan   "x"\n\n\n  YEAR 2020\nfacts\n     sent : date   "label"  # c\ngoal 1\n  fulfilled when\n'
        "  - Sent   BY\n       2020\n\n  # d\n  - any  of\n     - a\n     - b\n\n\n"
    )
    assert formatted(messy) == (
        'plan "x"\n\n  year 2020\nfacts\n  sent: date  "label"  # c\ngoal 1\n  fulfilled when\n'
        "    - Sent by\n      2020\n\n    # d\n    - any of\n      - a\n      - b\n"
    )


def test_the_author_s_own_spelling_comes_back():
    """``senere end`` is ``later than`` and not ``after``, and so on."""
    text = (
        'plan "A"\n  sprog dansk\nfakta\n  sendt: dato\n  ok: ja/nej\nmål 1\n'
        "  opfyldt hvis sendt senere end 1. maj 2020 og i løbet af 2020\n"
        "  delvis opfyldt når sendt ikke senere end 1. juni 2021, medmindre ok\n"
    )
    english = format_source(from_text("a", text), "en")
    assert "later than 1. maj 2020 and during 2020" in english
    assert "no later than 1. juni 2021, unless ok" in english
    assert format_source(from_text("a", english), "da") == text
