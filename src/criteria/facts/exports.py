"""A table of texts and numbers as a file for a spreadsheet.

In: a header and rows, each cell a text or an exact number. Out: the bytes of a CSV or of a workbook. Holds: no text is run as a formula
when the file is opened (``tables.neutral``; our readers take it back), a number stays a number, and the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache
from typing import Any

from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.facts.tables import neutral
from criteria.model.scale import plain

Cells = Sequence[str | Fraction]
DIGITS = 15  # as many as a spreadsheet keeps
KEPT = 1_000  # texts of cells, for the same few stand in most rows


def as_csv(rows: Sequence[Cells], lang: str) -> bytes:
    """Danish: a semicolon between cells, a comma in numbers; English: a comma and a dot. With the mark by which Excel knows UTF-8."""
    separator = ";" if lang == "da" else ","
    lines = [separator.join(_field(cell, separator, lang) for cell in row) + "\r\n" for row in rows]
    return ("\ufeff" + "".join(lines)).encode("utf-8", "backslashreplace")


def _field(cell: str | Fraction, separator: str, lang: str) -> str:
    if isinstance(cell, Fraction):
        text = number(cell)
        return text.replace(".", ",") if lang == "da" else text
    return _text(cell, separator)


@lru_cache(maxsize=KEPT)
def _text(cell: str, separator: str) -> str:
    text = neutral(cell)
    quoted = any(sign in text for sign in (separator, '"', "\n", "\r")) or text != text.strip()
    return '"' + text.replace('"', '""') + '"' if quoted else text


def number(value: Fraction) -> str:
    """Exactly where a decimal can, else to the digits that a spreadsheet keeps."""
    text = plain(value)
    if "/" not in text:
        return text
    with localcontext() as context:
        context.prec = DIGITS
        return format(Decimal(value.numerator) / Decimal(value.denominator), "f")


def as_xlsx(name: str, rows: Sequence[Cells]) -> bytes:
    """A workbook of one sheet, its first row in bold and kept in sight, with a filter on every column."""
    try:
        import openpyxl
    except ImportError:
        raise CriteriaError([Diagnostic("excel-missing")]) from None
    from criteria.facts.ooxml import reference
    from criteria.facts.sheets import head, put, stable

    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    sheet = book.create_sheet(name)
    widths = [min(60, max(10, *(len(str(cell)) for cell in column)) + 2) for column in zip(*rows, strict=True)]
    head(sheet, tuple(str(cell) for cell in rows[0]), tuple(widths))
    for row, cells in enumerate(rows[1:], 2):
        for column, cell in enumerate(cells, 1):
            put(sheet, row, column, Decimal(number(cell)) if isinstance(cell, Fraction) else cell)
    sheet.auto_filter.ref = f"A1:{reference(len(rows), len(rows[0]))}"
    return stable(book)
