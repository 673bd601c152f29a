"""CSV and Excel: dialects, ragged rows, and what a sheet hides (trust.md B18–B21, B28)."""

import io
import zipfile
from datetime import date, datetime
from fractions import Fraction

import openpyxl
import pytest
from openpyxl.styles import Font

from criteria.facts.load import load
from criteria.facts.record import Exactly, SomeDayOf
from criteria.facts.tables import neutral, original
from tests.facts.plans import ASTRA, EVERY, fact, plan, record
from tests.facts.plans import TEXT as TEXT_TYPE


@pytest.fixture
def csv(tmp_path):
    def run(data, name="events.csv", using=ASTRA):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
        facts, found = load([path], using)
        return facts, [f"{d.kind} {str(d.place).removeprefix(str(path))}".strip() for d in found]

    return run


@pytest.fixture
def xlsx(tmp_path):
    """Builds a workbook from {sheet: rows}, lets ``change`` spoil it, and loads it."""

    def run(sheets, change=None, using=EVERY, name="facts.xlsx"):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        if change:
            change(book)
        path = tmp_path / name
        book.save(path)
        facts, found = load([path], using)
        return facts, [f"{d.kind} {str(d.place).removeprefix(str(tmp_path) + '/')}" for d in found]

    return run


HEADER = ["fakta", "værdi"]


# ---- CSV


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("area;kind;held\nKommuner;møde;1. maj 2020\n", "read-with-decimal-comma"),
        ("area,kind,held\nKommuner,møde,2020-05-01\n", "read-as"),
        ("area\tkind\theld\nKommuner\tmøde\t1/5 2020\n", "read-as"),
        ("sep=;\narea;kind;held\nKommuner;møde;1. maj 2020\n", "read-with-decimal-comma :1"),
        ("sep=|\r\narea|kind|held\r\nKommuner|møde|1. maj 2020", "read-as :1"),
        ("\ufeff Area ;KIND;\u00a0Held\r\nKommuner;møde;01.05.2020\r\n", "read-with-decimal-comma"),
        ("area;kind;held;\nKommuner;møde;2020-05-01;\n;;;\n\n", "read-with-decimal-comma"),
        ('"area";"kind";"held"\n"Kommuner"; "møde" ;"2020-05-01"\n', "read-with-decimal-comma"),
        (
            "område;kind;held\nKommuner;møde;2020-05-01\n".replace("område", "area").encode("cp1252"),
            "read-with-decimal-comma",
        ),
    ],
)
def test_B18_the_dialect_is_declared_or_found_and_said(csv, data, notice):
    facts, found = csv(data)
    assert found == [notice]
    (row,) = facts.records["events"].rows
    assert {k: g.possible for k, g in row.cells.items()} == {
        "area": Exactly("Kommuner"),
        "kind": Exactly("møde"),
        "held": Exactly(date(2020, 5, 1)),
    }


def test_B18_the_encoding_is_said(tmp_path):
    path = tmp_path / "events.csv"
    path.write_bytes("area;kind;held\nKommuner;møde;\n".encode("cp1252"))
    _, (notice,) = load(path, ASTRA)
    assert "Windows-1252" in notice.message()
    path.write_bytes(b"area;kind\nKommuner;\x81\n")
    assert load(path, ASTRA)[1][0].kind == "not-utf8"
    path.write_bytes("area\tkind\theld\nKommuner\tmøde\t\n".encode("utf-16"))
    facts, (notice,) = load(path, ASTRA)
    assert facts.records["events"].rows and "UTF-16" in notice.message()
    path.write_bytes("area;kind".encode("utf-16") + b"\0")
    assert load(path, ASTRA)[1][0].values["found"] == "UTF-16"


