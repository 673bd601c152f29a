"""The facts that a sufficient reason tells keep the verdict by themselves (P35), and without any one of them it is lost (P36)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import criteria
import strategies as s
import strategies_aggregates as a
import strategies_subjects as u
from criteria.analyse import least, pieces
from criteria.analyse import sufficient as room
from criteria.analyse.kept import Kept, KeptFact, KeptRecord, KeptRows
from criteria.analyse.sufficient import Sufficient, sufficient
from criteria.evaluate.evaluation import evaluate
from criteria.facts import record as f
from criteria.frozen import evolve
from evaluate.test_agreement import ROW_SCALE, SOAK, agree

UNKNOWN = s.given(f.Unknown())
Piece = tuple[str, str, int, str]  # kind, path or record, row, column


# ---- what is told, read by somebody who has not seen how it was found --------------------------------------------------


def told(kept: tuple[Kept, ...]) -> set[Piece]:
    found: set[Piece] = set()
    for one in kept:
        match one:
            case KeptFact(path):
                found.add(("fact", path, 0, ""))
            case KeptRows(record, columns, rows):
                found |= {("cell", record, row, column) for row in rows for column in columns}
            case KeptRecord(record):
                found.add(("all", record, 0, ""))
    return found


def everything(case: s.Case) -> set[Piece]:
    cells = {
        ("cell", record, row, column)
        for record, brought in case.facts.records.items()
        for row in range(len(brought.rows))
        for column in s.PLAN_COLUMNS[record]
    }
    return {*cells, *(("fact", path, 0, "") for path in s.FACTS), *(("all", r, 0, "") for r in case.facts.records)}


def facts_of(case: s.Case, some: set[Piece]) -> f.Facts:
    """These facts, and all else unknown."""
    values = {path: UNKNOWN for path in s.FACTS if ("fact", path, 0, "") not in some}
    values |= {path: one for path, one in case.facts.values.items() if path not in values}
    records = {}
    for record, brought in case.facts.records.items():
        whole, rows = ("all", record, 0, "") in some, []
        for number, row in enumerate(brought.rows):
            known = [c for c in s.PLAN_COLUMNS[record] if ("cell", record, number, c) in some]
            nothing = s.given(f.Nothing())
            cells = {c: row.cells.get(c, nothing) if c in known else UNKNOWN for c in s.PLAN_COLUMNS[record]}
            rows += [f.Row(cells, place=s.HERE)] if whole or known else []
        if whole or rows:
            records[record] = f.RecordRows(tuple(rows), others=not whole, place=s.HERE)
    return f.Facts(values, records, case.facts.closed)


def keeps(case: s.Case, found: Sufficient, some: set[Piece]) -> bool:
    return evaluate(case.plan, facts_of(case, some), case.as_of)["1"].levels == found.verdict.levels


# ---- laws --------------------------------------------------------------------------------------------------------------

CASES = st.one_of(s.cases(), a.table_cases(), a.log_cases())


def check(case: s.Case) -> None:
    found = sufficient(case.plan, "1", case.facts, case.as_of)
    cited = told(found.kept)
    assert keeps(case, found, cited), "P35"
    assert len(cited) == found.size <= found.pieces
    if found.exact:
        for one in cited:
            assert not keeps(case, found, cited - {one}), ("P36", one)


@settings(max_examples=2_000 if SOAK else 30)
@given(CASES)
def test_what_is_told_suffices_and_nothing_of_it_can_be_left_out(case: s.Case) -> None:
    check(case)


@settings(max_examples=500 if SOAK else 12)
@given(st.one_of(s.number_cases(), s.date_cases(), s.table_cases()))
def test_no_smaller_part_of_the_facts_suffices(case: s.Case) -> None:
    found = sufficient(case.plan, "1", case.facts, case.as_of)
    if not (found.standing == "smallest" and found.exact and 1 < found.size < 4 and found.pieces < 10):
        return
    of = pieces.asked(case.plan, case.goal, case.facts, case.as_of, [case_readings(case)])
    every = [
        ("cell", group.about, member, column) if group.kind == "row" else (KINDS[group.kind], group.about, 0, "")
        for group in pieces.groups(of)
        for member in group.members
        for column in group.pieces
    ]
    for some in combinations(every, found.size - 1):
        assert not keeps(case, found, set(some)), some


KINDS = {"fact": "fact", "record": "all"}


def case_readings(case: s.Case) -> dict[str, str]:
    from criteria.evaluate.readings import in_force

    return in_force(case.plan, {})


@settings(max_examples=8)
@given(s.cases())
def test_under_which_readings_the_same_facts_suffice(case: s.Case) -> None:
    found = sufficient(case.plan, "1", case.facts, case.as_of)
    facts = facts_of(case, told(found.kept))
    for each in found.readings:
        moved = {name: value for name, value in each.reading.items() if name not in case.plan.settled}
        assert each.suffices == (evaluate(case.plan, facts, case.as_of, moved)["1"].levels == each.levels)
    assert found.readings[0].suffices
    every = sufficient(case.plan, "1", case.facts, case.as_of, every_reading=True)
    assert all(each.suffices for each in every.readings)
    assert every.size >= found.size or "smallest" not in (every.standing, found.standing)


@settings(max_examples=8)
@given(u.subject_cases())
def test_a_goal_of_many_subjects_too(case: s.Case) -> None:
    found = sufficient(case.plan, "1", case.facts, case.as_of)
    assert evaluate(case.plan, found.facts, case.as_of)["1"].levels == found.verdict.levels


# ---- what the engine makes of rows that nobody tells of ----------------------------------------------------------------


def partly(theme: Callable[[], Any]) -> Any:
    """The same cases with rows of which not all are told."""

    def opened(case: s.Case) -> s.Case:
        records = {key: evolve(rows, others=True) for key, rows in case.facts.records.items()}
        return evolve(case, facts=evolve(case.facts, records=records))

    return theme().map(opened)


@settings(max_examples=600 if SOAK else 30)
@given(st.one_of(partly(s.table_cases), partly(s.log_cases)))
def test_rows_among_others_are_those_of_the_complete_worlds(case: s.Case) -> None:
    agree(case, ROW_SCALE)


# ---- wrong ways to find it ---------------------------------------------------------------------------------------------

right_record, right_move = pieces._record, least._Search.move


def rows_are_there(patch: pytest.MonkeyPatch) -> None:
    """What is not kept of a record counts as known to be complete."""
    patch.setattr(pieces, "_record", lambda *args, **_: right_record(*args, complete=True))


def never_is_unknown(patch: pytest.MonkeyPatch) -> None:
    """A fact that is not kept is left out, so that it did not happen."""

    def facts(*args: Any) -> f.Facts:
        found = right_facts(*args)
        kept = {path: one for path, one in found.values.items() if one is not pieces.UNKNOWN}
        return evolve(found, values=kept)

    patch.setattr(room, "facts_of", facts)


def one_too_many(patch: pytest.MonkeyPatch) -> None:
    """One member more is left out than goes."""

    def move(search: Any, number: int, old: pieces.Pattern, new: pieces.Pattern) -> None:
        right_move(search, number, old, new)
        if dict(search.state[number]).get(old):
            fewer = least._joined([*search.state[number], (old, -1), (new, 1)])
            search.state = (*search.state[:number], fewer, *search.state[number + 1 :])

    patch.setattr(least._Search, "move", move)


def one_level_is_enough(patch: pytest.MonkeyPatch) -> None:
    """It is enough that the best level stays possible."""

    def asked(question: Any, facts: f.Facts) -> bool:
        readings, levels = question.wanted[0]
        of = question.of
        return room.told_levels(of.plan, of.goal, facts, of.as_of, readings)[0][0] == levels[0]

    patch.setattr(room._Question, "_asked", asked)


right_facts = room.facts_of
WRONG = (rows_are_there, never_is_unknown, one_too_many, one_level_is_enough)


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.__name__)
def test_a_wrong_way_is_noticed(wrong: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    wrong(monkeypatch)

    @settings(max_examples=150, phases=[Phase.generate], database=None)
    @given(CASES)
    def laws(case: s.Case) -> None:
        check(case)

    with pytest.raises(AssertionError):
        laws()


# ---- many rows ---------------------------------------------------------------------------------------------------------

MANY = """\
plan "Many"
  year 2020
