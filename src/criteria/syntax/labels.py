"""The labels of facts, under each other.

In: the rows of an outline, the statements on them, and their new code. Out: the code of the facts that have a label.
Holds: facts between two blank lines, or of one log or table, are one block; a label stands two blanks after the longest
declaration of its block, and a very long one moves no label but its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.syntax.outline import Outline
from criteria.syntax.statements import Statement

INDENT = "  "
_BETWEEN = "  "
_LONG = 60
_BEFORE_LABEL = frozenset(("TEXT", "NUMBER", "SIGN", "NAME", "QUOTED", "RPAR"))
_RECORDS = frozenset(("LOG_LINE", "TABLE_LINE"))

Statements = Mapping[int, tuple[str, Statement]]


def aligned(outline: Outline, statements: Statements, codes: Mapping[int, str]) -> dict[int, str]:
    """The new code of each fact with a label, by its line."""
    found: dict[int, str] = {}
    for block in _blocks(outline, statements):
        parts = {number: _parted(codes[number]) for number in block}
        widths = {n: len(INDENT) * outline.depths[n] + len(before) for n, (before, _) in parts.items()}
        column = max((width for width in widths.values() if width <= _LONG), default=0)
        for number, (before, label) in parts.items():
            found[number] = f"{before}{' ' * max(0, column - widths[number])}{_BETWEEN}{label}"
    return found


def _blocks(outline: Outline, statements: Statements) -> Iterator[list[int]]:
    """The lines with labels, block by block."""
    block: list[int] = []
    for row in outline.rows:
        start, line = statements.get(row.number, ("", None))
        if row.kind == "blank" or (line and (not start.endswith(("fact_line", "record_line")) or _is_record(line))):
            yield block
            block = []
        elif line and _has_label(line):
            block.append(row.number)
    yield block


def _is_record(line: Statement) -> bool:
    return line.tokens[0].type in _RECORDS


def _has_label(line: Statement) -> bool:
    """Whether the last text of a line is a label: not a choice, nor a text that is compared with."""
    if len(line.numbers) > 1 or len(line.tokens) < 4 or line.tokens[0].type == "COLUMN_LINE":
        return False
    before, last = line.tokens[-2:]
    return last.type == "TEXT" and (before.type in _BEFORE_LABEL or before.type.endswith("_TYPE"))


def _parted(code: str) -> tuple[str, str]:
    """A declaration and its label."""
    opening = "»" if code.endswith("«") else "«" if code.endswith("»") else '"“”„' if code[-1] in "“”" else '"'
    start = max(code.rfind(each, 0, len(code) - 1) for each in opening)
    return code[:start].rstrip(), code[start:]
