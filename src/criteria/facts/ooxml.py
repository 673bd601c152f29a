"""What an .xlsx file holds, as it is stored.

In: the bytes of a workbook. Out: its sheets, and the cells of one sheet at a time: the stored text of each, its type
and number format, whether it is a formula; merged ranges, hidden rows and columns. Nothing is converted here and
nothing is written to disk. Caps are checked before anything is unpacked, document types (and with them entities) are
refused. We read the parts ourselves because the libraries turn every number into a float, map the days 59 and 60 to
one, and show a formula without a value as an empty cell.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import IO
from xml.parsers import expat

from criteria.frozen import field, frozen
from criteria.source import Place, Unreadable

MAX_FILE = 64 * 1024 * 1024
MAX_UNPACKED = 256 * 1024 * 1024
MAX_RATIO = 100
SMALL = 1024 * 1024  # below this much unpacked, no ratio does harm
MAX_CELLS = 2_000_000
MAX_COLUMN, MAX_ROW = 16_384, 1_048_576
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError, RuntimeError),
    *(OSError, EOFError, ValueError, KeyError, IndexError, OverflowError),
)
Event = tuple[str, str, Mapping[str, str]]


@frozen
class Sheet:
    """A sheet by name; ``part`` is where its cells are."""

    name: str
    hidden: bool
    part: str


@frozen
class RawCell:
    """A cell as stored: type (``n`` a number, ``s`` a shared text, ``e`` an error …), the index of its format, its text or none."""

    row: int
    column: int
    type: str
    style: int
    text: str | None
    formula: bool


@frozen
class RawSheet:
    """The cells in order, and what the sheet says about rows, columns and ranges."""

    cells: list[RawCell] = field(factory=list)
    merged: list[str] = field(factory=list)
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: list[tuple[int, int]] = field(factory=list)


class Workbook:
    """An open workbook. Raises ``Unreadable`` for what is no workbook that we read."""

    def __init__(self, name: str, data: bytes) -> None:
        self.place = Place(name)
        self.zip = self._open(data)
        self.parts = set(self.zip.namelist())
        self.epoch_1904 = False
        self.sheets: list[Sheet] = []
        self.shared: list[str] = []
        self.formats: list[int] = []
        self.codes: dict[int, str] = {}
        try:
            self._read_book()
        except _BROKEN:
            raise Unreadable("xlsx-broken", self.place) from None

    def read(self, sheet: Sheet) -> RawSheet:
        """All cells of a sheet that hold something."""
        try:
            return self._read_sheet(sheet)
        except _BROKEN:
            raise Unreadable("xlsx-broken", self.place) from None

    def _open(self, data: bytes) -> zipfile.ZipFile:
        if data.startswith(_OLE):
            locked = "EncryptedPackage".encode("utf-16-le") in data
            raise Unreadable("xlsx-password" if locked else "xls-inside", self.place)
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            entries = archive.infolist()
        except _BROKEN:
            raise Unreadable("xlsx-not-zip", self.place) from None
        unpacked = sum(entry.file_size for entry in entries)
        limit = min(MAX_UNPACKED, max(SMALL, MAX_RATIO * len(data)))
        if unpacked > limit:
            raise Unreadable("xlsx-too-large", self.place, found=str(unpacked), limit=str(limit))
        names = {entry.filename for entry in entries}
        if any(name.endswith("vbaProject.bin") for name in names):
            raise Unreadable("xlsx-macros", self.place)
        if "[Content_Types].xml" not in names or not any(n.startswith("xl/") and n.endswith(".xml") for n in names):
            raise Unreadable("xlsx-not-a-workbook", self.place)
        return archive

    # ---- the book: sheets, shared texts, formats

    def _read_book(self) -> None:
        book = self._target("", "officeDocument") or "xl/workbook.xml"
        links = self._links(book)
        for kind, name, values in self._events(book):
            if kind != "start":
                continue
            if name == "workbookPr":
                self.epoch_1904 = values.get("date1904", "0") in ("1", "true")
            elif name == "sheet":
                part, sort = links.get(values.get("id", ""), ("", ""))
                if sort == "worksheet":
                    self.sheets.append(Sheet(values.get("name", ""), values.get("state", "visible") != "visible", part))
        for part, sort in links.values():
            if sort == "sharedStrings" and part in self.parts:
                self.shared = list(self._texts(part))
            elif sort == "styles" and part in self.parts:
                self._read_styles(part)

    def _read_styles(self, part: str) -> None:
        inside = False
        for kind, name, values in self._events(part):
            if name == "cellXfs":
                inside = kind == "start"
            elif kind == "start" and name == "numFmt":
                self.codes[int(values["numFmtId"])] = values.get("formatCode", "")
            elif kind == "start" and name == "xf" and inside:
                self.formats.append(int(values.get("numFmtId", "0")))

    def _texts(self, part: str) -> Iterator[str]:
        """The shared texts; runs of one text are joined, readings of Japanese characters (rPh) left out."""
        pieces: list[str] = []
        taking = phonetic = False
        for kind, name, values in self._events(part):
            if kind == "text" and taking and not phonetic:
                pieces.append(values[""])
            elif name == "t":
                taking = kind == "start"
            elif name == "rPh":
                phonetic = kind == "start"
            elif name == "si" and kind == "end":
                yield "".join(pieces)
                pieces.clear()

    def _links(self, part: str) -> dict[str, tuple[str, str]]:
        """Identifier → (part, last word of its type)."""
        folder, file = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.parts:
            return {}
        found = {}
        for kind, name, values in self._events(rels):
            if kind == "start" and name == "Relationship" and values.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, values.get("Target", ""))).lstrip("/")
                found[values.get("Id", "")] = (target, values.get("Type", "").rpartition("/")[2])
        return found

    def _target(self, part: str, sort: str) -> str | None:
        return next((target for target, kind in self._links(part).values() if kind == sort), None)

    # ---- one sheet

    def _read_sheet(self, sheet: Sheet) -> RawSheet:
        raw, reader = RawSheet(), _CellReader()
        for kind, name, values in self._events(sheet.part):
            if kind == "text":
                reader.text(values[""])
            elif name in ("row", "c", "v", "f", "is", "t", "rPh"):
                if cell := reader.tag(kind == "start", name, values):
                    raw.cells.append(cell)
                if name == "row" and values.get("hidden") in ("1", "true"):
                    raw.hidden_rows.add(reader.row)
            elif kind == "start" and name == "mergeCell":
                raw.merged.append(values.get("ref", ""))
            elif kind == "start" and name == "col" and values.get("hidden") in ("1", "true"):
                raw.hidden_columns.append((int(values["min"]), int(values["max"])))
            if len(raw.cells) > MAX_CELLS:
                raise Unreadable("xlsx-too-many-cells", Place(self.place.file, cell=sheet.name), limit=str(MAX_CELLS))
        return raw

    def _events(self, part: str) -> Iterator[Event]:
        with self.zip.open(part) as stream:
            yield from xml_events(stream)


class _CellReader:
    """Puts a cell together from its tags."""

    def __init__(self) -> None:
        self.row = self.column = 0
        self.values: Mapping[str, str] = {}
        self.pieces: list[str] = []
        self.taking = self.formula = self.stored = self.phonetic = False

    def text(self, piece: str) -> None:
        if self.taking and not self.phonetic:
            self.pieces.append(piece)

    def tag(self, starts: bool, name: str, values: Mapping[str, str]) -> RawCell | None:
        """A cell when its last tag has come."""
        if name == "row" and starts:
            self.row, self.column = int(values.get("r", self.row + 1)), 0
        elif name == "c" and starts:
            self.row, self.column = position(values["r"]) if "r" in values else (self.row, self.column + 1)
            self.values, self.pieces, self.formula, self.stored = values, [], False, False
        elif name in ("v", "t"):
            self.taking, self.stored = starts, True
        elif name == "rPh":
            self.phonetic = starts
        elif name == "f":
            self.formula = True
        elif name == "c" and (self.stored or self.formula):
            text = "".join(self.pieces) if self.stored else None
            style = int(self.values.get("s", "0"))
            return RawCell(self.row, self.column, self.values.get("t", "n"), style, text, self.formula)
        return None


def xml_events(stream: IO[bytes]) -> Iterator[Event]:
    """("start", tag, attributes), ("end", tag, {}), ("text", "", {"": text}), names without their name spaces."""
    waiting: list[Event] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise ValueError("a document type")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, values: waiting.append(
        ("start", local(tag), {local(name): value for name, value in values.items()})
    )
    parser.EndElementHandler = lambda tag: waiting.append(("end", local(tag), {}))
    parser.CharacterDataHandler = lambda text: waiting.append(("text", "", {"": text}))
    while chunk := stream.read(1 << 16):
        parser.Parse(chunk, False)
        yield from waiting
        waiting.clear()
    parser.Parse(b"", True)
    yield from waiting


@lru_cache(maxsize=1024)
def local(name: str) -> str:
    """A name without its name space."""
    return name.rpartition(" ")[2]


def position(reference: str) -> tuple[int, int]:
    """Row and column of ``B7``, both from 1."""
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(reference)
        column = column * 26 + ord(letter) - 64
    row = int(reference[len(letters) :])
    if not (1 <= column <= MAX_COLUMN and 1 <= row <= MAX_ROW):
        raise ValueError(reference)
    return row, column


def reference(row: int, column: int) -> str:
    """``B7`` for row 7, column 2."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
