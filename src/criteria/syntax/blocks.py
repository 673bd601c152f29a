"""The blocks of a plan: headings with their deeper lines, to ``tree.PlanTree``.

In: an outline and a ``Reader``. Out: the plan's nodes. Holds: a faulty line leaves out itself and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from criteria.frozen import define, field
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.amendments import amendment
from criteria.syntax.cells import data_rows
from criteria.syntax.examples import example
from criteria.syntax.goals import definition, goal, names_rows, row_name
from criteria.syntax.lines import Heading, Name
from criteria.syntax.outline import Block
from criteria.syntax.reader import Reader, continued, opener
from criteria.syntax.sections import SummingUp, section
from criteria.syntax.words import spelling


@define
class Gathered:
    """What the outermost blocks have given so far."""

    header: dict[str, Any] = field(factory=dict)
    lines: dict[str, int] = field(factory=dict)  # header line → where it stands
    readings: list[tree.ReadingLine] = field(factory=list)
    facts: list[tree.FactLine | tree.FactGroup] = field(factory=list)
    records: list[tree.RecordBlock] = field(factory=list)
    definitions: list[tree.Definition] = field(factory=list)
    goals: list[tree.GoalBlock] = field(factory=list)
    examples: list[tree.ExampleBlock] = field(factory=list)
    sections: list[tree.SectionBlock] = field(factory=list)
    summing_up: SummingUp = field(factory=SummingUp)
    amendments: list[tree.AmendmentBlock] = field(factory=list)
    accepted: list[tree.AcceptLine] = field(factory=list)


def plan(reader: Reader, blocks: Sequence[Block]) -> tree.PlanTree:
    """All blocks of a file."""
    found = Gathered()
    reader.even(blocks)
    for block in blocks:
        _OUTERMOST.get(opener(block.row) or "", _unknown)(reader, block, found)
    header = found.header
    taken, checksum = (*header.get("source", ()), None, None)[:2]
    return tree.PlanTree(
        reader.source,
        header.get("language", "en"),
        header.get("plan"),
        header.get("period") or header.get("year"),
        header.get("record_closes"),
        taken,
        header.get("scale"),
        tuple(found.readings),
        tuple(found.facts),
        tuple(found.records),
        tuple(found.definitions),
        tuple(found.goals),
        tuple(found.examples),
        tuple(found.sections),
        tuple(found.summing_up.totals),
        tuple(found.summing_up.counts),
        tuple(reader.unread),
        tuple(found.amendments),
        header.get("closing"),
        tuple(found.accepted),
        checksum,
        place=Place(reader.source.name, 1, 1),
    )


def _unknown(reader: Reader, block: Block, found: Gathered) -> None:
    """A line that opens nothing: the grammar says what could."""
    if block.row.kind == "cells":
        return reader.refuse("stray-cells", reader.place(block.row), expected="a heading", expected_da="en overskrift")
    if names_rows(block):
        return _row_name(reader, block, found)
    if block.row.kind != "bullet":
        reader.read([block.row], "top_line")
        reader.unread += [row.code for row in block.rows()]
    return None


def _plan(reader: Reader, block: Block, found: Gathered) -> None:
    _set(reader, found, reader.read([block.row], "top_line"), block)
    reader.even(block.children)
    for child in block.children:
        rows, deeper = continued(reader, child)
        reader.none_deeper(deeper)
        line = reader.read(rows, "header_line")
        if isinstance(line, tree.AcceptLine):
            found.accepted.append(line)
        elif not found.summing_up.take(line):
            _set(reader, found, line, child)


def _set(reader: Reader, found: Gathered, heading: Heading | tree.ScaleLine | None, block: Block) -> None:
    """A header line says its thing once; a year is a period too."""
    if isinstance(heading, tree.ScaleLine):
        heading = Heading("scale", heading, heading.place)
    if heading is None:
        return
    said = "period" if heading.kind == "year" else heading.kind
    if said in found.lines:
        place = reader.place(block.row)
        reader.refuse("twice", place, found=f"`{_keyword(reader, block)}`", line=str(found.lines[said]))
        return
    found.lines[said] = block.row.number
    found.header[heading.kind] = heading.value


def _keyword(reader: Reader, block: Block) -> str:
    concept = opener(block.row)
    return spelling(concept, reader.surface) if concept else block.row.code


def _language(reader: Reader, block: Block, found: Gathered) -> None:
    reader.none_deeper(block.children)
    _set(reader, found, reader.read([block.row], "top_line"), block)


def _facts(reader: Reader, block: Block, found: Gathered) -> None:
    reader.read([block.row], "top_line")
    found.facts += fact_lines(reader, block.children, found)


def fact_lines(reader: Reader, blocks: Sequence[Block], found: Gathered) -> list[tree.FactLine | tree.FactGroup]:
    """Fact lines, groups of them, and the records among them."""
    facts: list[tree.FactLine | tree.FactGroup] = []
    reader.even(blocks)
    for block in blocks:
        row = block.row
        if opener(row, bulleted=True) in ("LOG_LINE", "TABLE_LINE"):  # a stray bullet is told by itself
            _record(reader, block, found, "fact_line")
        elif ":" in row.code or not block.children:
            facts += _fact_line(reader, block, "fact_line")
        else:
            heading = reader.read([row], "fact_line")
            lines = fact_lines(reader, block.children, found)
            if isinstance(heading, Heading):
                name: Name = heading.value
                facts.append(tree.FactGroup(name.words, name.key, tuple(lines), place=heading.place))
    return facts


def _fact_line(reader: Reader, block: Block, start: str) -> list[Any]:
    """One fact with its type, or one computed column."""
    if block.row.kind == "cells":
        reader.refuse("stray-cells", reader.place(block.row), expected="a fact", expected_da="en oplysning")
        return []
    rows, deeper = continued(reader, block)
    reader.none_deeper(deeper)
    line = reader.read(rows, start)
    if isinstance(line, Heading):
        examples = {"expected": "a type such as `date`", "expected_da": "en type som `dato`"}
        reader.unread.append(block.row.code)
        reader.refuse("missing-type", line.place, found=f"`{' '.join(w.text for w in line.value.words)}`", **examples)
        return []
    return [line] if line else []


def _record(reader: Reader, block: Block, found: Gathered, start: str = "top_line") -> None:
    """``log``, ``table`` or ``schedule``: columns with types, rows that the plan fixes, computed columns."""
    heading = reader.read([block.row], start)
    cells = [child for child in block.children if child.row.kind == "cells"]
    others = [child for child in block.children if child.row.kind != "cells"]
    reader.even(others)
    lines = [line for child in others for line in _fact_line(reader, child, "record_line")]
    header, rows = data_rows(reader, cells)
    if isinstance(heading, Heading):
        name, *each = heading.value
        row = next((part for part in each if isinstance(part, Name)), None)
        grid = next((part for part in each if isinstance(part, tree.Grid)), None)
        columns = tuple(line for line in lines if isinstance(line, tree.FactLine))
        computed = tuple(line for line in lines if isinstance(line, tree.ComputedColumn))
        record = tree.RecordBlock(
            "log" if heading.kind == "log" else "table", name.words, name.key, columns, header, rows, computed,
            row.words if row else (), row.key if row else None, grid, place=heading.place,
        )  # fmt: skip
        found.records.append(record)


def _readings(reader: Reader, block: Block, found: Gathered) -> None:
    reader.read([block.row], "top_line")
    reader.even(block.children)
    for child in block.children:
        reader.none_deeper(child.children)
        line = reader.read([child.row], "setting_line")
        found.readings += [line] if line else []


def _definition(reader: Reader, block: Block, found: Gathered) -> None:
    one = definition(reader, block, "top_line")
    found.definitions += [one] if one else []


def _row_name(reader: Reader, block: Block, found: Gathered) -> None:
    one = row_name(reader, block, "top_line")
    found.definitions += [one] if one else []


def _goal(reader: Reader, block: Block, found: Gathered) -> None:
    one = goal(reader, block)
    if isinstance(one, tree.RemovedGoal):
        reader.refuse("removal-outside", one.place, found=f"`{one.id}`")
    else:
        found.goals += [one] if one else []


def _amendment(reader: Reader, block: Block, found: Gathered) -> None:
    """What an amendment declares serves the whole plan."""

    def declare(child: Block) -> bool:
        reads = _DECLARING.get(opener(child.row) or "")
        if reads:
            reads(reader, child, found)
        return bool(reads)

    one = amendment(reader, block, declare)
    found.amendments += [one] if one else []


def _section(reader: Reader, block: Block, found: Gathered) -> None:
    one = section(reader, block, len(found.goals))
    found.sections += [one] if one else []


def _summing_up(reader: Reader, block: Block, found: Gathered) -> None:
    rows, deeper = continued(reader, block)
    reader.none_deeper(deeper)
    found.summing_up.take(reader.read(rows, "top_line"))


def _example(reader: Reader, block: Block, found: Gathered) -> None:
    one = example(reader, block)
    found.examples += [one] if one else []


_DECLARING: dict[str, Callable[[Reader, Block, Gathered], None]] = {
    "FACTS_LINE": _facts,
    "LOG_LINE": _record,
    "TABLE_LINE": _record,
    "SCHEDULE_LINE": _record,
    "DEFINE_LINE": _definition,
    "A_LINE": _row_name,
}
_OUTERMOST: dict[str, Callable[[Reader, Block, Gathered], None]] = {
    **_DECLARING,
    "PLAN_LINE": _plan,
    "LANGUAGE_LINE": _language,
    "READINGS_LINE": _readings,
    "GOAL_LINE": _goal,
    "SECTION_LINE": _section,
    "TOTAL_LINE": _summing_up,
    "COUNT_GOALS_LINE": _summing_up,
    "AMENDMENT_LINE": _amendment,
    "EXAMPLE_LINE": _example,
}
