"""The answers as a table under the names that its readers see.

In: answers. Out: one query with a column for the key and for each goal its best level, its worst, and whether readings differ; and the
names. Holds: identifiers of levels and names of columns are user's words, so they come as values.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.batch.running import Ran, Shown
from criteria.frozen import frozen


@frozen
class Output:
    """A query and the names of its columns."""

    query: str
    names: tuple[str, ...]


def output(ran: Ran) -> Output:
    """Every subject, in the order of the source."""
    cells, names = ["a.k AS o0"], [ran.opened.made.key]
    for goal in ran.goals:
        for end, name in _columns(goal, ran):
            cells.append(f"{_cell(goal, end, ran.resting > 0)} AS o{len(names)}")
            names.append(name)
    joined = " LEFT JOIN resting z ON z.k = a.k LEFT JOIN one_by_one r ON r.n = z.n" if ran.resting else ""
    return Output(f"SELECT {', '.join(cells)} FROM answers a{joined}", tuple(names))


def _columns(goal: Shown, ran: Ran) -> Iterator[tuple[str, str]]:
    """The ends of a goal's columns in the engine, and the names they get."""
    yield from ((end, f"goal_{goal.id}_{end}") for end in ("best", "worst", "depends"))
    if ran.every_reading and len(goal.readings) > 1:
        for place, readings in enumerate(goal.readings):
            told = ", ".join(f"{name} {value}" for name, value in readings.items())
            called = f" ({told})"
            yield from ((f"{place}_{end}", f"goal_{goal.id}_{end}{called}") for end in ("best", "worst"))


def _cell(goal: Shown, end: str, resting: bool) -> str:
    """The level by its identifier, from where it was found out; where no subject rests, there is nothing beside the answers."""
    name = f"g{goal.number}_{end}"
    if goal.asked is None:
        return f"r.{name}" if resting else f"CAST(NULL AS {'BOOLEAN' if end == 'depends' else 'VARCHAR'})"
    found, rest, type_ = f"a.{name}", f"r.{name}", f"levels{goal.number}"
    if end != "depends":
        found = f"CAST(getvariable('outcomes{goal.number}') AS {type_}[])[a.{name} + 1]"
        rest = f"CAST(r.{name} AS {type_})"
    beside = resting and goal.asked.rests
    return f"CASE WHEN a.g{goal.number}_rest THEN {rest} ELSE {found} END" if beside else found
