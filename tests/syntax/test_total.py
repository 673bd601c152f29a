"""Any text is read: a tree or faults, never an exception; faults stand where they belong."""

from hypothesis import given
from hypothesis import strategies as st

from criteria import tables
from criteria.diagnostics import Severity, as_data, render
from criteria.source import Source, from_text
from criteria.syntax.format import format_source
from criteria.syntax.parse import parse
from syntax.plans import CONDITIONS, PLANS, edits, plans
from syntax.sentences import condition

PIECES = st.one_of(
    st.sampled_from(
        sorted({each for surfaces in tables.words().values() for each in (*surfaces["en"], *surfaces["da"])})
    ),
    st.sampled_from(
        ["\n", "\n  ", "\n    - ", "\n      ", "\n  | a | b |", ":", "=", "(", ")", ",", '"', "'", "%", "#", "-", "|"]
    ),
    st.sampled_from(
        ['"text"', "'name'", "sent", "2020", "1. oktober", "5.000,-", "æøå", "\t", "\u00a0", "€", "\u202e"]
    ),
)


def read(text):
    """Everything that is done with a text; the faults."""
    source = Source("plan", text)
    tree, faults = parse(source)
    for fault in faults:
        for lang in ("en", "da"):
            assert "{" not in fault.kind
            assert render(fault, {"plan": source}, lang)
        assert as_data(fault)
        assert fault.place
        assert 0 <= fault.place.line <= text.count("\n") + 1
    format_source(source)
    format_source(source, "da")
    assert tree.source_file is source
    return faults


@given(st.text())
def test_any_text(text):
    read(text)


@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_words(text):
    read(text)
    condition(text.replace("\n", " "))


@given(edits())
def test_a_fault_is_not_before_its_edit(edit):
    text, line = edit
    errors = [fault for fault in read(text) if fault.severity is Severity.ERROR]
    assert [fault.place for fault in errors if fault.place.line < line] == []


@given(st.sampled_from(PLANS), st.data())
def test_any_prefix(path, data):
    text = path.read_text(encoding="utf-8")
    read(text[: data.draw(st.integers(0, len(text)))])


@given(CONDITIONS)
def test_generated_conditions_parse(text):
    assert condition(text)[1] == []


@given(plans())
def test_generated_plans_parse(text):
    assert parse(from_text("plan", text))[1] == []


def test_the_examples_parse():
    assert PLANS
    for path in PLANS:
        assert parse(from_text(path.name, path.read_text(encoding="utf-8")))[1] == []
