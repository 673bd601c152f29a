"""Sections, and the lines that say how a plan or a section is summed up.

In: the block of a section's heading. Out: its node. Holds: a section's goals stand level with its heading, up to the next section.
"""

from __future__ import annotations

from criteria.frozen import define, field
from criteria.syntax import tree
from criteria.syntax.goals import joined, source_line
from criteria.syntax.lines import Heading
from criteria.syntax.outline import Block
from criteria.syntax.reader import Reader, continued, opener


@define
class SummingUp:
    """The totals, the counts and the weights that stand in one place."""

    totals: list[tree.TotalLine] = field(factory=list)
    counts: list[tree.CountLine] = field(factory=list)
    weights: list[tree.WeightLine] = field(factory=list)

    def take(self, line: object) -> bool:
        """Whether the line is one of them; then it is kept."""
        if isinstance(line, tree.TotalLine):
            self.totals.append(line)
        elif isinstance(line, tree.CountLine):
            self.counts.append(line)
        elif isinstance(line, tree.WeightLine):
            self.weights.append(line)
        else:
            return False
        return True


def section(reader: Reader, block: Block, first_goal: int) -> tree.SectionBlock | None:
    """``section "A"`` and the lines below it."""
    heading = reader.read([block.row], "top_line")
    found, sources = SummingUp(), list[str]()
    reader.even(block.children)
    for child in block.children:
        if opener(child.row) == "GOAL_LINE":
            reader.refuse("indented-goal", reader.place(child.row))
        elif opener(child.row) == "SOURCE_LINE":
            sources += source_line(reader, child)
        else:
            rows, deeper = continued(reader, child)
            reader.none_deeper(deeper)
            found.take(reader.read(rows, "section_line"))
    if not isinstance(heading, Heading):
        return None
    title, totals = heading.value
    return tree.SectionBlock(
        title,
        first_goal,
        tuple(found.weights),
        (*totals, *found.totals),
        tuple(found.counts),
        joined(sources),
        place=heading.place,
    )
