"""Numbers of identity that carry a check digit: EAN (GS1, 13 digits) and CVR (8 digits).

In: a text. Out: its digits, or what is wrong with it. Holds: exact and small; whether the number was ever given to somebody is not
known here.
"""

from __future__ import annotations

from collections.abc import Sequence

from criteria.frozen import frozen

LENGTHS = {"ean": 13, "cvr": 8}
_CVR = (2, 7, 6, 5, 4, 3, 2, 1)
_BLANKS = str.maketrans("", "", " -\u00a0\u202f")


@frozen
class Odd:
    """What is wrong: the kind of the message, and its values."""

    kind: str
    values: dict[str, str]


def digits_of(form: str, text: str) -> str | Odd:
    """The digits without blanks, or what is wrong with them."""
    bare = text.translate(_BLANKS)
    length = LENGTHS[form]
    name = form.upper()
    if not (bare.isascii() and bare.isdigit()):
        return Odd("identity-digits", {"name": name, "length": str(length)})
    if len(bare) != length:
        return Odd("identity-length", {"name": name, "length": str(length), "count": str(len(bare))})
    numbers = [int(char) for char in bare]
    if form == "ean":
        wanted = -sum(n * (3 if at % 2 else 1) for at, n in enumerate(numbers[:-1])) % 10
        odd = wanted != numbers[-1]
        values = {"name": name, "digit": bare[-1], "wanted": str(wanted)}
        return Odd("identity-check-digit", values) if odd else bare
    return _cvr(numbers) or bare


def _cvr(numbers: Sequence[int]) -> Odd | None:
    """The weighted sum of all digits is a multiple of 11."""
    rest = sum(n * weight for n, weight in zip(numbers, _CVR, strict=True)) % 11
    if rest == 0:
        return None
    wanted = (numbers[-1] - rest) % 11
    said = str(wanted) if wanted < 10 else "-"
    return Odd("identity-check-digit", {"name": "CVR", "digit": str(numbers[-1]), "wanted": said})
