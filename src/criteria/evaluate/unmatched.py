"""Rows of a log that no row of a table asks for: ``with the same area and kind`` finds them nowhere, so nothing counts them.

In: plan and facts. Out: a notice for each combination of values, with the first row's place. A spelling that differs is the usual cause.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.diagnostics import Diagnostic, Severity
from criteria.evaluate.shape import walk
from criteria.evaluate.told import Told
from criteria.facts.record import Exactly, Facts, Given, Value
from criteria.frozen import kept_with
from criteria.model import terms as t
from criteria.model.each import Subjects
from criteria.model.plan import Goal, Plan, Record, fold
from criteria.nearest import nearest
from criteria.source import Place

Values = tuple[str, ...]
Join = tuple[str, str, tuple[tuple[str, str], ...]]  # table, log, pairs of (column of the log, column of the table)
Wanted = tuple[list[Values], frozenset[Values], frozenset[Values]]
MOST = 10  # combinations told of


def unmatched_rows(plan: Plan, facts: Facts, told: Told | None = None) -> Iterator[Diagnostic]:
    """One notice a combination of values that the log has and the table has not."""
    for table, log, pairs in _every_join(plan):
        known, written, wanted = _asked_for(plan.records[table], facts, tuple([there for _, there in pairs]))
        columns = tuple([here for here, _ in pairs])
        texts = told.texts(log, columns) if told else None
        if texts is not None and wanted.issuperset(texts):
            continue
        found: dict[Values, list[tuple[Values, Place]]] = {}
        for values, place in _rows(plan.records[log], facts, columns):
            if values not in written and (folded := _folded(values)) not in wanted and "" not in values:
                found.setdefault(folded, []).append((values, place))
        for rows in list(found.values())[:MOST]:
            values, place = rows[0]
            shown = ", ".join(f"{here} {value}" for (here, _), value in zip(pairs, values, strict=True))
            names = {"log": plan.records[log].name, "table": plan.records[table].name}
            said = {"count": str(len(rows)), "values": shown, **names}
            near = nearest(values[0], [value for (value,) in known]) if len(values) == 1 and known else None
            yield Diagnostic("unmatched-rows", place, said, near, Severity.NOTICE)


def _asked_for(table: Record, facts: Facts, columns: tuple[str, ...]) -> Wanted:
    """What the rows of a table ask for, in their order, as written and as texts compare; of a table of the plan worked out once."""
    if table.rows is None:
        return _wanted(_rows(table, facts, columns))
    kept, key = kept_with(table), ("asked for", columns)
    if key not in kept:
        kept[key] = _wanted(_rows(table, facts, columns))
    found: Wanted = kept[key]
    return found


def _wanted(rows: Iterator[tuple[Values, Place]]) -> Wanted:
    known = [values for values, _ in rows]
    return known, frozenset(known), frozenset(map(_folded, known))


def _folded(values: Values) -> Values:
    """As texts compare."""
    return tuple([fold(value) for value in values])


def _every_join(plan: Plan) -> tuple[Join, ...]:
    """Each once."""
    kept = kept_with(plan)
    if "joins" not in kept:
        kept["joins"] = tuple(dict.fromkeys(_joins(plan)))
    found: tuple[Join, ...] = kept["joins"]
    return found


def _joins(plan: Plan) -> Iterator[Join]:
    """Where a computed column of a table counts rows of a log "with the same …", and where a goal asks for those of its subject."""
    for record in plan.records.values():
        for column in record.columns.values():
            for node in walk(column.computed) if column.computed else ():
                if (
                    isinstance(node, t.Rows)
                    and node.record != record.key
                    and (pairs := tuple(_pairs(node, record.key)))
                ):
                    yield record.key, node.record, pairs
    for goal in plan.goals:
        if goal.each and goal.each.subjects:
            yield from _asked(goal, goal.each.subjects)


def _asked(goal: Goal, subjects: Subjects) -> Iterator[Join]:
    """The records that a goal asks for the rows of its subject."""
    for node in (each for condition in goal.conditions for each in walk(condition)):
        if isinstance(node, t.Rows):
            for here, there in _pairs(node, subjects.record, t.SUBJECT):
                if there == subjects.naming:
                    yield subjects.record, node.record, ((here, there),)


def _pairs(rows: t.Rows, table: str, outside: int = 1) -> Iterator[tuple[str, str]]:
    for condition in rows.where:
        match condition:
            case t.Matches(t.Cell(_, here, 0), (t.Cell(record, there, scope),)) if (record, scope) == (table, outside):
                yield here, there
            case _:
                pass


def _rows(record: Record, facts: Facts, columns: tuple[str, ...]) -> Iterator[tuple[Values, Place]]:
    """Each row's known values in these columns; a value that is not known is empty."""
    if record.rows is not None:
        for fixed in record.rows:
            yield tuple([_fixed(fixed.values, column) for column in columns]), fixed.place
    elif record.key in facts.records:
        for row in facts.records[record.key].rows:
            yield tuple([_known(row.cells.get(column)) for column in columns]), row.place


def _fixed(values: Mapping[str, Value], column: str) -> str:
    return str(values[column]) if column in values else ""


def _known(given: Given | None) -> str:
    return str(given.possible.value) if given is not None and isinstance(given.possible, Exactly) else ""
