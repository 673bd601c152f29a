"""What the versions of a plan mean for its weights: a goal keeps its weight until an amendment gives it another.

In: the goals of the plan as first made, its amendments in the order of their days. Out: the amendments with every goal's weight; the
goals that weigh in a version, also those that it has removed, for they leave the denominator and not the sum of the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from criteria.frozen import evolve
from criteria.model.amendments import Amendment
from criteria.model.plan import Goal


def weighed(first: Iterable[Goal], amendments: Sequence[Amendment]) -> tuple[Amendment, ...]:
    """The amendments, a goal without a weight having that of its last words."""
    weights = {goal.id: goal.weight for goal in first}
    found = []
    for amendment in amendments:
        goals = tuple(evolve(goal, weight=goal.weight or weights.get(goal.id)) for goal in amendment.goals)
        weights |= {goal.id: goal.weight for goal in goals}
        found.append(evolve(amendment, goals=goals))
    return tuple(found)


def versions(first: Iterable[Goal], amendments: Sequence[Amendment]) -> Iterator[tuple[Amendment, tuple[Goal, ...]]]:
    """Each amendment with every goal that was ever in force by then, in its words of that day."""
    goals = {goal.id: goal for goal in first}
    for amendment in amendments:
        goals.update((goal.id, goal) for goal in amendment.goals)
        yield amendment, tuple(goals.values())
