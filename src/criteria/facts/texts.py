"""The text of a file of facts.

In: bytes. Out: a ``Source`` (NFC, ``\\n`` line ends, no byte order mark) and the name of the encoding. Unlike a plan,
a file of facts may have long lines (JSON on one line), and a table may come from an older Excel in Windows-1252; that
is said, never silent.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from criteria.source import MAX_BYTES, Place, Source, Unreadable, read_bytes

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_BREAK = re.compile("\r\n?")


def read_text(path: Path, cp1252: bool = False) -> tuple[Source, str]:
    """A file as text. Raises ``Unreadable``."""
    return decode(str(path), read_bytes(path, MAX_BYTES), cp1252)


def decode(name: str, data: bytes, cp1252: bool = False) -> tuple[Source, str]:
    """UTF-8, or Windows-1252 where the caller allows it and the bytes are no UTF-8."""
    place, encoding = Place(name), "UTF-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unreadable("not-utf8", place, found="UTF-16", offset="0")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not cp1252 or b"\0" in data:
            raise Unreadable(
                "not-utf8", place, found=f"byte 0x{data[error.start]:02x}", offset=str(error.start)
            ) from None
        text, encoding = _windows(data, place), "Windows-1252"
    text = _BREAK.sub("\n", text)
    if bad := _NO_TEXT.search(text):
        start = text.rfind("\n", 0, bad.start()) + 1
        at = Place(name, text.count("\n", 0, bad.start()) + 1, bad.start() - start + 1)
        raise Unreadable("bad-character", at, found=f"U+{ord(bad[0]):04X}")
    return Source(name, unicodedata.normalize("NFC", text)), encoding


def _windows(data: bytes, place: Place) -> str:
    """Windows-1252 leaves five bytes undefined; a file with one of them is something else."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable("not-utf8", place, found=f"byte 0x{data[error.start]:02x}", offset=str(error.start)) from None
