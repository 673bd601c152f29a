"""YAML, JSON and dicts: places, duplicate keys, limits (trust.md B01, B04, B08, B21, B22)."""

import io
import json
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from criteria.diagnostics import render
from criteria.facts.load import load
from criteria.facts.record import NO_FACTS, Exactly, OneOf, Unknown
from tests.facts.plans import ASTRA, EVERY, NUMBER, TEXT, fact, plan


@pytest.fixture
def read(tmp_path):
    """Writes a file and loads it; paths in messages are then only names."""

    def run(name, data, plan=EVERY):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        facts, found = load([path], plan)
        return facts, [f"{d.kind} {str(d.place).removeprefix(str(tmp_path) + '/')}" for d in found]

    return run


def test_yaml_scalars_are_texts_that_the_plan_types(read):
    facts, found = read(
        "f.yaml", "agreed: no\nwords: 010\nnumber: 1.10\nday: 2020-10-01\nlog:\n  - {note: 12:30, ok: yes}\n"
    )
    assert found == []
    assert {path: given.possible for path, given in facts.values.items()} == {
        "agreed": Exactly(False),
        "words": Exactly("010"),
        "number": Exactly(Fraction(11, 10)),
        "day": Exactly(date(2020, 10, 1)),
    }
    assert facts.records["log"].rows[0].cells["note"].possible == Exactly("12:30")


def test_every_value_keeps_its_place(read):
    facts, _ = read("f.yaml", "# first\nday: 2020-10-01\nlog:\n  - note: a\n    amount: 5\n")
    given = facts.values["day"]
    assert (given.place.line, given.place.column, given.place.end, given.text) == (2, 6, 16, "2020-10-01")
    row = facts.records["log"].rows[0]
    assert (row.place.line, row.cells["amount"].place.line, row.cells["amount"].place.column) == (4, 5, 13)
    facts, _ = read("f.json", '{"day":\n  "2020-10-01"}')
    assert (facts.values["day"].place.line, facts.values["day"].place.column) == (2, 3)


def test_null_is_nothing_in_the_words_of_the_format_only(read):
    _, found = read("f.yaml", "day: null\nmoney: ~\nwords:\nnumber: 'null'\n")
    assert found == ["missing-marker f.yaml:4:9"]
    assert read("f.json", '{"day": null}')[1] == []
    assert read("f.json", '{"day": "null"}')[1] == ["missing-marker f.json:1:9"]


def test_lists_are_choices(read):
    facts, _ = read("f.yaml", "area: [Kommuner, Grundskole]\nnumber: [1, 2, 1]\nday: [2020-01-01]\n")
    assert facts.values["area"].possible == OneOf(("Kommuner", "Grundskole"))
    assert facts.values["number"].possible == OneOf((Fraction(1), Fraction(2)))
    assert facts.values["day"].possible == Exactly(date(2020, 1, 1))
    assert read("f.yaml", "number: []\n")[1] == ["value-expected f.yaml:1:9"]
    assert read("f.yaml", "number: [1, 2..3]\n")[1] == ["vague-choice f.yaml:1:9"]


def test_a_value_can_be_known_from_a_day(read):
    facts, found = read(
        "f.yaml", "number: {value: 3, known from: 2020-03-01}\nmoney: {værdi: 5 kr, kendt fra: 1. maj}\n"
    )
    assert found == []
    assert [facts.values[k].known_from for k in ("number", "money")] == [date(2020, 3, 1), date(2020, 5, 1)]
    assert read("f.yaml", "number: {value: 3, known from: maj 2020}\n")[1] == ["known-from-a-day f.yaml:1:32"]
    assert read("f.yaml", "number: {known from: 2020-03-01}\n")[1] == ["one-value-expected f.yaml:1:9"]


@pytest.mark.parametrize("form", ["f.yaml", "f.json"])
def test_B22_a_key_twice_is_refused_at_both_places(tmp_path, form):
    path = tmp_path / form
    path.write_text('{"number": 1,\n "number": 1}', encoding="utf-8")
    _, (fault,) = load([path], EVERY)
    assert (fault.kind, fault.place.line, fault.related[0].line) == ("key-twice", 2, 1)