def test_B18_lines_inside_quotation_marks_keep_the_places_right(csv):
    facts, found = csv('area;kind;held\nKommuner;"et ""stort""\nmøde; langt";2020-05-01\nKommuner;x;2020-99-01\n')
    assert found[1:] == ["fact-no-such-month :4:12"] or found[1].endswith(":4:12")
    facts, _ = csv('area;kind;held\nKommuner;"et ""stort""\nmøde; langt";2020-05-01\n')
    cells = facts.records["events"].rows[0].cells
    assert cells["kind"].possible == Exactly('et "stort"\nmøde; langt')
    assert (cells["kind"].place.line, cells["held"].place.line, cells["held"].place.column) == (2, 3, 14)


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ("area;kind\nKommuner\n", ["row-too-short :2"]),
        ("area;kind\nKommuner;x;y\n", ["cell-without-column :2:12"]),
        ("area;;kind\nKommuner;y;x\n", ["cell-without-column :2:10"]),
        ("area;kind;Area\nKommuner;x;Kommuner\n", ["column-twice :1:11"]),
        ('area;kind\nKommuner;"x\n', ["open-quote :2:10"]),
        ('area;kind\nKommuner;"x"y\n', ["open-quote :2:10"]),
        ("area;kind;hold\nKommuner;x;y\n", ["misspelt-column :1:11"]),
        ("area;kind\nKommuner;NULL\n", ["missing-marker :2:10"]),
        ("area;kind\nKommuner;i.o.\n", ["missing-marker :2:10"]),
        ("area;kind\nKomuner;x\n", ["no-such-choice :2:1"]),
    ],
)
def test_B18_a_table_that_is_out_of_shape(csv, data, faults):
    _, found = csv(data)
    assert [f for f in found if not f.startswith(("read-", "column-absent"))] == faults


def test_B18_too_many_columns(csv):
    assert csv(";".join(f"c{n}" for n in range(100_000)))[1] == ["too-many-columns :1"]


def test_a_column_that_is_not_there_is_said(csv):
    facts, found = csv("area;kind\nKommuner;x\n")
    assert found == ["read-with-decimal-comma", "column-absent :1:1"]
    assert "held" not in facts.records["events"].rows[0].cells


def test_an_empty_table_is_an_empty_record(csv):
    assert csv("area;kind;held\n")[0].records["events"].rows == ()
    facts, found = csv("")
    assert (facts.records["events"].rows, found) == ((), ["read-with-decimal-comma", "table-empty"])


def test_a_table_of_single_facts(csv):
    text = "Faktum;type;Værdi;kendt fra\nkoncept sendt;dato;medio november;\nbudget income;kr;1.234;2020-03-01\noverview sent;dato;;\n"
    facts, found = csv(text, "whatever.csv")
    assert found == ["read-with-decimal-comma"]
    assert isinstance(facts.values["concept sent"].possible, SomeDayOf)
    assert facts.values["budget income"].possible == Exactly(Fraction(1234))
    assert facts.values["budget income"].known_from == date(2020, 3, 1)
    assert csv("fact,value\n,5\n", "f.csv")[1] == ["read-as", "value-without-name :2:2"]
    assert csv("fact,value\nbudget income,1.234\n", "f.csv")[1] == ["read-as", "ambiguous-number :2:15"]


def test_a_table_of_another_name(csv):
    assert csv("a;b\n", "evnets.csv")[1] == ["read-with-decimal-comma", "misspelt-table"]
    assert csv("a;b\n", "hestevæddeløb.csv")[1] == ["read-with-decimal-comma", "unused-table"]
    assert csv("a;b\n", "fakta.csv")[1] == ["read-with-decimal-comma", "no-fact-header"]
    assert csv("a;b\n", "activities.csv")[1][-1].startswith("record-fixed-by-plan")
    assert csv("area;held\nKommuner;2020-05-01\n", "Arrangementer.csv")[0].records["events"].rows


@pytest.mark.parametrize(
    "text", ["=1+1", "+x", "-x", "@cmd", "\tx", "＝1", "'=x", "''@", "'x", "-5", "+5 %", "=", "a=b", "'"]
)
def test_B28_a_formula_is_neutral_and_comes_back(text):
    assert original(neutral(text)) == text
    assert neutral(text)[0] not in "=@\t＝" or neutral(text) == text[0] == "="
    assert (neutral("-5"), neutral("-2,5 %"), neutral("=")) == ("-5", "-2,5 %", "'=")


