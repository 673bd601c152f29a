"""What is told to be needed is enough, is not too much, and is told where it is possible: against the evaluator and the complete worlds."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice, product

import pytest
from hypothesis import assume, event, given, settings

import strategies as s
from criteria.analyse.needs.amounts import Fill, Further
from criteria.analyse.needs.every import needs
from criteria.analyse.needs.sketches import Sketch
from criteria.analyse.needs.things import Item, OfFact, OfWords
from criteria.analyse.needs.told import GoalNeeds
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.levels import levels
from criteria.evaluate.readings import in_force
from criteria.facts import record as f
from criteria.frozen import evolve
from criteria.ladder.domains import Days, Domain, Numbers
from criteria.model.scale import Step
from evaluate.brute import Scale, TooMany, level_set

HALVES = tuple(s.F(n, 2) for n in range(-2, 13))
SCALE = Scale((*s.EARLY, *s.DAYS, *s.LATE), HALVES, ("a", "zz", "b", "c", "q1", "q2"))
ROWS = Scale((*s.DAYS[1:7], s.date(2020, 3, 18), s.date(2020, 3, 21)), HALVES, ("a", "zz", "b"))
JOINS = Scale((s.DAYS[0], s.DAYS[4], s.DAYS[5], s.DAYS[7]), HALVES, ("a", "zz"))
SCALES = {"tables": ROWS, "logs": ROWS, "joins": JOINS}
EXAMPLES = {"logs": 15, "joins": 10, "mixed": 15, "numbers": 25, "dates": 40, "tables": 15}
MOST = 24  # ways of doing what an item asks for


# ---- what is known on the day -----------------------------------------------------------------------------------------


def until(case: s.Case, day: date) -> f.Facts:
    """The facts without what lies ahead, or may."""
    values = {path: one for path, one in case.facts.values.items() if not ahead(one, day)}
    records = {key: evolve(rows, rows=tuple(_rows(key, rows, day))) for key, rows in case.facts.records.items()}
    return evolve(case.facts, values=values, records=records, closed=True)


def _rows(key: str, rows: f.RecordRows, day: date) -> Iterator[f.Row]:
    when = s.RECORDS[key].when
    for row in rows.rows:
        if when is None or not (ahead(row.cells[when], day) or isinstance(row.cells[when].possible, f.Unknown)):
            yield evolve(row, cells={k: s.given(f.Nothing()) if ahead(c, day) else c for k, c in row.cells.items()})


def ahead(one: f.Given, day: date) -> bool:
    match one.possible:
        case f.Exactly(value) if isinstance(value, date):
            return value > day
        case f.DayBetween(_, last):
            return last > day
        case f.SomeDayOf(phrase):
            return phrase.period(in_force(s.plan_of(), {})).latest > day
        case f.OneOf(values):
            return any(isinstance(value, date) and value > day for value in values)
        case _:
            return False


# ---- doing what is told -----------------------------------------------------------------------------------------------


def choices(domain: Domain) -> list[f.Possible]:
    """Some of the values, the ends among them."""
    if isinstance(domain, Days):
        ends = {day for span in domain.spans for day in span}
        inner = {d.toordinal() for d in s.DAYS for a, b in domain.spans if a <= d.toordinal() <= b}
        days = [f.Exactly(date.fromordinal(day)) for day in sorted(ends | inner)]
        return [*days, f.Never()] if domain.never else days
    if isinstance(domain, Numbers):
        some = [value for value in HALVES if (found := domain.equal(value)) is not None and found.single]
        return [f.Exactly(value) for value in some]
    return [f.Exactly(text == "yes" if text in ("yes", "no") else text) for text in sorted(domain.values)] or [
        f.Exactly("something else")
    ]


Doing = dict[tuple[str, ...], list[f.Given] | f.Given]


def doings(facts: f.Facts, items: Sequence[Item]) -> Iterator[f.Facts]:
    """The facts after the items were done, in several ways."""
    for each in islice(product(*(_each(item) for item in items)), MOST):
        after = facts
        for item, how in zip(items, each, strict=True):
            after = _after(after, item, how)
        yield after


def _each(item: Item) -> list[object]:
    match item.what:
        case OfFact(_, domain) | Fill(_, _, domain):
            return list(choices(domain))
        case Further(amount, among):
            first, last = (list(_rows_of(amount, among, turn)) for turn in (0, -1))
            return [first, last]
        case _:
            raise AssertionError(item)


def _rows_of(
    amount: int, among: Sequence[tuple[Sketch, int | None]], turn: int
) -> Iterator[tuple[str, dict[str, f.Possible]]]:
    """So many rows, of each kind no more than count; each with another of the values that it may have."""
    for kind, most in among[:: 1 if turn == 0 else -1]:
        new = amount if most is None else min(most, amount)
        amount -= new
        variants = list(product(*([(column, value) for value in choices(domain)] for column, domain in kind.cells)))
        yield from ((kind.record, dict(variants[(turn + n) % len(variants)])) for n in range(new))


def _after(facts: f.Facts, item: Item, how: object) -> f.Facts:
    match item.what:
        case OfFact(path, _):
            return evolve(facts, values={**facts.values, path: s.given(how)})
        case Fill(row, column, _):
            brought = facts.records[row.record]
            rows = list(brought.rows)
            rows[row.number] = evolve(rows[row.number], cells={**rows[row.number].cells, column: s.given(how)})
            return evolve(facts, records={**facts.records, row.record: evolve(brought, rows=tuple(rows))})
        case _:
            for record, cells in how:
                brought = facts.records.get(record, f.RecordRows((), place=s.HERE))
                new = {c: s.given(cells.get(c, f.Unknown())) for c in s.PLAN_COLUMNS[record]}
                rows = (*brought.rows, f.Row(new, place=s.HERE))
                facts = evolve(facts, records={**facts.records, record: evolve(brought, rows=rows)})
            return facts


def reached(case: s.Case, facts: f.Facts) -> tuple[set[Step], bool]:
    """The levels when the record closes: logs that nobody brought are empty."""
    logs = {key: f.RecordRows((), place=s.HERE) for key, one in s.RECORDS.items() if one.is_log}
    closed = evolve(facts, records={**logs, **facts.records})
    found = levels(case.plan, case.goal, closed, None, in_force(case.plan, {}))
    return set(found.steps), found.widened


def prepared(case: s.Case) -> tuple[s.Case, date, GoalNeeds]:
    day = case.as_of or s.DAYS[3]
    assume(case.closes is None or case.closes > day)
    case = evolve(case, as_of=day, facts=until(case, day))
    (found,) = needs(case.plan, case.facts, day).goals
    return case, day, found


# ---- the properties ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", s.THEMES)
def test_doing_what_a_way_says_reaches_its_level_and_leaving_a_thing_out_does_not(theme: str) -> None:
    @settings(max_examples=EXAMPLES.get(theme, 40))
    @given(s.THEMES[theme]())
    def check(case: s.Case) -> None:
        case, _, found = prepared(case)
        for level in found.levels:
            for way in level.ways:
                event(f"things {len(way.musts)}{' in words' if in_words(way.musts) else ''}")
                if not in_words(way.musts):
                    is_enough(case, level.step, way.musts)
                    is_not_too_much(case, level.step, way.musts)

    check()


def in_words(items: Sequence[Item]) -> bool:
    return any(isinstance(item.what, OfWords) for item in items)


def worth(step: Step) -> tuple[object, object]:
    return step.high, step.low


def is_enough(case: s.Case, aim: Step, items: Sequence[Item]) -> None:
    for facts in doings(case.facts, items):
        steps, widened = reached(case, facts)
        assert widened or all(worth(step) >= worth(aim) for step in steps), (aim.id, items)


def is_not_too_much(case: s.Case, aim: Step, items: Sequence[Item]) -> None:
    for item in items:
        others = [other for other in items if other is not item]
        worst = [reached(case, facts)[0] for facts in doings(case.facts, others)]
        assert any(worth(step) < worth(aim) for steps in worst for step in steps), (aim.id, item, others)


@pytest.mark.parametrize("theme", s.THEMES)
def test_the_status_is_that_of_the_verdict_and_what_is_lost_no_world_reaches(theme: str) -> None:
    @settings(max_examples=EXAMPLES.get(theme, 40))
    @given(s.THEMES[theme]())
    def check(case: s.Case) -> None:
        case, day, found = prepared(case)
        verdict = evaluate(case.plan, case.facts, day)["1"]
        known = [step for step in case.goal.outcomes if step.id in verdict.levels]
        for level in found.levels:
            if not verdict.widened:
                secured = worth(level.step) <= worth(known[-1]) and (
                    level.step != found.levels[-1].step or len(known) == 1
                )
                lost = worth(level.step) > worth(known[0])
                secured = secured or worth(level.step) < worth(known[-1])
                assert level.status == ("secured" if secured else "lost" if lost else "reachable")
        try:
            base = in_force(case.plan, {})
            true = level_set(case.plan, case.goal, case.facts, day, base, SCALES.get(theme, SCALE))
        except TooMany:
            assume(False)
        for level in found.levels:
            if level.status == "lost":
                assert all(worth(step) < worth(level.step) for step in true)

    check()


def test_a_day_is_told_to_the_last() -> None:
    goal = s.goal_of(s.t.DateTest(s.Relation.BY, s.fact("d1"), s.t.DateValue(s.parse("medio marts 2020"))))
    case = s.Case(goal, f.Facts({}, {}), s.DAYS[0])
    (found,) = needs(case.plan, case.facts, s.DAYS[0]).goals
    (way,) = found.levels[0].ways
    (item,) = way.musts
    assert (item.start, item.by, item.strictest) == (None, date(2020, 3, 20), date(2020, 3, 15))
    late, _ = reached(case, evolve(case.facts, values={"d1": s.given(f.Exactly(date(2020, 3, 20) + timedelta(1)))}))
    assert worth(max(late, key=worth)) < worth(found.levels[0].step)