def test_B22_the_same_fact_by_two_spellings(read):
    plan_path = "concept sent: 2020-11-12\nkoncept: {sendt: 12. november 2020}\n"
    facts, found = read("f.yaml", plan_path, ASTRA)
    assert found == []
    assert facts.values["concept sent"].possible == Exactly(date(2020, 11, 12))
    assert read("f.yaml", plan_path.replace("12. ", "13. "), ASTRA)[1] == ["conflict f.yaml:2:18"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a:\n\tb: 1", "yaml-tab f.yaml:2:1"),
        ("day: a: b", "yaml-colon f.yaml:1:7"),
        ("day: 'x", "yaml-open-quote f.yaml:1:8"),
        ("day: [x", "yaml-open-quote f.yaml:1:8"),
        ("day: @x", "yaml-character f.yaml:1:6"),
        ("day: &x 2020", "yaml-anchor f.yaml:1:6"),
        ("a: *x", "yaml-anchor f.yaml:1:4"),
        ("day: !!python/object:os.system x", "yaml-tag f.yaml:1:6"),
        ("a: 1\n---\nb: 2", "yaml-second-document f.yaml:2:1"),
        ("- 1", "facts-not-keyed f.yaml:1:1"),
        ("just words", "facts-not-keyed f.yaml:1:1"),
        ("? [a]\n: 1", "key-not-text f.yaml:1:3"),
        ("words: \x07", "bad-character f.yaml:1:8"),
        ('words: "\\0"', "hidden-character-in-value f.yaml:1:8"),
    ],
)
def test_yaml_that_we_do_not_read(read, text, fault):
    assert read("f.yaml", text)[1] == [fault]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"number": NaN}', "json-number f.json:1:12"),
        ('{"number": -Infinity}', "json-number f.json:1:12"),
        ('{"number": 01}', "no-json f.json:1:12"),
        ('{"number": 1_000}', "no-json f.json:1:12"),
        ('{"number": 0x10}', "no-json f.json:1:12"),
        ('{"number": 1,}', "no-json f.json:1:14"),
        ('{"number" 1}', "no-json f.json:1:11"),
        ('{"number": 1', "json-ends f.json:1:13"),
        ('{"number": 1} x', "no-json f.json:1:15"),
        ('{"words": "a', "json-string f.json:1:11"),
        ('{"words": "\\x"}', "json-string f.json:1:11"),
        ("{'words': 1}", "json-quotes f.json:1:2"),
        ('{"words": "\\ud800"}', "bad-character f.json:1:11"),
        ('{"words": "a\tb"}', "json-string f.json:1:11"),
        ("[1]", "facts-not-keyed f.json:1:1"),
        ('{"number": 1e400}', "exponent-too-large f.json:1:12"),
        ('{"number": 1e9999999}', "exponent-too-large f.json:1:12"),
        ('{"number": ' + "9" * 5_000 + "}", "too-many-digits f.json:1:12"),
    ],
)
def test_json_that_we_do_not_read(read, text, fault):
    assert read("f.json", text)[1] == [fault]


def test_json_numbers_are_exact(read):
    facts, _ = read("f.json", '{"number": 12345678901234567890.123, "money": 1.234, "quotient": 1e-3}')
    values = [facts.values[key].possible.value for key in ("number", "money", "quotient")]
    assert values == [Fraction("12345678901234567890.123"), Fraction("1.234"), Fraction(1, 1000)]


@pytest.mark.parametrize("opening", ['{"a":' * 100_000, '{"a":' + "[" * 100_000])
@pytest.mark.parametrize("form", ["f.json", "f.yaml"])
def test_B01_deep_nesting_is_refused_at_the_limit(read, form, opening):
    assert read(form, opening)[1][0].startswith("facts-too-deep")


def test_B01_a_dict_that_holds_itself():
    facts = {}
    facts["a"] = facts
    assert [d.kind for d in load(facts, EVERY)[1] if d.severity.value == "error"] == ["facts-too-deep"]


def test_B21_billion_laughs_meets_the_anchor_first(read):
    bomb = "a: &a [x,x]\n" + "".join(
        f"{c}: &{c} [*{b},*{b},*{b}]\n" for b, c in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert read("f.yaml", bomb)[1] == ["yaml-anchor f.yaml:1:4"]


@pytest.mark.parametrize("data", [b"", b"# only a comment\n", b"\xef\xbb\xbf", b"\r\n\r", b"null", b"{}"])
def test_B04_an_empty_file_is_an_empty_record_with_a_warning(read, data):
    facts, found = read("f.yaml", data)
    assert (facts.values, facts.records, facts.closed) == ({}, {}, True)
    assert found == ["facts-empty f.yaml"]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ("day: x".encode("utf-16"), "not-utf8 f.yaml"),
        (b"words: \xe6\xf8\xe5", "not-utf8 f.yaml"),
        (b"words: a\0b", "bad-character f.yaml:1:9"),
        (b"words: \xed\xa0\x80", "not-utf8 f.yaml"),
    ],
)
def test_B04_other_encodings_are_named(read, data, fault):
    assert read("f.yaml", data)[1] == [fault]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_B04_line_ends_do_not_matter(read, end):
    facts, found = read("f.yaml", f"number: 1{end}day: 2020-10-01")
    assert (found, facts.values["day"].place.line) == ([], 2)


