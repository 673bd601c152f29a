"""The desk that a query is written at: stages of named columns, each worked out once.

In: pieces of SQL. Out: names for them; at the end the stages as a WITH list. Holds: equal texts are one column; a column stands in the
first stage that has all its parts, so no text is nested deep. Raises ``Uncolumned`` with a name for what has no columns of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.columnar.columns import Column, Columns
from criteria.columnar.dialect import Dialect
from criteria.columnar.expressions import Sql, Truth
from criteria.evaluate.given import Clock
from criteria.frozen import define, field
from criteria.model.plan import Plan


class Uncolumned(Exception):
    """A construct that stays with the reference."""

    def __init__(self, construct: str) -> None:
        super().__init__(construct)
        self.construct = construct


@define(eq=False)
class Desk:
    """What is written so far. ``used``: the raw columns that stand in it; ``joined``: what aggregates of rows stand beside the subjects."""

    plan: Plan
    columns: Columns
    clock: Clock
    readings: Mapping[str, str]
    dialect: Dialect
    stages: list[dict[str, str]] = field(factory=list)  # of each stage: text → name
    used: dict[str, None] = field(factory=dict)
    groups: tuple[tuple[str, str], ...] = ()  # those in force, of the quantity in hand
    known: dict[object, object] = field(factory=dict)  # what was worked out under a key

    def fact(self, path: str) -> Column | None:
        """Where the source holds a fact; None where it does not."""
        year = self.plan.facts[path].year
        if year is not None and self.clock.as_of is not None and year > self.clock.as_of.year:
            raise Uncolumned("year to come")
        return self.columns.subjects.columns.get(path)

    def raw(self, name: str) -> Sql:
        """A column of the subjects as the source holds it."""
        self.used[name] = None
        return Sql(name, plain=True)

    def let(self, found: Truth) -> Truth:
        """A name for it, unless it is one already."""
        return found if isinstance(found, bool) else self.named(found)

    def named(self, found: Sql) -> Sql:
        """The same of what has a value."""
        if found.plain:
            return found
        while len(self.stages) <= found.stage:
            self.stages.append({})
        stage = self.stages[found.stage]
        if found.text not in stage:
            stage[found.text] = f"x{sum(map(len, self.stages))}"
        return Sql(stage[found.text], found.stage + 1, plain=True)


def staged(desk: Desk, first: str, *, after: str = "s") -> tuple[list[str], str]:
    """The stages as parts of a WITH list, and the name of the last; ``first`` is what the first one reads."""
    parts, last = [], first
    for number, stage in enumerate(desk.stages):
        columns = ", ".join(f"{text} AS {name}" for text, name in stage.items())
        parts.append(f"{after}{number} AS (SELECT *, {columns} FROM {last})" if columns else "")
        last = f"{after}{number}" if columns else last
    return [part for part in parts if part], last
