"""Goals, their levels and bullets, and definitions.

In: the block of a goal or definition. Out: its node. Holds: bullets form the list that their heading names, at any depth.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from criteria.frozen import evolve
from criteria.syntax import tree
from criteria.syntax.lines import Heading, LevelLine
from criteria.syntax.list_heads import Headed, ListHead
from criteria.syntax.outline import Block, Row
from criteria.syntax.reader import Reader, continued, opener, opens_own
from criteria.syntax.row_names import OfCondition, collapsed, is_reading, is_subset, one_condition
from criteria.syntax.words import spelling, spellings


def goal(reader: Reader, block: Block) -> tree.GoalBlock | tree.RemovedGoal | None:
    """``goal 1 "Title"`` and the lines below it; or that an amendment removes it."""
    heading = reader.read([block.row], "top_line")
    if isinstance(heading, tree.RemovedGoal):
        reader.none_deeper(block.children)
        return heading
    definitions: list[tree.Definition] = []
    levels: list[tree.LevelBlock] = []
    sources: list[str] = []
    weights: list[tree.WeightLine] = []
    not_counted: list[tree.NotCounted] = []
    accepted: list[tree.AcceptLine] = []
    once: dict[str, Any] = {}
    measures: list[tree.MeasureLine] = []
    duties: list[tree.DutyLine] = []
    reader.even([child for child in block.children if child.row.kind == "code"])
    for child in block.children:
        if opener(child.row) == "DEFINE_LINE":
            one = definition(reader, child, "goal_line")
            definitions += [one] if one else []
        elif names_rows(child):
            one = row_name(reader, child, "goal_line")
            definitions += [one] if one else []
        elif child.row.kind == "cells":
            reader.refuse("stray-cells", reader.place(child.row), expected="a level", expected_da="et niveau")
        elif child.row.kind == "bullet":
            reader.stray_bullet(child)
        else:
            found = _goal_line(reader, child)
            levels += [found] if isinstance(found, tree.LevelBlock) else []
            sources += [found] if isinstance(found, str) else []
            weights += [found] if isinstance(found, tree.WeightLine) else []
            measures += [found] if isinstance(found, tree.MeasureLine) else []
            duties += [found] if isinstance(found, tree.DutyLine) else []
            not_counted += [found] if isinstance(found, tree.NotCounted) else []
            accepted += [found] if isinstance(found, tree.AcceptLine) else []
            if type(found) in _ONCE:
                _once(reader, once, found, child)
    if heading is None:
        return None
    name, title, each = heading.value
    words = joined(sources)
    whole = tree.GoalBlock(
        name, title, tuple(definitions), tuple(levels), words, each=each, place=heading.place, **once
    )
    return evolve(
        whole,
        weights=tuple(weights),
        measures=tuple(measures),
        duties=tuple(duties),
        not_counted=tuple(not_counted),
        accepted=tuple(accepted),
    )


# Lines that a goal has once, by the name of their field.
_ONCE: dict[type, str] = {
    tree.ScaleLine: "scale",
    tree.JudgedLine: "judged",
    tree.LinearLine: "linear",
    tree.StandingLine: "standing",
}


def _once(reader: Reader, lines: dict[str, Any], found: Any, block: Block) -> None:
    """The first of its kind."""
    before = lines.setdefault(_ONCE[type(found)], found)
    if before is not found:
        concept = opener(block.row)
        said = f"`{spelling(concept, reader.surface) if concept else block.row.code}`"
        reader.refuse("twice", found.place, found=said, line=str(before.place.line))


def _goal_line(reader: Reader, block: Block) -> Any:
    """A level with its condition, a line that the goal has once, or the plan's words for the goal."""
    rows, deeper = continued(reader, block)
    line = reader.read(rows, "left_out_line" if leaves_out(rows) else "goal_line")
    besides = Heading | tree.WeightLine | tree.MeasureLine | tree.DutyLine | tree.NotCounted | tree.AcceptLine
    if isinstance(line, besides) or type(line) in _ONCE:
        reader.none_deeper(deeper)
        return str(line.value.value) if isinstance(line, Heading) else line
    bullets, sources = _parts(reader, deeper)
    if not isinstance(line, LevelLine):
        _items(reader, bullets)
        return None
    condition = _listed(reader, line.condition, bullets, block)
    if condition is None:
        return None
    return tree.LevelBlock(line.name, condition, joined(sources), place=line.place)


def leaves_out(rows: Sequence[Row]) -> bool:
    """``cases where … are not counted``, which begins like nothing else."""
    return " ".join(rows[-1].code.lower().split()).endswith(tuple(spellings("NOT_COUNTED_LINE")))


def _listed(reader: Reader, said: Any, bullets: Sequence[Block], block: Block) -> Any:
    """The condition on a line, or the list that the bullets below it form."""
    row = block.row
    if isinstance(said, Headed):
        below = _listed(reader, said.head, bullets, block)
        made = tree.Unless if said.joiner == "unless" else tree.ProvidedThat
        return made(said.item, below, place=said.place) if below else None
    if said is not None and not isinstance(said, ListHead):
        for bullet in bullets[:1]:
            reader.stray_bullet(bullet)
        return said
    if not bullets:
        found = f"`{' '.join(row.code.split())}`"
        reader.refuse("empty-list", reader.place(row), found=found)
        return None
    items = tuple(_items(reader, bullets))
    head = said or ListHead("all", None, reader.place(row))
    return tree.Group(head.kind, items, head.count, place=head.place) if items else None


