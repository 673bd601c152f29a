"""Words that multiply a number: ``3 mio. kr``, ``2.000 t.kr``, ``1.5 billion kr``.

In: the words after a number, and the plan's surface. Out: the factor, the words that are left, and what this surface would write where
the word is the other one's. Holds: a Danish *billion* is a million millions, so that the English word is never read in a Danish plan.
"""

from __future__ import annotations

from criteria.syntax.multiples import MULTIPLES, OF_KRONER, word_of


def scaled(words: tuple[str, ...], language: str) -> tuple[int, tuple[str, ...], str | None]:
    """The factor of the first word, the words after it, and the word to write instead of one of the other surface."""
    if not words:
        return 1, words, None
    first = words[0].casefold()
    surface = "da" if language == "da" else "en"
    factor = MULTIPLES[surface].get(first)
    if factor:
        return factor, ("kr", *words[1:]) if first in OF_KRONER else words[1:], None
    other = MULTIPLES["en" if surface == "da" else "da"].get(first)
    if other is None:
        return 1, words, None
    rest = ("kr", *words[1:]) if first in OF_KRONER else words[1:]
    return other, rest, word_of(other, surface)
