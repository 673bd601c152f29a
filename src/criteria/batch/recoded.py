"""A text file as DuckDB reads it: UTF-8 in NFC, lines that all end alike; whatever else it is, is copied into that.

In: the path of a table in text. Out: the path to read, and what the file was written in; or ``Unreadable``, in the words of files of
facts. Holds: what it comes to is what ``facts.texts`` makes of the same bytes; a file that is UTF-8 already is read through once and not
copied; no more than a few megabytes are held at a time, however long the file.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from criteria.frozen import define
from criteria.source import Place, Unreadable

PIECE = 1 << 22  # bytes at a time
MOST_LINE = 1 << 25  # the engine has no longer lines
UTF_8, UTF_16, WINDOWS = "UTF-8", "UTF-16", "Windows-1252"
_CODECS = {UTF_8: "utf-8-sig", UTF_16: "utf-16", WINDOWS: "cp1252"}


@define
class Seen:
    """What the bytes of a file say."""

    utf_8: int = -1  # the first byte that is no UTF-8, or none
    nul: bool = False
    plain: bool = True  # no text has to be put in NFC
    breaks: tuple[int, ...] = (0, 0, 0)  # line ends: CR LF, LF, CR

    @property
    def uniform(self) -> bool:
        """Whether all lines end in one way that is usual."""
        both, feeds, returns = self.breaks
        return not returns and not (both and feeds)


def recoded(path: Path, label: str, copy: Path) -> tuple[Path, str]:
    """The file, or a copy of it; and its encoding. Raises ``Unreadable`` and ``OSError``."""
    with path.open("rb") as file:
        start = file.read(2)
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return _copied(path, label, copy, UTF_16), UTF_16
    seen = _seen(path)
    if seen.utf_8 < 0 and not seen.nul and seen.plain and seen.uniform:
        return path, UTF_8
    if seen.utf_8 >= 0:
        bad = seen.utf_8 if seen.nul else _undefined(path)
        if bad >= 0:
            raise _no_text(path, label, bad)
    encoding = WINDOWS if seen.utf_8 >= 0 else UTF_8
    return _copied(path, label, copy, encoding), encoding


def _seen(path: Path) -> Seen:
    """One pass over the bytes."""
    seen, offset, last = Seen(), 0, b""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            _look(seen, piece, offset, decoder)
            feeds, returns = piece.count(b"\n"), piece.count(b"\r")
            both = (piece.count(b"\r\n") if returns else 0) + (last + piece[:1] == b"\r\n")  # also over the edge
            seen.breaks = tuple(map(int.__add__, seen.breaks, (both, feeds - both, returns - both)))
            last, offset = piece[-1:], offset + len(piece)
    if seen.utf_8 < 0:
        _decoded(seen, decoder, b"", offset, final=True)
    return seen


def _look(seen: Seen, piece: bytes, offset: int, decoder: codecs.IncrementalDecoder) -> None:
    """Notes what is no UTF-8, or no text."""
    seen.nul = seen.nul or b"\0" in piece
    if seen.utf_8 < 0 and (decoder.getstate()[0] or not piece.isascii()):
        _decoded(seen, decoder, piece, offset)


def _decoded(seen: Seen, decoder: codecs.IncrementalDecoder, piece: bytes, offset: int, final: bool = False) -> None:
    waiting = len(decoder.getstate()[0])
    try:
        text = decoder.decode(piece, final)
        seen.plain = seen.plain and _normal(text)
    except UnicodeDecodeError as error:
        seen.utf_8 = offset - waiting + error.start


def _normal(text: str) -> bool:
    """Whether it is in NFC; letters of Latin-1 always are, which is told faster."""
    try:
        text.encode("latin-1")
        return True
    except UnicodeEncodeError:
        return unicodedata.is_normalized("NFC", text)


def _undefined(path: Path) -> int:
    """The first byte that Windows-1252 does not define, or -1."""
    offset = 0
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            try:
                piece.decode("cp1252")
            except UnicodeDecodeError as error:
                return offset + error.start
            offset += len(piece)
    return -1


def _no_text(path: Path, label: str, offset: int) -> Unreadable:
    with path.open("rb") as file:
        file.seek(offset)
        found = file.read(1)
    return Unreadable("not-utf8", Place(label), found=f"byte 0x{found[0]:02x}", offset=str(offset))


def _copied(path: Path, label: str, copy: Path, encoding: str) -> Path:
    """The text in UTF-8, its lines ended by LF."""
    line = 1
    with copy.open("w", encoding="utf-8", newline="") as file:
        for text in _pieces(path, label, encoding):
            if (bad := text.find("\0")) >= 0:
                place = Place(label, line + text.count("\n", 0, bad), bad - text.rfind("\n", 0, bad))
                raise Unreadable("bad-character", place, found="U+0000")
            line += text.count("\n")
            file.write(unicodedata.normalize("NFC", text))
    return copy


def _pieces(path: Path, label: str, encoding: str) -> Iterator[str]:
    """The text in whole lines, so that a letter and its accent stay together, and places count from the start of a line."""
    kept = ""
    try:
        with path.open("r", encoding=_CODECS[encoding], newline=None) as file:
            while text := file.read(PIECE):
                kept += text
                cut = len(kept) if len(kept) > MOST_LINE else kept.rfind("\n") + 1
                if cut:
                    yield kept[:cut]
                    kept = kept[cut:]
        yield kept
    except UnicodeDecodeError:
        raise Unreadable("not-utf8", Place(label), found=encoding, offset="0") from None
