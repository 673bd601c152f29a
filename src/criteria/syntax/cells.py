"""Rows of a table drawn with bars, as in Markdown.

In: rows ``| a | b |``. Out: the heading's cells and the rows' cells. Holds: every row has as many cells as the heading;
``\\|`` is a bar inside a cell; a rule of dashes under the heading is no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from criteria.source import Place
from criteria.syntax.outline import BLANKS, Block, Row
from criteria.syntax.reader import Reader
from criteria.syntax.tree import DataCell

Cells = tuple[DataCell, ...]
_RULE = re.compile(r":?-+:?")
_BAR = re.compile(r"(?<!\\)\|")


def data_rows(reader: Reader, blocks: Sequence[Block]) -> tuple[Cells, tuple[Cells, ...]]:
    """The heading and the rows."""
    rows: list[Cells] = []
    for block in blocks:
        reader.none_deeper(block.children)
        cells = row_cells(reader.source.name, block.row)
        if cells is None:
            place = Place(reader.source.name, block.row.number, block.row.end + 1, block.row.end + 2)
            reader.refuse("row-end", place, " |")
        elif rows and len(cells) != len(rows[0]):
            found, expected = str(len(cells)), str(len(rows[0]))
            reader.refuse("ragged-row", reader.place(block.row), found=found, expected=expected)
        elif not (len(rows) == 1 and is_rule(cells)):
            rows.append(cells)
        reader.tokens += len(cells or ())
    return (rows[0], tuple(rows[1:])) if rows else ((), ())


def is_rule(cells: Cells) -> bool:
    """The line of dashes between heading and rows."""
    return all(_RULE.fullmatch(cell.text) for cell in cells)


def row_cells(file: str, row: Row) -> Cells | None:
    """The cells, or none where the last bar is missing."""
    bars = [match.start() for match in _BAR.finditer(row.text, row.start, row.end)]
    if len(bars) < 2 or bars[-1] != row.end - 1:
        return None
    cells = []
    for start, end in pairwise(bars):
        raw = row.text[start + 1 : end]
        text = raw.strip(BLANKS)
        column = start + 2 + (len(raw) - len(raw.lstrip(BLANKS)) if text else 0)
        place = Place(file, row.number, column, column + max(1, len(text)))
        cells.append(DataCell(text.replace("\\|", "|"), place=place))
    return tuple(cells)
