"""Text with places.

In: a path or a text. Out: a ``Source`` whose text is NFC, without a byte order mark, with ``\\n`` line ends; and places
(line, column, end) counted in code points from 1, as an editor shows them. Refusals are diagnostics, never exceptions of the reader.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from pathlib import Path

from criteria.frozen import field, frozen

MAX_BYTES = 4 * 1024 * 1024
MAX_LINE = 10_000
_BAD = re.compile("[\0\ud800-\udfff]")


@frozen
class Place:
    """Where something stands: a file and line, or a sheet and cell. Lines and columns count from 1; ``end`` is exclusive."""

    file: str
    line: int = 0
    column: int = 0
    end: int = 0
    cell: str = ""  # "Ark1!B7" in a workbook; line and column are then 0

    def __str__(self) -> str:
        """``file:line:column`` as far as known, or ``file:Sheet!B7``."""
        if self.cell:
            return f"{self.file}:{self.cell}"
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.file, *numbers])

    @property
    def short(self) -> str:
        """``file:line`` (or the cell), the form of a fact's source in reports."""
        return f"{self.file}:{self.cell}" if self.cell else f"{self.file}:{self.line}" if self.line else self.file


@frozen
class Source:
    """A text to read: its name for messages, its lines, and the bytes it came from, where a digest of them may be asked for."""

    name: str
    text: str
    data: bytes | None = field(default=None, eq=False, repr=False)
    path: Path | None = field(default=None, eq=False)

    @property
    def sha256(self) -> str:
        """The digest of its bytes, worked out when a report asks for it."""
        import hashlib

        return hashlib.sha256(self.text.encode("utf-8") if self.data is None else self.data).hexdigest()

    @property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    def line(self, number: int) -> str:
        """Line ``number`` from 1, or the empty string."""
        lines = self.lines
        return lines[number - 1] if 0 < number <= len(lines) else ""


class Unreadable(Exception):
    """A file that is no text we read. ``kind`` and ``values`` make a diagnostic; callers turn it into one."""

    def __init__(self, kind: str, place: Place, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.place, self.values = kind, place, values


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file within ``limit``; the size is asked before anything is read (trust.md B03)."""
    place = Place(str(path))
    try:
        state = os.stat(path)
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable("not-a-file", place, found="a folder" if stat.S_ISDIR(state.st_mode) else "a device")
        if state.st_size > limit:
            raise Unreadable("file-too-large", place, found=str(state.st_size), limit=str(limit))
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("no-such-file", place) from None
    except (OSError, ValueError) as error:
        raise Unreadable("cannot-read", place, reason=getattr(error, "strerror", None) or "not a path") from None


def from_bytes(name: str, data: bytes, path: Path | None = None) -> Source:
    """Decode UTF-8 (a byte order mark is dropped); anything else is refused with the place of the first bad byte."""
    place = Place(name)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable("not-utf8", place, found="UTF-16", offset="0")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("not-utf8", place, found=f"byte 0x{data[error.start]:02x}", offset=str(error.start)) from None
    return from_text(name, text, data, path)


def from_text(name: str, text: str, data: bytes | None = None, path: Path | None = None) -> Source:
    """NFC, ``\\n`` line ends; a NUL or lone surrogate and an over-long line are refused."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise Unreadable("line-too-long", Place(name, number, 1), found=str(len(line)), limit=str(MAX_LINE))
        if bad := _BAD.search(line):
            raise Unreadable("bad-character", Place(name, number, bad.start() + 1), found=f"U+{ord(bad[0]):04X}")
    text = unicodedata.normalize("NFC", text)
    return Source(name, text, data, path)


def read(path: str | Path) -> Source:
    """A file as a ``Source``; raises ``Unreadable``."""
    path = Path(path)
    return from_bytes(str(path), read_bytes(path), path)


MAX_ORIGINAL = 64 * 1024 * 1024  # of a PDF, whose text is not read


@frozen
class Original:
    """A file that a plan was taken from: the digest of its bytes, and its text where it is a text."""

    sha256: str
    text: str | None


def original(path: Path) -> Original | None:
    """The file, or None where it is not there or cannot be read."""
    try:
        data = read_bytes(path, MAX_ORIGINAL)
    except Unreadable:
        return None
    try:
        text = from_bytes(path.name, data).text if len(data) <= MAX_BYTES else None
    except Unreadable:
        text = None
    import hashlib

    return Original(hashlib.sha256(data).hexdigest(), text)