# ---- Excel


def test_a_workbook_of_facts_and_rows(xlsx):
    facts, found = xlsx(
        {
            "Ark1": [HEADER, ["day", date(2020, 11, 18)], ["money", 50_000_000.1], ["agreed", True], ["words", "7"]],
            "LOG": [["when", "amount", "note"], [datetime(2020, 5, 1), 3, None], [None, None, None], [None, 4, "x"]],
        }
    )
    assert [f.split()[0] for f in found] == ["column-absent"] * 2
    assert {k: g.possible.value for k, g in facts.values.items()} == {
        "day": date(2020, 11, 18),
        "money": Fraction("50000000.1"),
        "agreed": True,
        "words": "7",
    }
    assert str(facts.values["day"].place).endswith("facts.xlsx:Ark1!B2")
    assert [len(row.cells) for row in facts.records["log"].rows] == [2, 2]
    assert str(facts.records["log"].rows[1].cells["note"].place).endswith("facts.xlsx:LOG!C4")


def test_an_only_sheet_without_a_name_takes_the_name_of_the_file(xlsx):
    facts, found = xlsx({"Sheet1": [["when"], [date(2020, 1, 1)]]}, name="log.xlsx")
    assert (len(facts.records["log"].rows), [f for f in found if "absent" not in f]) == (1, [])


def test_numbers_have_the_fifteen_digits_that_a_spreadsheet_keeps(xlsx):
    facts, _ = xlsx({"fakta": [HEADER, ["money", 1.1], ["number", 0.1 + 0.2]]})
    assert facts.values["money"].possible == Exactly(Fraction("1.1"))
    assert facts.values["number"].possible == Exactly(Fraction("0.3"))
    assert xlsx({"fakta": [HEADER, ["number", 1234567890123456]]})[1] == ["cell-cut-digits facts.xlsx:fakta!B2"]


def test_B19_percent_cells_have_their_unit_and_others_do_not(xlsx):
    def percent(book):
        book["fakta"]["B2"].number_format = "0.0%"

    facts, found = xlsx({"fakta": [HEADER, ["share", 0.6]]}, percent)
    assert (facts.values["share"].possible, found) == (Exactly(Fraction(3, 5)), [])
    facts, found = xlsx({"fakta": [HEADER, ["share", 0.6]]})
    assert (facts.values["share"].possible, found) == (Exactly(Fraction(3, 500)), ["small-percent facts.xlsx:fakta!B2"])
    assert xlsx({"fakta": [HEADER, ["money", 0.6]]}, percent)[1] == ["wrong-unit facts.xlsx:fakta!B2"]


@pytest.mark.parametrize("serial", [0, 60, -1, 0.5, 2_958_466, 1e10])
def test_B19_a_serial_that_is_no_day(xlsx, serial):
    def as_date(book):
        book["fakta"]["B2"].number_format = "dd-mm-yyyy"

    assert xlsx({"fakta": [HEADER, ["day", serial]]}, as_date)[1] == ["no-such-serial facts.xlsx:fakta!B2"]


@pytest.mark.parametrize(
    ("serial", "epoch_1904", "day"),
    [
        (1, False, date(1900, 1, 1)),
        (59, False, date(1900, 2, 28)),
        (61, False, date(1900, 3, 1)),
        (44153, False, date(2020, 11, 18)),
        (44153.999999, False, date(2020, 11, 19)),
        (2_958_465, False, date(9999, 12, 31)),
        (42691, True, date(2020, 11, 18)),
        (60, True, date(1904, 3, 1)),
    ],
)
def test_B19_serials_around_the_day_that_excel_believes_in_and_1904(xlsx, serial, epoch_1904, day):
    def change(book):
        book["fakta"]["B2"].number_format = "dd-mm-yyyy"
        if epoch_1904:
            book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    facts, found = xlsx({"fakta": [HEADER, ["day", serial]]}, change)
    assert (found, facts.values["day"].possible) == ([], Exactly(day))


