"""The canonical layout: same meaning, same comments, and a second time no change."""

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.source import from_text
from criteria.syntax import tree
from criteria.syntax.format import format_source
from criteria.syntax.parse import parse
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
        return attrs.evolve(node, text=node.text.replace(".", ",")) if node.kind is tree.WordKind.NUMBER else node
    if isinstance(node, tuple):
        return tuple(spelled_alike(each) for each in node)
    if isinstance(node, tree.DataCell | tree.GivenValue):
        return attrs.evolve(node, text=node.text.replace(".", ","))
    if not attrs.has(type(node)):
        return node
    same = {field.name: spelled_alike(getattr(node, field.name)) for field in attrs.fields(type(node)) if field.eq}
    return attrs.evolve(node, **same | ({"language": "en"} if isinstance(node, tree.PlanTree) else {}))


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


@given(edits())
def test_a_faulty_plan_is_laid_out_without_loss(edit):
    text, _ = edit
    new = formatted(text)
    assert formatted(new) == new
    letters = [re.sub(r"\W", "", each).lower() for each in (text, new)]
    assert letters[0] == letters[1]


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
    # "over" is English too, so it stays
    assert formatted(other, "en") == one.replace("above 1", "over 1")


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
        'plan "x"\n\n  year 2020\nfacts\n  sent: date "label"  # c\ngoal 1\n  fulfilled when\n'
        "    - Sent by\n      2020\n\n    # d\n    - any of\n      - a\n      - b\n"
    )
