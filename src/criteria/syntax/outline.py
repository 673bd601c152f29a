"""Lines to blocks, by indentation alone: no keyword is known here.

In: a ``Source``. Out: its rows (one for each line, with the comment cut off but kept) and the blocks they form.
Holds: a block's deeper rows are its children, in order; a bullet level with the row above it is that row's child.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from criteria.diagnostics import Diagnostic
from criteria.frozen import define, field
from criteria.source import Place, Source

MAX_DEPTH = 100
BLANKS = " \t\u00a0\u202f\u2009"
# A comment begins at a "#" that stands in no text and in no quoted name.
_BEFORE_COMMENT = re.compile(
    r"""(?:[^"“”„»«'#] | "[^"]*" | [“„”][^“”]*[“”] | »[^«»]*« | «[^«»]*» | (?<!\w)'[^']*' | ["“”„»«'])*""", re.VERBOSE
)
# `source "…"` heads no list: bullets level with it belong where it belongs.
_QUOTATION = re.compile(r"\w+[ \t\u00a0\u202f]+[\"“”„»«]")
_BULLET = re.compile(r"[-–•](?=[ \t\u00a0\u202f]|$)[ \t\u00a0\u202f]*")


@define
class Row:
    """One line: ``start`` and ``end`` bound its code (after the bullet, before the comment), ``indent`` counts from 0."""

    number: int
    text: str
    indent: int = 0
    start: int = 0
    end: int = 0
    comment: str = ""
    kind: str = "code"  # or "bullet", "cells", "comment", "blank"

    @property
    def code(self) -> str:
        return self.text[self.start : self.end]


@define
class Block:
    """A row and the rows that stand deeper."""

    row: Row
    depth: int = 0
    children: list[Block] = field(factory=list)

    def rows(self) -> Iterator[Row]:
        """This row and all below it."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield block.row
            waiting.extend(reversed(block.children))


@define
class Outline:
    rows: list[Row]
    blocks: list[Block]  # the outermost
    depths: dict[int, int]  # line → how deep it stands
    faults: list[Diagnostic]


def outline(source: Source) -> Outline:
    """The rows and blocks of a text."""
    rows = [_row(number, text) for number, text in enumerate(source.lines, 1)]
    faults: list[Diagnostic] = []
    root = Block(Row(0, ""), depth=-1)
    open_blocks = [root]
    depths: dict[int, int] = {}
    for row in rows:
        if row.kind in ("comment", "blank"):
            continue
        if "\t" in row.text[: row.indent]:
            place = Place(source.name, row.number, row.text.index("\t") + 1, row.indent + 1)
            faults.append(Diagnostic("tab-indent", place))
        while not _stands_in(row, open_blocks[-1]):
            open_blocks.pop()
        block = Block(row, open_blocks[-1].depth + 1)
        depths[row.number] = block.depth
        if block.depth <= MAX_DEPTH:
            open_blocks[-1].children.append(block)
            open_blocks.append(block)
        elif not any(fault.kind == "too-deep" for fault in faults[-1:]):
            place = Place(source.name, row.number, row.indent + 1, row.end + 1)
            faults.append(Diagnostic("too-deep", place, {"limit": str(MAX_DEPTH)}))
    return Outline(rows, root.children, depths, faults)


def _stands_in(row: Row, block: Block) -> bool:
    """Whether a row belongs to a block: it stands deeper, or it is a bullet level with its heading."""
    above = block.row
    if above.number == 0:
        return True
    if row.kind == "cells" and above.kind == "cells":
        return False
    heads = above.kind == "code" and not _QUOTATION.match(above.text, above.start)
    # A block that has other lines than bullets and quotations already takes no bullets level with its heading.
    last = block.children[-1].row if block.children else row
    listed = last.kind == "bullet" or bool(_QUOTATION.match(last.text, last.start))
    level = row.indent == above.indent and row.kind == "bullet" and heads and listed
    return row.indent > above.indent or level


def _row(number: int, text: str) -> Row:
    indent = len(text) - len(text.lstrip(BLANKS))
    if indent == len(text):
        return Row(number, text, indent, kind="blank")
    first = text[indent]
    if first == "|":
        return Row(number, text, indent, indent, len(text.rstrip(BLANKS)), kind="cells")
    if first == "#":
        return Row(number, text, indent, comment=text[indent:].rstrip(), kind="comment")
    cut = len(text)
    if "#" in text:
        cut = _BEFORE_COMMENT.match(text).end()  # type: ignore[union-attr]
    end = len(text[:cut].rstrip(BLANKS))
    bullet = _BULLET.match(text, indent, end)
    start = bullet.end() if bullet else indent
    return Row(number, text, indent, start, end, text[cut:].rstrip(), "bullet" if bullet else "code")
