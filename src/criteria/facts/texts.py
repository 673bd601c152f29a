"""The text of a file of facts.

In: bytes. Out: a ``Source`` (NFC, ``\\n`` line ends, no byte order mark) and the name of the encoding. Unlike a plan,
a file of facts may have long lines (JSON on one line), and a table may come from Excel in Windows-1252 or UTF-16; that
is said, never silent.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from criteria.source import MAX_BYTES, Place, Source, Unreadable, read_bytes

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_BREAK = re.compile("\r\n?")


def read_text(path: Path, table: bool = False) -> tuple[Source, str]:
    """A file as text. Raises ``Unreadable``."""
    return decode(str(path), read_bytes(path, MAX_BYTES), table)


def decode(name: str, data: bytes, table: bool = False) -> tuple[Source, str]:
    """UTF-8; a table also in UTF-16 where its first bytes say so, or in Windows-1252 where it is no UTF-8."""
    place = Place(name)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text, encoding = _utf_16(data, place, table), "UTF-16"
    else:
        text, encoding = _utf_8(data, place, table)
    text = _BREAK.sub("\n", text)
    if bad := _NO_TEXT.search(text):
        start = text.rfind("\n", 0, bad.start()) + 1
        at = Place(name, text.count("\n", 0, bad.start()) + 1, bad.start() - start + 1)
        raise Unreadable("bad-character", at, found=f"U+{ord(bad[0]):04X}")
    return Source(name, unicodedata.normalize("NFC", text)), encoding


def _utf_16(data: bytes, place: Place, table: bool) -> str:
    try:
        if table:
            return data.decode("utf-16")
    except UnicodeDecodeError:
        pass
    raise Unreadable("not-utf8", place, found="UTF-16", offset="0")


def _utf_8(data: bytes, place: Place, table: bool) -> tuple[str, str]:
    """Windows-1252 leaves five bytes undefined; a file with one of them is something else."""
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        bad = error
    try:
        if table and b"\0" not in data:
            return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError as error:
        bad = error
    raise Unreadable("not-utf8", place, found=f"byte 0x{data[bad.start]:02x}", offset=str(bad.start))
