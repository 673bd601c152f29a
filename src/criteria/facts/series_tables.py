"""Tables of series: a column for each index and one for each series, or the years side by side.

In: the header and rows of a table whose name is no record's. Out: the same names and values as in a document. ``area | rate``,
``year | rate | base``, ``area | 2019 | 2020`` in a table called like the series, ``fact | 2019 | 2020`` in any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from criteria.facts.written import Node, Written
from criteria.frozen import frozen
from criteria.model.indexes import year_of
from criteria.model.plan import Plan, fold
from criteria.model.series import YEAR_WORDS, Series

NAMES = frozenset({"fact", "facts", "faktum", "fakta", "name", "navn"})
VALUES = frozenset({"value", "værdi"})


@frozen
class Held:
    """A column of values: the words of their name, and the columns that say for which group and year."""

    place: int
    series: str  # empty where a column of names says it
    after: tuple[str, ...]  # the year or group that the column itself is
    indexes: tuple[int, ...]


@frozen
class Layout:
    """The columns with values, and the one that names the series, if any."""

    named: int | None
    values: tuple[Held, ...]


def layout(name: str, header: Sequence[Written], plan: Plan) -> Layout | None:
    """How a table holds values of series; None when it does not."""
    by_name = {fold(each): one for one in plan.series for each in (one.path, one.name)}
    texts = [fold(cell.text) for cell in header]
    own = by_name.get(fold(name))
    values = [_held(n, by_name[text], (), texts) for n, text in enumerate(texts) if text in by_name]
    found = tuple(held for held in values if held.indexes)
    if found:
        return Layout(None, found)
    if own:
        plain = [_held(n, own, (), texts) for n, text in enumerate(texts) if text in VALUES]
        wide = [_held(n, own, (header[n].text,), texts) for n, text in enumerate(texts) if _wide(text, own)]
        found = tuple(held for held in (*plain, *wide) if held.indexes or held.after)
        return Layout(None, found) if found else None
    named = next((n for n, text in enumerate(texts) if text in NAMES), None)
    years = tuple(Held(n, "", (text,), ()) for n, text in enumerate(texts) if year_of(text))
    return Layout(named, years) if years and named is not None and plan.series else None


def _held(place: int, series: Series, after: tuple[str, ...], header: Sequence[str]) -> Held:
    """The column with those of the series' indexes."""
    names = {fold(name) for index in series.indexes for name in (index.name, index.key)}
    names |= YEAR_WORDS if names & YEAR_WORDS else set()
    indexes = tuple(n for n, text in enumerate(header) if text in names and n != place)
    return Held(place, series.path, after, indexes)


def _wide(text: str, series: Series) -> bool:
    """Whether a column is one year, or one group, of the series."""
    return year_of(text) is not None or text in {fold(g) for index in series.indexes for g in index.groups or ()}


def entries(found: Layout, cells: Sequence[Written]) -> Iterator[tuple[Written, Node]]:
    """The names and values of one row."""
    named = [cells[found.named]] if found.named is not None and found.named < len(cells) else []
    for held in found.values:
        if held.place < len(cells) and cells[held.place].text:
            said = [cells[n] for n in held.indexes if n < len(cells) and cells[n].text]
            start = [held.series] if held.series else [cell.text for cell in named]
            text = " ".join((*start, *(cell.text for cell in said), *held.after))
            yield Written(text, (*said, *named, cells[held.place])[0].place), cells[held.place]
