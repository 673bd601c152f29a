"""Names, merging, folders: what several files say together (trust.md B22, B25)."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.facts.examples import example_facts
from criteria.facts.load import load
from criteria.facts.record import NO_FACTS, Exactly, SomeDayOf, Unknown
from criteria.model.plan import Example, GivenRows, GivenText
from tests.facts.plans import ASTRA, EVERY, HERE, NUMBER, fact, plan, record


def kinds(found):
    return [(d.kind, d.severity.value) for d in found]


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        for name, text in files.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_no_facts_closes_nothing_and_an_empty_mapping_is_an_empty_record():
    assert load([], EVERY) == (NO_FACTS, [])
    facts, found = load({}, EVERY)
    assert (facts.closed, facts.values, found) == (True, {}, [])


def test_any_nesting_that_spells_a_path_is_that_fact():
    for given_facts in (
        {"process-plan sent": "2020-09-29"},
        {"process-plan": {"sent": "2020-09-29"}},
        {"Process-Plan": {"  SENT ": "2020-09-29"}},
        {"koncept sendt": "2020-09-29"},
    ):
        facts, found = load(given_facts, ASTRA)
        assert found == []
        assert [g.possible for g in facts.values.values()] == [Exactly(date(2020, 9, 29))]


def test_a_name_of_three_words_can_be_cut_anywhere():
    three = plan(fact("a b c", NUMBER), fact("a b", NUMBER), fact("a", NUMBER))
    nested, found = load({"a": {"b": {"value": "1"}}, "a b": {"c": "2"}}, three)
    assert found == []
    assert {k: g.possible.value for k, g in nested.values.items()} == {"a b": 1, "a b c": 2}


@pytest.mark.parametrize(
    ("facts", "found", "suggestion"),
    [
        ({"concpet": {"sent": "2020-11-12"}}, "concpet", "concept"),
        ({"concept": {"snet": "2020-11-12"}}, "concept snet", "concept sent"),
        ({"konsept sendt": "2020-11-12"}, "konsept sendt", "koncept sendt"),
        ({"process_plan sent": "2020-11-12"}, "process_plan sent", "process-plan sent"),
        ({"sent": {"concept": "2020-11-12"}}, "sent concept", "concept sent"),
        ({"evnets": []}, "evnets", "events"),
    ],
)
def test_B25_a_misspelt_name_is_an_error_with_a_suggestion(facts, found, suggestion):
    _, (fault,) = load(facts, ASTRA)
    assert (fault.kind, fault.values["found"], fault.suggestion) == ("misspelt-fact", found, suggestion)


def test_a_name_that_resembles_nothing_is_a_notice():
    facts, found = load({"vejret": {"i går": "regn"}, "concept sent": "2020-11-12"}, ASTRA)
    assert kinds(found) == [("unasked-fact", "notice")]
    assert list(facts.values) == ["concept sent"]


def test_columns_misspelt_are_said_once():
    rows = [{"area": "Kommuner", "hold": "2020-01-01", "vejr": "sol"}] * 50
    _, found = load({"events": rows}, ASTRA)
    assert kinds(found) == [("misspelt-column", "error"), ("unasked-column", "notice")]
    assert found[0].suggestion == "held"


def test_thousands_of_unknown_names_are_cut_off_in_time():
    _, found = load({f"concept sent {n} x" * 3: "1" for n in range(3_000)}, ASTRA)
    assert found[-1].kind == "too-many-unknown-names"


def test_a_table_of_the_plan_cannot_be_given_again():
    assert kinds(load({"activities": []}, ASTRA)[1]) == [("record-fixed-by-plan", "error")]


def test_all_faults_of_all_files_in_one_run_and_then_no_facts(folder):
    path = folder(
        a_yaml="concept sent: x\noverview sent: y\n",
        b_json='{"theory available": "z"',
        c_csv="navn;værdi\nsummary sent;?\n",
    )
    facts, found = load([path], ASTRA)
    assert facts == NO_FACTS
    errors = [d for d in found if d.severity.value == "error"]
    assert {(d.place.file[-6:], d.place.line) for d in errors} == {
        ("a.yaml", 1),
        ("a.yaml", 2),
        ("b.json", 1),
        ("/c.csv", 2),
    }


def test_B22_equal_values_merge_and_others_name_both_places(folder):
    path = folder(a_yaml="concept: {sent: 2020-11-12}\n", b_yaml="concept sent: 12. november 2020\n")
    facts, found = load(path, ASTRA)
    assert (found, str(facts.values["concept sent"].place)[-9:]) == ([], "yaml:1:17")
    (path / "b.yaml").write_text("concept sent: 2020-11-13\n", encoding="utf-8")
    _, (fault,) = load([path / "a.yaml", path / "b.yaml"], ASTRA)
    assert fault.kind == "conflict"
    assert (fault.place.file, fault.related[0].file) == (str(path / "b.yaml"), str(path / "a.yaml"))
    assert "2020-11-13" in fault.message()
    assert "2020-11-12" in fault.message()


def test_blank_yields_to_a_value(folder):
    path = folder(a_yaml="concept sent:\n", b_yaml="concept sent: 2020-11-13\n", c_yaml="concept sent: null\n")
    facts, found = load(path, ASTRA)
    assert (found, facts.values["concept sent"].possible) == ([], Exactly(date(2020, 11, 13)))


def test_a_record_in_two_files_must_be_the_same(folder):
    path = folder(
        a_yaml="events: [{area: Kommuner, held: 2020-05-01}]\n", events_csv="area;held\nkommuner;1. maj 2020\n"
    )
    facts, found = load(path, ASTRA)
    assert [d.kind for d in found if d.severity.value == "error"] == []
    assert len(facts.records["events"].rows) == 1
    (path / "events.csv").write_text("area;held\nKommuner;2. maj 2020\n", encoding="utf-8")
    assert [d.kind for d in load(path, ASTRA)[1] if d.severity.value == "error"] == ["record-twice"]


def test_a_folder_is_the_facts_files_in_it(folder):
    path = folder(facts_yaml="concept sent: 2020-11-12\n", plan_criteria="not facts", README_md="no")
    (path / "~$facts.xlsx").write_bytes(b"a lock of Excel")
    assert load([path], ASTRA)[1] == []
    (path / "facts.yaml").unlink()
    assert kinds(load(path, ASTRA)[1]) == [("folder-without-facts", "error")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("nowhere.yaml", "no-such-file"), ("nowhere", "no-such-file"), ("x.xls", "spreadsheet-kind"), ("x.doc", "unknown-format"),
     ("x\0.yaml", "cannot-read"), ("y" * 5_000, "cannot-read")],
)  # fmt: skip
def test_paths_that_are_no_facts(tmp_path, name, kind):
    (tmp_path / "x.xls").write_bytes(b"x")
    (tmp_path / "x.doc").write_bytes(b"x")
    assert kinds(load([tmp_path / name], ASTRA)[1]) == [(kind, "error")]


def test_a_computed_column_cannot_be_given():
    from criteria.model.terms import Number
    from criteria.model.types import Unit

    made = record("log", {"a": NUMBER, "b": NUMBER})
    column = made.columns["b"]
    made.columns["b"] = type(column)("b", "b", NUMBER, Number(Fraction(1), Unit.NUMBER), place=HERE)
    assert kinds(load({"log": [{"a": 1, "b": 2}]}, plan(made))[1]) == [("column-computed", "error")]


def test_the_facts_of_an_example_are_open_and_written_as_the_plan_is():
    given_rows = GivenRows("events", ((("area", "Kommuner", HERE), ("held", "2020-05-01", HERE)),), place=HERE)
    texts = [
        GivenText("concept sent", "medio november", place=HERE),
        GivenText("budget income", "1.234 kr", place=HERE),
    ]
    danish = plan(*ASTRA.facts.values(), *ASTRA.records.values(), language="da")
    facts, found = example_facts(Example("e", (*texts, given_rows), None, (), place=HERE), danish)
    assert (found, facts.closed) == ([], False)
    assert isinstance(facts.values["concept sent"].possible, SomeDayOf)
    assert facts.values["budget income"].possible == Exactly(Fraction(1234))
    assert len(facts.records["events"].rows) == 1
    bad = Example("e", (GivenText("concept snet", "x", place=HERE), texts[0]), None, (), place=HERE)
    assert kinds(example_facts(bad, danish)[1]) == [("misspelt-fact", "error")]


def test_known_unknown():
    assert load({"concept sent": "ukendt"}, ASTRA)[0].values["concept sent"].possible == Unknown()


nested = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates() | st.floats() | st.fractions(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["day", "log", "number", "value", "known from", "when", "dya", "x"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["day", "log", "number", "share", "area", "agreed", "lgo", "numbers", "y"]), nested)
)
def test_any_dict_is_facts_or_faults(facts):
    loaded, found = load(facts, EVERY)
    assert loaded == NO_FACTS or loaded.closed
    for diagnostic in found:
        assert diagnostic.message()
