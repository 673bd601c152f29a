"""Tables for a spreadsheet read back as they were, and no cell of them is a formula."""

from __future__ import annotations

import io
import unicodedata
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.facts.delimited import _lines
from criteria.facts.exports import Cells, as_csv, as_xlsx, number
from criteria.facts.ooxml import Workbook
from criteria.facts.tables import original
from criteria.source import from_bytes

BEGINNINGS = [
    "",
    "=",
    "+",
    "-",
    "@",
    "\t",
    "'",
    "''=",
    "＝",
    "＋",
    "－",
    "＠",
    "=cmd|' /C calc'!A0",
    "-5",
    "+4 kr",
    "5",
]
INSIDE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from(';,"\n\t'), max_size=6)
TEXTS = st.builds(lambda start, rest: f"{start}{rest}".strip(), st.sampled_from(BEGINNINGS), INSIDE)
NUMBERS = st.builds(Fraction, st.integers(-(10**6), 10**6), st.sampled_from([1, 2, 4, 8, 10, 100]))
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.tuples(*[TEXTS | NUMBERS] * width), min_size=1, max_size=4)
)


def as_read(cell: str | Fraction, lang: str) -> str:
    text = number(cell) if isinstance(cell, Fraction) else unicodedata.normalize("NFC", cell)
    return text.replace(".", ",") if isinstance(cell, Fraction) and lang == "da" else text


@pytest.mark.parametrize("lang", ["en", "da"])
@given(rows=TABLES)
def test_a_csv_reads_back(lang: str, rows: list[Cells]) -> None:
    rows = [("head", *("x" for _ in rows[0][1:])), *rows]
    source = from_bytes("t.csv", as_csv(rows, lang))
    found = [[cell.text for cell in line.cells] for line in _lines(source, 0, ";" if lang == "da" else ",", [])]
    wanted = [[as_read(cell, lang) for cell in row] for row in rows]
    assert found == [row for row in wanted if any(row)]


@given(rows=TABLES)
def test_a_workbook_reads_back(rows: list[Cells]) -> None:
    rows = [("head", *("x" for _ in rows[0][1:])), *rows]
    data = as_xlsx("verdicts", rows)
    book = Workbook("t.xlsx", data)
    cells = book.read(book.sheets[0]).cells
    found = {(cell.row, cell.column): original(cell.text or "") for cell in cells}
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            text = found.get((row, column), "")
            same = float(text) == float(cell) if isinstance(cell, Fraction) else text == cell
            assert same or f"{float(text):.15g}" == f"{float(cell):.15g}", (
                row,
                column,
            )  # as the reader of facts takes it


@given(rows=TABLES)
def test_a_number_is_a_number_and_a_text_no_formula(rows: list[Cells]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx("t", [("h",) * len(rows[0]), *rows]))).active
    assert sheet is not None
    for number_, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number_, column)
            if isinstance(value, Fraction):
                assert cell.data_type == "n"
            else:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(("=", "@", "\t", "＝"))


def test_a_number_without_an_end_is_cut_where_a_spreadsheet_cuts_it() -> None:
    assert number(Fraction(200, 3)) == "66.6666666666667"
    assert as_csv([(Fraction(-5, 2), "=1")], "da") == b"\xef\xbb\xbf-2,5;'=1\r\n"


def test_the_same_rows_give_the_same_bytes() -> None:
    rows: list[Cells] = [("a", "b"), ("x", Fraction(1, 2))]
    assert as_xlsx("t", rows) == as_xlsx("t", rows)
