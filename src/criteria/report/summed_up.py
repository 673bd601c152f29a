"""Sections and totals in the documents for the year and the half-year.

In: the outlines of totals, the heading of a section. Out: blocks and rows of a ``Document``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from criteria.report.document import Block, Bullets, Cell, Paragraph
from criteria.report.totals import TotalOutline


def section_row(heading: str, columns: int) -> tuple[Cell, ...]:
    """A row of the table of goals that says which section begins."""
    return (Cell(""), Cell(heading), *(Cell("") for _ in range(columns - 2)))


def total_blocks(totals: Iterable[TotalOutline]) -> Iterator[Block]:
    """Each total with how it came about."""
    for each in totals:
        text = f"{each.heading}: {each.value}" if each.value else each.heading
        yield Paragraph(text, "" if each.decided else "open")
        yield Bullets(each.details)
