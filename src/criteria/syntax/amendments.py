"""Amendments: the dated versions of a plan.

In: the block of an amendment, and who declares facts, records and definitions. Out: its node. Holds: a goal is removed with a reason.
"""

from __future__ import annotations

from collections.abc import Callable

from criteria.syntax import tree
from criteria.syntax.goals import goal, joined, source_line
from criteria.syntax.lines import Heading
from criteria.syntax.outline import Block
from criteria.syntax.reader import Reader, opener


def amendment(reader: Reader, block: Block, declare: Callable[[Block], bool]) -> tree.AmendmentBlock | None:
    """``amendment from 1 July 2020 "Title"`` and the lines below it; ``declare`` tells whether it has taken a block."""
    heading = reader.read([block.row], "top_line")
    found: list[tree.GoalBlock | tree.RemovedGoal] = []
    sources: list[str] = []
    reader.even(block.children)
    for child in block.children:
        opens = opener(child.row)
        if opens == "GOAL_LINE":
            one = goal(reader, child)
            found += [one] if one else []
        elif opens == "SOURCE_LINE":
            sources += source_line(reader, child)
        elif child.row.kind == "cells":
            reader.refuse("stray-cells", reader.place(child.row), expected="a goal", expected_da="et mål")
        elif child.row.kind == "code" and not declare(child):
            reader.refuse("stray-in-amendment", reader.place(child.row), found=f"`{' '.join(child.row.code.split())}`")
    for each in found:
        if isinstance(each, tree.RemovedGoal) and each.reason is None:
            reader.refuse("removal-without-reason", each.place, found=f"`{each.id}`")
    if not isinstance(heading, Heading):
        return None
    start, title = heading.value
    goals = tuple(each for each in found if isinstance(each, tree.GoalBlock))
    removed = tuple(each for each in found if isinstance(each, tree.RemovedGoal))
    return tree.AmendmentBlock(start, title, goals, removed, joined(sources), place=heading.place)
