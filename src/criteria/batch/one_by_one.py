"""What columns leave: goals of single subjects, evaluated one by one.

In: the goals that are left, subjects read back. Out: for each subject and goal the best and the worst level that are possible, whether
readings differ, and the same for each combination of readings asked for. Subjects whose rows say the same are evaluated once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from criteria.batch.back import Back, Stands
from criteria.columnar.asked import ends
from criteria.compiled.plans import CompiledPlan
from criteria.evaluate.versions import plan_at
from criteria.facts.record import Exactly, Facts, RecordRows
from criteria.frozen import evolve, frozen
from criteria.model.plan import Plan, fold

MOST_KNOWN = 50_000  # different subjects that are remembered
Readings = Mapping[str, str]
Each = tuple[tuple[Readings, tuple[str, ...]], ...]


@frozen
class Answer:
    """One goal of one subject."""

    best: str
    worst: str
    depends: bool
    each: tuple[tuple[str, str], ...] = ()


class Unnamed(Exception):
    """The rows of a subject that a goal is asked of one by one: one has no name, or two have the same. ``place``: whose they are."""

    def __init__(self, place: int, record: str, column: str) -> None:
        super().__init__(record)
        self.place, self.record, self.column = place, record, column


class OneByOne:
    """The goals with these ids, by the combinations of readings that are asked for."""

    def __init__(
        self, plan: Plan, as_of: date | None, moved: Readings, asked: Mapping[str, Sequence[Readings]]
    ) -> None:
        now = plan_at(plan, as_of)
        goals = tuple(goal for goal in now.goals if goal.id in asked)
        self.plan = evolve(now, goals=goals, amendments=())
        self.as_of, self.asked = as_of, asked
        self._each = tuple(dict.fromkeys(goal.each.subjects for goal in goals if goal.each and goal.each.subjects))
        self._compiled = CompiledPlan(self.plan, moved)
        self._known: dict[Stands, dict[str, Answer]] = {}

    def answers(self, back: Back) -> Iterator[dict[str, Answer]]:
        """One a subject, in order. Raises ``Unnamed``."""
        for place, stands in enumerate(back.subjects(), 1):
            found = self._known.get(stands)
            if found is None:
                if len(self._known) >= MOST_KNOWN:
                    self._known.clear()
                facts = back.facts(stands)
                for subjects in self._each:
                    if not _named(facts.records.get(subjects.record), subjects.naming):
                        raise Unnamed(place, self.plan.records[subjects.record].name, subjects.naming)
                found = self._known[stands] = self._asked(facts)
            yield found

    def _asked(self, facts: Facts) -> dict[str, Answer]:
        found = self._compiled.readings(self._compiled.bind(facts, self.as_of))
        return {goal: _answer(each, self.asked[goal]) for goal, each in found.items()}


def _named(rows: RecordRows | None, naming: str) -> bool:
    """Whether each row has a name that no other has."""
    names = [row.cells.get(naming) for row in rows.rows] if rows else []
    told = [each.possible.value for each in names if each and isinstance(each.possible, Exactly)]
    return len(names) == len({fold(str(name)) for name in told} - {""})


def _answer(found: Each, asked: Sequence[Readings]) -> Answer:
    levels = found[0][1]
    each = tuple(ends(_under(found, readings)) for readings in asked)
    return Answer(*ends(levels), any(other != levels for _, other in found[1:]), each)


def _under(found: Each, readings: Readings) -> tuple[str, ...]:
    """The levels under these readings; what else the facts leave to a reading is read by default."""
    return next((levels for held, levels in found if readings.items() <= held.items()), found[0][1])
