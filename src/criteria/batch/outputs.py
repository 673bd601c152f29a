"""The columns that the readers of a batch see: the key, and for each goal its best level, its worst, and whether readings differ.

In: goals. Out: the columns of each with their names; their cells in the database. Holds: all engines give the same columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from criteria.batch.job import Shown


def names(key: str, goals: Sequence[Shown], every_reading: bool) -> tuple[str, ...]:
    """Of all columns, the key's first."""
    return key, *(name for goal in goals for _, name in columns(goal, every_reading))


def columns(goal: Shown, every_reading: bool) -> Iterator[tuple[str, str]]:
    """The ends of a goal's columns in the engine, and the names they get."""
    yield from ((end, f"goal_{goal.id}_{end}") for end in ("best", "worst", "depends"))
    if every_reading and len(goal.readings) > 1:
        for place, readings in enumerate(goal.readings):
            told = ", ".join(f"{name} {value}" for name, value in readings.items())
            called = f" ({told})"
            yield from ((f"{place}_{end}", f"goal_{goal.id}_{end}{called}") for end in ("best", "worst"))


def cells(goals: Sequence[Shown], every_reading: bool, *, resting: bool) -> Iterator[str]:
    """All but the key in SQL over the answers ``a`` and, where some subject rests, ``r`` beside them."""
    for goal in goals:
        yield from (_cell(goal, end, resting) for end, _ in columns(goal, every_reading))


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
