"""The words that multiply a number, in both surfaces; the first of each factor is the one the formatter writes.

Holds: ``billion`` is English only, for in Danish it is another number.
"""

from __future__ import annotations

_WORDS = {
    "en": {10**3: ("thousand",), 10**6: ("million", "millions"), 10**9: ("billion", "billions")},
    "da": {
        10**3: ("tusind", "t.kr", "t.kr.", "tkr", "tkr."),
        10**6: ("mio.", "mio", "million", "millioner"),
        10**9: ("mia.", "mia", "milliard", "milliarder"),
    },
}
MULTIPLES = {
    surface: {word: factor for factor, words in factors.items() for word in words}
    for surface, factors in _WORDS.items()
}
OF_KRONER = frozenset(("t.kr", "t.kr.", "tkr", "tkr."))


def word_of(factor: int, surface: str) -> str:
    """How a surface writes the factor."""
    return _WORDS[surface][factor][0]


def translated(word: str, written: str, to: str) -> str:
    """The word after a number in the other surface."""
    factor = MULTIPLES[written].get(word.casefold())
    if factor is None or (to == "da" and word.casefold() in MULTIPLES[to]):
        return word
    return word_of(factor, to) + (" kr" if word.casefold() in OF_KRONER else "")
