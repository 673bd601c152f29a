"""Text that is too much: refused at once, with a place, and in time that grows with the text and no faster."""

import time

import pytest

from criteria.source import Source, from_text
from criteria.syntax.parse import MAX_FAULTS, parse, parse_condition

LEVEL = "goal 1\n  fulfilled when\n    - "


def timed(text):
    start = time.perf_counter()
    _, faults = parse(Source("plan", text))
    return time.perf_counter() - start, [fault.kind for fault in faults]


@pytest.mark.parametrize("text", ["(" * 10**6, "not " * 10**6, "ikke " * 10**6, "not (" * 10**5, "a + (" * 10**5])
def test_a_million_openings_are_refused_at_the_101st(text):
    parse_condition(Source("line", "a"))  # the first parse loads the tables
    start = time.perf_counter()
    _, faults = parse_condition(Source("line", text))
    assert time.perf_counter() - start < 1
    assert [fault.kind for fault in faults] == ["too-deep"]


def test_a_hundred_levels_are_fine():
    assert parse_condition(Source("line", "(" * 100 + "a" + ")" * 100))[1] == []
    assert [f.kind for f in parse_condition(Source("line", "(" * 101 + "a" + ")" * 101))[1]] == ["too-deep"]
    assert parse_condition(Source("line", "not " * 100 + "a"))[1] == []


@pytest.mark.parametrize(
    "text",
    [
        "the larger of " * 10**4,
        "count of a where " * 10**4,
        "sent by " + "4 uger efter " * 10**4,
        " + ".join(["a"] * 10**4),
        "-" * 10**5,
        '"' * 10**5,
        "'#" * 10**5,
        "“#" * 10**5,
        "a" * 10**5,
        "| a " * 10**4,
        "1" * 10**5,
        "1." * 10**5,
        "a-" * 10**5,
    ],
)
def test_nothing_takes_long(text):
    seconds, _ = timed(LEVEL + text)
    assert seconds < 5


@pytest.mark.parametrize("line", ["- a", "a", "- any of", "a: date", "source"])
@pytest.mark.parametrize("head", ["", "goal 1\n", "facts\n", LEVEL + "any of\n", 'example "x"\n  given\n'])
def test_deep_indentation_is_refused(head, line):
    text = head + "\n".join(" " * (6 + i) + line for i in range(300))
    seconds, kinds = timed(text)
    assert seconds < 5
    assert {"too-deep", "more-faults"} & set(kinds)


def test_flat_conjunctions_are_fine_up_to_the_limit_of_tokens():
    condition, faults = parse_condition(Source("line", " og ".join(["a"] * 20_000)))
    assert (faults, len(condition.items)) == ([], 20_000)
    assert [f.kind for f in parse_condition(Source("line", " og ".join(["a"] * 101_000)))[1]] == ["too-many-tokens"]


def test_many_faults_are_cut_off():
    _, faults = parse(from_text("plan", "x\n" * 5_000))
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1].kind == "more-faults"
    assert faults[-1].values["found"] == str(5_000 - MAX_FAULTS)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment", "\ufeff"])
def test_an_empty_plan_is_a_plan_with_a_warning(text):
    _, faults = parse(from_text("plan", text))
    assert [(fault.kind, fault.severity.value) for fault in faults] == [("empty-plan", "warning")]


@pytest.mark.parametrize(("text", "kind"), [
    ("goal 1 \"a\u202eb\"", "hidden-character"),
    ("# a\u200bb", "hidden-character"),
    ("facts\n  for\u00adslag: date", "hidden-character"),
    ("facts\n  p\u0430ss: date", "mixed-script"),
    ("facts\n\tsent: date", "tab-indent"),
])  # fmt: skip
def test_characters_that_mislead_are_named(text, kind):
    assert kind in [fault.kind for fault in parse(from_text("plan", text))[1]]


def test_composed_and_decomposed_letters_are_the_same_name():
    composed, decomposed = "facts\n  m\u00e5ling: date", "facts\n  ma\u030aling: date"
    assert parse(from_text("plan", composed))[0] == parse(from_text("plan", decomposed))[0]


def test_no_break_spaces_are_blanks():
    assert parse(from_text("plan", "facts\n\u00a0\u00a0template\u00a0sent: date"))[0].facts
