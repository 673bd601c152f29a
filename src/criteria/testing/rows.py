"""The rows of logs and tables.

In: a palette. Out: a strategy of every record that facts bring, each a list of rows. Holds: rows of subjects have names of their own; a
row that the plan compares with those of another record mostly says what one of them says; a log's day is a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from criteria.model.plan import Column, Plan, Record, fold
from criteria.model.types import ChoiceType, DateType
from criteria.testing.exact_values import exact
from criteria.testing.palette import Palette
from criteria.testing.plain import NEVER, UNKNOWN, plain
from criteria.testing.vague_values import vague
from criteria.testing.weighing import evenly

MOST_ROWS = 6
Row = dict[str, object]
Records = dict[str, list[Row]]


def records(colours: Palette) -> st.SearchStrategy[Records]:
    """Every record that facts bring: tables first, for the rows of logs look to them."""
    return _records(colours, {record.key: plain_rows(colours, record) for record in brought(colours.plan)})


@st.composite
def _records(draw: st.DrawFn, colours: Palette, rows: Mapping[str, st.SearchStrategy[list[Row]]]) -> Records:
    found: Records = {}
    for key, strategy in rows.items():
        templates = around(colours, colours.plan.records[key], found)
        one = st.sampled_from([{}, *templates, *templates]) if templates else None
        found[key] = [{**row, **(draw(one) if one is not None else {})} for row in draw(strategy)]
    return found


def brought(plan: Plan) -> Sequence[Record]:
    """The records that facts bring, tables first."""
    return sorted((record for record in plan.records.values() if record.rows is None), key=lambda record: record.is_log)


def around(colours: Palette, record: Record, found: Mapping[str, list[Row]]) -> list[Row]:
    """What the columns that a record shares with others say in each of their rows."""
    if record.key in colours.naming:
        return []
    plan, templates = colours.plan, list[Row]()
    for join in colours.joins.get(record.key, ()):
        fixed = plan.records[join.other].rows
        rows = [row.values for row in fixed] if fixed is not None else found.get(join.other, ())
        templates += [{own: row[theirs] for own, theirs in join.columns if theirs in row} for row in rows]
    return [row for row in templates if all(may_say(record.columns[column], said) for column, said in row.items())]


def may_say(column: Column, said: object) -> bool:
    """Whether a column may say what a row elsewhere says."""
    options = column.type.options if isinstance(column.type, ChoiceType) else None
    return isinstance(said, str) and said != UNKNOWN and (options is None or fold(said) in map(fold, options))


def plain_rows(colours: Palette, record: Record) -> st.SearchStrategy[list[Row]]:
    """A few rows; where they are subjects no two of one name."""
    naming = colours.naming.get(record.key)
    given = {column.key: column for column in record.columns.values() if column.computed is None}
    cells = {key: cell(colours, record, column) for key, column in given.items()}
    if naming is None:
        return st.lists(_row(cells, colours), max_size=MOST_ROWS)
    name = exact(given[naming].type, colours, (record.key, naming)).map(str)
    del cells[naming]
    row = st.tuples(_row(cells, colours), name).map(lambda both: {**both[0], naming: both[1]})
    return st.lists(row, unique_by=lambda each: fold(str(each[naming])), max_size=MOST_ROWS)


def _row(cells: dict[str, st.SearchStrategy[object]], colours: Palette) -> st.SearchStrategy[Row]:
    """One row; cells that say nothing are not there."""
    if colours.complete:
        return st.fixed_dictionaries(cells)
    return st.fixed_dictionaries({key: evenly(*[one] * 7, st.none()) for key, one in cells.items()}).map(
        _without_blanks
    )


def _without_blanks(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def cell(colours: Palette, record: Record, column: Column) -> st.SearchStrategy[object]:
    """What a cell says; mostly an exact value."""
    slot = (record.key, column.key)
    one: st.SearchStrategy[object] = exact(column.type, colours, slot).map(lambda value: plain(value, column.type))
    if isinstance(column.type, DateType) and column.key not in (record.when, record.recorded):
        one = evenly(one, one, one, one, st.just(NEVER))
    if colours.complete:
        return one
    return evenly(*[one] * 6, vague(column.type, colours, slot), st.just(UNKNOWN))
