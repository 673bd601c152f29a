"""Examples inside the file: what is given, as of when, and what is expected.

In: the block of an example. Out: its node. Holds: a given value stays the text after its colon; facts files and examples
are read by the same code later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.cells import data_rows
from criteria.syntax.lines import Heading
from criteria.syntax.outline import Block
from criteria.syntax.reader import Reader

Given = list[tree.GivenValue | tree.GivenRecord]
_TO_COLON = re.compile(r"(?:[^:']|'[^']*'|')*?:")


def example(reader: Reader, block: Block) -> tree.ExampleBlock | None:
    """``example "title"`` and the lines below it."""
    heading = reader.read([block.row], "top_line")
    given: Given = []
    expectations: list[tree.Expectation | tree.TotalExpectation] = []
    as_of = None
    reader.even(block.children)
    for child in block.children:
        line = reader.read([child.row], "example_line")
        if not isinstance(line, Heading):
            continue
        if line.kind == "given":
            given += _given(reader, child.children, ())
        elif line.kind == "expect":
            expectations += _expect(reader, child.children)
        else:
            as_of = line.value
            reader.none_deeper(child.children)
    if heading is None:
        return None
    return tree.ExampleBlock(heading.value, tuple(given), as_of, tuple(expectations), place=heading.place)


def _expect(reader: Reader, blocks: Sequence[Block]) -> list[tree.Expectation | tree.TotalExpectation]:
    reader.even(blocks)
    lines = []
    for block in blocks:
        reader.none_deeper(block.children)
        lines.append(reader.read([block.row], "expect_line"))
    return [line for line in lines if line]


def _given(reader: Reader, blocks: Sequence[Block], above: tuple[tree.Word, ...]) -> Given:
    """Values, records with rows, and headings whose words stand before those of the deeper lines."""
    reader.even(blocks)
    found: Given = []
    for block in blocks:
        row = block.row
        if row.kind != "code":
            reader.refuse("stray-cells", reader.place(row), expected="a fact", expected_da="en oplysning")
            continue
        colon = _TO_COLON.match(row.code)
        words = reader.read([row], "given_line", colon.end() if colon else None)
        value = row.code[colon.end() :].strip() if colon else ""
        if words is not None:
            found += _given_line(reader, block, above + words, value, bool(colon))
    return found


def _given_line(reader: Reader, block: Block, path: tuple[tree.Word, ...], value: str, colon: bool) -> Given:
    row = block.row
    place = reader.place(row)
    cells = [child for child in block.children if child.row.kind == "cells"]
    deeper = [child for child in block.children if child.row.kind != "cells"]
    if cells and not value:
        header, rows = data_rows(reader, cells)
        reader.none_deeper(deeper)
        return [tree.GivenRecord(path, header, rows, place=place)]
    if deeper and not value:
        return _given(reader, block.children, path)
    reader.none_deeper(block.children)
    if not colon:
        reader.refuse("missing-colon", Place(place.file, place.line, place.end, place.end + 1), ":")
        return []
    start = row.end - len(value) + 1
    value_place = Place(place.file, row.number, start, max(row.end, start) + 1)
    return [tree.GivenValue(path, value, value_place, place=place)]
