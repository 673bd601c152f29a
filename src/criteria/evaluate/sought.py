"""Which rows a row set looks for: by the texts and days that its ``where`` fixes, the same in every world.

In: a row set and the rows in force. Out: the rows that may belong, found by the text of a column; the key of the further rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from criteria.dates.refused import DateRefused
from criteria.dates.relations import passing_days
from criteria.evaluate.leaves import plain_text, rows_of
from criteria.evaluate.worlds import Env, Extras, Ground, Key
from criteria.frozen import evolve
from criteria.ladder.domains import FIRST, LAST
from criteria.model import terms as t
from criteria.model.plan import Record, fold


def candidates(ground: Ground, of: t.Rows, env: Env) -> Iterable[int]:
    """The rows that may belong."""
    return sought(ground, of, env)[1]


def sought(ground: Ground, of: t.Rows, env: Env) -> tuple[t.Rows, dict[int, bool]]:
    """The rows that may belong: where a column has to be one known text, those that have it, and those that are not known to have
    another. What is left to ask of the former."""
    record = ground.plan.records[of.record]
    for condition, column, text in _fixed(ground, of, env):
        known, unsure = _by_text(ground, record, column)
        rest = evolve(of, where=tuple(each for each in of.where if each is not condition))
        if not unsure:
            return rest, dict.fromkeys(known.get(text, ()), True)
        return rest, {
            **dict.fromkeys(sorted([*known.get(text, ()), *unsure]), False),
            **dict.fromkeys(known.get(text, ()), True),
        }
    return of, dict.fromkeys(range(rows_of(ground, record)), False)


def _fixed(ground: Ground, of: t.Rows, env: Env) -> Iterator[tuple[t.Condition, str, str]]:
    """The conditions of ``where`` that fix a column to one text, the same in every world."""
    for condition in _each(of.where):
        match condition:
            case t.Matches(t.Cell(_, column, 0), (option,)) if (text := _one_text(ground, option, env)) is not None:
                yield condition, column, text
            case _:
                pass


def _each(conditions: Iterable[t.Condition]) -> Iterator[t.Condition]:
    """The conditions, and those of which one is made that wants all of them."""
    for condition in conditions:
        if isinstance(condition, t.AllOf):
            yield from _each(condition.items)
        else:
            yield condition


def _one_text(ground: Ground, term: t.Term, env: Env) -> str | None:
    match term:
        case t.TextValue(value):
            return fold(value)
        case t.GroupValue(record, column):
            return dict(env.groups)[f"{record}.{column}"]
        case t.Cell(key, column, scope) if scope != 0:
            row = ground.row(env, scope - 1 if scope > 0 else scope)
            return None if row.further else plain_text(ground, ground.plan.records[key], row.number, column)
        case _:
            return None


def _by_text(ground: Ground, record: Record, column: str) -> tuple[dict[str, list[int]], list[int]]:
    """The rows by the text of a column, and those where it is open."""
    key: Key = ("by text", record.key, column)
    if key not in ground.shared:
        known: dict[str, list[int]] = {}
        unsure = []
        for place in range(rows_of(ground, record)):
            text = plain_text(ground, record, place, column)
            if text is None:
                unsure.append(place)
            else:
                known.setdefault(text, []).append(place)
        ground.shared[key] = (known, unsure)
    return ground.shared[key]  # type: ignore[return-value]


def extras(ground: Ground, of: t.Rows, env: Env) -> Extras:
    """Which further rows these are."""
    return Extras(
        of.record, frozenset((column, text) for _, column, text in _fixed(ground, of, env)), _days(ground, of)
    )


def _days(ground: Ground, of: t.Rows) -> tuple[int, int] | None:
    """The days within which ``where`` wants a row to have happened, as far as one test of a plan's period says so."""
    when = ground.plan.records[of.record].when
    for condition in _each(of.where):
        match condition:
            case t.DateTest(relation, t.Cell(_, column, 0), t.DateValue(phrase), None) if column == when:
                with suppress(DateRefused):
                    low, high = passing_days(relation, phrase.period(ground.readings), None, ground.readings)
                    return low.toordinal() if low else FIRST, high.toordinal() if high else LAST
            case _:
                pass
    return None
