"""\"Did you mean\": the known name nearest to a word, or none when nothing is near."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_FOLDS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "-": " ", "_": " "})


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name within a third of the word's length in edits (transpositions count one); ties go to the first in order."""
    folded = fold(word)
    limit = max(1, len(folded) // 3)
    best: tuple[int, str] | None = None
    for name in known:
        other = fold(name)
        if abs(len(other) - len(folded)) > limit:
            continue
        distance = edits(folded, other)
        if distance <= limit and (best is None or distance < best[0]):
            best = (distance, name)
    return best[1] if best else None


def fold(word: str) -> str:
    """Case and Danish letters folded, so that ``Opsaetning`` is near ``opsætning``."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().translate(_FOLDS).split())


def edits(a: str, b: str) -> int:
    """Optimal string alignment distance: insertions, deletions, substitutions, transpositions of neighbours."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