def test_B19_a_number_where_a_date_goes_and_a_date_stored_as_text(xlsx):
    assert xlsx({"fakta": [HEADER, ["day", 44153]]})[1] == ["number-for-date facts.xlsx:fakta!B2"]
    facts, found = xlsx({"fakta": [HEADER, ["day", "18-11-2020"]]})
    assert (facts.values["day"].possible, found) == (Exactly(date(2020, 11, 18)), [])
    assert xlsx({"fakta": [HEADER, ["day", "44153"]]})[1][0].endswith("facts.xlsx:fakta!B2")


def test_B19_leading_zeros(xlsx):
    def padded(book):
        book["fakta"]["B2"].number_format = "0000"

    assert xlsx({"fakta": [HEADER, ["words", 7]]}, padded)[0].values["words"].possible == Exactly("0007")
    assert xlsx({"fakta": [HEADER, ["words", 7]]})[1] == ["number-for-text facts.xlsx:fakta!B2"]


@pytest.mark.parametrize("form", ["h:mm", "[h]:mm:ss", "mm:ss"])
def test_a_time_of_day_is_no_value(xlsx, form):
    def timed(book):
        book["fakta"]["B2"].number_format = form

    assert xlsx({"fakta": [HEADER, ["number", 0.5]]}, timed)[1] == ["time-in-cell facts.xlsx:fakta!B2"]


@pytest.mark.parametrize(
    "form", ['0.00 "dage"', '#,##0.00\\ "kr.";[Red]-#,##0.00', "General", '_-* #,##0 "d"_-', "[$-406]0"]
)
def test_formats_with_letters_aside_are_numbers(xlsx, form):
    def formed(book):
        book["fakta"]["B2"].number_format = form

    assert xlsx({"fakta": [HEADER, ["number", 5]]}, formed)[0].values["number"].possible == Exactly(Fraction(5))


def test_B20_what_the_eye_sees_and_the_file_does_not_hold(xlsx):
    def spoil(book):
        book["fakta"].merge_cells("A2:A3")
        book["fakta"].row_dimensions[4].hidden = True
        book["fakta"].column_dimensions["C"].hidden = True

    rows = [[*HEADER, "mere"], ["number", 1], [None, 2], ["words", "x"], ["day", None, "skjult"]]
    assert xlsx({"fakta": rows}, spoil)[1] == [
        "value-without-name facts.xlsx:fakta!B3",
        "hidden-rows facts.xlsx:fakta!A4",
        "hidden-columns facts.xlsx:fakta!C1",
        "merged-cells facts.xlsx:fakta!A2",
    ]


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!"])
def test_B20_an_error_is_never_a_missing_value(xlsx, error):
    assert xlsx({"fakta": [HEADER, ["number", error]]})[1] == ["cell-error facts.xlsx:fakta!B2"]


def test_B20_a_formula_without_its_value(xlsx):
    assert xlsx({"fakta": [HEADER, ["number", "=1+1"]]})[1] == ["formula-without-value facts.xlsx:fakta!B2"]


def test_B20_hidden_sheets(xlsx):
    def hide(book):
        for name in book.sheetnames[1:]:
            book[name].sheet_state = "veryHidden" if name == "log" else "hidden"

    sheets = {"fakta": [HEADER, ["number", 1]], "log": [["when"]], "noter": [["a"]], "mere": [HEADER]}
    assert [f.split()[0] for f in xlsx(sheets, hide)[1]] == ["hidden-sheet", "hidden-sheet-unread", "hidden-sheet"]


def test_other_sheets_are_said(xlsx):
    sheets = {"fakta": [HEADER, ["number", 1]], "noter": [["a"]], "lgo": [["when"]], "tom": []}
    assert xlsx(sheets)[1] == ["unused-table facts.xlsx:noter", "misspelt-table facts.xlsx:lgo"]


