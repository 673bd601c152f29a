"""The worlds that incomplete facts leave open: ``criteria.testing.worlds``.

In: facts, a plan, an as-of day. Out: a strategy of complete facts, plain dicts. Holds: each fills in what the facts leave open, by the
table of worlds in docs/language.md; the level that a world gives is among the levels of the facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from hypothesis import strategies as st

from criteria import face, pipeline
from criteria.diagnostics import CriteriaError
from criteria.evaluate.given import possible
from criteria.evaluate.leaves import cell_domain, may_grow, rows_of
from criteria.evaluate.levels import ground_of
from criteria.evaluate.readings import in_force
from criteria.evaluate.worlds import Ground, RowRef
from criteria.evaluate.years import as_known
from criteria.facts.record import NO_FACTS, Decision
from criteria.facts.record import Facts as Known
from criteria.ladder.domains import FIRST, Days
from criteria.model.plan import Column, Record, fold
from criteria.testing.domain_values import of_domain
from criteria.testing.judgements import judged_goals, judgements
from criteria.testing.palette import Palette, palette
from criteria.testing.rows import MOST_ROWS, Records, Row, around, brought

Facts = dict[str, object]
FURTHER = -1


def worlds(
    facts: Known | pipeline.Given | None,
    plan: face.Plan,
    *,
    as_of: date | str | None = None,
    readings: Mapping[str, str] | None = None,
) -> st.SearchStrategy[Facts]:
    """Complete facts that ``facts`` leave possible as of a day: ``{"report sent": date(2020, 10, 3), "tours": [...]}``.

    What is missing or unknown is filled in; of a range, a phrase or a list one value is drawn; what lies after the day may come on any
    later day, or never; a log may have further rows then. A phrase such as "medio October" is read as ``readings`` say, by default as the
    plan reads it; so are the levels that the law speaks of, ``plan.evaluate(facts, as_of, readings)[goal].levels``. A world is evaluated
    without an as-of day, by the last version of the plan.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    moved, faults = pipeline.check_readings(readings or {}, plan.model)
    if faults:
        raise CriteriaError(faults)
    known = facts if isinstance(facts, Known) else NO_FACTS if facts is None else face.facts(facts, plan=plan)
    ground = ground_of(plan.model, as_known(plan.model, known, day), day, in_force(plan.model, moved))
    colours = palette(plan.model, complete=True, until=None)
    return st.tuples(_values(ground, colours), _records(ground, colours), _decisions(ground, colours)).map(_told)


def _told(parts: tuple[Facts, Records, Facts]) -> Facts:
    values, rows, decisions = parts
    return {**values, **rows, **decisions}


def _values(ground: Ground, colours: Palette) -> st.SearchStrategy[Facts]:
    """A value for each fact."""
    each = {}
    for path, fact in ground.plan.facts.items():
        given = ground.facts.values.get(path)
        domain = possible(given, fact.type, ground.clock, ground.readings)
        each[path] = of_domain(domain, fact.type, colours, ("", path), given)
    return st.fixed_dictionaries(each)


def _records(ground: Ground, colours: Palette) -> st.SearchStrategy[Records]:
    """The rows of each record; those of logs last, for they look to the others."""
    there = {record.key: _there(ground, colours, record) for record in brought(ground.plan)}
    return _drawn(ground, colours, there, {key: _further(ground, colours, ground.plan.records[key]) for key in there})


@st.composite
def _drawn(
    draw: st.DrawFn,
    ground: Ground,
    colours: Palette,
    there: Mapping[str, st.SearchStrategy[list[Row]]],
    further: Mapping[str, st.SearchStrategy[list[Row]]],
) -> Records:
    found: Records = {}
    for key, rows in there.items():
        record = ground.plan.records[key]
        templates = around(colours, record, found)
        more = [{**row, **(draw(st.sampled_from([{}, *templates])))} for row in draw(further[key])]
        found[key] = _once(colours, record, [*draw(rows), *more])
    return found


def _once(colours: Palette, record: Record, rows: list[Row]) -> list[Row]:
    """Of subjects no two have one name."""
    naming = colours.naming.get(record.key)
    return rows if naming is None else list({fold(str(row[naming])): row for row in reversed(rows)}.values())[::-1]


def _there(ground: Ground, colours: Palette, record: Record) -> st.SearchStrategy[list[Row]]:
    """The rows that the facts bring, but those of a log that happen after the as-of day."""
    rows = [_row(ground, colours, record, number) for number in range(rows_of(ground, record))]
    return st.tuples(*rows).map(lambda found: [row for row in found if row is not None])


def _further(ground: Ground, colours: Palette, record: Record) -> st.SearchStrategy[list[Row]]:
    """Rows that the facts do not bring yet."""
    if not may_grow(ground, record):
        return st.just([])
    return st.lists(_cells(ground, colours, record, FURTHER), max_size=MOST_ROWS)


def _row(ground: Ground, colours: Palette, record: Record, number: int) -> st.SearchStrategy[Row | None]:
    """A row of the facts, or None where it has not happened as of the day; what comes later is a further row."""
    happens = record.recorded or record.when
    cells = _cells(ground, colours, record, number)
    if happens is None or ground.clock.as_of is None:
        return cells.map(lambda row: row)
    column = record.columns[happens]
    days = cell_domain(ground, RowRef(record.key, number), column)
    assert isinstance(days, Days)
    past, later = days.cut(FIRST, ground.clock.today)
    if past is None:
        return st.none()
    day = of_domain(past, column.type, colours, (record.key, happens), None)
    there = st.tuples(cells, day).map(lambda both: {**both[0], happens: both[1]})
    return st.one_of(there, st.none()) if later else there.map(lambda row: row)


def _cells(ground: Ground, colours: Palette, record: Record, number: int) -> st.SearchStrategy[Row]:
    """Every cell of a row; of a further one as far as any row of the kind may be."""
    columns = [column for column in record.columns.values() if column.computed is None]
    return st.fixed_dictionaries({column.key: _cell(ground, colours, record, column, number) for column in columns})


def _cell(ground: Ground, colours: Palette, record: Record, column: Column, number: int) -> st.SearchStrategy[object]:
    """One cell."""
    domain = cell_domain(ground, RowRef(record.key, number), column)
    given = None if number == FURTHER else ground.facts.records[record.key].rows[number].cells.get(column.key)
    return of_domain(domain, column.type, colours, (record.key, column.key), given)


def _decisions(ground: Ground, colours: Palette) -> st.SearchStrategy[Facts]:
    """The judgements and overrides that the facts bring, and a judgement of each goal that still lacks one."""
    made = [decision for decision in ground.facts.decisions if decision.kind == "judgement"]
    lacking = tuple(goal for goal in judged_goals(ground.plan) if goal.id not in {decision.goal for decision in made})
    overrides = [_decided(each) for each in ground.facts.decisions if each.kind == "override"]
    told = {"overrides": overrides} if overrides else {}
    if not (made or lacking):
        return st.just({**told})
    return judgements(colours, lacking).map(lambda more: {**told, "judgements": [*map(_decided, made), *more]})


def _decided(decision: Decision) -> dict[str, object]:
    """A decision as facts tell it."""
    told = {"goal": decision.goal, "level": decision.text, "by": decision.by, "date": decision.day}
    since = {"from": decision.since} if decision.kind == "override" and decision.since else {}
    return {**told, "reason": decision.reason, **since}
