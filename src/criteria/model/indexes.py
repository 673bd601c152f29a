"""Which value of a series words ask for: ``2020``, ``Grundskole``, ``Grundskole 2020``.

In: a series and words after its name. Out: the year or group said for each of its indexes. Holds: what is not said is left to the place
where the words stand; words that say neither are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from criteria.model.plan import fold
from criteria.model.series import Index, Series

_FIRST_YEAR, _LAST_YEAR = 1000, 2999


def year_of(word: str) -> int | None:
    """A year of four digits."""
    year = int(word) if word.isascii() and word.isdigit() and len(word) == 4 else 0
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None


def told(series: Series, words: Sequence[str]) -> dict[str, str] | None:
    """What the words say, by the index's key; None when they are no year or group of the series."""
    said: dict[str, str] = {}
    rest = list(words[1:] if len(words) > 1 and fold(words[0]) == "for" else words)  # "sats for HF"
    years = next((index for index in series.indexes if index.groups is None), None)
    for place in (-1, 0):
        if years and years.key not in said and rest and year_of(rest[place]):
            said[years.key] = rest.pop(place)
    if not rest:
        return said
    index, group = group_of(series, " ".join(rest))
    if index is None:
        return None
    return {**said, index.key: group}


def group_of(series: Series, text: str) -> tuple[Index | None, str]:
    """The index that has this group, and the group as the plan writes it."""
    for index in series.indexes:
        for group in index.groups or ():
            if fold(group) == fold(text):
                return index, group
    return None, text
