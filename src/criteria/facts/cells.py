"""A stored cell of a workbook becomes a written text.

In: a ``RawCell``, the workbook's formats, shared texts and epoch. Out: a ``Written``; a date as an ISO text, a
percentage with its sign, a number with the fifteen digits that a spreadsheet keeps; or ``Refused``: an error value or
a formula without a value is a fault, never a missing value (trust.md B19, B20).
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation
from functools import cache

from criteria.facts.ooxml import RawCell, Workbook
from criteria.facts.refusal import Refused, shown
from criteria.facts.tables import original
from criteria.facts.written import Written
from criteria.source import Place

DIGITS = 15
LAST_SERIAL = 2_958_465  # 31 December 9999
SKIPPED = 60  # 29 February 1900, a day that Excel believes in
_DATE_IDS = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_TIME_IDS = frozenset({18, 19, 20, 21, 45, 46, 47})
_PERCENT_IDS = frozenset({9, 10})
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ZEROS = re.compile(r"0{2,}")
_FIFTEEN = Context(prec=DIGITS)


def read_cell(cell: RawCell, book: Workbook, place: Place) -> Written:
    """The text of a cell. Raises ``Refused``."""
    if cell.type == "e":
        raise Refused("cell-error", found=shown(cell.text or "?"))
    if cell.text is None or (cell.formula and not cell.text and cell.type != "str"):
        raise Refused("formula-without-value")
    if cell.type == "s":
        return Written(original(book.shared[int(cell.text)].strip()), place)
    if cell.type == "b":
        return Written("true" if cell.text.strip() == "1" else "false", place)
    if cell.type in ("str", "inlineStr", "d"):
        return Written(original(cell.text.strip()), place)
    if not cell.text.strip():
        return Written("", place)
    return _number(cell, book, place)


def _number(cell: RawCell, book: Workbook, place: Place) -> Written:
    stored = _decimal(cell.text or "")
    code = book.formats[cell.style] if cell.style < len(book.formats) else 0
    kind = kind_of_format(code, book.codes.get(code, ""))
    if kind == "date":
        return Written(day_of_serial(stored, book.epoch_1904), place)
    if kind == "time":
        raise Refused("time-in-cell", found=plain(stored))
    if kind == "percent":
        return Written(f"{plain(stored * 100)} %", place, exact=True)
    zeros = kind.startswith("0") and stored == stored.to_integral_value()
    return Written(plain(stored).zfill(len(kind)) if zeros else plain(stored), place, exact=True)


def _decimal(text: str) -> Decimal:
    """The number with fifteen digits: 1.1 is stored as 1.1000000000000001, and shown, and meant, as 1.1."""
    try:
        stored = Decimal(text.strip())
    except InvalidOperation:
        raise Refused("cell-not-a-number", found=shown(text)) from None
    if not stored.is_finite() or abs(stored.adjusted()) > 40:
        raise Refused("cell-not-a-number", found=shown(text))
    if stored.adjusted() >= DIGITS:
        raise Refused("cell-cut-digits", found=shown(text), limit=str(DIGITS))
    return _FIFTEEN.plus(stored)


def plain(number: Decimal) -> str:
    """All digits, no exponent, no zeros at the end."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


@cache
def kind_of_format(number: int, code: str) -> str:
    """What a number format shows: ``date``, ``time``, ``percent``, ``number``, or the zeros that it pads with (``0000``)."""
    if number in _DATE_IDS:
        return "date"
    if number in _TIME_IDS:
        return "time"
    first = _ASIDE.sub("", code.split(";", 1)[0]).casefold()
    if number in _PERCENT_IDS or "%" in first:
        return "percent"
    if not first or first == "general" or "@" in first:
        return "number"
    if "y" in first or "d" in first or ("m" in first and not re.search("[hs]", first)):
        return "date"
    if re.search("[hs]", first):
        return "time"
    return first if _ZEROS.fullmatch(first) else "number"


def day_of_serial(serial: Decimal, epoch_1904: bool) -> str:
    """The day, with the time of day if it is not midnight, that a serial number stands for."""
    seconds = int((serial * 86_400).to_integral_value())
    days, clock = divmod(seconds, 86_400)
    last = LAST_SERIAL - 1462 if epoch_1904 else LAST_SERIAL
    if not 1 <= days <= last or (days == SKIPPED and not epoch_1904):
        raise Refused("no-such-serial", found=plain(serial))
    start = date(1904, 1, 1) if epoch_1904 else date(1899, 12, 31) if days < SKIPPED else date(1899, 12, 30)
    day = (start + timedelta(days=days)).isoformat()
    return f"{day}T{clock // 3600:02d}:{clock // 60 % 60:02d}:{clock % 60:02d}" if clock else day
