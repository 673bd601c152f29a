"""Wrong facts, each with the whole text of its messages in both languages; and any bytes at all.

`tests/golden/facts/NAME.*` is the file of facts, `NAME.expected` what is said about it; UPDATE_GOLDEN=1 writes that anew.
"""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.diagnostics import render
from criteria.facts.load import load
from criteria.facts.record import NO_FACTS
from criteria.wording.facts import SENTENCES
from tests.facts.plans import ASTRA, EVERY, IDENTITY, JUDGED, SUBJECTS

GOLDEN = Path(__file__).parents[1] / "golden" / "facts"
FILES = sorted(path for path in GOLDEN.glob("*") if path.suffix != ".expected")


def said(found, sources, lang):
    return "".join(f"{render(d, sources, lang)}\n" for d in found).replace(f"{GOLDEN}/", "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_messages(path, golden):
    sources = {}
    plan = ASTRA if path.stem.startswith("astra") or path.stem == "events" else EVERY
    plan = JUDGED if path.stem == "decisions" else plan
    plan = IDENTITY if path.stem == "identity" else plan
    _, found = load([path], SUBJECTS if path.stem == "subjects" else plan, sources)
    golden(f"{said(found, sources, 'en')}\n{said(found, sources, 'da')}", f"facts/{path.name}.expected")


def test_every_sentence_can_be_said_in_both_languages():
    class Any(dict):
        def __missing__(self, key):
            return "…"

    for english, danish in SENTENCES.values():
        assert english.format_map(Any()) != danish.format_map(Any()) or english == danish == "{reason}"


def nothing_but_facts_or_faults(path, data):
    path.write_bytes(data)
    facts, found = load([path], EVERY)
    assert facts == NO_FACTS or facts.closed
    for diagnostic in found:
        assert diagnostic.message("en")
        assert diagnostic.message("da")


def pieces(*texts):
    """Texts put together from pieces that mean something in the format."""
    return st.lists(st.sampled_from(texts), max_size=30).map("".join)


YAML_LIKE = pieces(
    *(
        "day",
        "log",
        "words",
        "share",
        ": ",
        ":",
        "\n",
        "\n  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "#",
        "&a",
        "*a",
        "!t ",
    ),
    *("2020-10-01", "0,6", "ukendt", "\t", "|\n", ">", "? ", "---\n", "%", "\\u0000", "æ", "~", "value", "=1"),
)
JSON_LIKE = pieces(
    *(
        '{"day":',
        '"log":',
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        '"',
        "NaN",
        "1e9",
        "-",
        "0.5",
        "null",
        "true",
        '"x"',
        "\\",
        " ",
    )
)
CSV_LIKE = pieces(
    *(
        "when",
        "amount",
        "fact",
        "value",
        ";",
        ",",
        "\t",
        '"',
        "\n",
        "\r\n",
        "sep=;\n",
        "2020",
        "'=1",
        "æ",
        "\xa0",
        "day",
    )
)
LIKE = {"f.yaml": YAML_LIKE, "f.json": JSON_LIKE, "f.csv": CSV_LIKE, "log.csv": CSV_LIKE}


@pytest.mark.parametrize("name", LIKE)
def test_any_bytes_are_facts_or_faults(name, tmp_path_factory):
    path = tmp_path_factory.mktemp("fuzz") / name

    @given(
        st.one_of(
            st.binary(max_size=200), LIKE[name].map(str.encode), LIKE[name].map(lambda text: text.encode("cp1252"))
        )
    )
    def run(data):
        nothing_but_facts_or_faults(path, data)

    run()


def test_any_damage_to_a_workbook_is_a_fault(tmp_path_factory):
    """Bytes changed, cut or doubled in a workbook: faults, or the facts that are still in it."""
    import io

    import openpyxl

    book = openpyxl.Workbook()
    for row in (["fact", "value"], ["number", 1], ["day", "uge 42"]):
        book.active.append(row)
    whole = io.BytesIO()
    book.save(whole)
    data, path = whole.getvalue(), tmp_path_factory.mktemp("fuzz") / "f.xlsx"

    @given(st.integers(0, len(data)), st.binary(max_size=8), st.integers(0, 40))
    def run(at, other, cut):
        nothing_but_facts_or_faults(path, data[:at] + other + data[at + cut :])

    run()


XML_LIKE = pieces(
    *(
        "<row r='1'>",
        "<row hidden='1'>",
        "</row>",
        "<c r='A1'>",
        "<c r='B2' t='s'>",
        "<c t='e'>",
        "<c s='9'>",
        "</c>",
        "<v>",
    ),
    *(
        "</v>",
        "1",
        "x",
        "1e999",
        "<f>",
        "</f>",
        "<mergeCell ref='A1:B2'/>",
        "<mergeCell ref='x'/>",
        "<is><t>day</t></is>",
    ),
    "<col min='1' max='z' hidden='1'/>",
)


def test_any_sheet_is_facts_or_faults(tmp_path_factory):
    import io
    import zipfile

    import openpyxl

    book, whole = openpyxl.Workbook(), io.BytesIO()
    book.save(whole)
    parts = {name: zipfile.ZipFile(whole).read(name) for name in zipfile.ZipFile(whole).namelist()}
    path = tmp_path_factory.mktemp("fuzz") / "f.xlsx"

    @given(XML_LIKE)
    def run(sheet):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, f"<s>{sheet}</s>" if "sheet1" in name else part)
        nothing_but_facts_or_faults(path, out.getvalue())

    run()
