"""The workbook of a template.

In: a plan, and facts to fill in. Out: the bytes of an .xlsx with a sheet of single facts, one for each record, and
one with the options of the drop-downs. Dates are dates, numbers are numbers, and every text is a text, whatever it
begins with. The same plan and facts give the same bytes. openpyxl is imported here only; without it the reader learns
which package to install.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.facts.decisions import asked_judgements, decision_record
from criteria.facts.ooxml import reference
from criteria.facts.record import Facts, Given
from criteria.facts.spelling import cell_value, word
from criteria.facts.tables import SHEET_NAME, neutral
from criteria.facts.template import asked_columns, asked_facts, headers
from criteria.frozen import evolve
from criteria.model.plan import Plan, Record, fold
from criteria.model.types import ChoiceType, DateType, NumberType, TextType, Type, Unit, YesNoType

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 1_000  # of a record that drop-downs and formats are prepared for
_WIDTHS = (34, 22, 24, 14, 44, 10)
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(<)")


def workbook_of(plan: Plan, facts: Facts) -> bytes:
    """The workbook as bytes."""
    try:
        import openpyxl
    except ImportError:
        raise CriteriaError([Diagnostic("excel-missing")]) from None
    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    danish = plan.language == "da"
    records = [record for record in plan.records.values() if record.rows is None]
    taken = {fold(sheet_name(record)) for record in records}
    lists = _Lists(_free("lister" if danish else "lists", taken), plan.language)
    if plan.facts or not records:
        _fill_facts(book.create_sheet(_free("fakta" if danish else "facts", taken)), plan, facts, lists)
    for record in records:
        _fill_record(book.create_sheet(sheet_name(record)), record, facts, lists, plan.language)
    if rows := asked_judgements(plan):
        record = decision_record("judgements", plan.language)
        sheet = book.create_sheet(_free(record.name, taken))
        _fill_record(sheet, record, evolve(facts, records={record.key: rows}), lists, plan.language)
    lists.write(book)
    return stable(book)


def sheet_name(record: Record) -> str:
    """The record's name as Excel takes it; a sign that a sheet's name cannot hold makes the key stand in."""
    name = record.key if _NO_SHEET_NAME.search(record.name) else record.name
    return name[:SHEET_NAME]


def _free(name: str, taken: set[str]) -> str:
    """A name that no record has; the header says what the sheet holds, whatever its name."""
    return name if fold(name) not in taken else f"{name} (1)"


class _Lists:
    """The drop-downs: where their options stand, and which cells they belong to."""

    def __init__(self, title: str, lang: str) -> None:
        self.title, self.lang = title, lang
        self.columns: dict[tuple[str, ...], int] = {}

    def rule(self, type_: Type) -> Any:
        """The validation for a type; it warns and does not forbid, for ``unknown`` and ranges are also answers."""
        from openpyxl.worksheet.datavalidation import DataValidation

        match type_:
            case ChoiceType(options):
                column = self.columns.setdefault((*options, word("unknown", self.lang)), len(self.columns) + 1)
                letter, last = reference(1, column)[:-1], len(options) + 1
                rule = DataValidation("list", formula1=f"'{self.title}'!${letter}$1:${letter}${last}", allow_blank=True)
            case YesNoType():
                words = ",".join(word(name, self.lang) for name in ("yes", "no", "unknown"))
                rule = DataValidation("list", formula1=f'"{words}"', allow_blank=True)
            case DateType():
                rule = DataValidation("date", operator="between", formula1="61", formula2="2958465", allow_blank=True)
            case _:
                return None
        rule.errorStyle, rule.showErrorMessage = "warning", True
        return rule

    def write(self, book: Any) -> None:
        """The sheet of options, after all others."""
        if not self.columns:
            return
        sheet = book.create_sheet(self.title)
        for options, column in self.columns.items():
            for row, option in enumerate(options, 1):
                put(sheet, row, column, option)


def _fill_facts(sheet: Worksheet, plan: Plan, facts: Facts, lists: _Lists) -> None:
    head(sheet, headers(plan), _WIDTHS)
    for row, line in enumerate(asked_facts(plan, facts), 2):
        for column, text in ((1, line.name), (2, line.kind), (5, line.meaning), (6, line.goals)):
            put(sheet, row, column, text)
        _prepare(sheet, reference(row, 3), lists.rule(line.type))
        _put_given(sheet, row, 3, line.given, line.type, plan.language)
        if line.given and line.given.known_from:
            put(sheet, row, 4, line.given.known_from)


def _fill_record(sheet: Worksheet, record: Record, facts: Facts, lists: _Lists, lang: str) -> None:
    columns = asked_columns(record)
    head(sheet, tuple(column.name for column in columns), (24,) * len(columns))
    rows = facts.records[record.key].rows if record.key in facts.records else ()
    last = max(ROWS, len(rows) + 1)
    for number, column in enumerate(columns, 1):
        _prepare(sheet, f"{reference(2, number)}:{reference(last, number)}", lists.rule(column.type))
        for row in range(2, len(rows) + 2 if rows else ROWS + 1):
            given = rows[row - 2].cells.get(column.key) if rows else None
            _put_given(sheet, row, number, given, column.type, lang)


def head(sheet: Worksheet, names: tuple[str, ...], widths: tuple[int, ...]) -> None:
    from openpyxl.styles import Font

    for column, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        put(sheet, 1, column, name)
        sheet.cell(1, column).font = Font(bold=True)
        sheet.column_dimensions[reference(1, column)[:-1]].width = width
    sheet.freeze_panes = "A2"


def _prepare(sheet: Worksheet, area: str, rule: Any) -> None:
    if rule is not None:
        rule.add(area)
        sheet.add_data_validation(rule)


def _put_given(sheet: Worksheet, row: int, column: int, given: Given | None, type_: Type, lang: str) -> None:
    """The value, in a cell whose format is that of its type even while it is empty."""
    if given:
        put(sheet, row, column, cell_value(given, type_, lang))
    match type_:
        case DateType():
            sheet.cell(row, column).number_format = "yyyy-mm-dd"
        case NumberType(unit=Unit.PERCENT):
            sheet.cell(row, column).number_format = "0.00%"
        case NumberType(unit=Unit.KRONER):
            sheet.cell(row, column).number_format = "#,##0.00"
        case TextType():
            sheet.cell(row, column).number_format = "@"


def put(sheet: Worksheet, row: int, column: int, value: str | date | Decimal) -> None:
    """A value in a cell; a text is stored as a text, so that openpyxl makes no formula or error of it."""
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        if value:
            cell.value = neutral(value)
            cell.data_type = "s"
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"


def stable(book: Any) -> bytes:
    """The file without the time of day in it."""
    written, stable = io.BytesIO(), io.BytesIO()
    book.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", data)
            target.writestr(zipfile.ZipInfo(entry.filename, _LONG_AGO), data, zipfile.ZIP_DEFLATED)
    return stable.getvalue()