def _items(reader: Reader, bullets: Sequence[Block]) -> list[Any]:
    """The conditions of bullets, with the plan's words beside them."""
    reader.even(bullets, bullets=True)
    items: list[Any] = []
    for block in bullets:
        if is_reading(block.row):
            readings = _readings(reader, block)
            items += [one_condition(readings)] if len(readings) > 1 else readings
            continue
        rows, deeper = continued(reader, block)
        said = reader.read(rows, "bullet")
        below, sources = _parts(reader, deeper)
        if said is None:
            _items(reader, below) if below else None
            continue
        if isinstance(said, Heading):
            reader.stray_bullet(block)
            continue
        item = _listed(reader, said, below, block)
        words = joined(sources)
        if item is not None and words:
            is_list = isinstance(said, ListHead)
            item = evolve(item, source=words) if is_list else tree.Quoted(item, words, place=item.place)
        items += [item] if item is not None else []
    return collapsed(items)


def _readings(reader: Reader, block: Block) -> list[OfCondition]:
    """``reading "each" TEST``, and the further readings on the lines below it, each under the name of the condition."""
    rows, deeper = continued(reader, block)
    said = reader.read(rows, "reading_line")
    below, sources = _parts(reader, deeper)
    more = [each for child in below if child.row.kind == "code" for each in _readings(reader, child)]
    bullets = [child for child in below if child.row.kind != "code"]
    if said is None:
        _items(reader, bullets)
        return more
    condition = _listed(reader, said.condition, bullets, block)
    words = joined(sources)
    if condition is None:
        return more
    if words:
        condition = tree.Quoted(condition, words, place=condition.place)
    return [(said.name, tree.DefinitionReading(said.value, condition, place=said.place)), *more]


def _parts(reader: Reader, deeper: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The bullets and the plan's words among the deeper lines."""
    bullets: list[Block] = []
    sources: list[str] = []
    for child in deeper:
        if is_reading(child.row) or (child.row.kind == "bullet" and not opens_own(child.row)):
            bullets.append(child)
        elif child.row.kind == "cells":
            reader.refuse("stray-cells", reader.place(child.row), expected="a bullet", expected_da="et punkt")
        else:
            sources += source_line(reader, child)
    return bullets, sources


def source_line(reader: Reader, block: Block) -> list[str]:
    """``source "…"``."""
    rows, deeper = continued(reader, block)
    reader.none_deeper(deeper)
    heading = reader.read(rows, "source_line")
    return [heading.value.value] if heading else []


def joined(sources: Sequence[str]) -> str | None:
    """Several quotations of one rule are one text."""
    return " ".join(sources) or None


def definition(reader: Reader, block: Block, start: str) -> tree.Definition | None:
    """``define NAME = VALUE``, or with readings on deeper lines, or with a list of conditions."""
    rows, deeper = continued(reader, block)
    one = reader.read(rows, start)
    readings: list[tree.DefinitionReading] = []
    sources: list[str] = []
    bullets: list[Block] = []
    for child in deeper:
        if child.row.kind == "bullet":
            bullets.append(child)
        elif child.row.kind != "code":
            reader.refuse("stray-deeper", reader.place(child.row))
        elif opener(child.row) == "SOURCE_LINE":
            sources += source_line(reader, child)
        else:
            more, below = continued(reader, child)
            sources += [each for source in below for each in source_line(reader, source)]
            reading = reader.read(more, "definition_line")
            readings += [reading] if reading else []
    if one is None:
        return None
    if bullets or isinstance(one.value, ListHead):
        one = evolve(one, value=_listed(reader, one.value, bullets, block))
        if one.value is None:
            return None
    if one.value is None and not readings:
        example = f'`{spelling("READING_LINE", reader.surface)} "…" = …`'
        reader.refuse("no-value", one.place, found=f"`{one.name.text}`", expected=example)
    if one.value is not None and readings:
        reader.refuse("two-values", one.place, found=f"`{one.name.text}`")
    found: tree.Definition = evolve(one, readings=tuple(readings), source=joined(sources))
    return found


def names_rows(block: Block) -> bool:
    """Whether a line names a test of rows, or some of the rows."""
    return opener(block.row) == "A_LINE" or (opener(block.row) is None and is_subset(block.row))


def row_name(reader: Reader, block: Block, start: str) -> tree.Definition | None:
    """``a trip is timely when …``, ``counted trips are trips where …``: on one line, a list below it, or its readings."""
    rows, deeper = continued(reader, block)
    said = reader.read(rows, start if opener(block.row) else "subset_line")
    bullets, sources = _parts(reader, deeper)
    if said is None:
        _items(reader, bullets)
        return None
    condition = _listed(reader, said.condition, bullets, block)
    if condition is None:
        reader.unread.append(block.row.code)
        return None
    found = tree.Definition(said.name, about=said.about, is_subset=said.is_subset, place=said.place)
    match condition:
        case tree.Group(kind="all", items=(tree.Alternatives(name=None, readings=readings),)):
            return evolve(found, readings=readings, source=joined(sources))
    return evolve(found, value=condition, source=joined(sources))
