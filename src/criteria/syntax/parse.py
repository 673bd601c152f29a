"""A text to the tree of a plan, with every fault of it.

In: a ``Source``. Out: the tree, as far as it was understood, and the diagnostics in the order of their places.
Holds: nothing is raised, whatever the text; nothing is understood beyond the words (names, types and dates are the checker's).
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from typing import Any

from criteria.diagnostics import Diagnostic, Severity, has_errors
from criteria.source import Place, Source
from criteria.syntax.blocks import plan
from criteria.syntax.faults import code_point
from criteria.syntax.machine import TooMany
from criteria.syntax.outline import Outline, Row, outline
from criteria.syntax.reader import Reader, opener
from criteria.syntax.tree import PlanTree
from criteria.syntax.words import Surface, by_place, keyword_at

MAX_FAULTS = 50
# Invisible: soft hyphen, zero width, direction controls, variation and tag characters, control characters.
_HIDDEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"
)
_HARD_BLANKS = "\u00a0\u202f\u2009"
_LETTERS = re.compile(r"[^\W\d_]+")


def parse(source: Source) -> tuple[PlanTree, list[Diagnostic]]:
    """The tree and the faults."""
    tree, reader, _ = parse_lines(source)
    return tree, capped(reader.faults, source)


def parse_lines(source: Source) -> tuple[PlanTree, Reader, Outline]:
    """The same with what the formatter needs: the outline and the statements."""
    lines = outline(source)
    reader = Reader(source, surface_of(lines.rows))
    reader.faults += lines.faults
    _characters(reader, lines.rows)
    try:
        tree = plan(reader, lines.blocks)
    except TooMany:
        tree = PlanTree(source, reader.surface, place=Place(source.name, 1, 1))
    if not lines.blocks:
        reader.faults.append(Diagnostic("empty-plan", Place(source.name, 1), severity=Severity.WARNING))
    return tree, reader, lines


def parse_condition(source: Source, surface: Surface = "en") -> tuple[Any, list[Diagnostic]]:
    """One condition on its own, as in the text of a bullet; nothing where it is faulty."""
    reader = Reader(source, surface)
    rows = [row for row in outline(source).rows if row.kind in ("code", "bullet")]
    condition = None
    with suppress(TooMany):
        condition = reader.read(rows or [Row(1, "")], "condition")
    return condition, capped(reader.faults, source)


def capped(faults: list[Diagnostic], source: Source) -> list[Diagnostic]:
    """In the order of their places, one for each hidden character; beyond the first ones only their number."""
    hidden_at = [each.place for each in faults if each.kind == "hidden-character"]
    told = [each for each in faults if each.kind != "strange-character" or each.place not in hidden_at]
    ordered = sorted(told, key=lambda each: (each.place.line, each.place.column) if each.place else (0, 0))
    if len(ordered) <= MAX_FAULTS:
        return ordered
    rest = len(ordered) - MAX_FAULTS
    place = ordered[MAX_FAULTS].place or Place(source.name)
    hidden = Severity.ERROR if has_errors(ordered[MAX_FAULTS:]) else Severity.NOTICE
    return [*ordered[:MAX_FAULTS], Diagnostic("more-faults", place, {"found": str(rest)}, severity=hidden)]


def surface_of(rows: list[Row]) -> Surface:
    """The language that a header line names, asked first because messages speak it."""
    for row in rows[:200]:
        if opener(row) == "LANGUAGE_LINE":
            rest = row.code.split(None, 1)[1:]
            named = keyword_at(rest[0], 0, by_place()) if rest else None
            return "da" if named and named[1] == "DANISH_TYPE" else "en"
    return "en"


def _characters(reader: Reader, rows: list[Row]) -> None:
    """Characters that no reader sees, anywhere; names that mix alphabets, outside comments."""
    if reader.source.text.isascii() and not _HIDDEN.search(reader.source.text):
        return
    _hard_blanks(reader, rows)
    hidden = _HIDDEN.search(reader.source.text) is not None
    for row in rows:
        for match in _HIDDEN.finditer(row.text) if hidden else ():
            place = Place(reader.source.name, row.number, match.start() + 1, match.end() + 1)
            reader.refuse("hidden-character", place, found=code_point(match[0]))
        for match in _LETTERS.finditer(row.text, 0, row.end) if max(row.text, default="") > "\u024f" else ():
            scripts = sorted({_script(char) for char in match[0]}) if max(match[0]) > "\u024f" else []
            if len(scripts) > 1:
                place = Place(reader.source.name, row.number, match.start() + 1, match.end() + 1)
                values = {"found": f"`{match[0]}`", "scripts": ", ".join(scripts)}
                reader.faults.append(Diagnostic("mixed-script", place, values, severity=Severity.WARNING))


def _hard_blanks(reader: Reader, rows: list[Row]) -> None:
    """One notice a file that blanks which Excel and Word write are read as any blank."""
    if not any(char in reader.source.text for char in _HARD_BLANKS):
        return
    found = [(row, at) for row in rows for at, char in enumerate(row.text[: row.end]) if char in _HARD_BLANKS]
    if found:
        row, at = found[0]
        place = Place(reader.source.name, row.number, at + 1, at + 2)
        values = {"count": str(len(found))}
        reader.faults.append(Diagnostic("hard-blanks", place, values, severity=Severity.NOTICE))


def _script(char: str) -> str:
    """The alphabet of a letter: the first word of its name."""
    return unicodedata.name(char, "unknown").split()[0].capitalize()
