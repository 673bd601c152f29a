"""Sentences: the shape of their tree, the same in both surfaces, and the faults of a line."""

import pytest

from criteria.diagnostics import render
from criteria.source import from_text
from syntax.sentences import SENTENCES, condition, shape


@pytest.mark.parametrize(("english", "danish", "expected"), SENTENCES)
def test_both_surfaces_have_the_same_tree(english, danish, expected):
    first, faults = condition(english)
    assert faults == []
    assert shape(first) == expected
    second, faults = condition(danish, "da")
    assert faults == []
    assert second == first


@pytest.mark.parametrize(
    ("text", "kind", "suggestion"),
    [
        ("a and b or c", "mixed-joiners", "(a and b) or c"),
        ("a or b and c", "mixed-joiners", "a or (b and c)"),
        ("a and b unless c", "mixed-joiners", "(a and b) unless c"),
        ("a unless b or c", "mixed-joiners", "a unless (b or c)"),
        ("by 1. oktober", "no-subject", None),
        ("all events held before A or after B", "and-in-rows", None),
        ("sent by by 2020", "keyword-as-name", "'by'"),
        ("all events are not held before A and after B", "not-then-more", None),
        ("sent is not before A and after B", "not-then-more", None),
        ("(a and b", "unclosed-bracket", None),
        ("a and b)", "extra-bracket", None),
        ("a -b at least 3", "minus-blanks", " - "),
        ("sent by 2. oktober.", "full-stop", None),
        ('kind is "x', "unclosed-text", None),
        ("'by", "unclosed-name", None),
        ("sent by", "unexpected-end", None),
        ("", "unexpected-end", None),
        ("x at least (a and b)", "condition-as-value", None),
        ("(a and b) at least 3", "condition-as-value", None),
        ("at least of events held in 2020", "keyword-as-name", "'of'"),
        ("at least x of events held in 2020", "no-quantifier", None),
        ("a \u0663", "strange-character", None),
        ("x is ²", "strange-character", None),
        (f"sent by {'1' * 41}", "number-too-long", None),
        ("a" * 129, "name-too-long", None),
    ],
)
def test_a_fault_is_named(text, kind, suggestion):
    found, faults = condition(text)
    assert [(fault.kind, fault.suggestion) for fault in faults] == [(kind, suggestion)]
    assert found is None


def test_a_line_may_go_on_below():
    found, faults = condition("sent after 2. oktober\n    and before\n    1. november  # the rest\n")
    assert faults == []
    assert shape(found) == "sent (after 2. oktober) (before 1. november)"


def test_a_fault_on_a_continuation_is_shown_there():
    source = from_text("line", "sent after\n  2. oktober and by\n  and")
    _, faults = condition(source.text)
    assert (faults[0].place.line, faults[0].place.column) == (3, 3)
    assert "    3 |   and\n" in render(faults[0], {"line": source})


def test_expected_words_speak_the_language_of_the_file():
    _, faults = condition("sent senest", "da")
    assert (
        faults[0].message("da") == "linjen slutter for tidligt; ventede et navn, et tal eller en tekst i anførselstegn"
    )
    _, faults = condition("a b :", "da")
    assert "`senest`" in faults[0].message("da")
    assert "AT_LEAST" not in faults[0].message("en")