def test_rich_text_is_text(xlsx):
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    rich = CellRichText("med", TextBlock(InlineFont(b=True), "io"), " oktober")
    facts, _ = xlsx(
        {"fakta": [HEADER, ["day", rich]]}, lambda book: setattr(book["fakta"]["A1"], "font", Font(bold=True))
    )
    assert facts.values["day"].text == "medio oktober"


def repacked(path, change):
    """The workbook with its parts changed: {name: bytes} → {name: bytes}."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in change(parts).items():
            new.writestr(name, data)
    path.write_bytes(out.getvalue())


DOCTYPE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda parts: parts | {"xl/media/big.bin": b"\0" * 60_000_000}, "xlsx-too-large"),
        (lambda parts: parts | {"xl/worksheets/sheet1.xml": DOCTYPE}, "xlsx-broken"),
        (lambda parts: parts | {"xl/worksheets/sheet1.xml": b"<worksheet><row"}, "xlsx-broken"),
        (lambda parts: parts | {"xl/workbook.xml": b""}, "xlsx-broken"),
        (lambda parts: parts | {"xl/vbaProject.bin": b"x"}, "xlsx-macros"),
        (lambda parts: {"word/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}, "xlsx-not-a-workbook"),
        (lambda parts: {name: data for name, data in parts.items() if "sheet1" not in name}, "xlsx-broken"),
        (lambda parts: parts | {"../../evil.xml": b"<x/>"}, None),
        (lambda parts: parts | {"xl/worksheets/sheet1.xml": b'<w><c t="s"><v>7</v></c></w>'}, "cell-not-a-number"),
        (lambda parts: parts | {"xl/worksheets/sheet1.xml": b'<w><c r="XFE1" t="n"><v>1</v></c></w>'}, "xlsx-broken"),
        (
            lambda parts: parts | {"xl/worksheets/sheet1.xml": b'<w><c r="XFD1048576"><v>1</v></c></w>'},
            "too-many-columns",
        ),
    ],
)
def test_B21_a_workbook_made_to_harm(xlsx, tmp_path, change, kind):
    xlsx({"fakta": [HEADER, ["number", 1]]})
    repacked(tmp_path / "facts.xlsx", change)
    _, found = load(tmp_path / "facts.xlsx", EVERY)
    assert kind is None or kind in [d.kind for d in found]
    assert kind or not found
    assert not (tmp_path.parent / "evil.xml").exists()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "xlsx-not-zip"),
        (b"PK\x03\x04 and then nothing", "xlsx-not-zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "xlsx-password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100, "xls-inside"),
    ],
)
def test_B20_what_is_no_workbook(tmp_path, data, kind):
    (tmp_path / "f.xlsx").write_bytes(data)
    assert [d.kind for d in load(tmp_path / "f.xlsx", EVERY)[1]] == [kind]


def test_reading_a_workbook_needs_no_extra_package(xlsx, monkeypatch):
    import sys

    built = xlsx({"fakta": [HEADER, ["number", 1]]})
    for name in ("openpyxl", "python_calamine"):
        monkeypatch.setitem(sys.modules, name, None)
    assert built[0].values["number"].possible == Exactly(Fraction(1))


def test_our_reader_sees_what_calamine_sees(tmp_path):
    import python_calamine

    rows = [["when", "amount", "note"]]
    rows += [[date(2020, 1, 1 + n), n * 1.1, f"række {n}"] for n in range(20)]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "log.xlsx")
    facts, _ = load(tmp_path / "log.xlsx", EVERY)
    seen = python_calamine.CalamineWorkbook.from_path(str(tmp_path / "log.xlsx")).get_sheet_by_index(0).to_python()[1:]
    for row, (day, amount, note) in zip(facts.records["log"].rows, seen, strict=True):
        assert row.cells["when"].possible == Exactly(day)
        assert row.cells["amount"].possible.value == round(Fraction(amount), 12)
        assert row.cells["note"].possible == Exactly(note)


def test_a_long_record_name_is_cut_by_excel(xlsx):
    name = "en meget lang liste over alle de møder der blev holdt"
    long = plan(fact("a", TEXT_TYPE), record("meetings", {"x": TEXT_TYPE}, name=name))
    facts, found = xlsx({name[:31]: [["x"], ["y"]]}, using=long)
    assert (len(facts.records["meetings"].rows), found) == (1, [])


# ---- a workbook as Excel itself stores it, part by part

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def relations(office, **targets):
    links = "".join(
        f'<Relationship Id="{i}" Type="{office}/{sort}" Target="{to}"/>' for i, (sort, to) in targets.items()
    )
    return f'<?xml version="1.0"?><Relationships xmlns="http://x/relationships">{links}</Relationships>'


def stored(path, sheet, office=OFFICE, target="worksheets/sheet1.xml"):
    """A workbook with shared texts, formats and one sheet, in the parts that Excel makes."""
    shared = (
        "<si><t>fakta</t></si><si><t>værdi</t></si><si><t>day</t></si><si><t>money</t></si><si><t>words</t></si>"
        "<si><r><t>medio </t></r><r><rPr><b/></rPr><t>oktober</t></r><rPh sb='0' eb='1'><t>かな</t></rPh></si>"
    )
    styles = (
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="d\\.\\ mmmm\\ yyyy;@"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(office, r1=("officeDocument", "/xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{office}"><workbookPr/><sheets>'
        '<sheet name="Ark1" sheetId="1" r:id="r1"/><sheet name="Diagram" sheetId="2" r:id="r4"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            office,
            r1=("worksheet", target),
            r2=("sharedStrings", "sharedStrings.xml"),
            r3=("styles", "styles.xml"),
            r4=("chartsheet", "chartsheets/sheet1.xml"),
        ),
        "xl/sharedStrings.xml": f"<sst {MAIN}>{shared}</sst>",
        "xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>",
        "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{sheet}</sheetData></worksheet>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


HEAD = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'


@pytest.mark.parametrize("office", [OFFICE, STRICT])
@pytest.mark.parametrize(
    "target", ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml"]
)
def test_shared_texts_formats_and_formulas_as_excel_stores_them(tmp_path, office, target):
    rows = (
        HEAD + '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>5</v></c></row>'
        '<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4"><f>SUM(C1:C9)</f><v>1.1000000000000001</v></c></row>'
        '<row r="5"><c r="A5" t="s"><v>4</v></c><c r="B5" t="str"><f>A1&amp;""</f><v></v></c></row>'
    )
    facts, found = load(stored(tmp_path / "f.xlsx", rows, office, target), EVERY)
    assert [d.message() for d in found] == []
    assert facts.values["day"].text == "medio oktober"
    assert facts.values["money"].possible == Exactly(Fraction("1.1"))
    assert facts.values["words"].text == ""


@pytest.mark.parametrize(("style", "day"), [(1, date(2020, 11, 18)), (2, date(2020, 11, 18)), (0, None)])
def test_formats_are_those_of_the_cell(tmp_path, style, day):
    rows = HEAD + f'<row><c t="s"><v>2</v></c><c s="{style}"><v>44153</v></c></row>'  # places may be left out
    facts, found = load(stored(tmp_path / "f.xlsx", rows), EVERY)
    assert [(d.kind, d.place.cell) for d in found] == ([] if day else [("number-for-date", "Ark1!B2")])
    assert day is None or facts.values["day"].possible == Exactly(day)


def test_a_phrase_with_a_clock_in_a_cell(tmp_path):
    rows = HEAD + '<row><c t="s"><v>2</v></c><c s="1"><v>44153.5625</v></c></row>'
    facts, _ = load(stored(tmp_path / "f.xlsx", rows), EVERY)
    assert (facts.values["day"].text, facts.values["day"].possible) == (
        "2020-11-18T13:30:00",
        Exactly(date(2020, 11, 18)),
    )
