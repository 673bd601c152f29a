"""A document as text for a terminal or a plain file.

In: a ``Document``, the width, whether to use colour. Out: text, ending with a line end; tables with their columns under each other,
cells wrapped. No line is wider than ``width`` unless a single word is.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from criteria.report.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table, Tone
from criteria.report.escaping import for_terminal

GAP = "  "
_COLOURS: dict[Tone, str] = {"": "", "yes": "32", "maybe": "33", "no": "31", "open": "36"}


def as_text(document: Document, width: int = 100, colour: bool = False) -> str:
    """The whole report."""
    width = max(40, width)
    lines = [_painted(for_terminal(document.title), "1", colour)] if document.title else []
    lines += _wrapped(" · ".join(filter(None, document.under)), width)
    for block in document.blocks:
        lines += ["", *_block(block, width, colour)]
    lines += ["", *_wrapped(document.foot, width)] if document.foot else []
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _block(block: Block, width: int, colour: bool) -> Iterator[str]:
    match block:
        case Heading(text, depth):
            lines = _wrapped(text, width)
            yield from (_painted(line, "1", colour) for line in lines)
            if depth == 1:
                yield "─" * max(map(len, lines), default=0)
        case Paragraph(text, tone, quoted):
            shown = f"“{text}”" if quoted else text
            yield from (
                _painted(line, _COLOURS[tone], colour) for line in _wrapped(shown, width, GAP if quoted else "")
            )
        case Bullets(items):
            for item in items:
                first, *rest = _wrapped(item, width - 4) or [""]
                yield from (f"  - {first}", *(f"    {line}" for line in rest))
        case Table():
            yield from table_lines(block, width, colour)


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Each line of the text in as many lines as it needs."""
    return [
        line
        for each in text.split("\n")
        for line in textwrap.wrap(
            for_terminal(each),
            width,
            break_long_words=False,
            break_on_hyphens=False,
            initial_indent=indent,
            subsequent_indent=indent,
        )
    ]


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if colour and code and text else text


def table_lines(table: Table, width: int, colour: bool) -> Iterator[str]:
    head = tuple(Cell(text) for text in table.head)
    widths = _widths([head, *table.rows], width - len(GAP) * len(head))
    yield from _row(head, table, widths, colour)
    yield GAP + GAP.join("─" * room for room in widths)
    spaced = any(len(_wrapped(c.text, room)) > 1 for row in table.rows for c, room in zip(row, widths, strict=True))
    for number, row in enumerate(table.rows):
        if number and spaced:
            yield ""
        yield from _row(row, table, widths, colour)


def _row(row: tuple[Cell, ...], table: Table, widths: list[int], colour: bool) -> Iterator[str]:
    cells = [_wrapped(cell.text, room) for cell, room in zip(row, widths, strict=True)]
    for number in range(max(1, *map(len, cells))):
        parts = []
        for column, (lines, room) in enumerate(zip(cells, widths, strict=True)):
            text = lines[number] if number < len(lines) else ""
            blank = " " * max(0, room - len(text))
            painted = _painted(text, _COLOURS[row[column].tone], colour)
            parts.append(blank + painted if column in table.right else painted + blank)
        yield (GAP + GAP.join(parts)).rstrip()


def _widths(rows: list[tuple[Cell, ...]], room: int) -> list[int]:
    """As wide as the cells are; where that is too much, the widest columns give way, as far as their longest words let them."""
    columns = [[line for cell in column for line in _own_lines(cell)] for column in zip(*rows, strict=True)]
    widths = [max(1, *map(len, lines)) for lines in columns]
    least = [max([1, *(len(word) for line in lines for word in line.split())]) for lines in columns]
    while sum(widths) > room:
        spare = [n for n, width in enumerate(widths) if width > least[n]]
        if not spare:
            break
        widths[max(spare, key=lambda n: widths[n])] -= 1
    return widths


def _own_lines(cell: Cell) -> list[str]:
    """The lines of a cell before any wrapping."""
    return [for_terminal(line) for line in cell.text.split("\n")]
