"""The canonical layout of a plan, and its keywords in the other surface.

In: a ``Source``. Out: its text again. Holds: formatting twice changes nothing; the tree stays the same but for places (and
the spelling of numbers, where the surface changes); comments stay in their order and place; a faulty line stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from criteria.source import Source
from criteria.syntax.cells import is_rule, row_cells
from criteria.syntax.labels import INDENT, aligned
from criteria.syntax.outline import BLANKS, Outline, Row
from criteria.syntax.parse import parse_lines
from criteria.syntax.reader import Reader, opener
from criteria.syntax.spelling import Translation, amount, blank_between, is_amount, texts
from criteria.syntax.statements import Statement
from criteria.syntax.words import Surface, spelling


def format_source(source: Source, to: Surface | None = None) -> str:
    """The canonical text; ``to`` names the surface its keywords and numbers are to have."""
    tree, reader, outline = parse_lines(source)
    wanted = Translation(tree.language, to)
    codes = _codes(reader, wanted)
    codes |= aligned(outline, reader.statements, codes)
    lines = list(_lines(source.name, outline, codes, wanted))
    if to:
        lines = _with_language(lines, reader, outline, to)
    return _joined(line for _, line in lines)


def _lines(file: str, outline: Outline, codes: dict[int, str], wanted: Translation) -> Iterator[tuple[int, str]]:
    """Each row's number and its new text."""
    depths = _comment_depths(outline)
    grid = False  # whether the cells below are those of a schedule
    for kind, group in groupby(outline.rows, key=lambda row: row.kind == "cells"):
        rows = list(group)
        if kind:
            indent = INDENT * outline.depths[rows[0].number]
            drawn = _table(file, rows, wanted, grid=grid)
            yield from ((row.number, indent + text) for row, text in zip(rows, drawn, strict=True))
            continue
        for row in rows:
            grid = grid if row.kind in ("comment", "blank") else opener(row) == "SCHEDULE_LINE"
            # A row whose words all belong to a keyword that began in the row above is gone.
            if codes.get(row.number) != "" or row.comment:
                yield row.number, _line(row, depths.get(row.number, 0), codes)


def _line(row: Row, depth: int, codes: dict[int, str]) -> str:
    if row.kind == "blank":
        return ""
    code = codes.get(row.number, row.code)
    if row.kind == "bullet":
        code = f"- {code}"
    parts = [part for part in (code if row.kind != "comment" else "", row.comment.rstrip(BLANKS)) if part]
    return INDENT * depth + "  ".join(parts)


def _comment_depths(outline: Outline) -> dict[int, int]:
    """A comment stands as deep as the next line of code."""
    depths = dict(outline.depths)
    last = 0
    for row in reversed(outline.rows):
        if row.kind == "comment":
            depths[row.number] = last
        elif row.kind != "blank":
            last = depths[row.number]
    return depths


def _codes(reader: Reader, wanted: Translation) -> dict[int, str]:
    """The new code of each row of each statement that was understood."""
    codes: dict[int, str] = {}
    for start, line in reader.statements.values():
        codes |= _rows(line, wanted)
        if start == "given_line":
            end = line.tokens[-1].end
            value = amount(line.text[end:].strip(), wanted)
            codes[line.numbers[0]] = f"{codes[line.numbers[0]]} {value}".rstrip()
    return codes


def _rows(line: Statement, wanted: Translation) -> dict[int, str]:
    """The tokens of a statement, on the rows they stood on."""
    rows = dict.fromkeys(line.numbers, "")
    for index, text in enumerate(texts(line, wanted)):
        number = line.at(line.tokens[index]).line
        before = rows[number]
        blank = bool(before) and blank_between(line, index, before, text)
        rows[number] = f"{before}{' ' if blank else ''}{text}"
    return rows


def _table(file: str, rows: Sequence[Row], wanted: Translation, *, grid: bool) -> list[str]:
    """Bars under each other; columns of amounts to the right. A day in a schedule is no amount."""
    cells = {row.number: row_cells(file, row) for row in rows}
    widths = [len(each) for each in cells.values() if each]
    if len(set(widths)) != 1 or None in cells.values():
        return [row.code for row in rows]
    drawn = [[cell.text.replace("|", "\\|") for cell in each] for each in cells.values() if each]
    rules = [index for index, each in enumerate(cells.values()) if index == 1 and each and is_rule(each)]
    columns = [_column(list(column), rules, wanted, grid=grid) for column in zip(*drawn, strict=True)]
    return [f"| {' | '.join(column[index] for column in columns)} |" for index in range(len(rows))]


def _column(cells: list[str], rules: list[int], wanted: Translation, *, grid: bool) -> list[str]:
    """One column at one width."""
    body = [cell for index, cell in enumerate(cells) if index and index not in rules]
    right = not grid and any(body) and all(is_amount(cell) for cell in body if cell)
    if right:
        cells = [cells[0], *(amount(cell, wanted) for cell in cells[1:])]
    width = max(len(cell) for index, cell in enumerate(cells) if index not in rules)
    width = max(width, 1)
    filled = [cell.rjust(width) if right else cell.ljust(width) for cell in cells]
    return ["-" * width if index in rules else cell for index, cell in enumerate(filled)]


def _with_language(
    lines: list[tuple[int, str]], reader: Reader, outline: Outline, to: Surface
) -> list[tuple[int, str]]:
    """The header line that names the surface; English needs none."""
    words = {"da": f"{spelling('LANGUAGE_LINE', 'da')} {spelling('DANISH_TYPE', 'da')}", "en": ""}[to]
    said = {n: line for n, (_, line) in reader.statements.items() if line.tokens[0].type == "LANGUAGE_LINE"}
    rows = {row.number: row for row in outline.rows}
    if said:
        new = []
        for number, line in lines:
            if number not in said:
                new.append((number, line))
            elif words or rows[number].comment:
                comment = rows[number].comment
                indent = INDENT * outline.depths[number]
                new.append((number, f"{indent}{'  '.join(part for part in (words, comment) if part)}"))
        return new
    if not words:
        return lines
    plan = next((n for n, (_, line) in reader.statements.items() if line.tokens[0].type == "PLAN_LINE"), None)
    if plan is None:
        return [(0, words), *lines]
    index = next(index for index, (number, _) in enumerate(lines) if number == plan)
    return [*lines[: index + 1], (0, INDENT + words), *lines[index + 1 :]]


def _joined(lines: Iterator[str]) -> str:
    """At most one blank line in a row, none at the ends, one line end at the last."""
    text: list[str] = []
    for line in lines:
        if line or (text and text[-1]):
            text.append(line.rstrip(BLANKS))
    while text and not text[-1]:
        text.pop()
    return "\n".join(text) + "\n" if text else ""