facts
  approved: yes/no
  log tours
    area: one of "North", "South"
    held: date
goal 1 "Any"
  fulfilled when any of
    - approved
    - at least 500 tours held in 2020
goal 2 "None late"
  fulfilled when all tours held in 2020
goal 3 "Enough"
  fulfilled when at least 500 tours held in 2020
"""


def many(goal: str, n: int = 2_000) -> Sufficient:
    plan = criteria.parse(MANY)
    tours = [{"area": ("North", "South")[i % 2], "held": f"2020-{i % 12 + 1:02}-{i % 28 + 1:02}"} for i in range(n)]
    return sufficient(plan.model, goal, criteria.facts({"approved": "yes", "tours": tours}, plan=plan))


def test_rows_are_left_out_many_at_once() -> None:
    one, all_, enough = many("1"), many("2"), many("3")
    assert [type(kept) for kept in one.kept] == [KeptFact]
    assert (one.standing, all_.standing) == ("smallest", "smallest")
    rows, record = all_.kept
    assert isinstance(rows, KeptRows)
    assert (len(rows.rows), rows.alike, rows.columns, record) == (2_000, 2_000, ("held",), KeptRecord("tours", 2_000))
    (some,) = enough.kept
    assert isinstance(some, KeptRows)
    assert (len(some.rows), some.alike, some.columns) == (500, 2_000, ("held",))
