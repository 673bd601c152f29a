"""Statements of one file, read one by one: what one line says, and every fault of it.

In: blocks of the outline and start rules. Out: built nodes, and the gathered diagnostics.
Holds: reading goes on after a fault; the statements stay known by their line, for the formatter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from criteria.diagnostics import Diagnostic
from criteria.frozen import define, field
from criteria.source import Place, Source
from criteria.syntax import bullets
from criteria.syntax.aggregates import AGGREGATES
from criteria.syntax.amendment_lines import AMENDMENTS
from criteria.syntax.conditions import CONDITIONS
from criteria.syntax.faults import diagnose
from criteria.syntax.lines import LINES
from criteria.syntax.list_heads import LIST_HEADS
from criteria.syntax.machine import Builder, TooMany, Unexpected, run
from criteria.syntax.outline import Block, Row
from criteria.syntax.row_names import ROW_NAMES, is_reading
from criteria.syntax.score_lines import SCORES
from criteria.syntax.slips import slip
from criteria.syntax.statements import Fault, Statement, statement
from criteria.syntax.time_values import TIMES
from criteria.syntax.values import VALUES
from criteria.syntax.words import Surface, by_place, keyword_at, spelling
from criteria.syntax.years import YEARS

MAX_TOKENS = 200_000
MANY_FAULTS = 1_000
FEW_FAULTS = 50  # those that are shown, for which it is worth looking what was meant
# What a faulty line would have declared is not missed elsewhere.
_DECLARING = frozenset(("fact_line", "record_line"))
_DECLARATIONS = frozenset(("DEFINE_LINE", "A_LINE", "LOG_LINE", "TABLE_LINE", "SCHEDULE_LINE", "COLUMN_LINE"))
_OWN = frozenset(("SOURCE_LINE", "READING_LINE"))


@cache
def builders() -> dict[str, Builder]:
    return {
        **VALUES, **TIMES, **AGGREGATES, **CONDITIONS, **YEARS, **LINES, **LIST_HEADS, **SCORES, **ROW_NAMES, **AMENDMENTS
    }  # fmt: skip


@define
class Reader:
    source: Source
    surface: Surface
    faults: list[Diagnostic] = field(factory=list)
    statements: dict[int, tuple[str, Statement]] = field(factory=dict)  # by line, with the start rule
    unread: list[str] = field(factory=list)  # lines of declarations that are not in the tree
    tokens: int = 0

    def refuse(self, kind: str, place: Place, suggestion: str | None = None, **values: str) -> None:
        self.faults.append(Diagnostic(kind, place, values, suggestion))

    def read(self, rows: Sequence[Row], start: str, until: int | None = None) -> Any:
        """What the rows say, or nothing after a fault. ``until`` cuts the text, as before the value of a given fact."""
        line = statement(self.source.name, rows)
        if found := bullets.numbered(rows, self.source.name):
            self.faults.append(found)
            return None
        try:
            built = run(line, start, builders(), until, MAX_TOKENS - self.tokens)
        except (Fault, Unexpected) as error:
            self.faults.append(bullets.slip(error, rows, line, self.surface) or self._told(error, line, start))
            if start in _DECLARING or opener(rows[0]) in _DECLARATIONS:
                self.unread.append(line.text)
            return None
        except TooMany as error:
            self.refuse("too-many-tokens", error.place, limit=str(MAX_TOKENS))
            raise
        finally:
            self.tokens += len(line.tokens)
        self.statements[rows[0].number] = (start, line)
        return built

    def _told(self, error: Fault | Unexpected, line: Statement, start: str) -> Diagnostic:
        """The diagnostic of a statement; beyond those that are shown only their number counts."""
        if len(self.faults) > MANY_FAULTS:
            return Diagnostic("unread", error.place)
        if isinstance(error, Unexpected) and len(self.faults) < FEW_FAULTS:
            found = slip(error, line, self.surface, lambda other: run(other, start, builders()))
            if found:
                return found
        return diagnose(error, line, self.surface)

    def place(self, row: Row) -> Place:
        """The code of a row."""
        return Place(self.source.name, row.number, row.start + 1, row.end + 1)

    def none_deeper(self, children: Iterable[Block]) -> None:
        """Refuses lines below one that takes none."""
        for child in children:
            self.refuse("stray-deeper", self.place(child.row))
            return

    def stray_bullet(self, block: Block) -> None:
        words = [spelling(concept, self.surface) for concept in ("FULFILLED_LINE", "ANY_OF", "ALL_OF")]
        place = Place(self.source.name, block.row.number, block.row.indent + 1, block.row.indent + 2)
        self.refuse("stray-bullet", place, expected=", ".join(f"`{each}`" for each in words))

    def even(self, children: Sequence[Block], bullets: bool = False) -> None:
        """Lines side by side stand at one indentation, and are bullets only where a list is open."""
        for child in children:
            if child.row.kind == "bullet" and not bullets:
                self.stray_bullet(child)
        lines = [child.row for child in children if child.row.kind != "cells"]
        first: dict[str, int] = {}
        for row in lines:
            indent = first.setdefault(row.kind, row.indent)
            if row.indent != indent:
                place = Place(self.source.name, row.number, 1, row.indent + 1)
                self.refuse("uneven-indent", place, found=str(row.indent), expected=str(indent))


def opener(row: Row, *, bulleted: bool = False) -> str | None:
    """The keyword by place that a row begins with, whether or not its block knows it; ``bulleted``: also behind a bullet."""
    looked_at = row.kind == "code" or (bulleted and row.kind == "bullet")
    found = keyword_at(row.text, row.start, by_place()) if looked_at else None
    return found[1] if found else None


def opens_own(row: Row) -> bool:
    """Whether a deeper row is no continuation: ``source "…"``, ``reading "…"``."""
    found = keyword_at(row.text, row.start, _OWN)
    return is_reading(row) or (bool(found) and row.text[row.start + len(found[0]) :].lstrip()[:1] in tuple('"“”„»«'))  # type: ignore[index]


def continued(reader: Reader, block: Block) -> tuple[list[Row], list[Block]]:
    """The rows of a statement with its continuations, and the deeper blocks that are no continuation."""
    rows = [block.row]
    deeper: list[Block] = []
    for child in block.children:
        if child.row.kind != "code" or opens_own(child.row) or (deeper and opener(child.row) in _OWN):
            deeper.append(child)
        elif deeper:
            reader.refuse("stray-line", reader.place(child.row))
        else:
            more, own = continued(reader, child)
            rows += more
            deeper += own
    return rows, deeper
