"""The words of its source that a plan quotes.

In: a checked plan. Out: every quote, with the goal it belongs to and where its own words can be found in the plan's file. Holds: a
bullet that others follow is marked as such, for its quote need not end a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.findings.made import every_goal
from criteria.frozen import frozen
from criteria.ladder.shape import Node, parts
from criteria.model.plan import Plan
from criteria.source import Place, Source


@frozen
class Quote:
    """What is quoted, of which goal, and the place of the rule that it stands below."""

    text: str
    owner: Place
    goal: str | None = None
    followed: bool = False  # by another bullet of the same list

    def place_of(self, words: str, source: Source) -> Place:
        """Where these words of it stand in the plan's file; else the rule."""
        for number, line in enumerate(source.lines[max(0, self.owner.line - 1) :], max(1, self.owner.line)):
            if (column := line.find(words)) >= 0:
                return Place(self.owner.file, number, column + 1, column + 1 + len(words))
        return self.owner


def quotes(plan: Plan) -> Iterator[Quote]:
    """Of sections, goals, levels and conditions, in that order."""
    found = [Quote(section.quote, section.place) for section in plan.sections]
    for goal in every_goal(plan):
        found.append(Quote(goal.quote, goal.place, goal.id))
        found += [Quote(level.quote, level.place, goal.id) for level in goal.levels]
        conditions = [level.literal for level in goal.levels] + ([goal.linear.tested] if goal.linear else [])
        found += [each for condition in conditions for each in _inside(condition, goal.id, False)]
    yield from dict.fromkeys(quote for quote in found if quote.text)


def _inside(node: Node, goal: str, followed: bool) -> Iterator[Quote]:
    """Of a condition and all that it holds."""
    if text := getattr(node, "quote", ""):
        yield Quote(text, node.place, goal, followed)
    items = list(parts(node))
    for number, item in enumerate(items, 1):
        yield from _inside(item, goal, followed or number < len(items))
