"""Names that look alike: letters of other scripts that pass for Latin ones.

In: names. Out: the *skeleton* of a name, equal for names that a reader cannot tell apart, and the sign in which two differ.
Holds: only signs that look like ASCII letters or digits are mapped; æ, ø, å and accents keep names apart.
"""

from __future__ import annotations

import unicodedata

_CYRILLIC = {
    "а": "a", "в": "b", "с": "c", "е": "e", "ԍ": "g", "һ": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m", "п": "n",
    "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t", "ц": "u", "ѵ": "v", "ԝ": "w", "х": "x", "у": "y", "н": "h",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "m", "ν": "v", "ο": "o", "ρ": "p", "τ": "t", "υ": "u",
    "χ": "x", "ζ": "z",
}  # fmt: skip
_DIGITS = {"0": "o", "1": "l"}
_LOOKS = str.maketrans(_CYRILLIC | _GREEK | _DIGITS)


def skeleton(name: str) -> str:
    """What a reader sees of a name."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().translate(_LOOKS).split())


def code_points(name: str, other: str) -> str:
    """The first sign in which two look-alikes differ, with its code point in each."""
    different = ((a, b) for a, b in zip(name, other, strict=False) if a != b)
    return next((f"{a} (U+{ord(a):04X}), {b} (U+{ord(b):04X})" for a, b in different), "")