def test_B05_names_and_texts_compare_after_nfc(read):
    measured = plan(fact("measured", NUMBER, name="målt"), fact("words", TEXT))
    facts, found = read("f.yaml", "MA\u030alt: 3\nwords: a\u030a\n", measured)
    assert (found, list(facts.values)) == ([], ["measured", "words"])
    assert facts.values["words"].possible == Exactly("å")
    assert load({"ma\u030alt": 3}, measured)[0].values["measured"].possible == Exactly(Fraction(3))


@pytest.mark.parametrize("text", ["number: 3\n", ' {"number": 3}'])
def test_standard_input_is_yaml_or_json(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    sources = {}
    facts, found = load(["-"], EVERY, sources)
    assert (found, facts.values["number"].possible, sources["-"].text) == ([], Exactly(Fraction(3)), text)


def test_an_undeclared_locale_is_asked_for_and_a_declared_one_used(read):
    assert read("f.yaml", "money: 1.234 kr\n")[1] == ["ambiguous-number f.yaml:1:8"]
    facts, found = read("f.yaml", "tal: dansk\nmoney: 1.234 kr\n")
    assert (found, facts.values["money"].possible) == ([], Exactly(Fraction(1234)))
    assert read("f.yaml", "numbers: fransk\n")[1] == ["no-locale f.yaml:1:10"]


def test_a_dict_is_read_like_a_file():
    facts, found = load(
        {
            "day": date(2020, 10, 1),
            "money": 50_000_000,
            "number": Fraction(1, 3),
            "share": Decimal("2.5"),
            "agreed": True,
            "words": "x",
            "wait": None,
            "area": ["Kommuner", "Grundskole"],
            "log": ({"when": datetime(2020, 10, 1, 12, 30), "amount": Decimal("1E+2")},),
        },
        EVERY,
    )
    assert found == []
    given = {path: given.possible for path, given in facts.values.items()}
    assert given["day"] == Exactly(date(2020, 10, 1))
    assert given["number"] == Exactly(Fraction(1, 3))
    assert given["share"] == Exactly(Fraction(1, 40))
    assert facts.records["log"].rows[0].cells["amount"].possible == Exactly(Fraction(100))
    assert str(facts.records["log"].rows[0].cells["when"].place) == "<facts>:log[1] when"


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (0.1, "float-given"),
        (float("nan"), "float-given"),
        ({1, 2}, "odd-value"),
        (b"x", "odd-value"),
        (Decimal("NaN"), "missing-marker"),
        (Decimal("1E+999999"), "exponent-too-large"),
        (1 << 20_000, "too-many-digits"),
        (Fraction(1, 1 << 20_000), "too-many-digits"),
    ],
    ids=["float", "nan", "set", "bytes", "Decimal NaN", "Decimal exponent", "int", "Fraction"],
)
def test_B08_B09_what_a_dict_may_not_hold(value, kind):
    facts, found = load({"number": value}, EVERY)
    assert (facts, found[0].kind, found[0].place.cell) == (NO_FACTS, kind, "number")


def test_the_line_at_fault_is_shown(tmp_path):
    path, sources = tmp_path / "facts.yaml", {}
    path.write_text("words: x\nday: i morgen måske\n", encoding="utf-8")
    _, found = load(path, EVERY, sources)
    assert "    2 | day: i morgen måske" in render(found[0], sources)


def test_rows_can_be_unknown_or_none_but_not_blank(read):
    assert read("f.yaml", "log: []\n")[0].records["log"].rows == ()
    assert read("f.yaml", "log: ukendt\n")[0].records == {}
    assert read("f.yaml", "log:\n")[1] == ["rows-empty f.yaml:1:5"]
    assert read("f.yaml", "log: {a: 1}\n")[1] == ["rows-expected f.yaml:1:6"]
    assert read("f.yaml", "log: [1]\n")[1] == ["row-expected f.yaml:1:7"]
    assert read("f.yaml", "number: {a: {b: 1}}\n")[1] == ["value-expected f.yaml:1:9"]
    assert read("f.yaml", "log: [{ok: ukendt}]\n")[0].records["log"].rows[0].cells["ok"].possible == Unknown()


def test_json_on_one_long_line(read):
    rows = [{"note": "æ" * 40, "amount": str(n)} for n in range(500)]
    facts, found = read("f.json", json.dumps({"log": rows}, ensure_ascii=False))
    assert (found, len(facts.records["log"].rows)) == ([], 500)
